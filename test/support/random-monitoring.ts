import type { CertificateDays, DashboardOptions, PrometheusOperatorOptions } from 'anyhouse';
import fc from 'fast-check';
import type { EdgeAlertOptions } from '../../src/edge/alert-options';
import type { Made } from './random-made';
import { type Fields, options } from './random-options';
import { validLabels, validName } from './random-values';

const { constant, constantFrom, record, tuple } = fc;

/** Who looks at metrics. */
export const monitoring: fc.Arbitrary<Made> = record({
  make: constant('Monitoring.prometheusOperator' as const),
  from: tuple(
    options({
      labels: validLabels,
      namespace: validName,
      podLabels: validLabels,
      interval: constantFrom('5s', '30s', '120s'),
      dashboards: options({
        labels: validLabels,
        folder: constantFrom('ClickHouse', 'Data bases/Ä'),
        folderAnnotation: constantFrom('grafana_folder', 'k8s-sidecar-target-directory'),
        namespace: validName,
      } satisfies Fields<DashboardOptions>),
    } satisfies Fields<PrometheusOperatorOptions>),
  ),
});

/** When a certificate is about to end. */
export const certificateDays = options({
  warning: constantFrom(4, 14, 255),
  critical: constantFrom(1, 3),
} satisfies Fields<CertificateDays>);

/** Thresholds of the alerts of an edge. */
export const edgeAlerts = options({
  refusedPerSecond: fc.double({ min: 1e-7, max: 1e6, noNaN: true }),
  limitedPerSecond: constantFrom(0.1, 5),
  failedPerSecond: constantFrom(0.05, 1),
  connectionsUsed: fc.double({ min: 1e-7, max: 0.999, noNaN: true }),
  certificateDays,
} satisfies Fields<EdgeAlertOptions>);
