import { type App } from 'cdk8s';
import { Environment, Platform } from 'anyhouse';

export function build(app: App) {
  // expect: TS2322 Type '"argo"' is not assignable to type '"argocd" | "flux" | undefined'
  new Environment(app, 'analytics', { platform: Platform.minikube(), gitops: 'argo' });
}
