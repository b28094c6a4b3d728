import { claimTemplate } from '../altinity/claim-template';
import { escapeFor } from '../altinity/setting-paths';
import type { HostHooks } from '../altinity/spec/hooks';
import type { ClickHouseInstallationSpec } from '../altinity/spec/installation';
import type { Reconcile } from '../altinity/spec/reconcile';
import { withTaskId } from '../altinity/task-id';
import { usualPorts } from '../altinity/usual-ports';
import { reconcileField, supports } from '../altinity/versions';
import type { ResolvedEnvironment } from '../environment/options';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ManifestOf } from '../kubernetes/manifest';
import type { ResolvedCluster } from './options';
import { renderDatabases } from './render-databases';
import { renderLayout } from './render-layout';
import { isPinned, renderPodTemplates } from './render-pods';
import { entryTemplates, renderServiceTemplates } from './render-services';
import { renderProfiles, renderServerSettings } from './render-settings';
import { renderSwitches } from './render-tls';
import { renderQuotas, renderUsers } from './render-users';
import { renderClaims, renderStorageFile } from './storage/render-storage';

/** The one cluster that an installation has. Fixed: renaming it would start on empty volumes. */
export const clusterName = 'main';

/** The installation. */
export function renderInstallation(
  cluster: ResolvedCluster,
  environment: ResolvedEnvironment,
): ManifestOf<ClickHouseInstallationSpec> {
  return {
    apiVersion: 'clickhouse.altinity.com/v1',
    kind: 'ClickHouseInstallation',
    metadata: {
      name: cluster.name,
      namespace: environment.namespace,
      annotations: gitopsAnnotations(environment.gitops, 'cluster', 'holds-data'),
    },
    spec: withTaskId(renderSpec(cluster, environment), cluster.taskId),
  };
}

function renderSpec(cluster: ResolvedCluster, environment: ResolvedEnvironment): ClickHouseInstallationSpec {
  const { version } = environment.operator;
  const { hooks, files: databases } = renderDatabases(cluster.databases, version);
  const escaped = escapeFor(version);
  const reclaimPolicy = cluster.onDelete === 'retain' ? 'Retain' : 'Delete';
  return {
    configuration: {
      clusters: [
        {
          name: clusterName,
          layout: renderLayout(cluster, escaped),
          // Two disruption budgets on one pod make every eviction fail, and ours are emitted beside this object.
          ...(supports(version, 'pdbManaged') && { pdbManaged: 'no' }),
          ...renderSwitches(cluster),
          // Without it a distributed query runs as the user `default` of the other host.
          ...(cluster.layout.flatMap(({ hosts }) => hosts).length > 1 && { secret: { auto: 'yes' } }),
        },
      ],
      ...section('files', { ...databases, ...renderStorageFile(cluster) }),
      profiles: renderProfiles(cluster, escaped),
      ...section('quotas', renderQuotas(cluster)),
      settings: renderServerSettings(cluster, version, escaped),
      users: renderUsers(cluster, escaped),
      ...renderKeeper(cluster, environment),
    },
    defaults: {
      // Certificates are for full names; the short ones have no place for a wildcard.
      ...(cluster.tls && { replicasUseFQDN: 'yes' }),
      storageManagement: { provisioner: 'Operator', reclaimPolicy },
      templates: {
        dataVolumeClaimTemplate: 'data',
        ...(cluster.logs && { logVolumeClaimTemplate: 'logs' }),
        ...(!isPinned(cluster) && { podTemplate: 'server' }),
        ...(cluster.exposure?.eachReplica && { replicaServiceTemplate: 'replica' }),
        ...entryTemplates(cluster),
      },
    },
    [reconcileField('ClickHouseInstallation', version)]: renderReconcile(cluster, hooks),
    templates: {
      podTemplates: renderPodTemplates(cluster, environment),
      serviceTemplates: renderServiceTemplates(cluster, environment.platform),
      volumeClaimTemplates: [
        ...renderClaims(cluster, reclaimPolicy),
        ...(cluster.logs
          ? [claimTemplate('logs', reclaimPolicy, cluster.storage.storageClass, cluster.logs.size)]
          : []),
      ],
    },
  };
}

function renderKeeper({ keeper, keeperRoot }: ResolvedCluster, { namespace }: ResolvedEnvironment) {
  if (!keeper) return {};
  const nodes = keeper
    .nodesFor(namespace)
    .map(({ host, port = usualPorts.zk, secure }) => ({ host, port, ...(secure && { secure: 'yes' as const }) }));
  return { zookeeper: { nodes, ...(keeperRoot !== undefined && { root: keeperRoot }) } };
}

function renderReconcile({ shardsAtOnce, onDelete }: ResolvedCluster, hooks: HostHooks | undefined): Reconcile {
  return {
    // A claim that the operator does not know, after a downgrade for example, may still hold data.
    ...(onDelete === 'retain' && { cleanup: { unknownObjects: { pvc: 'Retain' } } }),
    ...(hooks && { host: { hooks } }),
    // The operator would restart up to half of all shards at once, whatever the disruption budget says.
    runtime: {
      ...(shardsAtOnce > 1 && { reconcileShardsMaxConcurrencyPercent: 100 }),
      reconcileShardsThreadsNumber: shardsAtOnce,
    },
  };
}

function section(name: string, entries: Record<string, unknown>) {
  return Object.keys(entries).length > 0 ? { [name]: entries } : {};
}
