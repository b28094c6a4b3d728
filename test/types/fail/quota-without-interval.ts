import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2741 Property 'seconds' is missing in type '{ queries: number; }'
    quotas: { web: { queries: 1000 } },
  });
}
