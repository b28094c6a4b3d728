import { imageReference, keeperImage } from '../altinity/images';
import { checkInstallationName, installationName } from '../altinity/names';
import { acknowledge } from '../checks/acknowledge';
import { instanceType, resolveSizing } from '../environment/instance-type';
import type { Profile, ResolvedEnvironment } from '../environment/options';
import { placement } from '../environment/placement';
import { imageIn, type Resources, resources } from '../environment/pods';
import { checkZones } from '../environment/zones';
import { Problems } from '../kubernetes/prop-error';
import { callback, line, objectName, oneOf, quantity, shape } from '../kubernetes/shape';
import type { KeeperProps, KeeperSize, ResolvedKeeper } from './options';

/** The one cluster that a Keeper installation has. Fixed: renaming it would start on empty disks. */
export const keeperCluster = 'main';

const defaults: Readonly<Record<Profile, { replicas: KeeperSize; resources: Resources }>> = {
  laptop: { replicas: 1, resources: { cpu: '100m', memory: '256Mi', memoryLimit: '512Mi' } },
  development: { replicas: 3, resources: { cpu: '250m', memory: '512Mi', memoryLimit: '1Gi' } },
  // At least 4 GB of memory: ClickHouse documentation, "Sizing and hardware recommendations".
  production: { replicas: 3, resources: { cpu: '1', memory: '4Gi' } },
};

const props = shape<KeeperProps>({
  name: installationName,
  replicas: oneOf([1, 3, 5, 7], {
    rule: 'keeper/size',
    must: 'be 1, 3, 5 or 7',
    fix: 'use 3; 5 tolerates two failures.',
  }),
  storage: quantity,
  storageClass: objectName,
  image: imageReference,
  resources,
  instanceType,
  placement,
  taskId: line,
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
  given: KeeperProps,
): ResolvedKeeper {
  const problems = new Problems('Keeper', path);
  problems.check(props, given);
  const { platform, profile, stage } = environment;
  const { replicas = defaults[profile].replicas } = given;
  const zones = given.placement?.zones ?? platform.zones;
  const spread = given.placement?.spread ?? (stage === 'production' ? 'required' : 'preferred');
  checkInstallationName(problems, given.name, id, { kind: 'chk', cluster: keeperCluster, shards: 1, replicas });
  checkZones(problems, environment, given.placement);
  const sizing = resolveSizing(problems, environment, given, defaults[profile].resources);
  problems.throwIfAny();

  return {
    name: given.name ?? id,
    replicas,
    storage: given.storage ?? '10Gi',
    storageClass: given.storageClass ?? platform.storage.className,
    image: imageIn(environment, given.image ?? keeperImage),
    ...sizing,
    spread,
    memberZones:
      spread === 'required' && zones.length > 0
        ? range(replicas).map((member) => zones[member % zones.length] ?? '')
        : [],
    zones,
    placement: given.placement ?? {},
    taskId: given.taskId,
    onDelete: given.onDelete ?? 'retain',
  };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
