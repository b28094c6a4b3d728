import type { Problems } from '../../kubernetes/prop-error';
import { inside } from '../../kubernetes/shape';
import { awsSpelling } from '../../platform/cloud-shape';
import type { Stage } from '../../platform/facts';
import { checkApart, checkOnePerZone, checkWithin, type NamedRange } from '../clusters/subnets';
import type { EksExistingNetwork, EksNetworkArgs } from './args';
import { rangesOf } from './ranges';

/** A network that exists, or what is made for one. */
export type NetworkPlan = { readonly existing: EksExistingNetwork } | NewNetwork;

/** A VPC that is made. */
export interface NewNetwork {
  readonly existing?: undefined;
  readonly cidr: string;
  readonly subnets: readonly { readonly zone: string; readonly privateCidr: string; readonly publicCidr: string }[];
  readonly nat: 'per-zone' | 'single' | 'none';
  /** A subnet for the API server alone, where the nodes stand in one zone, or did once. */
  readonly controlPlane?: { readonly zone: string; readonly cidr: string };
}

interface Place {
  readonly region: string;
  readonly zones: readonly string[];
  readonly stage: Stage;
}

/** The network of a cluster. Reports ranges that cannot work, and subnets that are missing. */
export function resolveNetwork(problems: Problems, place: Place, given: EksNetworkArgs = {}): NetworkPlan {
  const { existing } = given;
  if (existing) {
    checkExisting(problems, place.zones, given, existing);
    return { existing };
  }
  const { zones, stage } = place;
  const cidr = problems.has('network.cidr') ? '10.0.0.0/16' : (given.cidr ?? '10.0.0.0/16');
  const ranges = rangesOf(cidr, zones.length);
  const { privateCidrs = ranges.privateCidrs, publicCidrs = ranges.publicCidrs } = given;
  if (!problems.has('network')) checkRanges(problems, zones, cidr, { privateCidrs, publicCidrs });
  const zone = controlPlaneZone(problems, place, given.controlPlaneZone);
  return {
    cidr,
    subnets: zones.map((name, index) => ({
      zone: name,
      privateCidr: privateCidrs[index] ?? '',
      publicCidr: publicCidrs[index] ?? '',
    })),
    nat: given.nat ?? (stage === 'production' ? 'per-zone' : 'single'),
    ...(zone !== undefined && { controlPlane: { zone, cidr: ranges.controlPlaneCidr } }),
  };
}

function checkRanges(
  problems: Problems,
  zones: readonly string[],
  cidr: string,
  lists: { readonly privateCidrs: readonly string[]; readonly publicCidrs: readonly string[] },
): void {
  const ranges: NamedRange[] = [];
  for (const list of ['privateCidrs', 'publicCidrs'] as const) {
    checkOnePerZone(problems, `network.${list}`, lists[list], zones);
    ranges.push(...lists[list].map((range, index) => ({ prop: `network.${list}[${index}]`, cidr: range })));
  }
  for (const range of ranges) checkWithin(problems, range, { prop: 'network.cidr', cidr });
  checkApart(problems, ranges);
}

/** Where the API server has a subnet of its own: EKS wants two zones, so with one zone of nodes it is another one. */
function controlPlaneZone(problems: Problems, { region, zones }: Place, given: string | undefined): string | undefined {
  const [only = ''] = zones;
  const prop = 'network.controlPlaneZone';
  if (given === undefined || problems.has(prop)) {
    return zones.length === 1 ? `${only.slice(0, -1)}${only.endsWith('a') ? 'b' : 'a'}` : undefined;
  }
  if ((zones.length === 1 && given === only) || !awsSpelling.zoneIn(region, given)) {
    const must = `be another zone of ${region}`;
    problems.add({ rule: 'eks/control-plane-zones', prop, must, got: given, fix: 'choose one, or leave it out.' });
  }
  return given;
}

function checkExisting(
  problems: Problems,
  zones: readonly string[],
  given: EksNetworkArgs,
  { privateSubnetIds = {} }: EksExistingNetwork,
): void {
  for (const prop of ['cidr', 'privateCidrs', 'publicCidrs', 'nat', 'controlPlaneZone'] as const) {
    if (given[prop] === undefined) continue;
    const must = 'be left out beside existing: nothing is made in a network that exists';
    problems.add({ rule: 'eks/network', prop: `network.${prop}`, must, got: given[prop], fix: 'remove it.' });
  }
  const prop = 'network.existing.privateSubnetIds';
  if (problems.has(prop)) return;
  const missing = zones.filter((zone) => privateSubnetIds[zone] === undefined);
  for (const zone of missing) {
    const must = 'name a private subnet for each zone';
    problems.add({
      rule: 'eks/network',
      prop: inside(prop, zone),
      must,
      got: undefined,
      fix: `write '${zone}': 'subnet-0abc'.`,
    });
  }
  const known = Object.keys(privateSubnetIds);
  if (missing.length === 0 && known.length < 2) {
    problems.add({
      rule: 'eks/control-plane-zones',
      prop,
      must: 'have subnets of at least two zones, for the API server',
      got: known,
      fix: 'add a private subnet of another zone; nodes stay in zones of the cluster.',
    });
  }
}
