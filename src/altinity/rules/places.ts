import type { Fault } from '../../checks/rule';
import { at, list, type Manifest, pointer, record } from '../../kubernetes/manifest';

/** A part of a manifest, and where it stands. */
export interface Place {
  readonly node: Readonly<Record<string, unknown>>;
  /** JSON pointer into the manifest. */
  readonly pointer: string;
}

/** The whole of a manifest. */
export function whole(object: Manifest): Place {
  return { node: object, pointer: '' };
}

/** A part of a place, found by following keys; an empty one when there is none. */
export function placeAt(from: Place, ...path: readonly string[]): Place {
  return { node: record(at(from.node, ...path)), pointer: `${from.pointer}${pointer(...path)}` };
}

/** The entries of a list, found by following keys. An entry that is no object counts as an empty one. */
export function entriesAt(from: Place, ...path: readonly string[]): readonly Place[] {
  return list(at(from.node, ...path)).map((entry, index) => ({
    node: record(entry),
    pointer: `${from.pointer}${pointer(...path, index)}`,
  }));
}

/** The keys and values of a map, each with its place. */
export function itemsAt(from: Place, ...path: readonly string[]): readonly (readonly [string, unknown, string])[] {
  const { node, pointer: base } = placeAt(from, ...path);
  return Object.entries(node).map(([key, value]) => [key, value, `${base}${pointer(key)}`] as const);
}

/** A fault of an object at a place, or at something inside of it. */
export function faultAt(
  object: Manifest,
  { pointer: base }: Place,
  inner: readonly (string | number)[],
  message: string,
  fix?: string,
): Fault {
  return { object, pointer: `${base}${pointer(...inner)}`, message, ...(fix && { fix }) };
}

/** The specification of an installation. */
export function specOf(installation: Manifest): Place {
  return placeAt(whole(installation), 'spec');
}

/**
 * Clusters of an installation, in the order of its topology. Without any the operator makes one, which has no place but
 * the specification.
 */
export function clustersOf(installation: Manifest): readonly Place[] {
  const given = entriesAt(specOf(installation), 'configuration', 'clusters');
  return given.length > 0 ? given : [{ node: {}, pointer: '/spec' }];
}

/** Shards, replicas and hosts that the layout of a cluster lists. */
export function layoutEntriesOf(cluster: Place): readonly Place[] {
  const layout = placeAt(cluster, 'layout');
  const shards = entriesAt(layout, 'shards');
  const replicas = entriesAt(layout, 'replicas');
  return [
    ...shards.flatMap((shard) => [shard, ...entriesAt(shard, 'replicas')]),
    ...replicas.flatMap((replica) => [replica, ...entriesAt(replica, 'shards')]),
  ];
}

/** Host templates, which say the same about hosts as the layout does. */
function hostTemplatesOf(installation: Manifest): readonly Place[] {
  return entriesAt(specOf(installation), 'templates', 'hostTemplates').map((template) => placeAt(template, 'spec'));
}

/** Every place that can hold settings and files of hosts. */
export function levelsOf(installation: Manifest): readonly Place[] {
  const clusters = clustersOf(installation).flatMap((cluster) => [cluster, ...layoutEntriesOf(cluster)]);
  return [...clusters, ...hostTemplatesOf(installation)];
}

/** Every `templates` block with references in it. */
export function referencesOf(installation: Manifest): readonly Place[] {
  const levels = [placeAt(specOf(installation), 'defaults'), ...levelsOf(installation)];
  return levels.map((level) => placeAt(level, 'templates'));
}
