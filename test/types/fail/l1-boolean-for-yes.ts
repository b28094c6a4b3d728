import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    // expect: TS2322 Type 'true' is not assignable to type 'StringBool | undefined'
    spec: { stop: true },
  });
}
