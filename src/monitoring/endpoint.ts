import type { ContainerPort } from 'kubernetes-types/core/v1';
import { renderPaths } from '../altinity/setting-paths';
import type { Settings } from '../altinity/spec/values';
import type { Problems } from '../kubernetes/prop-error';

/**
 * Where servers and members of Keeper have their own metrics, in plain text. Prometheus looks for pods by a port of a
 * container, so that containers have to name it; the operator keeps ports that it does not know.
 * @see https://clickhouse.com/docs/operations/server-configuration-parameters/settings#prometheus
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/model/k8s/container.go#L99
 */
export const metricsPort = { name: 'metrics', containerPort: 9363 } as const satisfies ContainerPort;

/**
 * The settings that open it. Current values, events and what is measured now and then are in it unless switched off.
 * Counters of each kind of error are left out: they are as many series again, and no alert looks at them.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Server/PrometheusMetricsWriter.cpp
 */
export const metricsSettings: Settings = {
  'prometheus/endpoint': '/metrics',
  'prometheus/errors': 0,
  'prometheus/port': metricsPort.containerPort,
};

/**
 * Reports settings that would move the metrics away from where Prometheus looks.
 * @param prop where the settings stand in its props
 */
export function checkMetrics(problems: Problems, prop: string, settings: object | undefined): void {
  if (problems.has(prop)) return;
  const own = renderPaths(settings ?? {}, (text) => text).find(([path]) => path in metricsSettings);
  if (!own) return;
  problems.add({
    rule: 'monitoring/endpoint',
    prop: `${prop}.${own[0].replace('/', '.')}`,
    must: `be left out, because the environment has monitoring, which sets it to ${JSON.stringify(metricsSettings[own[0]])}`,
    got: own[1],
    fix: 'remove it.',
  });
}
