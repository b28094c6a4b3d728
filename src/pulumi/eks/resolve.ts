import { checkListedOnce } from '../../kubernetes/listed-once';
import { Problems } from '../../kubernetes/prop-error';
import { awsSpelling } from '../../platform/cloud-shape';
import { defaultPools } from '../clusters/default-pools';
import { resolveProtection } from '../clusters/protection';
import { resolvePools, type ZonePool } from '../clusters/resolve-pools';
import type { EksClusterArgs } from './args';
import { checkAutoMode } from './check-auto-mode';
import { checkName } from './check-name';
import { type AccessPlan, resolveAccess } from './resolve-access';
import { type NetworkPlan, resolveNetwork } from './resolve-network';
import { eksClusterShape } from './shape';

type Defaulted = 'zones' | 'name' | 'stage' | 'mode' | 'support' | 'administrators' | 'tags';

/** Arguments with their defaults, checked. */
export interface EksPlan
  extends Omit<EksClusterArgs, Defaulted | 'network' | 'access' | 'pools'>,
    Required<Pick<EksClusterArgs, Defaulted>> {
  readonly region: string;
  readonly network: NetworkPlan;
  readonly access: AccessPlan;
  readonly pools: readonly ZonePool[];
  /** Whether Pulumi refuses to delete. @default - as its parent says */
  readonly protect?: boolean;
  /** Whether EKS refuses to delete. */
  readonly deletionProtection: boolean;
}

/**
 * Arguments with their defaults.
 * @throws PropError naming every wrong argument
 */
export function resolveEks(
  component: string,
  args: EksClusterArgs,
  options: { readonly protect?: boolean } = {},
): EksPlan {
  const problems = new Problems('EksCluster', component);
  const given = problems.check(eksClusterShape, args);
  const { stage = 'production', mode = 'standard', zones = [], name = component } = given;
  const region = resolveRegion(problems, zones);
  const pools = resolvePools(problems, { cloud: 'aws', zones }, given.pools ?? defaultPools('aws', stage, zones));
  const network = resolveNetwork(problems, { region, zones, stage }, given.network);
  const protection = resolveProtection(problems, given, options);
  checkName(problems, component, name, pools);
  const access = resolveAccess(problems, given.access);
  if (mode === 'auto') checkAutoMode(problems, given, pools);
  problems.throwIfAny();
  return {
    ...given,
    ...protection,
    name,
    stage,
    mode,
    support: given.support ?? (stage === 'production' ? 'extended' : 'standard'),
    administrators: given.administrators ?? {},
    tags: given.tags ?? {},
    zones,
    region,
    network,
    access,
    pools,
  };
}

/** The region of all zones; they carry it in front. Reports zones that are none, or of another region. */
function resolveRegion(problems: Problems, zones: readonly string[]): string {
  const [first = ''] = zones;
  const region = /^[a-z]{2,}(-[a-z]+)+-\d/.exec(first)?.[0] ?? '';
  for (const [index, zone] of zones.entries()) {
    const prop = `zones[${index}]`;
    if (!awsSpelling.zoneIn(region, zone) || region === '') {
      const must = index === 0 || region === '' ? 'be a zone of AWS' : `be a zone of ${region}, as the first one is`;
      const example = region === '' ? 'eu-west-1a' : `${region}a`;
      problems.add({ rule: 'platform/zone', prop, must, got: zone, fix: `write a zone such as "${example}".` });
    }
  }
  checkListedOnce('platform/zone', 'zones', zones, problems);
  return region;
}
