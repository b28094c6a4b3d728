import type { Fault } from '../../checks/rule';
import { at, list, type Manifest, pointer, record } from '../../kubernetes/manifest';

type Keys = readonly (string | number)[];

/** A part of a manifest, and where it stands. */
export class Place {
  constructor(
    /** The part; an empty object when it is absent or something else. */
    readonly node: Readonly<Record<string, unknown>>,
    private readonly parent?: Place,
    private readonly keys: Keys = [],
  ) {}

  /** JSON pointer into the manifest. Made when asked for, which is rare: most places are fine. */
  get pointer(): string {
    return `${this.parent?.pointer ?? ''}${pointer(...this.keys)}`;
  }

  /** Something inside of this place, whatever it is. */
  to(...keys: Keys): Place {
    return new Place(record(at(this.node, ...keys.map(String))), this, keys);
  }
}

/** The whole of a manifest. */
export function whole(object: Manifest): Place {
  return new Place(object);
}

/** A part of a place, found by following keys; an empty one when there is none. */
export function placeAt(from: Place, ...path: readonly string[]): Place {
  return new Place(record(at(from.node, ...path)), from, path);
}

/** The entries of a list, found by following keys. An entry that is no object counts as an empty one. */
export function entriesAt(from: Place, ...path: readonly string[]): readonly Place[] {
  const entries = list(at(from.node, ...path));
  return entries.length === 0 ? none : entries.map((entry, index) => new Place(record(entry), from, [...path, index]));
}

const none: readonly never[] = [];

/** A key of a map, with its value. */
export interface Item {
  readonly key: string;
  readonly value: unknown;
  readonly place: Place;
}

/** The keys and values of a map, found by following keys. */
export function itemsAt(from: Place, ...path: readonly string[]): readonly Item[] {
  const entries = Object.entries(record(at(from.node, ...path)));
  return entries.map(([key, value]) => ({ key, value, place: new Place(record(value), from, [...path, key]) }));
}

/** A fault of an object at a place, or at something inside of it. */
export function faultAt(object: Manifest, place: Place, inner: Keys, message: string, fix?: string): Fault {
  return { object, pointer: `${place.pointer}${pointer(...inner)}`, message, ...(fix && { fix }) };
}

/** Reads something from an object once: several rules ask for the same. Objects are never changed in place. */
export function once<T>(read: (object: Manifest) => T): (object: Manifest) => T {
  const known = new WeakMap<Manifest, { readonly value: T }>();
  return (object) => {
    const entry = known.get(object) ?? { value: read(object) };
    known.set(object, entry);
    return entry.value;
  };
}

/** The specification of an installation. */
export const specOf = once((installation) => placeAt(whole(installation), 'spec'));

/**
 * Clusters of an installation, in the order of its topology. Without any the operator makes one, which has no place but
 * the specification.
 */
export const clustersOf = once((installation): readonly Place[] => {
  const given = entriesAt(specOf(installation), 'configuration', 'clusters');
  return given.length > 0 ? given : [new Place({}, whole(installation), ['spec'])];
});

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

/** Every place that can hold settings and files of hosts: clusters, shards, replicas, hosts, host templates. */
export const levelsOf = once((installation): readonly Place[] => {
  const clusters = clustersOf(installation).flatMap((cluster) => [cluster, ...layoutEntriesOf(cluster)]);
  const templates = entriesAt(specOf(installation), 'templates', 'hostTemplates');
  return [...clusters, ...templates.map((template) => placeAt(template, 'spec'))];
});

/** Pod templates of an installation. */
export const podTemplatesOf = once((installation) => entriesAt(specOf(installation), 'templates', 'podTemplates'));

/** Volume claim templates of an installation. */
export const claimTemplatesOf = once((installation) =>
  entriesAt(specOf(installation), 'templates', 'volumeClaimTemplates'),
);

/** Containers of all pod templates, those that run before the others included. */
export const containersOf = once((installation): readonly Place[] =>
  podTemplatesOf(installation).flatMap((template) => [
    ...entriesAt(template, 'spec', 'containers'),
    ...entriesAt(template, 'spec', 'initContainers'),
  ]),
);
