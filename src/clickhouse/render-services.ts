import type { ServicePort } from 'kubernetes-types/core/v1';
import type { ServiceTemplate } from '../altinity/spec/templates';
import type { PlatformFacts } from '../platform/facts';
import type { ResolvedCluster } from './options';

const clientPorts: readonly ServicePort[] = [
  { name: 'http', port: 8123 },
  { name: 'tcp', port: 9000 },
];

/** Replicas find each other under this Service, so that it has all of their ports. */
const replicaPorts: readonly ServicePort[] = [...clientPorts, { name: 'interserver', port: 9009 }];

/** Service templates: the way in, and one for single replicas where each has a load balancer of its own. */
export function renderServiceTemplates(
  { exposure }: ResolvedCluster,
  facts: PlatformFacts,
): readonly ServiceTemplate[] {
  if (!exposure) return [entryService];
  const { hostname, ...spec } = exposure.spec;
  const entry = exposed('entry', facts, { ...spec, hostname }, clientPorts);
  if (!exposure.eachReplica) return [entry];
  // A name in DNS belongs to the way in alone: under it, all addresses would take turns.
  const replica = exposed('replica', facts, spec, replicaPorts);
  return [entry, { ...replica, spec: { ...replica.spec, publishNotReadyAddresses: true } }];
}

/** The way in: one stable address. The operator's own is headless, and clients that cache DNS miss moved pods. */
const entryService: ServiceTemplate = {
  name: 'entry',
  spec: { type: 'ClusterIP', ports: [...clientPorts] },
};

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
