import { createHash } from 'node:crypto';
import { knownText } from '../../kubernetes/token';
import { parseRange, printRange, type Range, union } from './cidr-set';
import type { EdgeData, EdgeRoute } from './model';
import { chainsOf, type Policy, policyOf, rangeId } from './policy';

/** Files of the edge by name, as they go into ConfigMaps. */
export type EdgeFiles = Readonly<Record<string, string>>;

/** What stands in the route table where a backend gets plain bytes; no name of an authority. */
export const noAuthority = '-';

/** Bytes of one file. A ConfigMap holds 1 MiB; longer tables are split into `routes.map.1` and so on. */
const pieceBytes = 900_000;

/** What the tables of HAProxy hold. */
export interface EdgeTables {
  /** `listener/name` to mode, header, host, port, policy, limits and authority. */
  readonly 'routes.map': readonly string[];
  /** Range to the ids of all declared ranges around it, the smallest first. */
  readonly 'src_class.map': readonly string[];
  /** `range/policy`: a client in this range may use routes of this policy. */
  readonly 'allow.map': readonly string[];
  /** Ranges of load balancers whose PROXY headers are believed. */
  readonly 'trusted_lb.lst': readonly string[];
}

/** Tables for data that {@link checkEdgeData} has found no fault in. */
export function edgeTables(data: EdgeData): EdgeTables {
  const routed = data.environments.flatMap(({ allow, routes }) =>
    routes.map((route) => ({ route, policy: policyOf(allow, route.allow) })),
  );
  const policies = uniqueBy(
    routed.map(({ policy }) => policy),
    ({ id }) => id,
  );
  const trusted = data.clientAddress === 'direct' ? [] : data.clientAddress.loadBalancers;
  return {
    'routes.map': routed.map(({ route, policy }) => routeLine(route, policy)).sort(),
    'src_class.map': chains(policies)
      .map(([range, around]) => `${printRange(range)} ${around.map(rangeId).join('|')}`)
      .sort(),
    'allow.map': policies.flatMap(({ id, ranges }) => ranges.map((range) => `${rangeId(range)}/${id} 1`)).sort(),
    'trusted_lb.lst': union(trusted.map(parseRange).filter((range) => range !== undefined)).map(printRange),
  };
}

/** How many declared ranges lie inside of each other at most. */
export function chainDepth(data: EdgeData): number {
  const policies = data.environments.flatMap(({ allow, routes }) =>
    routes.map((route) => policyOf(allow, route.allow)),
  );
  return chains(policies).reduce((depth, [, around]) => Math.max(depth, around.length), 0);
}

/** The tables and the fixed configuration as files, with `sums` that says which of them belong together. */
export function edgeFiles(configuration: string, tables: EdgeTables): EdgeFiles {
  const files = Object.fromEntries([
    ['haproxy.cfg', configuration],
    ...Object.entries(tables).flatMap(([name, lines]) => pieces(name, lines)),
  ]);
  const sums = Object.entries(files).map(([name, text]) => `${sha256(text)}  ${name}\n`);
  return { ...files, sums: sums.join('') };
}

/** Bytes of the rows of some routes, whatever their policies are. */
export function rowBytes(routes: readonly EdgeRoute[]): number {
  const policy = policyOf([], []);
  return routes.reduce((sum, route) => sum + routeLine(route, policy).length + 1, 0);
}

/** Pieces that rows of so many bytes need at most; the longest row has less than 1 KB. */
export function mostPieces(bytes: number): number {
  return Math.floor(bytes / (pieceBytes - 1000)) + 1;
}

function routeLine({ listener, host, mode, backend, limits }: EdgeRoute, policy: Policy): string {
  const { connections, newPerSecond } = limits;
  const value = [
    mode === 'passthrough' ? 'pass' : 'term',
    backend.proxyProtocol,
    backend.host,
    backend.port,
    policy.id,
    connections,
    newPerSecond * 10,
    backend.authority ?? noAuthority,
  ];
  return `${routeKey(listener, host)} ${value.join('|')}`;
}

/** Key of a route in the tables: names are compared in lower case. */
export function routeKey(listener: string, host: string): string {
  return `${listener}/${host.toLowerCase()}`;
}

function chains(policies: readonly Policy[]): readonly (readonly [Range, readonly Range[]])[] {
  const ranges = policies.flatMap((policy) => policy.ranges);
  return [...chainsOf(uniqueBy(ranges, printRange))];
}

function pieces(name: string, lines: readonly string[]): readonly (readonly [string, string])[] {
  const texts = [''];
  for (const line of lines) {
    if ((texts.at(-1) ?? '').length + line.length + 1 > pieceBytes) texts.push('');
    texts[texts.length - 1] += `${line}\n`;
  }
  return texts.map((text, index) => [index === 0 ? name : `${name}.${index}`, text]);
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

function sha256(text: string): string {
  return createHash('sha256').update(knownText(text, 'A checksum of the edge')).digest('hex');
}
