import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { ManifestOf } from '../kubernetes/manifest';
import { type MonitoredEnvironment, monitoringMetadata } from './monitored';

/** Pods that have metrics. */
export interface ScrapeTarget {
  /** Labels of the pods. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Name of the port of a container, or names of several. */
  readonly port: string | readonly string[];
  /** Where the metrics are. @default '/metrics' */
  readonly path?: string;
}

/** Pods that Prometheus looks at. */
export interface PodMonitorSpec {
  readonly selector: LabelSelector;
  readonly podMetricsEndpoints: readonly { readonly port: string; readonly path?: string; readonly interval: string }[];
}

/**
 * Label `job` of the metrics of a PodMonitor; no other one has it. Metrics have the labels `namespace`, `pod`,
 * `container` and `endpoint`, too.
 * @see https://github.com/prometheus-operator/prometheus-operator/blob/v0.85.0/pkg/prometheus/promcfg.go#L1476
 */
export function jobOf(name: string, namespace: string): string {
  return `${namespace}/${name}`;
}

/** A PodMonitor for pods of this environment. */
export function renderPodMonitor(
  name: string,
  environment: MonitoredEnvironment,
  { podLabels, port, path }: ScrapeTarget,
): ManifestOf<PodMonitorSpec> {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: monitoringMetadata(name, environment),
    spec: {
      selector: { matchLabels: { ...podLabels } },
      podMetricsEndpoints: [port].flat().map((each) => ({
        port: each,
        ...(path !== undefined && { path }),
        interval: environment.monitoring.interval,
      })),
    },
  };
}
