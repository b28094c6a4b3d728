import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2322 Type 'string' is not assignable to type 'SecretKey'
    users: { app: { networks: ['10.0.0.0/8'], password: 'hunter2' } },
  });
}
