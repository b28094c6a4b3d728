import { resolveSizing, type Sizing } from '../../environment/instance-type';
import type { ResolvedEnvironment } from '../../environment/options';
import type { ResolvedPlacement } from '../../environment/placement';
import { imageIn } from '../../environment/pods';
import type { Problems } from '../../kubernetes/prop-error';
import type { ServerSettings } from '../../settings/server-settings';
import type { ClickHouseClusterProps } from '../options';
import { checkSettings } from '../resolve-settings';
import { checkLocalDisks } from '../storage/resolve-storage';
import { checkReplicas, checkTargets, hostsNamed, isWholeShard, reportTwice, shardFields } from './check-overrides';
import type { HostPod, ResolvedShard } from './layout';
import type { HostOverride } from './options';

/** What hosts have that no override names. */
export interface CommonHost extends Sizing {
  readonly image: string;
  readonly placement: ResolvedPlacement;
  readonly spread: 'required' | 'preferred';
}

/** What is filled while overrides are read one by one. */
interface Draft {
  pod?: HostPod;
  readonly settings: ServerSettings[];
  readonly origin: Record<string, string>;
}

interface ShardDraft extends Draft {
  weight?: number;
  internalReplication?: 'yes' | 'no';
  readonly hosts: readonly Draft[];
}

/** Copies of the shard that has the most of them, as far as the props make sense. */
export function mostReplicas({ replication, overrides }: ClickHouseClusterProps): number {
  const own = Array.isArray(overrides) ? (overrides as readonly (HostOverride | undefined)[]) : [];
  return own.reduce((most, override) => Math.max(most, Number(override?.replicas) || 0), replication?.replicas ?? 1);
}

/** Shards and hosts with what each has of its own. Reports overrides of hosts that are not there, and what is said twice. */
export function resolveOverrides(
  problems: Problems,
  environment: ResolvedEnvironment,
  given: ClickHouseClusterProps,
  common: CommonHost,
): readonly ResolvedShard[] {
  const needed = ['overrides', 'shards', 'replication', 'placement', 'image', 'resources', 'instanceType', 'storage'];
  if (needed.some((prop) => problems.has(prop))) return [];
  const { overrides = [], shards = 1, replication } = given;
  const pinned = common.spread === 'required' && common.placement.zones.length > 0;
  const copies = Array.from({ length: shards }, (_, shard) => {
    const counts = overrides.flatMap((override) =>
      isWholeShard(override) && override.shard === shard ? [override.replicas] : [],
    );
    return counts.find((count) => count !== undefined) ?? replication?.replicas ?? 1;
  });
  checkTargets(problems, overrides, copies);
  checkReplicas(problems, given, pinned ? common.placement : undefined);
  if (problems.has('overrides')) return [];
  reportTwice(problems, overrides, copies);
  // Users and their profiles are the same file for every release.
  for (const { image } of overrides) if (image !== undefined) checkSettings(problems, image, given);

  const layout = copies.map((count): ShardDraft => ({ ...draft(), hosts: Array.from({ length: count }, draft) }));
  for (const [index, override] of overrides.entries()) {
    const prop = `overrides[${index}]`;
    const pod = problems.within(prop, (part) => podOf(part, environment, given, override, common));
    const whole = isWholeShard(override) ? layout[override.shard] : undefined;
    const hosts = hostsNamed(override, copies).flatMap(([shard, replica]) => layout[shard]?.hosts[replica] ?? []);
    for (const place of whole ? [whole] : hosts) {
      if (!override.settings) continue;
      place.settings.push(override.settings);
      place.origin.settings = `${prop}.settings`;
    }
    if (whole) {
      whole.weight ??= override.weight;
      whole.internalReplication ??= override.internalReplication;
      for (const field of shardFields) {
        if (override[field] !== undefined) whole.origin[field] = `${prop}.${field}`;
      }
    }
    for (const host of pod ? hosts : []) {
      host.pod = { ...host.pod, ...pod };
      Object.assign(host.origin, originOf(override, prop));
    }
  }
  // What keeps copies apart stands in the pod. The shared one lacks it where most shards have one copy.
  for (const { hosts } of pinned || replication?.replicas !== 1 ? [] : layout) {
    for (const host of hosts.length > 1 ? hosts : []) host.pod ??= {};
  }
  return layout;
}

function draft(): Draft {
  return { settings: [], origin: {} };
}

/** What the pods of an override have of their own; undefined when they are like all others. */
function podOf(
  problems: Problems,
  environment: ResolvedEnvironment,
  given: ClickHouseClusterProps,
  { image: named, resources, instanceType, pool, settings }: HostOverride,
  common: CommonHost,
): HostPod | undefined {
  const image = named === undefined ? common.image : imageIn(environment, named);
  checkSettings(problems, image, { settings });
  if (named === undefined && !resources && !instanceType && !pool) return undefined;
  const placement = pool ? { ...common.placement, pool, poolName: undefined } : common.placement;
  const sized = resources !== undefined || instanceType !== undefined;
  const asked = sized ? { resources, instanceType } : { resources: given.resources, instanceType: given.instanceType };
  const { resources: requests, machine } = resolveSizing(problems, environment, asked, placement, common.resources);
  checkLocalDisks(problems, given.storage, machine);
  return {
    ...(named !== undefined && { image }),
    ...(sized && { resources: requests }),
    // Those of a pool of the platform are not those of another pool.
    ...((sized || pool) && { machine }),
    ...(pool && { placement }),
  };
}

function originOf({ image, resources, instanceType, pool }: HostOverride, prop: string): Record<string, string> {
  return {
    ...(image !== undefined && { image: `${prop}.image` }),
    ...(resources && { sizing: `${prop}.resources` }),
    ...(instanceType !== undefined && { sizing: `${prop}.instanceType` }),
    ...(pool && { pool: `${prop}.pool` }),
  };
}
