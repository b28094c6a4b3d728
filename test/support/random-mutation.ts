import fc from 'fast-check';
import { hostileKey, hostileValue } from './random-values';

/** A change of one place in a tree of plain data. Places are counted, so that it fits any tree. */
export type Mutation =
  | { readonly change: 'replace'; readonly place: number; readonly value: unknown }
  | { readonly change: 'copy'; readonly place: number; readonly from: number }
  | { readonly change: 'remove'; readonly place: number }
  | { readonly change: 'add'; readonly place: number; readonly key: string; readonly value: unknown };

const place = fc.nat(9999);

/** One fault. Copies put a value of another prop in place: units and topologies that do not fit together. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ change: fc.constant('replace' as const), place, value: hostileValue }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('copy' as const), place, from: place }) },
  { weight: 1, arbitrary: fc.record({ change: fc.constant('remove' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({ change: fc.constant('add' as const), place, key: hostileKey, value: hostileValue }),
  },
);

/** Keys from the root of a tree to a place in it. */
export type Path = readonly (string | number)[];

/** The tree with a change. Values inside of frozen places stay; so does the tree where the change fits nowhere. */
export function mutate<T>(tree: T, change: Mutation, isFrozen: (path: Path) => boolean): T {
  const places = placesIn(tree).filter((path) => !isFrozen(path));
  const objects = places.filter((path) => typeof valueAt(tree, path) === 'object' && valueAt(tree, path) !== null);
  const pick = (paths: readonly Path[], index: number) => paths[index % paths.length];
  const target = pick(change.change === 'add' ? objects : places, change.place);
  if (target === undefined) return tree;
  switch (change.change) {
    case 'replace':
      return withValue(tree, target, change.value) as T;
    case 'copy':
      return withValue(tree, target, valueAt(tree, pick(places, change.from) ?? target)) as T;
    case 'add':
      return withValue(tree, [...target, change.key], change.value) as T;
    case 'remove':
      return withValue(tree, target, removed) as T;
  }
}

const removed = Symbol('removed');

function placesIn(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  const inner = entriesOf(tree).flatMap(([key, value]) => placesIn(value, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function entriesOf(tree: object): readonly (readonly [string | number, unknown])[] {
  return Array.isArray(tree) ? [...tree.entries()] : Object.entries(tree);
}

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)?.[key], tree);
}

function withValue(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const before = new Map(typeof tree === 'object' && tree !== null ? entriesOf(tree) : []);
  const changed = withValue(before.get(key), rest, value);
  if (changed === removed) before.delete(key);
  else before.set(key, changed);
  // `fromEntries` makes own properties, also of `__proto__`.
  return Array.isArray(tree) ? [...before.values()] : Object.fromEntries(before);
}
