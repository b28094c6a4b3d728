import { PropError } from '../kubernetes/prop-error';
import type { ResolvedGateway } from './options';
import type { ResolvedRoute } from './route-types';

/** Somewhere to connect to, from outside of the Kubernetes cluster. Always with TLS. */
export interface EdgeEndpoint {
  /** DNS name. Clients have to send it in SNI, as all do that connect by name. */
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  /** As a URL: `https://...` or `clickhouse://...?secure=true`. */
  readonly url: string;
}

/** Where clients outside find a cluster. Protocols whose listener is off are absent. */
export interface EdgeEndpoints {
  /** HTTP interface. */
  readonly http?: EdgeEndpoint;
  /** Native protocol. */
  readonly native?: EdgeEndpoint;
  /** All names, the one that reaches any replica first. */
  readonly names: readonly string[];
}

/**
 * Endpoints of a cluster at a gateway.
 * @throws PropError when there is no route to it
 */
export function endpointsOf(
  path: string,
  { listeners: { https, native } }: ResolvedGateway,
  routes: readonly ResolvedRoute[],
  cluster: string,
): EdgeEndpoints {
  const route = routes.find(({ routed }) => routed.path === cluster);
  const [host] = route?.names ?? [];
  if (!route || host === undefined)
    throw new PropError('EdgeGateway', path, [
      {
        rule: 'edge/cluster',
        prop: 'endpoints(cluster)',
        must: 'be a cluster behind this gateway',
        got: `'${cluster}'`,
        fix: 'add it to clusters, or with route(cluster).',
      },
    ]);
  return {
    ...(https !== undefined && { http: { host, port: https, url: `https://${host}:${https}` } }),
    ...(native !== undefined && {
      native: { host, port: native, url: `clickhouse://${host}:${native}?secure=true` },
    }),
    names: route.names,
  };
}
