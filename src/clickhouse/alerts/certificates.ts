import { type AlertedCluster, type ClickHouseAlert, titleOf } from './alerts';

/**
 * Alerts on certificates that cert-manager renews, from its own metrics: servers have none about theirs. A certificate
 * that was never issued counts as 0, and keeps pods from starting, which is another alert.
 * @see https://cert-manager.io/docs/devops-tips/prometheus-metrics/
 */
export function certificateAlerts(cluster: AlertedCluster): readonly ClickHouseAlert[] {
  const { namespace, certificates, thresholds } = cluster;
  const title = titleOf(cluster);
  const { warning, critical } = thresholds.certificateDays;
  // The namespace of the certificate is `exported_namespace` unless Prometheus is told to honour labels.
  const ends = ['exported_namespace', 'namespace']
    .map(
      (label) =>
        `certmanager_certificate_expiration_timestamp_seconds{name=~"${certificates.join('|')}",${label}="${namespace}"}`,
    )
    .join(' or ');
  const left = `((min by (name) (${ends}) > 0) - time()) / 86400`;
  return [
    ...(
      [
        ['warning', warning, '1h'],
        ['critical', critical, '15m'],
      ] as const
    ).map(([severity, days, time]) => ({
      name: 'ClickHouseCertificateExpires',
      expression: `${left} < ${days}`,
      for: time,
      severity,
      summary: `Certificate {{ $labels.name }} of the ${title} is valid for {{ $value | printf "%.1f" }} more days.`,
      description: 'Once it has ended, clients, replicas and Keeper refuse to connect. It should have been renewed.',
    })),
    {
      name: 'ClickHouseCertificateUnknown',
      expression: `absent(${ends})`,
      for: '1h',
      severity: 'info',
      summary: `Nobody tells when certificates of the ${title} end.`,
      description: 'Prometheus has no metrics of cert-manager, so that no alert is raised before a certificate ends.',
    },
  ];
}
