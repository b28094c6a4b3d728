import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import { keeperLabels } from '../altinity/labels';
import { supports } from '../altinity/versions';
import type { ResolvedEnvironment } from '../environment/options';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ManifestOf } from '../kubernetes/manifest';
import type { ResolvedKeeper } from './options';

/**
 * One member at a time may be drained. A single member gets no budget: it would block drains and protect nothing. While
 * there is an even number, on the way to another size, two members need both of them, so none may be drained.
 *
 * It says how many must stay, not how many may go: for the latter Kubernetes adds up the StatefulSets of the pods that it
 * sees. The operator makes one for each member, so an evicted one would not count until its pod is made again, and the next
 * could go, too. Source: getExpectedPodCount in pkg/controller/disruption/disruption.go of Kubernetes.
 */
export function renderDisruptionBudget(
  { name, members }: ResolvedKeeper,
  { namespace, gitops, operator }: ResolvedEnvironment,
): ManifestOf<PodDisruptionBudgetSpec> | undefined {
  // An operator that cannot be told to leave it makes a budget of its own, and two on one pod block every eviction.
  if (members.length === 1 || !supports(operator.version, 'pdbManaged')) return undefined;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: `keeper-${name}`, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec: {
      minAvailable: members.length === 2 ? 2 : members.length - 1,
      selector: { matchLabels: keeperLabels(name) },
    },
  };
}
