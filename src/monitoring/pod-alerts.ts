import type { Alert } from './alert';
import type { StateMetrics } from './thresholds';

/** Pods of one installation that alerts look at. */
export interface WatchedPods {
  /** Beginning of the names of alerts: `ClickHouse`. */
  readonly prefix: 'ClickHouse' | 'Keeper';
  /** What they are, in a sentence: `the cluster analytics/events`. */
  readonly title: string;
  readonly namespace: string;
  /** Regular expression of the names of their StatefulSets, each of which has one pod. */
  readonly statefulSets: string;
  /** Minutes that a pod may take to start. */
  readonly startMinutes: number;
  /** Who tells how many there should be. */
  readonly stateMetrics: StateMetrics;
  readonly runbook: Alert['runbook'];
}

/** Pods that there should be: none of an installation that is stopped, whose StatefulSets are scaled to zero. */
export function wantedPods({ namespace, statefulSets }: Pick<WatchedPods, 'namespace' | 'statefulSets'>): string {
  return `kube_statefulset_replicas{namespace="${namespace}",statefulset=~"${statefulSets}"}`;
}

/**
 * Alerts on pods that should be there and are not, from kube-state-metrics: Prometheus does not even look at a pod
 * without an address. A pod that waits for its volumes, for a Secret or for its image has the reason
 * `ContainerCreating`; with an init container `PodInitializing`.
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
 */
export function podAlerts(pods: WatchedPods): readonly Alert[] {
  if (pods.stateMetrics === 'none') return [];
  const { prefix, title, namespace, statefulSets, startMinutes, runbook } = pods;
  const wanted = wantedPods(pods);
  const ready = wanted.replace('kube_statefulset_replicas', 'kube_statefulset_status_replicas_ready');
  const reason = `namespace="${namespace}",pod=~"(${statefulSets})-0",reason=~"ContainerCreating|PodInitializing"`;
  return [
    {
      name: `${prefix}PodNotReady`,
      expression: `max by (statefulset) (${wanted} - ${ready}) > 0`,
      for: `${startMinutes + 10}m`,
      severity: 'warning',
      summary: `The pod of {{ $labels.statefulset }} in ${title} is missing or not ready.`,
      description: 'It has no node, does not start, or does not get ready. The others carry its load.',
      runbook,
    },
    {
      name: `${prefix}VolumeNotAttached`,
      expression: `max by (pod) (kube_pod_container_status_waiting_reason{${reason}}) > 0`,
      for: '10m',
      severity: 'warning',
      summary: `Pod {{ $labels.pod }} of ${title} has a node, and waits for its volume.`,
      description:
        'Usually the volume is still attached elsewhere. It can also be a Secret, the network or a slow image.',
      runbook,
    },
    {
      name: `${prefix}StateUnknown`,
      expression: `absent(${wanted})`,
      for: '15m',
      severity: 'info',
      summary: `Nobody tells how many pods ${title} should have.`,
      description: 'Without kube-state-metrics, alerts on missing pods cannot be raised.',
      runbook,
    },
  ];
}
