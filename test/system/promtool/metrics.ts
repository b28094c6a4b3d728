import { Monitoring } from 'anyhouse';
import { type Alert, type PrometheusRuleSpec, renderAlerts } from '../../../src/monitoring/alert';

/** Rules of some alerts, as a PrometheusRule has them. */
export function rulesOf(alerts: readonly Alert[], labels: Readonly<Record<string, string>>): PrometheusRuleSpec {
  const { namespace = '', ...own } = labels;
  const { resolved: monitoring } = Monitoring.prometheusOperator();
  return renderAlerts('tested', { namespace, monitoring }, own, alerts).spec;
}

/** A metric of a pod, with the labels that a PodMonitor gives it. */
export function podMetric(name: string, job: string, pod: string, own = ''): string {
  const [namespace] = job.split('/');
  return `${name}{job="${job}",namespace="${namespace}",pod="${pod}",instance="${pod}:9363"${own && `,${own}`}}`;
}

/** A metric that kube-state-metrics has of a StatefulSet. */
export function stateOf(name: string, statefulSet: string): string {
  return `${name}{namespace="analytics",statefulset="${statefulSet}",instance="state",job="kube-state-metrics"}`;
}

/** What kube-state-metrics says of a container that does not run yet. */
export function waiting(pod: string, reason: string): string {
  return `kube_pod_container_status_waiting_reason{namespace="analytics",pod="${pod}",container="main",reason="${reason}"}`;
}

/** What cert-manager says of a certificate. */
export function certificateSeries(name: string, namespace: string): string {
  return `certmanager_certificate_expiration_timestamp_seconds{name="${name}",exported_namespace="${namespace}",namespace="cert-manager"}`;
}
