import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2741 Property 'keeper' is missing in type '{ replicas: number; }'
    replication: { replicas: 2 },
  });
}
