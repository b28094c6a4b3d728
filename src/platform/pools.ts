import { checkListedOnce } from '../kubernetes/listed-once';
import type { Problems } from '../kubernetes/prop-error';
import { type Check, labels, leaf, line, listOf, required, shape } from '../kubernetes/shape';
import type { PlatformFacts } from './facts';

/** Nodes set apart for databases. */
export interface NodePool {
  /** Labels of its nodes. */
  readonly labels: Readonly<Record<string, string>>;
  /** Taint that keeps other pods away, as `kubectl taint` writes it: `dedicated=clickhouse:NoSchedule`. @default - none */
  readonly taint?: string;
}

/** Nodes that a platform sets apart for one kind of server. */
export interface PlatformPool extends NodePool {
  /**
   * Zones that its nodes stand in. They decide which replica goes where, and disks do not follow: never change them once
   * there is data.
   * @default - the zones of the platform
   */
  readonly zones?: readonly string[];
  /**
   * Machine that all of its nodes are, in the words of the cloud. Servers then ask for all of it, unless they have
   * `resources`.
   * @default - nobody knows, so servers have the default resources
   */
  readonly instanceType?: string;
}

/** Nodes that a platform sets apart: servers go there unless their `placement.pool` says otherwise. */
export interface PlatformPools {
  /** Nodes for ClickHouse: one server on each. @default - any node */
  readonly clickhouse?: PlatformPool;
  /** Nodes for Keeper. @default - any node, away from ClickHouse */
  readonly keeper?: PlatformPool;
}

/** A kind of server that a platform may have nodes for. */
export type PoolName = keyof PlatformPools;

/** A taint as kubectl writes it: key, value, effect. */
export const taintPattern = /^([^=:\s]+)(?:=([^=:\s]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/;

const nodes = {
  labels: required(labels, {
    must: 'name the labels of the nodes',
    fix: "write labels: { dedicated: 'clickhouse' }.",
  }),
  taint: leaf((value) => typeof value === 'string' && taintPattern.test(value), {
    rule: 'placement/taint',
    must: 'be a taint as kubectl writes it',
    fix: "write taint: 'dedicated=clickhouse:NoSchedule'.",
  }),
};

/** Checks of {@link NodePool}. */
export const nodePool: Check = shape<NodePool>(nodes);

const platformPool: Check = shape<PlatformPool>({
  ...nodes,
  zones: listOf(
    leaf((zone) => typeof zone === 'string', { must: 'be text', fix: 'write a zone.', decides: 'where pods go' }),
    { least: 1, fix: 'leave it out for all zones of the platform.' },
  ),
  instanceType: line,
});

/** Checks of {@link PlatformPools}, one by one; {@link checkPools} looks at the rest. */
export const platformPools: Check = shape<PlatformPools>({ clickhouse: platformPool, keeper: platformPool });

/** How the pool of a platform is called in messages. */
export function poolOfPlatform(name: PoolName): string {
  return `pool '${name}' of the platform`;
}

/** Reports pools with zones or machines that their platform does not have. */
export function checkPools(problems: Problems, facts: PlatformFacts): void {
  for (const name of ['clickhouse', 'keeper'] as const) {
    const pool = facts.pools?.[name];
    checkZonesKnown(problems, `pools.${name}.zones`, pool?.zones, facts);
    if (pool?.instanceType !== undefined) machines().checkPoolMachine(problems, `pools.${name}`, pool, facts);
  }
}

// Late: few platforms have pools, and the catalogue of machines is large.
const machines = () => require('./machines/on-platform') as typeof import('./machines/on-platform');

/** Reports zones that are not among those of a platform, or of one of its pools, and zones that are listed twice. */
export function checkZonesKnown(
  problems: Problems,
  prop: string,
  zones: readonly string[] = [],
  platform: PlatformFacts,
  name?: PoolName,
): void {
  const ofPool = name && platform.pools?.[name]?.zones;
  const known = ofPool ?? platform.zones;
  const listed = `be one of ${known.join(', ')}${ofPool && name ? `, the zones of ${poolOfPlatform(name)}` : ''}`;
  const must = known.length > 0 ? listed : `be left out: ${platform.name} has no zones`;
  const fix = `use zones of the ${ofPool ? 'pool' : 'platform'}, or add it there.`;
  for (const [index, zone] of zones.entries()) {
    if (known.includes(zone)) continue;
    problems.add({ rule: 'platform/zone', prop: `${prop}[${index}]`, must, got: zone, fix });
  }
  checkListedOnce('platform/zone', prop, zones, problems);
}
