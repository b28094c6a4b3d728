import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Container, PodSpec, Probe, Volume, VolumeMount } from 'kubernetes-types/core/v1';
import type { ResolvedEnvironment } from '../environment/options';
import { poolFields, softSpread } from '../environment/placement';
import { containerSecurityContext, resourceRequirements } from '../environment/pods';
import type { ManifestOf } from '../kubernetes/manifest';
import {
  authorityFile,
  certificateNamesAnnotation,
  gatewayLabels,
  objectNames,
  places,
  podPorts,
} from './gateway-objects';
import { edgeObjectOf } from './objects';
import type { ResolvedGateway } from './options';
import { scriptsRevision } from './render-config-maps';
import type { EdgeAuthoritySource } from './route-types';

/** User and group of the image. */
const haproxyUser = 99;

/** Seconds in which load balancers learn that a pod goes, before it takes no more clients. */
const deregistrationSeconds = 15;

/**
 * Seconds after its start in which a pod is not ready: so long caches of DNS may not know its address, by which
 * ClickHouse lets users in. CoreDNS keeps what it was asked for 30 seconds.
 * @see https://github.com/coredns/coredns/tree/master/plugin/cache
 */
const dnsCacheSeconds = 35;

/** Seconds between two looks of the applying program at the mounted files. */
const pauseSeconds = 1;

/** Annotation of pods: a running program does not read its own changes, so that new ones take new pods. */
const scriptsAnnotation = 'anyhouse.dev/edge-scripts';

const defaultContainer = { 'kubectl.kubernetes.io/default-container': 'haproxy' };

/** What of the routes decides how pods look: neither their number nor their clients. */
export interface GatewayPod {
  /** ConfigMaps with data. */
  readonly pieces: number;
  readonly authorities: readonly EdgeAuthoritySource[];
  /** Names that the certificate is for. */
  readonly certificateNames: readonly string[];
}

/** The pods: HAProxy, and the program that brings changes into it. */
export function renderDeployment(
  gateway: ResolvedGateway,
  environment: ResolvedEnvironment,
  pod: GatewayPod,
): ManifestOf<DeploymentSpec> {
  const { name, replicas, autoscaling } = gateway;
  const labels = gatewayLabels(name);
  return edgeObjectOf(
    environment,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name,
      annotations: { [certificateNamesAnnotation]: pod.certificateNames.join(',') },
      wave: 'workload',
    },
    {
      ...(!autoscaling && { replicas }),
      selector: { matchLabels: labels },
      // Streams live as long as their pod, so a new one comes before an old one goes.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels, annotations: { [scriptsAnnotation]: scriptsRevision(), ...defaultContainer } },
        spec: podSpec(gateway, environment, pod),
      },
    },
  );
}

function podSpec(gateway: ResolvedGateway, environment: ResolvedEnvironment, pod: GatewayPod): PodSpec {
  const { name, drainSeconds, pool } = gateway;
  const { images, platform } = environment;
  return {
    automountServiceAccountToken: false,
    ...poolFields(pool),
    ...(images.pullSecrets.length > 0 && { imagePullSecrets: images.pullSecrets.map((secret) => ({ name: secret })) }),
    securityContext: {
      fsGroup: haproxyUser,
      runAsGroup: haproxyUser,
      runAsNonRoot: true,
      runAsUser: haproxyUser,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    terminationGracePeriodSeconds: deregistrationSeconds + drainSeconds + 5,
    topologySpreadConstraints: softSpread(gatewayLabels(name), platform.zones),
    initContainers: [applying(gateway, 'init', pod)],
    containers: [haproxy(gateway, pod), applying(gateway, 'watch', pod)],
    volumes: volumes(gateway, pod),
  };
}

function haproxy(gateway: ResolvedGateway, pod: GatewayPod): Container {
  const { image, resources, listeners } = gateway;
  const ports = Object.entries(podPorts).filter(
    ([port]) => port === 'metrics' || listeners[port as keyof typeof listeners] !== undefined,
  );
  return {
    name: 'haproxy',
    image,
    // The signal to end is that of the image, SIGUSR1: it takes no more clients and ends with the last stream.
    command: [
      ...['haproxy', '-W', '-db', '-S', `${places.run}/master.sock,mode,600`],
      ...['-f', `${places.run}/live/haproxy.cfg`],
    ],
    ports: ports.map(([port, containerPort]) => ({ name: port, containerPort })),
    lifecycle: { preStop: sleep },
    livenessProbe: { ...probe('/healthz'), periodSeconds: 10, failureThreshold: 6 },
    readinessProbe: { ...probe('/readyz'), initialDelaySeconds: dnsCacheSeconds, periodSeconds: 5 },
    resources: resourceRequirements(resources),
    securityContext,
    volumeMounts: mounts(pod),
  };
}

/** Never the ports for TLS: a bare connection from a node counts as an attack there. */
function probe(path: string): Probe {
  return { httpGet: { path, port: 'metrics' } };
}

function applying(gateway: ResolvedGateway, task: 'init' | 'watch', pod: GatewayPod): Container {
  const { image } = gateway;
  return {
    name: task === 'init' ? 'prepare' : 'apply',
    image,
    command: [
      ...['sh', `${places.scripts}/apply.sh`, task, places.files, places.run, String(pauseSeconds)],
      ...pod.authorities.map((authority) => `${authority.name}=${authorityFile(authority.name)}`),
      places.certificate,
    ],
    ...(task === 'watch' && { lifecycle: { preStop: sleep } }),
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    securityContext,
    volumeMounts: [...mounts(pod), { name: 'scripts', mountPath: places.scripts, readOnly: true }],
  };
}

const sleep = { exec: { command: ['sleep', String(deregistrationSeconds)] } };
const securityContext = { ...containerSecurityContext, readOnlyRootFilesystem: true };

// Directories, for single files are never updated.
function mounts({ authorities }: GatewayPod): VolumeMount[] {
  return [
    { name: 'files', mountPath: places.files, readOnly: true },
    { name: 'certificate', mountPath: places.certificate, readOnly: true },
    ...authorities.map(({ name }) => ({
      name: `authority-${name}`,
      mountPath: `${places.authorities}/${name}`,
      readOnly: true,
    })),
    { name: 'run', mountPath: places.run },
  ];
}

function volumes({ name, tls }: ResolvedGateway, { pieces, authorities }: GatewayPod): Volume[] {
  const names = objectNames(name);
  const files = [names.configuration, ...Array.from({ length: pieces }, (_, piece) => names.data(piece))];
  return [
    { name: 'files', projected: { sources: files.map((configMap) => ({ configMap: { name: configMap } })) } },
    { name: 'scripts', configMap: { name: names.scripts } },
    {
      name: 'certificate',
      secret: { secretName: tls.secret, items: keysOf('tls.crt', 'tls.key'), defaultMode: 0o440 },
    },
    ...authorities.map((authority) => authorityVolume(authority)),
    { name: 'run', emptyDir: { sizeLimit: '128Mi' } },
  ];
}

/** The certificate alone: the Secret of servers also holds their key. */
function authorityVolume({ name, kind, object }: EdgeAuthoritySource): Volume {
  const items = keysOf('ca.crt');
  return {
    name: `authority-${name}`,
    ...(kind === 'Secret' ? { secret: { secretName: object, items } } : { configMap: { name: object, items } }),
  };
}

function keysOf(...keys: readonly string[]) {
  return keys.map((key) => ({ key, path: key }));
}
