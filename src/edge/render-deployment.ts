import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { Container, PodSpec, Probe } from 'kubernetes-types/core/v1';
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
import { accountMount, followedMount, type GatewayPod, podMounts, podVolumes, scriptsMount } from './pod-volumes';
import { scriptsRevision } from './render-config-maps';

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

/** Seconds between two looks of the applying program at its files. */
const pauseSeconds = { mounted: 1, watch: 0.25 } as const;

/** Annotation of pods: a running program does not read its own changes, so that new ones take new pods. */
const scriptsAnnotation = 'anyhouse.dev/edge-scripts';

const defaultContainer = { 'kubectl.kubernetes.io/default-container': 'haproxy' };

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
        metadata: { labels, annotations: { [scriptsAnnotation]: scriptsRevision(gateway), ...defaultContainer } },
        spec: podSpec(gateway, environment, pod),
      },
    },
  );
}

function podSpec(gateway: ResolvedGateway, environment: ResolvedEnvironment, pod: GatewayPod): PodSpec {
  const { name, drainSeconds, pool, propagation } = gateway;
  const { images, platform } = environment;
  return {
    automountServiceAccountToken: false,
    ...(propagation === 'watch' && { serviceAccountName: name }),
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
    containers: [
      haproxy(gateway, pod),
      applying(gateway, 'watch', pod),
      ...(propagation === 'watch' ? [following(gateway, environment)] : []),
    ],
    volumes: podVolumes(gateway, pod),
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
    volumeMounts: podMounts(pod),
  };
}

/** Never the ports for TLS: a bare connection from a node counts as an attack there. */
function probe(path: string): Probe {
  return { httpGet: { path, port: 'metrics' } };
}

function applying(gateway: ResolvedGateway, task: 'init' | 'watch', pod: GatewayPod): Container {
  const { image, propagation } = gateway;
  return {
    name: task === 'init' ? 'prepare' : 'apply',
    image,
    command: [
      ...['sh', `${places.scripts}/apply.sh`, task, places.files, places.run, String(pauseSeconds[propagation])],
      ...pod.authorities.map((authority) => `${authority.name}=${authorityFile(authority.name)}`),
      places.certificate,
    ],
    ...(task === 'watch' && { lifecycle: { preStop: sleep } }),
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    securityContext,
    volumeMounts: [
      ...podMounts(pod),
      scriptsMount,
      ...(propagation === 'watch' ? [{ ...followedMount, readOnly: true }] : []),
    ],
  };
}

/** The program that reads routes from the API server. It alone has a token, and no certificate or socket. */
function following({ name, image }: ResolvedGateway, { namespace }: ResolvedEnvironment): Container {
  return {
    name: 'follow',
    image,
    command: [
      ...['sh', `${places.scripts}/follow.sh`, places.followed],
      ...[namespace, objectNames(name).data(0), places.account],
    ],
    lifecycle: { preStop: sleep },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
    securityContext,
    volumeMounts: [scriptsMount, followedMount, accountMount],
  };
}

const sleep = { exec: { command: ['sleep', String(deregistrationSeconds)] } };
const securityContext = { ...containerSecurityContext, readOnlyRootFilesystem: true };
