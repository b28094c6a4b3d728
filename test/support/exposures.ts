import { Exposure, type ExposureScope, type Manifest, Platform } from 'anyhouse';
import { capabilities } from '../../src/platform/load-balancer/capabilities';
import { loadBalancer } from '../../src/platform/load-balancer/load-balancer';
import type { ClientAddress, LoadBalancerSpec } from '../../src/platform/load-balancer/spec';
import { eks, gke, minikube } from './environments';

const ceph = { className: 'ceph', expandable: true };
const addressPools = { internal: 'office', public: 'internet' };

/** A platform for every kind of load balancer, by the name that reviewed files have. */
export const exposedPlatforms: Readonly<Record<string, Platform>> = {
  minikube,
  kind: Platform.kind(),
  eks,
  'eks-auto': Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], mode: 'auto' }),
  gke,
  aks: Platform.aks({ region: 'westeurope', zones: ['westeurope-1', 'westeurope-2', 'westeurope-3'] }),
  openstack: Platform.openstack({ zones: ['nova', 'vega', 'lyra'] }),
  'openstack-ovn': Platform.openstack({ zones: ['nova', 'vega', 'lyra'], octavia: 'ovn' }),
  metallb: Platform.bareMetal({ loadBalancer: 'metallb', storage: ceph, addressPools }),
  cilium: Platform.bareMetal({ loadBalancer: 'cilium', storage: ceph, addressPools }),
  'kube-vip': Platform.bareMetal({ loadBalancer: 'kube-vip', storage: ceph }),
};

/** One way to expose on one platform, and the Service that comes of it. */
export interface ExposedService {
  readonly platform: string;
  readonly scope: ExposureScope;
  readonly clientAddress: ClientAddress;
  readonly spec: LoadBalancerSpec;
  readonly service: Manifest;
}

/** What differs between the ways to ask for one load balancer. */
export type Wishes = Partial<Omit<LoadBalancerSpec, 'scope' | 'clientAddress'>>;

/** The Service of every platform, scope and client address that goes together. */
export function exposedServices(wishes: Wishes = {}): readonly ExposedService[] {
  return Object.entries(exposedPlatforms).flatMap(([platform, { facts }]) =>
    (['internal', 'public'] as const).flatMap((scope) =>
      capabilities[facts.loadBalancer ?? 'node-port'].clientAddress.map((clientAddress) => {
        const allow = scope === 'internal' ? ['10.0.0.0/8'] : ['203.0.113.0/24', '198.51.100.7/32'];
        const spec: LoadBalancerSpec = { allow, ports: [8123, 9000], ...wishes, scope, clientAddress };
        return { platform, scope, clientAddress, spec, service: serviceOf(platform, spec) };
      }),
    ),
  );
}

/** A Service as the operator makes it of a template. */
function serviceOf(platform: string, spec: LoadBalancerSpec): Manifest {
  const { facts } = exposedPlatforms[platform] as Platform;
  const { class: loadBalancerClass, annotations, labels, serviceFields } = loadBalancer(facts, spec);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${platform}-${spec.scope}-${spec.clientAddress}`,
      namespace: 'analytics',
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      ...serviceFields,
      ...(loadBalancerClass !== undefined && { loadBalancerClass }),
      ports: spec.ports.map((port) => ({ name: `port-${port}`, port })),
    },
  };
}

/** The exposure of a cluster that a platform can give, in either scope. */
export function exposureOn(platform: Platform, scope: ExposureScope, replicas: 'shared' | 'each' = 'shared'): Exposure {
  const [best] = capabilities[platform.facts.loadBalancer ?? 'node-port'].clientAddress;
  const options = { replicas, ...(best === 'any' && { through: ['192.0.2.0/24'] }) };
  return scope === 'internal' ? Exposure.internal(options) : Exposure.public({ ...options, allow: ['203.0.113.0/24'] });
}
