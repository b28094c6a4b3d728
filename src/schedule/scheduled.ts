import type { IConstruct } from 'constructs';
import { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import type { Keeper } from '../keeper/keeper';
import type { IKeeper } from '../keeper/options';
import type { ScheduledCluster, ScheduledKeeper } from './options';

/** A cluster as plain data. */
export function clusterOf(cluster: ClickHouseCluster): ScheduledCluster {
  return {
    name: cluster.name,
    pods: cluster.hosts.map(({ pod }) => pod),
    sets: cluster.hosts.map(({ object }) => object),
    servers: cluster.hosts.flatMap(({ name }) => cluster.endpoints.hosts[name]?.native ?? []),
    image: cluster.resolved.image,
    clientLabels: cluster.clientLabels,
    ...(cluster.certificateAuthority && { authority: cluster.certificateAuthority }),
  };
}

/**
 * Keepers that are stopped with the clusters: those that were named, else those of the clusters that no other cluster of the
 * program uses. A quorum of another namespace is left alone: the schedule has no rights there.
 */
export function keepersOf(
  root: IConstruct,
  clusters: readonly ClickHouseCluster[],
  given: readonly Keeper[] | undefined,
): readonly ScheduledKeeper[] {
  return (given ?? derived(root, clusters)).map(({ name, hosts }) => ({
    name,
    pods: hosts.map(({ pod }) => pod),
    sets: hosts.map(({ object }) => object),
  }));
}

function derived(root: IConstruct, clusters: readonly ClickHouseCluster[]): readonly Pick<Keeper, 'name' | 'hosts'>[] {
  const others = root.node
    .findAll()
    .filter((one) => ClickHouseCluster.isClickHouseCluster(one) && !clusters.includes(one))
    .map((one) => (one as ClickHouseCluster).resolved.keeper);
  const own = new Set(clusters.map((cluster) => cluster.resolved.keeper));
  return [...own].filter(
    (keeper): keeper is IKeeper & Keeper =>
      keeper !== undefined &&
      'hosts' in keeper &&
      keeper.namespace === clusters[0]?.namespace &&
      !others.includes(keeper),
  );
}
