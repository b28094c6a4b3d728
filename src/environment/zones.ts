import type { Problem, Problems } from '../kubernetes/prop-error';
import { checkZonesKnown, type PoolName, poolOfPlatform } from '../platform/pools';
import type { ResolvedEnvironment } from './options';
import type { Placement, ResolvedPlacement } from './placement';

/** Reports zones of a placement that the platform, or the pool that it is in, does not have, or names twice. */
export function checkZones(
  problems: Problems,
  { platform }: ResolvedEnvironment,
  given: Placement | undefined,
  { poolName }: ResolvedPlacement,
): void {
  checkZonesKnown(problems, 'placement.zones', given?.zones, platform, poolName);
}

/** What is wrong with more replicas than zones. */
export function tooFewZones(zones: number, pool: PoolName | undefined): Pick<Problem, 'rule' | 'must' | 'fix'> {
  const [whose, where] = pool ? [` of ${poolOfPlatform(pool)}`, `pools.${pool} of the platform`] : ['', 'the platform'];
  return {
    rule: 'placement/replicas-exceed-zones',
    must: `be at most the number of zones (${zones})${whose} when replicas are spread over zones`,
    fix: `add a zone to ${where}, or set placement.spread to 'preferred'.`,
  };
}
