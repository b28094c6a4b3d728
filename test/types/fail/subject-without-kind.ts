import { type App } from 'cdk8s';
import { Environment, Platform } from 'anyhouse';

export function build(app: App) {
  new Environment(app, 'analytics', {
    platform: Platform.minikube(),
    // expect: TS2741 Property 'kind' is missing in type '{ name: string; }'
    access: { own: [{ name: 'database-team' }] },
  });
}
