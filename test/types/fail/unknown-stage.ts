import { type App } from 'cdk8s';
import { Environment, Platform } from 'anyhouse';

export function build(app: App) {
  // expect: TS2322 Type '"prod"' is not assignable to type 'Stage | undefined'
  new Environment(app, 'analytics', { platform: Platform.minikube(), stage: 'prod' });
}
