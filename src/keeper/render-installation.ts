import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import { claimTemplate } from '../altinity/claim-template';
import { anyClickHouse, keeperLabels } from '../altinity/labels';
import type { ClickHouseKeeperInstallationSpec } from '../altinity/spec/keeper-installation';
import { withTaskId } from '../altinity/task-id';
import { supports } from '../altinity/versions';
import { machineLabels } from '../environment/instance-type';
import type { ResolvedEnvironment } from '../environment/options';
import {
  antiAffinity,
  apartFrom,
  disruptionAnnotations,
  pinnedTo,
  poolFields,
  softSpread,
} from '../environment/placement';
import { containerSecurityContext, databasePod, resourceRequirements } from '../environment/pods';
import { certificateVolumes } from '../environment/server-tls';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ManifestOf } from '../kubernetes/manifest';
import { metricsPort } from '../monitoring/endpoint';
import type { ResolvedKeeper, ResolvedMember } from './options';
import { renderKeeperSettings, settingsAnnotation } from './render-settings';
import { keeperCluster } from './resolve';
import { keeperSwitches, keeperTlsContainer, keeperTlsSettings, speaksTls } from './tls';

/** The installation. Every member has a pod template of its own, so that a new image can move member by member. */
export function renderInstallation(
  keeper: ResolvedKeeper,
  environment: ResolvedEnvironment,
): ManifestOf<ClickHouseKeeperInstallationSpec> {
  return {
    apiVersion: 'clickhouse-keeper.altinity.com/v1',
    kind: 'ClickHouseKeeperInstallation',
    metadata: {
      name: keeper.name,
      namespace: environment.namespace,
      annotations: gitopsAnnotations(environment.gitops, 'keeper', 'holds-data'),
    },
    spec: withTaskId(renderSpec(keeper, environment), keeper.taskId),
  };
}

function renderSpec(keeper: ResolvedKeeper, environment: ResolvedEnvironment): ClickHouseKeeperInstallationSpec {
  const settings = renderKeeperSettings(keeper.members, environment.operator.version, keeperTlsSettings(environment));
  const reclaimPolicy = keeper.onDelete === 'retain' ? 'Retain' : 'Delete';
  return {
    configuration: {
      clusters: [
        {
          name: keeperCluster,
          layout: {
            replicas: settings.members.map((own, member) => ({
              ...(Object.keys(own).length > 0 && { settings: own }),
              templates: { podTemplate: `member-${member}` },
            })),
          },
          // Two disruption budgets on one pod make every eviction fail, and ours is emitted beside this object.
          ...(supports(environment.operator.version, 'pdbManaged') && { pdbManaged: 'no' }),
          ...keeperSwitches(environment),
        },
      ],
      settings: settings.shared,
    },
    defaults: {
      storageManagement: { provisioner: 'Operator', reclaimPolicy },
      templates: { dataVolumeClaimTemplate: 'data' },
    },
    templates: {
      podTemplates: keeper.members.map((member, index) => ({
        name: `member-${index}`,
        ...pinnedTo(keeper.memberZones[index]),
        ...pod(keeper, member, settingsAnnotation(settings, index), environment),
      })),
      volumeClaimTemplates: [claimTemplate('data', reclaimPolicy, keeper.storageClass, keeper.storage)],
    },
  };
}

/** The pod of a member. It says nothing about how many there are: a new one must not restart those that have the data. */
function pod(
  keeper: ResolvedKeeper,
  member: ResolvedMember,
  marks: Readonly<Record<string, string>>,
  environment: ResolvedEnvironment,
): PodTemplateSpec {
  const members = keeperLabels(keeper.name);
  const { placement } = keeper;
  // Two members on one node would both be gone with it; on a laptop there is only one node.
  const alone = environment.profile === 'laptop' ? [] : [apartFrom({ matchLabels: members })];
  const awayFromClickHouse = environment.profile === 'laptop' || placement.pool ? [] : [apartFrom(anyClickHouse)];
  const annotations = { ...disruptionAnnotations(placement.disruption), ...marks };
  return {
    ...(Object.keys(annotations).length > 0 && { metadata: { annotations } }),
    spec: {
      ...databasePod(environment),
      ...poolFields(placement.pool, machineLabels(keeper.machine)),
      affinity: antiAffinity(alone, awayFromClickHouse),
      ...(keeper.memberZones.length === 0 && { topologySpreadConstraints: softSpread(members, keeper.zones) }),
      containers: [
        {
          // The operator adds a second, unlimited container unless it finds this name.
          name: 'clickhouse-keeper',
          image: member.image,
          ...(member.metrics && { ports: [metricsPort] }),
          resources: resourceRequirements(member.resources),
          securityContext: containerSecurityContext,
          ...(speaksTls(environment) && keeperTlsContainer),
        },
      ],
      ...(speaksTls(environment) && certificateVolumes(environment.tls)),
    },
  };
}
