import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { PropError } from '../kubernetes/prop-error';
import { applyScript } from './data-plane/apply-script';
import { contentId } from './data-plane/content-id';
import { followScript } from './data-plane/follow-script';
import type { EdgeData, EdgeEnvironment } from './data-plane/model';
import { renderConfig } from './data-plane/render-config';
import { rowBytes as bytesOfRows, chainDepth, edgeFiles, edgeTables } from './data-plane/render-data';
import { objectNames } from './gateway-objects';
import { edgeObject } from './objects';
import type { ResolvedGateway } from './options';
import { processOf } from './process';
import type { EdgeAuthoritySource, ResolvedRoute } from './route-types';

/** Bytes that the API server takes in one ConfigMap, less what metadata need. */
const mostBytes = 1_000_000;

/** All that a gateway serves, as its files hold it. */
export function dataOf({ allow, trustedLoadBalancers }: ResolvedGateway, routes: readonly ResolvedRoute[]): EdgeData {
  const environments = new Map<string, EdgeEnvironment>();
  for (const route of routes) {
    const { domain } = route;
    const others = environments.get(domain) ?? { domain, extraHosts: [], allow, routes: [] };
    environments.set(domain, {
      ...others,
      extraHosts: [...others.extraHosts, ...route.extraHosts],
      routes: [...others.routes, ...route.routes],
    });
  }
  return {
    environments: [...environments.values()],
    clientAddress: trustedLoadBalancers ? { loadBalancers: trustedLoadBalancers } : 'direct',
  };
}

/** Authorities that the gateway has to believe, each once. */
export function authoritiesOf(routes: readonly ResolvedRoute[]): readonly EdgeAuthoritySource[] {
  const found = routes.flatMap(({ authority }) => authority ?? []);
  return [...new Map(found.map((authority) => [authority.name, authority])).values()];
}

/** Bytes that a route adds to the table. */
export function rowBytes({ routes }: ResolvedRoute): number {
  return bytesOfRows(routes);
}

/** Files of the gateway, by the ConfigMap that holds them. */
export interface GatewayFiles {
  /** What changes with the props of the gateway: HAProxy loads it anew. */
  readonly configuration: Readonly<Record<string, string>>;
  /** What changes with routes and clients, in as many pieces as it takes. */
  readonly data: readonly Readonly<Record<string, string>>[];
}

/**
 * Renders the files.
 * @throws PropError when there is more than fits
 */
export function filesOf(path: string, gateway: ResolvedGateway, routes: readonly ResolvedRoute[]): GatewayFiles {
  const data = dataOf(gateway, routes);
  const authorities = authoritiesOf(routes).map(({ name }) => name);
  const process = processOf(gateway, { depth: chainDepth(data), authorities });
  const { 'haproxy.cfg': configuration = '', ...tables } = edgeFiles(renderConfig(process), edgeTables(data));
  const further = Object.keys(tables).filter((name) => /^routes\.map\.\d+$/.test(name));
  const first = Object.fromEntries(Object.entries(tables).filter(([name]) => !further.includes(name)));
  const pieces = [first, ...further.map((name) => ({ [name]: tables[name] ?? '' }))];
  checkSize(path, gateway, pieces);
  return { configuration: { 'haproxy.cfg': configuration }, data: pieces };
}

function checkSize(path: string, { propagation }: ResolvedGateway, pieces: GatewayFiles['data']): void {
  const bytes = Object.values(pieces[0] ?? {}).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const watched = propagation === 'watch' && pieces.length > 1;
  if (bytes <= mostBytes && !watched) return;
  throw new PropError('EdgeGateway', path, [
    {
      rule: 'edge/too-many-routes',
      prop: 'clusters',
      must: watched
        ? "fit one ConfigMap with propagation: 'watch', which follows one object only"
        : `have lists of clients and routes that fit one ConfigMap (${mostBytes} bytes)`,
      got: watched ? `${pieces.length} ConfigMaps` : `${bytes} bytes`,
      fix: watched ? "write propagation: 'mounted', or use two gateways." : 'use two gateways.',
    },
  ]);
}

/** The ConfigMap with the fixed configuration. */
export function renderConfiguration(
  { name }: ResolvedGateway,
  environment: ResolvedEnvironment,
  { configuration }: GatewayFiles,
): Manifest {
  return configMap(environment, objectNames(name).configuration, configuration);
}

/** One ConfigMap with data. */
export function renderData(
  { name }: ResolvedGateway,
  environment: ResolvedEnvironment,
  { data }: GatewayFiles,
  piece: number,
): Manifest {
  return configMap(environment, objectNames(name).data(piece), data[piece] ?? {});
}

function scriptsOf({ propagation }: ResolvedGateway): Readonly<Record<string, string>> {
  return { 'apply.sh': applyScript, ...(propagation === 'watch' && { 'follow.sh': followScript }) };
}

/** The ConfigMap with the programs beside HAProxy. */
export function renderScripts(gateway: ResolvedGateway, environment: ResolvedEnvironment): Manifest {
  return configMap(environment, objectNames(gateway.name).scripts, scriptsOf(gateway));
}

/** A hash of these programs. */
export function scriptsRevision(gateway: ResolvedGateway): string {
  return contentId(Object.values(scriptsOf(gateway)).join());
}

function configMap(environment: ResolvedEnvironment, name: string, data: Readonly<Record<string, string>>): Manifest {
  return edgeObject(environment, { apiVersion: 'v1', kind: 'ConfigMap', name }, { data });
}
