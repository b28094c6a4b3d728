import type { HostOverride } from 'anyhouse';
import fc from 'fast-check';
import { validImage } from './random-values';

const amount = fc.integer({ min: 1, max: 1_000_000 });
const some = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(fields, { requiredKeys: [] });

/** Overrides of a small cluster. They may name hosts that are not there, and say the same twice. */
export function randomOverrides(shared: Record<'resources' | 'instanceType', fc.Arbitrary<unknown>>) {
  const override: Record<keyof HostOverride, fc.Arbitrary<unknown>> = {
    ...shared,
    shard: fc.constantFrom(0, 0, 1),
    replica: fc.constantFrom(0, 0, 1),
    image: validImage,
    pool: fc.constant({ labels: { dedicated: 'canary' }, taint: 'dedicated=canary:NoSchedule' }),
    settings: some({
      mark_cache_size: amount,
      merge_tree: some({ max_suspicious_broken_parts: amount }),
      display_name: fc.constantFrom('canary', '<&>'),
    }),
    replicas: fc.constantFrom(1, 2, 3),
    weight: fc.integer({ min: 0, max: 3 }),
    internalReplication: fc.constantFrom('yes', 'no'),
  };
  return fc.array(some(override), { maxLength: 2 });
}
