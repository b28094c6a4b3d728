import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {},
    // expect: TS2322 Type '"0.24.0"' is not assignable to type '`0.25.${number}` | `0.26.${number}` | `0.27.${number}` | undefined'
    operatorVersion: '0.24.0',
  });
}
