import { checkListedOnce } from '../../kubernetes/listed-once';
import type { Problems } from '../../kubernetes/prop-error';
import { inside } from '../../kubernetes/shape';
import { machineMeant, machineNamed, platformOf } from '../../platform/machines/catalogue';
import type { Machine } from '../../platform/machines/machine';
import type { PlatformPool, PlatformPools, PoolName } from '../../platform/pools';
import type { NodePoolArgs, PoolRole } from './pools';

/** A cloud that this library makes clusters in. */
export type ClusterCloud = 'aws' | 'google';

/** Node label that names the pool of a node. */
export const poolLabel = 'anyhouse.dev/pool';

/** Node label, and key of the taint, that sets nodes apart for databases or Keeper. */
export const dedicatedLabel = 'dedicated';

/** Nodes of one pool in one zone: disks are zonal, so an autoscaler has to know where to add a node. */
export interface ZonePool {
  /** `<pool>-<zone>`. What is made of it keeps its identity when pools or zones are added, removed or reordered. */
  readonly key: string;
  readonly pool: string;
  readonly zone: string;
  readonly role: PoolRole;
  readonly machine: Machine;
  /** Labels of its nodes. */
  readonly labels: Readonly<Record<string, string>>;
  /** Taint of its nodes, always with the effect `NoSchedule`. System pools have none. */
  readonly taint?: { readonly key: string; readonly value: string };
  /** Bounds of the number of nodes; the same where nothing scales them. */
  readonly least: number;
  readonly most: number;
  readonly diskGibibytes: number;
}

/**
 * Longest `<pool>-<zone>`.
 * @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools (40)
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html (63)
 */
const longestKey: Readonly<Record<ClusterCloud, number>> = { google: 40, aws: 63 };

const sample: Readonly<Record<ClusterCloud, string>> = { aws: 'm7i.2xlarge', google: 'n2-standard-8' };

/**
 * Pools of a cluster, taken apart by zone and in the order of its zones. Pools that are broken in themselves were
 * reported by `nodePools` and are left out.
 * @param cluster where the nodes are to stand; no zones where those are broken
 * @param pools as given, for one broken pool must not hide the others
 */
export function resolvePools(
  problems: Problems,
  cluster: { readonly cloud: ClusterCloud; readonly zones: readonly string[] },
  pools: Readonly<Record<string, NodePoolArgs>>,
): readonly ZonePool[] {
  // Not even a map: nothing can be said about a single pool.
  if (problems.all.some(({ prop }) => prop === 'pools')) return [];
  const sound = Object.entries(pools).filter(([name]) => !problems.has(inside('pools', name)));
  const resolved = sound.flatMap(([name, pool]) => zonesOf(problems, cluster, name, pool));
  const roles = Object.values(pools).map((pool) => pool?.role);
  if (!roles.includes('system')) {
    problems.add({
      rule: 'clusters/system-pool',
      prop: 'pools',
      must: 'have a pool with role "system"',
      got: Object.keys(pools),
      fix: `add system: { role: 'system', instanceType: '${sample[cluster.cloud]}' }; other pools let nothing else in.`,
    });
  }
  return [...resolved].sort((one, other) => cluster.zones.indexOf(one.zone) - cluster.zones.indexOf(other.zone));
}

/** What the platform of a cluster tells constructs about its nodes, which are in the order of its zones. */
export function platformPools(pools: readonly ZonePool[]): PlatformPools {
  const roles = (['clickhouse', 'keeper'] as const).filter((role) => pools.some((pool) => pool.role === role));
  return Object.fromEntries(roles.map((role) => [role, poolOf(role, pools)]));
}

function poolOf(role: PoolName, pools: readonly ZonePool[]): PlatformPool {
  const own = pools.filter((pool) => pool.role === role);
  const [instanceType, ...others] = new Set(own.map(({ machine }) => machine.name));
  return {
    labels: { [dedicatedLabel]: role },
    taint: `${dedicatedLabel}=${role}:NoSchedule`,
    zones: [...new Set(own.map(({ zone }) => zone))],
    ...(others.length === 0 && { instanceType }),
  };
}

function zonesOf(
  problems: Problems,
  { cloud, zones: all }: { readonly cloud: ClusterCloud; readonly zones: readonly string[] },
  pool: string,
  { role, instanceType, zones: own, nodesPerZone = 1, diskGibibytes = 50 }: NodePoolArgs,
): readonly ZonePool[] {
  const prop = inside('pools', pool);
  const machine = machineOf(problems, cloud, `${prop}.instanceType`, instanceType);
  const zones = own ?? all;
  if (own) checkZones(problems, `${prop}.zones`, own, all);
  const { least, most } = typeof nodesPerZone === 'number' ? { least: nodesPerZone, most: nodesPerZone } : nodesPerZone;
  if (least > most) {
    problems.add({
      rule: 'clusters/nodes',
      prop: `${prop}.nodesPerZone`,
      must: 'have at least as many nodes at most as at least',
      got: nodesPerZone,
      fix: `write { least: ${most}, most: ${least} }.`,
    });
  }
  const longest = Math.max(...zones.map((zone) => zone.length));
  const room = longestKey[cloud] - longest - 1;
  if (pool.length > room) {
    problems.add({
      rule: 'names/too-long',
      prop,
      must: `have a name of at most ${room} letters: with a zone it is the name of nodes, which have ${longestKey[cloud]}`,
      got: pool,
      fix: `rename it to "${pool.slice(0, room).replace(/-+$/, '')}".`,
    });
  }
  if (!machine) return [];
  const dedicated = role === 'system' ? undefined : { key: dedicatedLabel, value: role };
  const labels = { ...(dedicated && { [dedicatedLabel]: role }), [poolLabel]: pool };
  return zones.map((zone) => ({
    key: `${pool}-${zone}`,
    pool,
    zone,
    role,
    machine,
    labels,
    ...(dedicated && { taint: dedicated }),
    least,
    most,
    diskGibibytes,
  }));
}

function machineOf(problems: Problems, cloud: ClusterCloud, prop: string, name: string): Machine | undefined {
  const machine = machineNamed(name);
  if (machine?.cloud === cloud) return machine;
  const own = platformOf[cloud];
  if (machine) {
    problems.add({
      rule: 'sizes/cloud',
      prop,
      must: `be a machine of ${own}; this one is of ${platformOf[machine.cloud]}`,
      got: name,
      fix: `write '${sample[cloud]}'.`,
    });
  } else {
    const meant = machineMeant(name, cloud);
    problems.add({
      rule: 'sizes/unknown',
      prop,
      must: `be a machine of ${own} that is known`,
      got: name,
      fix: meant ? `write '${meant}'.` : `write '${sample[cloud]}'; docs/sizes.md has the list.`,
    });
  }
  return undefined;
}

function checkZones(problems: Problems, prop: string, zones: readonly string[], all: readonly string[]): void {
  checkListedOnce('platform/zone', prop, zones, problems);
  for (const [index, zone] of zones.entries()) {
    const entry = `${prop}[${index}]`;
    if (all.length === 0 || all.includes(zone) || problems.has(entry)) continue;
    problems.add({
      rule: 'clusters/pool-zones',
      prop: entry,
      must: `be a zone of the cluster: ${all.join(', ')}`,
      got: zone,
      fix: 'choose one of these, or add the zone at the end of zones of the cluster.',
    });
  }
}
