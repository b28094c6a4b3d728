import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type 'true' is not assignable to type 'StringBool
  new altinity.ClickHouseInstallation(environment, 'events', { spec: { stop: true } });
}
