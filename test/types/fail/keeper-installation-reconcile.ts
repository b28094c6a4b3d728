import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2353 'reconcile' does not exist in type 'ClickHouseKeeperInstallationSpec'
  new altinity.ClickHouseKeeperInstallation(environment, 'keeper', { spec: { reconcile: {} } });
}
