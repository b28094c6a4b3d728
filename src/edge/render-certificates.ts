import type { ResolvedEnvironment } from '../environment/options';
import { renderOwnAuthority, renderCertificate as renderServerCertificate } from '../environment/render-tls';
import type { IssuerReference } from '../environment/tls';
import type { Manifest } from '../kubernetes/manifest';
import { objectNames } from './gateway-objects';
import type { ResolvedGateway } from './options';
import type { ResolvedRoute } from './route-types';

/** Names that the certificate of a gateway is for: a wildcard for each domain, and those outside of them. */
export function certificateNames({ domain }: ResolvedEnvironment, routes: readonly ResolvedRoute[]): readonly string[] {
  const domains = new Set([...(domain === undefined ? [] : [domain]), ...routes.map((route) => route.domain)]);
  return [...[...domains].sort().map((name) => `*.${name}`), ...routes.flatMap(({ extraHosts }) => extraHosts).sort()];
}

/**
 * The authority that a gateway brings along where nobody else signs. It is not the one of the servers: whoever breaks
 * into a gateway must not find a certificate with which he passes for a server.
 */
export function renderGatewayAuthority(
  { name, tls }: ResolvedGateway,
  environment: ResolvedEnvironment,
): readonly Manifest[] {
  if (!tls.ownAuthority) return [];
  const { authority, selfSigned } = objectNames(name);
  return renderOwnAuthority(environment, { authority, selfSigned });
}

/** The certificate that clients see, where cert-manager makes it. */
export function renderCertificate(
  { tls }: ResolvedGateway,
  environment: ResolvedEnvironment,
  names: readonly string[],
): Manifest {
  return renderServerCertificate(environment, tls.secret, names, tls.issuer as IssuerReference);
}

/** Secret with the certificate that servers show to clients whose TLS they end themselves. */
export function passthroughSecret(gateway: ResolvedGateway, { routed }: Pick<ResolvedRoute, 'routed'>): string {
  return gateway.tls.issuer ? `${objectNames(gateway.name).backend(routed.cluster.name)}-tls` : gateway.tls.secret;
}

/** The certificate of servers for the public names of their cluster, where cert-manager makes it. */
export function renderPassthroughCertificate(gateway: ResolvedGateway, route: ResolvedRoute): Manifest | undefined {
  const { issuer } = gateway.tls;
  if (route.mode !== 'passthrough' || !issuer) return undefined;
  return renderServerCertificate(route.routed.environment, passthroughSecret(gateway, route), route.names, issuer);
}
