import { given } from '../../kubernetes/given';
import { checkListedOnce } from '../../kubernetes/listed-once';
import { isDnsLabel, nearestDnsLabel } from '../../kubernetes/names';
import { Problems } from '../../kubernetes/prop-error';
import { googleSpelling } from '../../platform/cloud-shape';
import { Platform } from '../../platform/platform';
import { defaultPools } from '../clusters/default-pools';
import { type Protection, resolveProtection } from '../clusters/protection';
import { platformPools, resolvePools, type ZonePool } from '../clusters/resolve-pools';
import type { GkeAccessArgs, GkeBackupArgs, GkeClusterArgs, GkeRanges } from './args';
import { resolveDisk } from './disks';
import { resolveAccess, resolveRanges } from './resolve-network';
import { gkeShape } from './shape';

/** Arguments with defaults applied and checked; Outputs are left where they are. */
export interface ResolvedGkeCluster extends Pick<GkeClusterArgs, 'project' | 'network' | 'encryptionKey'> {
  readonly name: string;
  readonly region: string;
  readonly zones: readonly string[];
  readonly pools: readonly ZonePool[];
  readonly ranges: Required<GkeRanges>;
  readonly access: Required<GkeAccessArgs>;
  readonly releaseChannel: string;
  readonly backups?: Required<GkeBackupArgs>;
  readonly logs: 'workloads' | 'system';
  readonly protection: Protection;
  readonly platform: Platform;
}

/** `<name>-nodes` is the account of the nodes, and accounts have at most 30 letters. */
const longestName = 24;

/** @throws PropError naming every wrong argument at once */
export function resolveGkeCluster(
  name: string,
  args: GkeClusterArgs,
  opts: { readonly protect?: boolean } = {},
): ResolvedGkeCluster {
  const problems = new Problems('GkeCluster', name);
  const sound = problems.check(gkeShape, args);
  checkName(problems, name);
  const { zones = [], stage = 'production' } = sound;
  const region = regionOf(problems, zones);
  const pools = resolvePools(problems, { cloud: 'google', zones }, args.pools ?? defaultPools('google', stage, zones));
  const ranges = resolveRanges(problems, sound, pools);
  const access = resolveAccess(problems, sound.access);
  const protection = resolveProtection(problems, sound, opts);
  const disk = problems.has('pools') || problems.has('disk') ? undefined : resolveDisk(problems, sound.disk, pools);
  problems.throwIfAny();
  const { project, network, encryptionKey, releaseChannel = 'regular', logs = 'workloads' } = args;
  const platform = Platform.gke({
    region,
    zones,
    cluster: name,
    networkPolicy: 'enforced',
    pools: platformPools(pools),
    ...(disk && { disk }),
  });
  return {
    name,
    project,
    region,
    zones,
    pools,
    ranges,
    access,
    protection,
    logs,
    releaseChannel: releaseChannel.toUpperCase(),
    platform: platform.with({ stage }),
    ...(network && { network }),
    ...(encryptionKey !== undefined && { encryptionKey }),
    ...(args.backups !== 'none' && {
      backups: {
        location: region,
        keepDeletedDays: 14,
        onDestroy: 'retain' as const,
        ...given<GkeBackupArgs>(args.backups ?? {}),
      },
    }),
  };
}

function checkName(problems: Problems, name: string): void {
  if (isDnsLabel(name) && name.length <= longestName) return;
  problems.add({
    rule: 'names/invalid',
    prop: 'name',
    must: `be at most ${longestName} lower case letters, digits and "-", and start with a letter`,
    got: name,
    fix: `write "${nearestDnsLabel(name, longestName) ?? 'prod'}".`,
  });
}

function regionOf(problems: Problems, zones: readonly string[]): string {
  const region = (zones[0] ?? '').slice(0, -2);
  for (const [index, zone] of zones.entries()) {
    if (googleSpelling.zoneIn(region, zone)) continue;
    problems.add({
      rule: 'platform/zone',
      prop: `zones[${index}]`,
      must: `be a zone of ${region}, the region of the first one`,
      got: zone,
      fix: `write a zone such as "${region}-b"; a cluster lies in one region.`,
    });
  }
  checkListedOnce('platform/zone', 'zones', zones, problems);
  return region;
}
