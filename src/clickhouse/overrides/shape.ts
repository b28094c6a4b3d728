import { imageReference } from '../../altinity/images';
import { instanceType } from '../../environment/instance-type';
import { resources } from '../../environment/pods';
import { withoutOutputs } from '../../kubernetes/outputs-inside';
import { all, type Check, leaf, listOf, oneOf, shape, wholeNumber } from '../../kubernetes/shape';
import { nodePool } from '../../platform/pools';
import type { HostOverride } from './options';

/** Checks of {@link HostOverride}. */
export const overridesShape: Check = listOf(
  shape<HostOverride>({
    shard: wholeNumber(0, 998),
    replica: wholeNumber(0, 98),
    image: imageReference,
    resources,
    instanceType,
    pool: nodePool,
    settings: all(
      leaf((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
        must: 'be an object',
        fix: 'write { name: value }.',
      }),
      withoutOutputs,
    ),
    replicas: wholeNumber(1, 99),
    weight: wholeNumber(0, 1_000_000),
    internalReplication: oneOf(['yes', 'no']),
  }),
);
