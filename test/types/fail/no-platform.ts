import { type App } from 'cdk8s';
import { Environment } from 'anyhouse';

export function build(app: App) {
  // expect: TS2345 Property 'platform' is missing in type '{ stage: "production"; }'
  new Environment(app, 'analytics', { stage: 'production' });
}
