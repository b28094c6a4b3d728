import { ClickHouseCluster, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type 'true' is not assignable to type '"retain" | "delete" | undefined'
  new ClickHouseCluster(environment, 'events', { storage: { size: '500Gi' }, onDelete: true });
}
