import { renderPaths } from '../altinity/setting-paths';
import type { ClusterLayout } from '../altinity/spec/layout';
import type { Settings } from '../altinity/spec/values';
import type { ServerSettings } from '../settings/server-settings';
import type { ResolvedCluster } from './options';
import type { ResolvedShard } from './overrides/layout';
import { isPinned, podTemplateOf } from './render-pods';

/**
 * Shards and replicas: two numbers while all hosts are alike. A list gives hosts the same names as numbers do, as long as
 * none of its entries has a name.
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/model/chi/normalizer/normalizer-host.go
 */
export function renderLayout(cluster: ResolvedCluster, escaped: (text: string) => string): ClusterLayout {
  const { shards, replicas, layout } = cluster;
  const alike = layout.every((shard) => isLike(shard, replicas));
  if (alike && !isPinned(cluster)) return { shardsCount: shards, replicasCount: replicas };
  return {
    shards: layout.map(({ weight, internalReplication, settings, hosts }, shard) => ({
      ...(internalReplication !== undefined && { internalReplication }),
      // Counts of single shards default to the largest, so each one says its own.
      replicasCount: hosts.length,
      ...((isPinned(cluster) || hosts.some((host) => host.pod || host.settings.length > 0)) && {
        replicas: hosts.map((host, replica) => ({
          ...renderSettings(host.settings, escaped),
          templates: { podTemplate: podTemplateOf(cluster, shard, replica) },
        })),
      }),
      ...renderSettings(settings, escaped),
      ...(weight !== undefined && { weight }),
    })),
  };
}

/** Whether a shard has nothing of its own. */
function isLike({ weight, internalReplication, settings, hosts }: ResolvedShard, replicas: number): boolean {
  return (
    hosts.length === replicas &&
    weight === undefined &&
    internalReplication === undefined &&
    settings.length === 0 &&
    hosts.every((host) => host.pod === undefined && host.settings.length === 0)
  );
}

function renderSettings(given: readonly ServerSettings[], escaped: (text: string) => string): { settings?: Settings } {
  const paths = given.flatMap((settings) => renderPaths(settings, escaped));
  if (paths.length === 0) return {};
  return { settings: Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
