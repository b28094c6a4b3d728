import type { ServicePort } from 'kubernetes-types/core/v1';
import type { TemplateNames } from '../altinity/spec/defaults';
import type { ServiceTemplate } from '../altinity/spec/templates';
import type { PlatformFacts } from '../platform/facts';
import type { ResolvedCluster } from './options';
import { publicPorts } from './public-certificate';
import { serverPorts } from './render-tls';

/** Ports for clients inside. The names are those that the operator gives to ports of pods. */
function clientPorts(cluster: ResolvedCluster): readonly ServicePort[] {
  const { http, native } = serverPorts(cluster);
  return [
    { name: cluster.tls ? 'https' : 'http', port: http },
    { name: cluster.tls ? 'secureclient' : 'tcp', port: native },
  ];
}

/** Replicas find each other under this Service, so that it has all of their ports. */
function replicaPorts(cluster: ResolvedCluster): readonly ServicePort[] {
  return [...clientPorts(cluster), { name: 'interserver', port: serverPorts(cluster).interserver }];
}

/** The usual ports, on the layers with the public certificate. */
const portsOutside: readonly ServicePort[] = [
  { name: 'https', port: publicPorts.https.port, targetPort: publicPorts.https.target },
  { name: 'secureclient', port: publicPorts.native.port, targetPort: publicPorts.native.target },
];

/** Templates of the ways in, by name. */
export function entryTemplates({ publicCertificate }: ResolvedCluster): TemplateNames {
  return publicCertificate ? { serviceTemplates: ['entry', 'public'] } : { serviceTemplate: 'entry' };
}

/** Service templates: the ways in, and one for single replicas where each has a load balancer of its own. */
export function renderServiceTemplates(cluster: ResolvedCluster, facts: PlatformFacts): readonly ServiceTemplate[] {
  const { exposure, publicCertificate } = cluster;
  const inside = { name: 'entry', spec: { type: 'ClusterIP', ports: [...clientPorts(cluster)] } };
  // The operator's own is headless, and clients that cache DNS miss moved pods.
  if (!exposure) return [inside];
  const { hostname, ...spec } = exposure.spec;
  const entries = publicCertificate
    ? // Two Services of one installation need two names.
      [inside, { generateName: 'clickhouse-{chi}-public', ...exposed('public', facts, exposure.spec, portsOutside) }]
    : [exposed('entry', facts, exposure.spec, clientPorts(cluster))];
  if (!exposure.eachReplica) return entries;
  // A name in DNS belongs to the way in alone: under it, all addresses would take turns.
  const replica = exposed('replica', facts, spec, replicaPorts(cluster));
  return [...entries, { ...replica, spec: { ...replica.spec, publishNotReadyAddresses: true } }];
}

function exposed(
  name: string,
  facts: PlatformFacts,
  spec: NonNullable<ResolvedCluster['exposure']>['spec'],
  ports: readonly ServicePort[],
): ServiceTemplate {
  // The files of all clouds, for clusters that are exposed only.
  const { loadBalancer } =
    require('../platform/load-balancer/load-balancer') as typeof import('../platform/load-balancer/load-balancer');
  const fields = loadBalancer(facts, { ...spec, ports: ports.map(({ port }) => port) });
  const metadata = { ...filled('labels', fields.labels), ...filled('annotations', fields.annotations) };
  return {
    name,
    ...filled('metadata', metadata),
    spec: {
      ...fields.serviceFields,
      ...(fields.class !== undefined && { loadBalancerClass: fields.class }),
      ports: [...ports],
    },
  };
}

function filled(name: string, entries: object) {
  return Object.keys(entries).length > 0 ? { [name]: entries } : {};
}
