import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseKeeperInstallation(environment, 'keeper', {
    spec: {
      // expect: TS2353 'users' does not exist in type
      configuration: { users: { 'app/networks/ip': '10.0.0.0/8' } },
    },
  });
}
