import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2322 Type '"zones"' is not assignable to type '"required" | "preferred" | undefined'
    placement: { spread: 'zones' },
  });
}
