import { asText, integer, list, record, text } from '../../kubernetes/manifest';
import { booleanOf } from './booleans';
import { fill, referencesOf, type TemplateReferences, withOldName } from './templates';

type Fields = Readonly<Record<string, unknown>>;

/** A host as its layout describes it, before templates and ports are worked out. */
export interface LaidOutHost {
  readonly name: string;
  readonly shardIndex: number;
  readonly replicaIndex: number;
  /** Name of its replica: of the column in the cluster. */
  readonly replica: string;
  /** What the layout says about this very host. */
  readonly fields: Fields;
  readonly secure?: boolean;
  readonly insecure?: boolean;
  readonly templates?: TemplateReferences;
  /** The shard or replica of the layout that it inherits from. */
  readonly parent: Fields;
}

/** A shard with its hosts. */
export interface LaidOutShard {
  readonly name: string;
  readonly fields: Fields;
  readonly hosts: readonly LaidOutHost[];
}

/** Beyond this nobody has a cluster; without a bound a typing error in a count would exhaust the memory. */
const mostHosts = 10_000;

/**
 * Spreads a layout into shards and hosts.
 *
 * Hosts come from a grid that both lists write into: `shards[].replicas[]` first, then `replicas[].shards[]`. Counts
 * are raised to the length of every list. Then each shard takes as many hosts as it says, or lists, or else as many as
 * the widest shard has.
 */
export function layoutOf(value: unknown): readonly LaidOutShard[] {
  const layout = record(value);
  const shards = list(layout.shards).map(record);
  const replicas = list(layout.replicas).map(record);
  const rows = widest(replicas, 'shards', Math.max(count(layout.shardsCount), shards.length, 1));
  const columns = widest(shards, 'replicas', Math.max(count(layout.replicasCount), replicas.length, 1));
  const fromReplicas = shards.length === 0 && replicas.length > 0;

  let room = mostHosts;
  return Array.from({ length: Math.min(rows, mostHosts) }, (_, shardIndex) => {
    const shard = shards[shardIndex] ?? {};
    const name = nameOf(shard, shardIndex);
    const width = Math.min(count(shard.replicasCount) || list(shard.replicas).length || columns, room);
    room -= width;
    const hosts = Array.from({ length: width }, (_, replicaIndex) => {
      const replica = replicas[replicaIndex] ?? {};
      return {
        ...hostOf(
          list(shard.replicas)[replicaIndex],
          list(replica.shards)[shardIndex],
          [name, nameOf(replica, replicaIndex)],
          [shardIndex, replicaIndex],
        ),
        shardIndex,
        replicaIndex,
        replica: nameOf(replica, replicaIndex),
        parent: fromReplicas ? replica : shard,
      };
    });
    return { name, fields: shard, hosts };
  });
}

/** A host that stands in one list, in both, or in none. The second one only fills some of the gaps of the first. */
function hostOf(
  first: unknown,
  second: unknown,
  [shard, replica]: readonly [string, string],
  [row, column]: readonly [number, number],
): Pick<LaidOutHost, 'name' | 'fields' | 'secure' | 'insecure' | 'templates'> {
  const fields = isObject(first) ? record(first) : record(second);
  const other = isObject(first) ? record(second) : {};
  const given = text(fields.name);
  const made = `${shard}-${replica}`;
  // Names that older operators made up are made up anew.
  const own = given && ![made, `${row}-${column}`, `${row}`, `${column}`].includes(given) ? given : made;
  const references = referencesOf(fields.templates);
  return {
    name: own,
    fields,
    secure: booleanOf(fields.secure) ?? booleanOf(other.secure),
    insecure: booleanOf(fields.insecure) ?? booleanOf(other.insecure),
    templates:
      isObject(second) && isObject(first) ? withOldName(fill(references, referencesOf(other.templates))) : references,
  };
}

/** The most hosts that any entry asks for, by its count or by its list. */
function widest(entries: readonly Fields[], inner: 'shards' | 'replicas', least: number): number {
  return entries.reduce(
    (most, entry) => Math.max(most, count(entry[`${inner}Count`]), list(entry[inner]).length),
    least,
  );
}

function count(value: unknown): number {
  return Math.min(Math.max(integer(value) ?? 0, 0), mostHosts);
}

function nameOf(entry: Fields, index: number): string {
  return text(entry.name) || asText(index);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
