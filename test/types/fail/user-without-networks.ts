import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2741 Property 'networks' is missing in type '{ grants: string[]; }'
    users: { app: { grants: ['SELECT ON events.*'] } },
  });
}
