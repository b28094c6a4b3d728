import { clickhouseImage } from '../altinity/images';
import { checkInstallationName } from '../altinity/names';
import { checkIdentity } from '../environment/identity';
import { resolveSizing } from '../environment/instance-type';
import type { Profile, ResolvedEnvironment } from '../environment/options';
import { type ResolvedPlacement, resolvePlacement } from '../environment/placement';
import { imageIn, type Resources } from '../environment/pods';
import { checkZones, tooFewZones } from '../environment/zones';
import { podsOf } from '../kubernetes/pods-of';
import { Problems } from '../kubernetes/prop-error';
import { checkMetrics } from '../monitoring/endpoint';
import { type ResolvedExposure, resolveExposure } from '../platform/resolve-exposure';
import { resolveClickHouseAlerts } from './alerts/options';
import { foldContributions } from './contribution';
import type { ClickHouseClusterProps, ReplicationOptions, ResolvedCluster } from './options';
import { mostReplicas, resolveOverrides } from './overrides/resolve-overrides';
import { resolvePublicCertificate } from './public-certificate';
import { clusterName } from './render-installation';
import { checkSettings } from './resolve-settings';
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
  props: ClickHouseClusterProps,
): ResolvedCluster {
  const problems = new Problems('Cluster', path);
  const given = problems.check(clusterProps, props);
  const { shards = 1, replication } = given;
  const replicas = replication?.replicas ?? 1;
  const name = given.name ?? id;
  const widest = mostReplicas(given);
  checkInstallationName(problems, given.name, id, { kind: 'chi', cluster: clusterName, shards, replicas: widest });
  const { platform, stage, profile } = environment;
  const placement = resolvePlacement(platform, 'clickhouse', given.placement);
  const { zones } = placement;
  checkZones(problems, environment, given.placement, placement);
  const sizing = resolveSizing(problems, environment, given, placement, resourceDefaults[profile]);
  const spread = given.placement?.spread ?? (stage === 'production' ? 'required' : 'preferred');
  checkReplicas(problems, replicas, placement, spread);
  checkIdentity(problems, platform, given.identity);
  const storage = resolveStorage(problems, environment, given, sizing.machine);
  const image = imageIn(environment, given.image ?? clickhouseImage);
  checkSettings(problems, image, given);
  if (environment.monitoring) checkSettingsOfMetrics(problems, given);
  const layout = resolveOverrides(problems, environment, given, { ...sizing, image, placement, spread });
  const users = resolveUsers(problems, problems.has('name') ? id : name, given);
  const exposure = resolveExposure(platform, given.exposure, 'exposure', problems);
  const publicCertificate = resolvePublicCertificate(name, given.publicCertificate, exposure, problems);
  const keeperRoot = rootFor(environment, name, replication);
  checkKeeper(problems, environment, replication, keeperRoot);
  problems.throwIfAny();

  return {
    name,
    shards,
    replicas,
    layout,
    keeper: replication?.keeper,
    keeperRoot,
    storage,
    identity: given.identity,
    logs: given.logs,
    image,
    ...sizing,
    spread,
    zones,
    zoneOrder: replication?.zones ?? 'rotated',
    placement,
    users,
    profiles: given.profiles ?? {},
    settings: given.settings ?? {},
    quotas: given.quotas ?? {},
    databases: given.databases ?? [],
    clients: [
      ...(given.clients ?? []).map(({ namespace = environment.namespace, podLabels }) =>
        podsOf(namespace, podLabels && { matchLabels: podLabels }),
      ),
      ...exposedRanges(exposure, users).map((cidr) => ({ ipBlock: { cidr } })),
    ],
    ...(exposure && { exposure }),
    ...(publicCertificate && { publicCertificate }),
    tls: environment.tls,
    shardsAtOnce: given.updates?.shardsAtOnce ?? 1,
    ...(environment.monitoring && { monitoring: environment.monitoring }),
    alerts: resolveClickHouseAlerts(given.alerts),
    secretRevision: given.secretRevision,
    taskId: given.taskId,
    onDelete: given.onDelete ?? 'retain',
    contributed: foldContributions(path, []),
  };
}

/** Prometheus looks at one place in all servers. */
function checkSettingsOfMetrics(problems: Problems, { settings, overrides = [] }: ClickHouseClusterProps): void {
  checkMetrics(problems, 'settings', settings);
  if (problems.has('overrides')) return;
  for (const [index, override] of overrides.entries())
    checkMetrics(problems, `overrides[${index}].settings`, override.settings);
}

/** Where the data of a cluster lies in Keeper: in one of another namespace, clusters of the same name must not meet. */
function rootFor({ namespace }: ResolvedEnvironment, name: string, replication: ReplicationOptions | undefined) {
  if (!replication) return undefined;
  return replication.root ?? (replication.keeper?.namespace === namespace ? undefined : `/${namespace}/${name}`);
}

/** Reports a Keeper with TLS that the servers cannot use. */
function checkKeeper(
  problems: Problems,
  { namespace, tls }: ResolvedEnvironment,
  replication: ReplicationOptions | undefined,
  root: string | undefined,
): void {
  if (!replication) return;
  const { keeper } = replication;
  if (!keeper.nodesFor(namespace).some(({ secure }) => secure)) return;
  const got =
    keeper.namespace === undefined ? 'nodes with secure: true' : `Keeper '${keeper.namespace}/${keeper.name}'`;
  if (!tls)
    problems.add({
      rule: 'tls/keeper-authority',
      prop: 'replication.keeper',
      must: 'be one without TLS, because this environment has none and knows no authority',
      gotText: got,
      fix: "write tls: Tls.certManager() at the environment, or Tls.off('reason') at that of the Keeper.",
    });
  // Nobody creates a root: the operator dials in plain text only, and ClickHouse refuses to start without it.
  else if (keeper.namespace === undefined && replication.root === undefined)
    problems.add({
      rule: 'tls/keeper-root',
      prop: 'replication.root',
      must: 'be a path that exists in this Keeper, because the operator cannot create it through an encrypted port',
      got: replication.root,
      fix: `create ${root} there and write root: '${root}'.`,
    });
  else if (keeper.namespace !== undefined && root !== undefined)
    problems.add({
      rule: 'tls/keeper-root',
      prop: 'replication.keeper',
      must: `be one without TLS, because the operator cannot create the root ${root} through an encrypted port`,
      gotText: got,
      fix: "give this namespace a Keeper of its own and no root, or the environment of the shared one tls: Tls.off('reason').",
    });
}

/** Ranges that the exposure lets in; those that users connect from are let in anyway. */
function exposedRanges(exposure: ResolvedExposure | undefined, users: ResolvedCluster['users']): readonly string[] {
  const known = new Set(Object.values(users).flatMap(({ networks }) => networks));
  return exposure?.ingress.filter((range) => !known.has(range)) ?? [];
}

function checkReplicas(
  problems: Problems,
  replicas: number,
  { zones, zonesOfPool }: ResolvedPlacement,
  spread: 'required' | 'preferred',
): void {
  if (problems.has('replication') || problems.has('placement')) return;
  if (spread === 'required' && zones.length > 0 && replicas > zones.length) {
    problems.add({ ...tooFewZones(zones.length, zonesOfPool), prop: 'replication.replicas', got: replicas });
  }
}
