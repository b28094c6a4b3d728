import { renderPaths } from '../../altinity/setting-paths';
import type { ResolvedPlacement } from '../../environment/placement';
import { tooFewZones } from '../../environment/zones';
import type { Problems } from '../../kubernetes/prop-error';
import type { ClickHouseClusterProps } from '../options';
import type { HostOverride } from './options';

/** Fields that belong to a shard, not to its hosts. */
export const shardFields = ['replicas', 'weight', 'internalReplication'] as const;

/** A host by the indexes of its shard and replica. */
export type HostIndex = readonly [shard: number, replica: number];

/** Whether an override names a shard with all of its replicas. */
export function isWholeShard(override: HostOverride): override is HostOverride & { readonly shard: number } {
  return override.shard !== undefined && override.replica === undefined;
}

/** Hosts that an override names, among shards with these numbers of replicas. */
export function hostsNamed({ shard, replica }: HostOverride, replicas: readonly number[]): readonly HostIndex[] {
  const all = replicas.flatMap((count, row) => Array.from({ length: count }, (_, column): HostIndex => [row, column]));
  return all.filter(([row, column]) => (shard ?? row) === row && (replica ?? column) === column);
}

/** Reports overrides that name nothing, hosts that are not there, or what no single host has. */
export function checkTargets(
  problems: Problems,
  overrides: readonly HostOverride[],
  replicas: readonly number[],
): void {
  for (const [index, override] of overrides.entries()) {
    const { shard, replica, ...own } = override;
    const prop = `overrides[${index}]`;
    if (shard === undefined && replica === undefined)
      problems.add({
        rule: 'overrides/target',
        prop,
        must: 'name a shard, a replica, or both',
        got: override,
        fix: 'write shard: 0; what holds for all hosts stands at the cluster itself.',
      });
    else if (Object.values(own).every(isNothing))
      problems.add({
        rule: 'overrides/empty',
        prop,
        must: 'say what is different',
        got: override,
        fix: 'remove it, or write what its hosts have: image, weight, settings.',
      });
    checkIndex(problems, `${prop}.shard`, shard, replicas.length);
    const copies = shard === undefined ? Math.max(...replicas) : replicas[shard];
    if (copies !== undefined) checkIndex(problems, `${prop}.replica`, replica, copies);
    for (const field of shardFields) {
      if (override[field] === undefined || isWholeShard(override)) continue;
      problems.add({
        rule: 'overrides/whole-shard',
        prop: `${prop}.${field}`,
        must: 'be said about a whole shard',
        got: override[field],
        fix: 'name one shard, and no replica.',
      });
    }
  }
}

/** A field that is left out, or settings without any. */
function isNothing(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && Object.keys(value as object).length === 0);
}

function checkIndex(problems: Problems, prop: string, index: number | undefined, count: number): void {
  if (index === undefined || index < count) return;
  problems.add({
    rule: 'overrides/range',
    prop,
    must: count === 1 ? 'be 0: there is one' : `be from 0 to ${count - 1}: there are ${count}`,
    got: index,
    fix: 'count from 0.',
  });
}

/** Reports what two overrides say about one host. */
export function reportTwice(problems: Problems, overrides: readonly HostOverride[], replicas: readonly number[]): void {
  const said = new Map<string, number>();
  for (const [index, override] of overrides.entries()) {
    const reported = new Set<string>();
    for (const [shard, replica] of hostsNamed(override, replicas)) {
      for (const [field, what] of fieldsOf(override)) {
        const key = JSON.stringify([shard, replica, what]);
        const other = said.get(key) ?? index;
        said.set(key, other);
        if (other === index || reported.has(field)) continue;
        reported.add(field);
        problems.add({
          rule: 'overrides/twice',
          prop: `overrides[${index}].${field}`,
          must: 'be said once for each host',
          gotText: `another one for ${shard}-${replica} in overrides[${other}]`,
          fix: 'let the two name different hosts, or merge them.',
        });
      }
    }
  }
}

/** Fields of an override, and what each of them decides: resources and machine are the same thing. */
function* fieldsOf({ shard, replica, settings, ...fields }: HostOverride): Generator<readonly [string, string]> {
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) yield [field, field === 'instanceType' ? 'resources' : field];
  }
  for (const [path] of renderPaths(settings ?? {}, String)) yield [`settings.${path.replaceAll('/', '.')}`, path];
}

/** Reports shards with copies that nothing coordinates, or for which there are no zones or disks. */
export function checkReplicas(
  problems: Problems,
  { overrides = [], replication, storage }: ClickHouseClusterProps,
  pinned: ResolvedPlacement | undefined,
): void {
  for (const [index, { replicas }] of overrides.entries()) {
    const at = { prop: `overrides[${index}].replicas`, got: replicas };
    const wrong = (rule: string, must: string, fix: string) => problems.add({ ...at, rule, must, fix });
    if (replicas === undefined) continue;
    if (replicas > 1 && !replication)
      wrong('replication/keeper', 'be 1 in a cluster without a Keeper', 'write replication: { replicas: 1, keeper }.');
    if (pinned && replicas > pinned.zones.length)
      problems.add({ ...tooFewZones(pinned.zones.length, pinned.zonesOfPool), ...at });
    if (replicas < 2 && storage?.local)
      wrong(
        'storage/local-replicas',
        'be at least 2 on local disks: a lost node takes its data along',
        'write replicas: 2.',
      );
  }
}
