import { ClickHouseCluster, type ClickHouseClusterProps, type Environment, type IKeeper } from 'anyhouse';

const common: Partial<ClickHouseClusterProps> = { onDelete: 'delete', databases: ['events'] };
const storage = { size: '10Gi' } as const;

export function build(environment: Environment, keeper: IKeeper, replicas: number) {
  new ClickHouseCluster(environment, 'one', { ...common, storage });
  new ClickHouseCluster(environment, 'two', { ...common, storage, replication: { replicas, keeper } });
  // Kept in a variable, the group still fits.
  const replication = { replicas: 2, keeper };
  new ClickHouseCluster(environment, 'three', { ...common, storage, replication });
}
