import { isPrivateCidr, parseCidr } from '../../kubernetes/cidr';
import { given } from '../../kubernetes/given';
import type { Problems } from '../../kubernetes/prop-error';
import type { ZonePool } from '../clusters/resolve-pools';
import { addressesOf, checkApart } from '../clusters/subnets';
import type { GkeAccessArgs, GkeClusterArgs, GkeRanges } from './args';

const defaultRanges: Required<GkeRanges> = {
  nodes: '10.0.0.0/20',
  pods: '10.4.0.0/16',
  services: '10.8.0.0/20',
};

/** Addresses of a network of its own. Reports ranges that overlap, and those that are too small for the pools. */
export function resolveRanges(
  problems: Problems,
  { network }: Pick<GkeClusterArgs, 'network'>,
  pools: readonly ZonePool[],
): Required<GkeRanges> {
  const ranges = { ...defaultRanges, ...given<GkeRanges>(network?.ranges ?? {}) };
  if (network?.existing && network.ranges) {
    problems.add({
      rule: 'gke/network',
      prop: 'network.ranges',
      must: 'not be set beside existing, whose ranges are made',
      got: network.ranges,
      fix: 'keep one of the two.',
    });
  }
  if (network?.existing || problems.has('network')) return ranges;
  checkApart(
    problems,
    (['nodes', 'pods', 'services'] as const).map((part) => ({ prop: `network.ranges.${part}`, cidr: ranges[part] })),
  );
  // An upgrade adds one node to a pool before it takes another one away.
  const most = pools.reduce((sum, pool) => sum + pool.most + 1, 0);
  const rooms = {
    nodes: { nodes: addressesOf(prefixOf(ranges.nodes)) - 4, prefix: 32 - bits(most + 4) },
    pods: { nodes: addressesOf(prefixOf(ranges.pods)) / addressesOf(24), prefix: 24 - bits(most) },
  };
  for (const part of ['nodes', 'pods'] as const) {
    const room = rooms[part];
    if (room.nodes >= most || problems.has(`network.ranges.${part}`)) continue;
    problems.add({
      rule: 'clusters/range-size',
      prop: `network.ranges.${part}`,
      must: `be for the ${most} nodes that there are at most, one more for each pool and zone included; this one is for ${room.nodes}`,
      got: ranges[part],
      fix: `choose a /${room.prefix} or larger.`,
    });
  }
  return ranges;
}

/** How the API server is reached. Reports ranges that would have no effect, and a public endpoint without any. */
export function resolveAccess(
  problems: Problems,
  { endpoint = 'dns', allow = [] }: GkeAccessArgs = {},
): Required<GkeAccessArgs> {
  const fault = (must: string, fix: string) =>
    problems.add({ rule: 'clusters/endpoint', prop: 'access.allow', must, got: allow, fix });
  if (problems.has('access')) return { endpoint, allow };
  if (endpoint === 'public' && allow.length === 0) {
    fault(
      'name who reaches a public endpoint',
      "write allow: ['203.0.113.0/24'], or endpoint: 'dns' to let IAM decide.",
    );
  }
  if (endpoint === 'dns' && allow.length > 0) {
    fault("be left out with endpoint 'dns', where IAM decides", "remove it, or write endpoint: 'public'.");
  }
  if (endpoint === 'private' && !allow.every(isPrivateCidr)) {
    fault("be private addresses with endpoint 'private'", "write allow: ['10.0.0.0/8'], or endpoint: 'public'.");
  }
  return { endpoint, allow };
}

/** Bits of an address that tell so many apart. */
function bits(count: number): number {
  return Math.ceil(Math.log2(count));
}

function prefixOf(range: string): number {
  return parseCidr(range)?.prefix ?? 0;
}
