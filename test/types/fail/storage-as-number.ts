import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type 'number' is not assignable to type 'StorageOptions'
  new ClickHouseCluster(environment, 'events', { storage: 500 });
}
