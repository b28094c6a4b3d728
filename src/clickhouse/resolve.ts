import { clickhouseImage } from '../altinity/images';
import { checkInstallationName } from '../altinity/names';
import { checkIdentity } from '../environment/identity';
import { resolveSizing } from '../environment/instance-type';
import type { Profile, ResolvedEnvironment } from '../environment/options';
import { imageIn, type Resources } from '../environment/pods';
import { podsOf } from '../environment/render-network';
import { checkZones } from '../environment/zones';
import { Problems } from '../kubernetes/prop-error';
import type { ClickHouseClusterProps, ResolvedCluster } from './options';
import { clusterName } from './render-installation';
import { resolveUsers } from './resolve-users';
import { clusterProps } from './shapes';
import { resolveStorage } from './storage/resolve-storage';

const resourceDefaults: Readonly<Record<Profile, Resources>> = {
  laptop: { cpu: '100m', memory: '512Mi', memoryLimit: '2Gi' },
  development: { cpu: '500m', memory: '2Gi', memoryLimit: '4Gi' },
  production: { cpu: '2', memory: '8Gi' },
};

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveCluster(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  given: ClickHouseClusterProps,
): ResolvedCluster {
  const problems = new Problems('Cluster', path);
  problems.check(clusterProps, given);
  const { shards = 1, replication, placement } = given;
  const replicas = replication?.replicas ?? 1;
  const name = given.name ?? id;
  checkInstallationName(problems, given.name, id, { kind: 'chi', cluster: clusterName, shards, replicas });
  checkZones(problems, environment, placement);
  const { platform, stage, profile } = environment;
  const sizing = resolveSizing(problems, environment, given, resourceDefaults[profile]);
  const zones = placement?.zones ?? platform.zones;
  const spread = placement?.spread ?? (stage === 'production' ? 'required' : 'preferred');
  checkReplicas(problems, replicas, zones, spread);
  checkIdentity(problems, platform, given.identity);
  const storage = resolveStorage(problems, environment, given, sizing.machine);
  const users = resolveUsers(problems, name, given);
  problems.throwIfAny();

  const { keeper } = replication ?? {};
  const sharesKeeper = keeper !== undefined && keeper.namespace !== environment.namespace;
  return {
    name,
    shards,
    replicas,
    keeper,
    keeperRoot: replication?.root ?? (sharesKeeper ? `/${environment.namespace}/${name}` : undefined),
    storage,
    identity: given.identity,
    logs: given.logs,
    image: imageIn(environment, given.image ?? clickhouseImage),
    ...sizing,
    spread,
    zones,
    placement: placement ?? {},
    users,
    profiles: given.profiles ?? {},
    quotas: given.quotas ?? {},
    databases: given.databases ?? [],
    clients: (given.clients ?? []).map(({ namespace = environment.namespace, podLabels }) =>
      podsOf(namespace, podLabels && { matchLabels: podLabels }),
    ),
    shardsAtOnce: given.updates?.shardsAtOnce ?? 1,
    onDelete: given.onDelete ?? 'retain',
  };
}

function checkReplicas(
  problems: Problems,
  replicas: number,
  zones: readonly string[],
  spread: 'required' | 'preferred',
): void {
  if (problems.has('replication') || problems.has('placement')) return;
  if (spread === 'required' && zones.length > 0 && replicas > zones.length) {
    problems.add({
      rule: 'placement/replicas-exceed-zones',
      prop: 'replication.replicas',
      must: `be at most the number of zones (${zones.length}) when replicas are spread over zones`,
      got: replicas,
      fix: "add a zone to the platform, or set placement.spread to 'preferred'.",
    });
  }
}
