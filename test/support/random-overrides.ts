import type { HostOverride } from 'anyhouse';
import fc from 'fast-check';
import { type Fields, options, seldom } from './random-options';
import { validImage } from './random-values';

const amount = fc.integer({ min: 1, max: 1_000_000 });

/** Overrides of a small cluster. They may name hosts that are not there, and say the same twice. */
export function randomOverrides({ resources, instanceType }: Pick<Fields<HostOverride>, 'resources' | 'instanceType'>) {
  const { replica, replicas, weight, internalReplication, ...fields } = {
    shard: fc.constantFrom(0, 0, 1),
    replica: fc.constantFrom(0, 0, 1),
    image: validImage,
    resources: seldom(resources),
    instanceType: seldom(instanceType),
    pool: fc.constant({ labels: { dedicated: 'canary' }, taint: 'dedicated=canary:NoSchedule' }),
    settings: seldom(
      options({
        mark_cache_size: amount,
        merge_tree: options({ max_suspicious_broken_parts: amount }),
        display_name: fc.constantFrom('canary', '<&>'),
      }),
    ),
    replicas: seldom(fc.constantFrom(1, 2, 3)),
    weight: fc.integer({ min: 0, max: 3 }),
    internalReplication: fc.constantFrom('yes', 'no'),
  } satisfies Fields<HostOverride>;
  const ofHosts = options({ ...fields, replica }, 'replica');
  const ofShards = options({ ...fields, replicas, weight, internalReplication }, 'shard');
  const wrong = options({ ...fields, replica, weight });
  const override = fc.oneof({ weight: 5, arbitrary: ofHosts }, { weight: 5, arbitrary: ofShards }, wrong);
  return fc.array(override, { maxLength: 2 });
}
