import type { ServicePort, ServiceSpec } from 'kubernetes-types/core/v1';
import { readyLabels } from '../altinity/labels';
import type { ResolvedEnvironment } from '../environment/options';
import { renderPodAddresses } from '../environment/pod-addresses';
import type { ManifestOf } from '../kubernetes/manifest';
import { loadBalancer } from '../platform/load-balancer/load-balancer';
import { backendPorts } from './clickhouse-layers';
import { edgeListeners } from './data-plane/model';
import { gatewayLabels, objectNames } from './gateway-objects';
import { edgeObjectOf } from './objects';
import type { ResolvedGateway } from './options';
import type { RoutedCluster } from './route-types';

const service = { apiVersion: 'v1', kind: 'Service' } as const;

/**
 * The one way in: a load balancer for all clusters.
 * @param names what DNS shall lead to it: wildcards of domains, and further names
 */
export function renderEntry(
  gateway: ResolvedGateway,
  environment: ResolvedEnvironment,
  names: readonly string[],
): ManifestOf<ServiceSpec> {
  const { name, listeners, exposure, family } = gateway;
  const ports = edgeListeners.flatMap((listener): readonly ServicePort[] => {
    const port = listeners[listener];
    return port === undefined ? [] : [{ name: listener, port, targetPort: listener }];
  });
  const fields = loadBalancer(environment.platform, {
    ...exposure.spec,
    ports: ports.map(({ port }) => port),
    ...(names.length > 0 && { hostname: names.join(',') }),
  });
  const { type, ...others } = fields.serviceFields;
  return edgeObjectOf(
    environment,
    { ...service, name, labels: fields.labels, annotations: fields.annotations, wave: 'workload' },
    {
      type,
      ...others,
      ...(family === 'ipv6' && { ipFamilies: ['IPv6'], ipFamilyPolicy: 'SingleStack' }),
      ...(family === 'dual' && { ipFamilyPolicy: 'PreferDualStack' }),
      ...(fields.class !== undefined && { loadBalancerClass: fields.class }),
      ports: [...ports],
      selector: gatewayLabels(name),
    },
  );
}

/**
 * The addresses of all pods under one name, by which ClickHouse knows them. Also of those that drain, whose clients go on
 * to send queries, and of those that are not ready yet, so that caches of DNS know them once they are.
 */
export function renderGatewayAddresses(
  { name }: ResolvedGateway,
  environment: ResolvedEnvironment,
): ManifestOf<ServiceSpec> {
  return renderPodAddresses(environment, objectNames(name).pods, gatewayLabels(name));
}

/** The servers of a cluster that are ready, on the ports for the gateway. */
export function renderBackend(
  { name }: ResolvedGateway,
  { cluster, environment }: RoutedCluster,
): ManifestOf<ServiceSpec> {
  return edgeObjectOf(
    environment,
    { ...service, name: objectNames(name).backend(cluster.name) },
    {
      ports: edgeListeners.map((listener) => ({ name: listener, port: backendPorts[listener] })),
      selector: readyLabels(cluster.name),
    },
  );
}
