import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '500Gi' },
    // expect: TS2322 Type 'boolean' is not assignable to type 'string'
    acknowledge: { 'images/known-bad': true },
  });
}
