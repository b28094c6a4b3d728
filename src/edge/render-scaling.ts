import type { HorizontalPodAutoscalerSpec } from 'kubernetes-types/autoscaling/v2';
import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import type { ResolvedEnvironment } from '../environment/options';
import type { ManifestOf } from '../kubernetes/manifest';
import { gatewayLabels } from './gateway-objects';
import { edgeObjectOf } from './objects';
import type { ResolvedGateway } from './options';

/** One pod at a time may be drained. A single pod gets no budget, which would protect nothing. */
export function renderDisruptionBudget(
  { name, replicas, autoscaling }: ResolvedGateway,
  environment: ResolvedEnvironment,
): ManifestOf<PodDisruptionBudgetSpec> | undefined {
  if (replicas === 1 && !autoscaling) return undefined;
  return edgeObjectOf(
    environment,
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', name },
    { maxUnavailable: 1, selector: { matchLabels: gatewayLabels(name) } },
  );
}

/** Pods by load. They go slowly, one in ten minutes: each that goes cuts streams in the end. */
export function renderAutoscaler(
  { name, autoscaling }: ResolvedGateway,
  environment: ResolvedEnvironment,
): ManifestOf<HorizontalPodAutoscalerSpec> | undefined {
  if (!autoscaling) return undefined;
  const target = { type: 'Utilization', averageUtilization: autoscaling.cpuPercent };
  return edgeObjectOf(
    environment,
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name, wave: 'workload' },
    {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: autoscaling.least,
      maxReplicas: autoscaling.most,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      behavior: {
        scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: 'Pods', value: 1, periodSeconds: 600 }] },
      },
    },
  );
}
