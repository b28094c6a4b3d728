import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import { clickhouseLabels } from '../altinity/labels';
import { supports } from '../altinity/versions';
import type { ResolvedEnvironment } from '../environment/options';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ManifestOf } from '../kubernetes/manifest';
import type { ResolvedCluster } from './options';

/**
 * A disruption budget for each shard. One for the whole cluster, as the operator makes it, lets a drain of one node
 * block those of all others. A shard with one replica gets none: a budget would block drains and protect nothing. It says
 * how many replicas must stay, not how many may go, for the reason that a Keeper has.
 */
export function renderDisruptionBudgets(
  cluster: ResolvedCluster,
  { namespace, gitops, operator }: ResolvedEnvironment,
): readonly ManifestOf<PodDisruptionBudgetSpec>[] {
  // An operator that cannot be told to leave it makes a budget of its own, and two on one pod block every eviction.
  if (!supports(operator.version, 'pdbManaged')) return [];
  const replicated = [...cluster.layout.entries()].filter(([, { hosts }]) => hosts.length > 1);
  return replicated.map(([shard, { hosts }]) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: `clickhouse-${cluster.name}-${shard}`,
      namespace,
      annotations: gitopsAnnotations(gitops, 'access', 'replaceable'),
    },
    spec: {
      minAvailable: hosts.length - 1,
      selector: { matchLabels: clickhouseLabels(cluster.name, String(shard)) },
    },
  }));
}
