import { type App } from 'cdk8s';
import { Environment } from 'anyhouse';

export function build(app: App) {
  // expect: TS2322 Type 'string' is not assignable to type 'Platform'
  new Environment(app, 'analytics', { platform: 'eks' });
}
