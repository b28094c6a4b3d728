import { clickhouseLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { gitopsAnnotations } from '../services/gitops';
import type { ResolvedCluster } from './options';

/**
 * A disruption budget for each shard. One for the whole cluster, as the operator makes it, lets a drain of one node
 * block those of all others. A shard with one replica gets none: a budget would block drains and protect nothing.
 */
export function renderDisruptionBudgets(
  cluster: ResolvedCluster,
  { namespace, gitops }: ResolvedEnvironment,
): readonly Manifest[] {
  if (cluster.replicas === 1) return [];
  return Array.from({ length: cluster.shards }, (_, shard) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: `clickhouse-${cluster.name}-${shard}`,
      namespace,
      annotations: gitopsAnnotations(gitops, 'access', 'replaceable'),
    },
    spec: { maxUnavailable: 1, selector: { matchLabels: clickhouseLabels(cluster.name, String(shard)) } },
  }));
}
