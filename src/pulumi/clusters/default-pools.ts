import type { Stage } from '../../platform/facts';
import type { NodePoolArgs } from './pools';
import type { ClusterCloud } from './resolve-pools';

/** Machines by what they are for: servers, Keeper and the rest, or all of that together. */
const machines: Readonly<Record<ClusterCloud, { servers: string; small: string; everything: string }>> = {
  // Graviton has the better price, and every image that is used here has both architectures.
  aws: { servers: 'm7g.2xlarge', small: 'm7g.large', everything: 'm7g.xlarge' },
  google: { servers: 'n2d-highmem-4', small: 'n2d-standard-2', everything: 'n2d-standard-4' },
};

/** A Keeper has three members, and no two of them share a node. */
const fewest = 3;

/**
 * Pools where none are given: in production nodes for each role, which is enough for a shard with a replica in each of
 * three zones; in development as few nodes for everything as a Keeper can do with.
 */
export function defaultPools(
  cloud: ClusterCloud,
  stage: Stage,
  zones: readonly string[],
): Readonly<Record<string, NodePoolArgs>> {
  const { servers, small, everything } = machines[cloud];
  if (stage === 'development') {
    const nodesPerZone = Math.ceil(fewest / Math.max(1, zones.length));
    return { system: { role: 'system', instanceType: everything, nodesPerZone } };
  }
  return {
    clickhouse: { role: 'clickhouse', instanceType: servers },
    keeper: { role: 'keeper', instanceType: small },
    system: { role: 'system', instanceType: small },
  };
}
