import type { ContainerPort } from 'kubernetes-types/core/v1';
import type { Settings } from '../altinity/spec/values';

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
