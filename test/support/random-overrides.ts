import type { HostOverride } from 'anyhouse';
import fc from 'fast-check';
import { type Fields, options } from './random-options';
import { validImage } from './random-values';

const amount = fc.integer({ min: 1, max: 1_000_000 });

/** Overrides of a small cluster. They may name hosts that are not there, and say the same twice. */
export function randomOverrides(shared: Pick<Fields<HostOverride>, 'resources' | 'instanceType'>) {
  const override = options({
    ...shared,
    shard: fc.constantFrom(0, 0, 1),
    replica: fc.constantFrom(0, 0, 1),
    image: validImage,
    pool: fc.constant({ labels: { dedicated: 'canary' }, taint: 'dedicated=canary:NoSchedule' }),
    settings: options({
      mark_cache_size: amount,
      merge_tree: options({ max_suspicious_broken_parts: amount }),
      display_name: fc.constantFrom('canary', '<&>'),
    }),
    replicas: fc.constantFrom(1, 2, 3),
    weight: fc.integer({ min: 0, max: 3 }),
    internalReplication: fc.constantFrom('yes', 'no'),
  } satisfies Fields<HostOverride>);
  return fc.array(override, { maxLength: 2 });
}
