import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type '"500"' is not assignable to type '`${number}Ki` | `${number}Mi` | `${number}Gi`
  new ClickHouseCluster(environment, 'events', { storage: { size: '500' } });
}
