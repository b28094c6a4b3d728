/** A part of a manifest, which tests walk through without saying at each step what it is. */
// biome-ignore lint/suspicious/noExplicitAny: every step of a manifest would need a type of its own
export type Tree = any;

/** A place in a manifest, with numbers for lists. */
export function at(value: unknown, ...path: readonly (string | number)[]): Tree {
  return path.reduce((inner: Tree, key) => inner?.[key], value);
}
