import { keeperLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { gitopsAnnotations } from '../services/gitops';
import type { ResolvedKeeper } from './options';

/** One member at a time may be drained. A single member gets no budget: it would block drains and protect nothing. */
export function renderDisruptionBudget(
  { name, replicas }: ResolvedKeeper,
  { namespace, gitops }: ResolvedEnvironment,
): Manifest | undefined {
  if (replicas === 1) return undefined;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: `keeper-${name}`, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec: { maxUnavailable: 1, selector: { matchLabels: keeperLabels(name) } },
  };
}
