import type { ClusterContribution } from '../clickhouse/contribution';
import { certificates } from '../clickhouse/render-tls';
import { backendPorts, renderLayers } from './clickhouse-layers';
import { objectNames } from './gateway-objects';
import { passthroughSecret } from './render-certificates';
import { gatewayIngress } from './render-network';
import type { ResolvedRoute, RoutingGateway } from './route-types';

/** Name of the files of the certificate that servers show through a gateway. */
const certificateFile = 'edge';

/** What a gateway adds to a cluster: two ports, its pods as peers, and users that may come from them. */
export function contributionOf(
  { path, gateway, environment }: RoutingGateway,
  route: ResolvedRoute,
): ClusterContribution {
  const { routed, mode, clientAddress, users } = route;
  const forwarded = clientAddress === 'forwarded';
  const passthrough = mode === 'passthrough';
  const tls = passthrough ? `${certificates}/${certificateFile}` : routed.environment.tls ? 'server' : 'none';
  const encryption = passthrough
    ? `TLS with Secret '${passthroughSecret(gateway, route)}'`
    : tls === 'server'
      ? 'TLS with the certificate of the servers'
      : 'plain text';
  const speech = `${forwarded ? 'PROXY headers and ' : ''}${encryption}`;
  const host = `${objectNames(gateway.name).pods}.${environment.namespace}.svc.cluster.local`;
  return {
    by: `EdgeGateway '${path}'`,
    settings: {
      ...renderLayers({ header: forwarded ? 'v1' : 'none', tls }),
      ...(forwarded && { auth_use_forwarded_address: 1 }),
    },
    listens: { [backendPorts.https]: speech, [backendPorts.native]: speech },
    userHosts: Object.fromEntries(users.map((user) => [user, [host]])),
    ...(passthrough && { certificates: [{ secret: passthroughSecret(gateway, route), file: certificateFile }] }),
    ingress: [gatewayIngress(gateway, environment.namespace, routed.environment.namespace)],
    ...(forwarded && { http: 'trusted-only' as const }),
  };
}
