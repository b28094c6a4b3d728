import fc from 'fast-check';
import { keeperMark } from './random-props';

/*
 * Programs in which some text is an Output of Pulumi, whose value is the text that stood there. Whoever replaces the
 * tokens in the manifests has to get what the plain program gives.
 */

/** Keys from the root of a tree to a place in it. */
export type Path = readonly (string | number)[];

/** Which text becomes a token, all of it or a part. Places are counted, so that it fits any tree. */
export interface Hidden {
  readonly place: number;
  /** Characters that stay in front of the token and behind it. */
  readonly before: number;
  readonly behind: number;
}

/** A tree with tokens, and what they stand for. */
export interface Tokenised<T> {
  readonly tree: T;
  readonly values: ReadonlyMap<string, string>;
  readonly places: readonly Path[];
}

/** Some text to hide: mostly all of it. */
export const hidden: fc.Arbitrary<Hidden> = fc.record({
  place: fc.nat(9999),
  before: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }),
  behind: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }),
});

/** Places of text in a program that the library is given. How a value is made is the program's own affair. */
export function textsIn(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree === 'string') {
    const given = path.includes('props') || path.includes('options');
    return given && path.at(-1) !== 'make' && tree !== keeperMark ? [path] : [];
  }
  if (typeof tree !== 'object' || tree === null) return [];
  const entries = Array.isArray(tree) ? [...tree.entries()] : Object.entries(tree);
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** The tree with tokens in place of text. */
export function withTokens<T>(tree: T, places: readonly Path[], hide: readonly Hidden[]): Tokenised<T> {
  const values = new Map<string, string>();
  const used: Path[] = [];
  let result = tree;
  for (const { place, before, behind } of hide) {
    const path = places[place % Math.max(places.length, 1)];
    if (path === undefined || used.includes(path)) continue;
    const text = valueAt(tree, path) as string;
    const start = Math.min(before, text.length);
    const end = Math.max(start, text.length - behind);
    const token = `\${pulumi.${values.size + 7}}`;
    values.set(token, text.slice(start, end));
    used.push(path);
    result = replaced(result, path, `${text.slice(0, start)}${token}${text.slice(end)}`) as T;
  }
  return { tree: result, values, places: used };
}

/** A tree as it is once the values are there. */
export function known<T>(tree: T, values: ReadonlyMap<string, string>): T {
  if (typeof tree === 'string')
    return tree.replaceAll(/\$\{pulumi\.\d+\}/g, (token) => values.get(token) ?? token) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((each) => known(each, values)) as T;
  return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, known(inner, values)])) as T;
}

/** The tree with another value at a place. */
export function replaced(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(tree)) return tree.map((each, index) => (index === key ? replaced(each, rest, value) : each));
  const entries = Object.entries(tree as object);
  return Object.fromEntries(entries.map(([name, each]) => [name, name === key ? replaced(each, rest, value) : each]));
}

/** The value at a place. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)?.[key], tree);
}
