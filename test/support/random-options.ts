import fc from 'fast-check';

/** An arbitrary for each prop, so that a new prop does not compile before it is tried. */
export type Fields<Props, Left extends keyof Props = never> = Record<Exclude<keyof Props, Left>, fc.Arbitrary<unknown>>;

/** A record whose keys may be missing, but for the required ones. */
export function options<T, K extends keyof T>(
  fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  ...requiredKeys: K[]
) {
  return fc.record<T, K>(fields, { requiredKeys });
}

/** Storage classes by name. */
export const storageClass = fc.constantFrom('gp3', 'local-nvme', 'standard-rwo');

/** Undefined for the most part: a prop that goes with few others. */
export function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}
