import type { Container } from 'kubernetes-types/core/v1';
import { anyClickHouse, clickhouseLabels } from '../altinity/labels';
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
import { metricsPort } from '../monitoring/endpoint';
import type { ResolvedCluster } from './options';
import { serviceAccountName } from './render-service-account';
import { renderCertificateMounts, renderCertificateVolumes } from './render-tls';
import { renderMounts, renderStorageEnv } from './storage/render-storage';

/** Annotation of pods whose change makes the operator replace them, one by one. */
const secretRevisionAnnotation = 'anyhouse.dev/secret-revision';

/** Index of the zone that a replica is pinned to. It depends on no count, so that growing moves nothing. */
function zoneOf({ zones, zoneOrder }: ResolvedCluster, shard: number, replica: number): number {
  return (zoneOrder === 'aligned' ? replica : shard + replica) % zones.length;
}

/** Whether replicas are pinned to zones, so that every replica names its pod template. */
export function isPinned({ spread, zones }: ResolvedCluster): boolean {
  return spread === 'required' && zones.length > 0;
}

/**
 * Name of the pod template of a host: its own where its pod has something of its own. The operator writes the name into
 * the pod, so that no override may change the name for other hosts.
 */
export function podTemplateOf(cluster: ResolvedCluster, shard: number, replica: number): string {
  if (cluster.layout[shard]?.hosts[replica]?.pod) return `host-${shard}-${replica}`;
  return isPinned(cluster) ? `zone-${zoneOf(cluster, shard, replica)}` : 'server';
}

/** Hosts with a pod template of their own, in its order. */
export function hostsWithPods({ layout }: ResolvedCluster) {
  return layout.flatMap(({ hosts }, shard) =>
    hosts.flatMap(({ pod, origin }, replica) =>
      pod ? [{ shard, replica, origin, pod: { ...pod, replicas: hosts.length } }] : [],
    ),
  );
}

/** Names of the pod templates that hosts share: one for each zone in use when replicas are pinned, else one for all. */
export function sharedPods(cluster: ResolvedCluster): readonly string[] {
  if (!isPinned(cluster)) return ['server'];
  const used = new Set(
    cluster.layout.flatMap(({ hosts }, shard) => hosts.map((_, replica) => podTemplateOf(cluster, shard, replica))),
  );
  return cluster.zones.map((_, zone) => `zone-${zone}`).filter((name) => used.has(name));
}

/** Pod templates: those that hosts share, and those of single hosts. */
export function renderPodTemplates(cluster: ResolvedCluster, environment: ResolvedEnvironment) {
  const { zones } = cluster;
  const shared = sharedPods(cluster).map((name) => ({
    ...podTemplate(name, cluster, environment),
    ...(isPinned(cluster) && pinnedTo(zones[Number(name.slice('zone-'.length))])),
  }));
  const own = hostsWithPods(cluster).map(({ shard, replica, pod }) => ({
    ...podTemplate(podTemplateOf(cluster, shard, replica), { ...cluster, ...pod }, environment),
    ...(isPinned(cluster) && pinnedTo(zones[zoneOf(cluster, shard, replica)])),
  }));
  return [...shared, ...own];
}

function podTemplate(name: string, cluster: ResolvedCluster, environment: ResolvedEnvironment) {
  const { placement, zones, spread } = cluster;
  const own = clickhouseLabels(cluster.name);
  const alone = placement.pool !== undefined || cluster.machine !== undefined;
  const annotations = {
    ...disruptionAnnotations(placement.disruption),
    ...(cluster.secretRevision !== undefined && { [secretRevisionAnnotation]: cluster.secretRevision }),
  };
  const keepsShardApart =
    !isPinned(cluster) && cluster.replicas > 1 && (spread === 'required' || environment.profile === 'development');
  return {
    name,
    ...(keepsShardApart && { podDistribution: [{ type: 'ShardAntiAffinity' as const }] }),
    ...metadata(annotations, cluster.identity?.podLabels ?? {}),
    spec: {
      ...databasePod(environment),
      ...(cluster.identity && { serviceAccountName: serviceAccountName(cluster) }),
      ...poolFields(placement.pool, machineLabels(cluster.machine)),
      // On nodes of its own a server may use all memory, so a second one, of whichever installation, would not fit.
      ...(alone && { affinity: antiAffinity([apartFrom(anyClickHouse, 'everywhere')], []) }),
      ...(!alone && { topologySpreadConstraints: softSpread(own, isPinned(cluster) ? [] : zones) }),
      containers: [server(cluster), ...(cluster.logs ? [logReader(cluster)] : []), ...cluster.contributed.containers],
      ...renderCertificateVolumes(cluster),
    },
  };
}

function metadata(annotations: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>) {
  const some = Object.entries({ annotations, labels }).filter(([, entries]) => Object.keys(entries).length > 0);
  return some.length > 0 ? { metadata: Object.fromEntries(some) } : {};
}

function server(cluster: ResolvedCluster): Container {
  const { image, resources } = cluster;
  const [env, volumeMounts] = [
    renderStorageEnv(cluster),
    [...renderMounts(cluster), ...renderCertificateMounts(cluster)],
  ];
  return {
    name: 'clickhouse',
    image,
    ...(env.length > 0 && { env: [...env] }),
    ...(cluster.monitoring && { ports: [metricsPort] }),
    resources: resourceRequirements(resources),
    securityContext: containerSecurityContext,
    ...(volumeMounts.length > 0 && { volumeMounts }),
  };
}

/**
 * The container that the operator would add beside a log volume, without resources and with a floating image
 * (operator #1944). Shows the errors.
 */
function logReader({ image }: ResolvedCluster): Container {
  return {
    name: 'clickhouse-log',
    image,
    command: ['tail', '-n', '0', '-F', '/var/log/clickhouse-server/clickhouse-server.err.log'],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '32Mi' } },
    securityContext: containerSecurityContext,
  };
}
