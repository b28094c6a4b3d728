import { imageReference, keeperImage } from '../altinity/images';
import { checkInstallationName, installationName } from '../altinity/names';
import { acknowledge } from '../checks/acknowledge';
import { instanceType, resolveSizing } from '../environment/instance-type';
import type { Profile, ResolvedEnvironment } from '../environment/options';
import { placement, resolvePlacement } from '../environment/placement';
import { imageIn, type Resources, resources } from '../environment/pods';
import { checkZones } from '../environment/zones';
import { late } from '../kubernetes/late';
import { Problems } from '../kubernetes/prop-error';
import { callback, line, objectName, oneOf, quantity, shape } from '../kubernetes/shape';
import { checkMetrics } from '../monitoring/endpoint';
import { keeperAlertOptions, resolveKeeperAlerts } from './alerts/options';
import type { KeeperProps, KeeperSize, ResolvedKeeper, ResolvedMember } from './options';
import { changeShapes, checkChanges, size } from './resolve-changes';

/** The one cluster that a Keeper installation has. Fixed: renaming it would start on empty disks. */
export const keeperCluster = 'main';

const defaults: Readonly<Record<Profile, { replicas: KeeperSize; resources: Resources }>> = {
  laptop: { replicas: 1, resources: { cpu: '100m', memory: '256Mi', memoryLimit: '512Mi' } },
  development: { replicas: 3, resources: { cpu: '250m', memory: '512Mi', memoryLimit: '1Gi' } },
  // At least 4 GB of memory: ClickHouse documentation, "Sizing and hardware recommendations".
  production: { replicas: 3, resources: { cpu: '1', memory: '4Gi' } },
};

const keeperProps = shape<KeeperProps>({
  name: installationName,
  replicas: size,
  ...changeShapes,
  storage: late(quantity),
  storageClass: late(objectName),
  image: imageReference,
  resources,
  instanceType,
  placement,
  taskId: line,
  alerts: keeperAlertOptions,
  onDelete: oneOf(['retain', 'delete']),
  transform: shape({ installation: callback, policy: callback, disruptionBudget: callback }),
  acknowledge,
});

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveKeeper(
  path: string,
  id: string,
  environment: ResolvedEnvironment,
  props: KeeperProps,
): ResolvedKeeper {
  const problems = new Problems('Keeper', path);
  const given = problems.check(keeperProps, props);
  const { platform, profile, stage } = environment;
  const { replicas = defaults[profile].replicas } = given;
  const where = resolvePlacement(platform, 'keeper', given.placement);
  const { zones } = where;
  const spread = given.placement?.spread ?? (stage === 'production' ? 'required' : 'preferred');
  const largest = Math.max(replicas, given.resize?.from ?? 0);
  checkInstallationName(problems, given.name, id, {
    kind: 'chk',
    cluster: keeperCluster,
    shards: 1,
    replicas: largest,
  });
  checkZones(problems, environment, given.placement, where);
  const sizing = resolveSizing(problems, environment, given, where, defaults[profile].resources);
  const image = given.image ?? keeperImage;
  checkChanges(problems, replicas, image, given);
  checkMonitored(problems, environment, given);
  problems.throwIfAny();
  const { rollout, resize } = given;
  const metrics = environment.monitoring ? 'on' : undefined;
  const base: ResolvedMember = {
    image: imageIn(environment, image),
    settings: given.settings ?? {},
    resources: sizing.resources,
    metrics: rollout?.metrics ? undefined : metrics,
  };
  const next: ResolvedMember = {
    image: imageIn(environment, rollout?.image ?? image),
    settings: rollout?.settings ?? base.settings,
    resources: rollout?.resources ?? base.resources,
    metrics,
  };
  const members = range(resize?.members ?? replicas).map((member) => (rollout?.members.includes(member) ? next : base));

  return {
    name: given.name ?? id,
    members,
    clientMembers: Math.min(replicas, resize?.from ?? replicas),
    resize,
    storage: given.storage ?? '10Gi',
    storageClass: given.storageClass ?? platform.storage.className,
    machine: sizing.machine,
    spread,
    memberZones:
      spread === 'required' && zones.length > 0
        ? range(members.length).map((member) => zones[member % zones.length] ?? '')
        : [],
    zones,
    placement: where,
    taskId: given.taskId,
    ...(environment.monitoring && { monitoring: environment.monitoring }),
    alerts: resolveKeeperAlerts(given.alerts),
    onDelete: given.onDelete ?? 'retain',
  };
}

/** Reports what does not fit to whether somebody looks at metrics. */
function checkMonitored(problems: Problems, { monitoring }: ResolvedEnvironment, given: KeeperProps): void {
  if (monitoring) {
    checkMetrics(problems, 'settings', given.settings);
    checkMetrics(problems, 'rollout.settings', given.rollout?.settings);
  }
  if (!monitoring && given.rollout?.metrics)
    problems.add({
      rule: 'keeper/rollout',
      prop: 'rollout.metrics',
      must: 'be left out, because the environment has no monitoring',
      got: given.rollout.metrics,
      fix: 'write monitoring: Monitoring.prometheusOperator() at the environment.',
    });
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
