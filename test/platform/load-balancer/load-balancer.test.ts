import { join } from 'node:path';
import { parseCidr } from '../../../src/kubernetes/cidr';
import { exposedPlatforms, exposedServices } from '../../support/exposures';
import { expectGolden } from '../../support/golden';

const services = exposedServices({ hostname: 'events.example.com' });
const each = services.map((exposed) => [exposed.service.metadata.name, exposed] as const);

/** Prefixes of the one controller that reads annotations of a platform. */
const own: Readonly<Record<string, readonly string[]>> = {
  minikube: [],
  kind: [],
  eks: ['service.beta.kubernetes.io/aws-load-balancer-'],
  'eks-auto': ['service.beta.kubernetes.io/aws-load-balancer-'],
  gke: ['networking.gke.io/'],
  aks: ['service.beta.kubernetes.io/azure-'],
  openstack: ['service.beta.kubernetes.io/openstack-', 'loadbalancer.openstack.org/'],
  'openstack-ovn': ['service.beta.kubernetes.io/openstack-', 'loadbalancer.openstack.org/'],
  metallb: ['metallb.io/'],
  cilium: ['lbipam.cilium.io/'],
  'kube-vip': ['kube-vip.io/'],
};
const everywhere = ['external-dns.alpha.kubernetes.io/', 'external-dns.kubernetes.io/'];

test.each(Object.keys(exposedPlatforms))('Services on %s read as they did when they were reviewed', (platform) => {
  const here = services.filter((exposed) => exposed.platform === platform).map(({ service }) => service);
  expectGolden(join(__dirname, `${platform}.golden.yaml`), here);
});

test.each(each)('%s has annotations of its own platform only', (_, { platform, service }) => {
  const allowed = [...(own[platform] ?? []), ...everywhere];
  const foreign = Object.keys(service.metadata.annotations ?? {}).filter(
    (key) => !allowed.some((prefix) => key.startsWith(prefix)),
  );
  expect(foreign).toEqual([]);
});

test.each(each)('%s has annotations and labels of text', (_, { service: { metadata } }) => {
  for (const value of [...Object.values(metadata.annotations ?? {}), ...Object.values(metadata.labels ?? {})]) {
    expect(typeof value).toBe('string');
    expect(value).not.toBe('');
  }
});

test.each(each)('%s keeps its allowlist, in ranges without host bits', (_, { service, spec }) => {
  const { type, loadBalancerSourceRanges: ranges = [] } = service.spec as Record<string, string[] | undefined>;
  if (String(type) === 'NodePort') expect(ranges).toEqual([]);
  else expect(ranges).toEqual(spec.allow);
  for (const range of ranges) expect(parseCidr(range)?.hostBits).toBe(false);
});

test.each(each)('%s keeps the address of clients where that is asked for', (_, { clientAddress, service }) => {
  const { externalTrafficPolicy } = service.spec as Record<string, unknown>;
  expect(externalTrafficPolicy).toBe(clientAddress === 'preserve' ? 'Local' : 'Cluster');
});

test('addresses and subnets are written the way of each controller', () => {
  const asked = exposedServices({ staticAddresses: ['10.0.0.5'], subnets: ['a'] }).filter(
    ({ scope, clientAddress }) => scope === 'internal' && clientAddress !== 'proxy',
  );
  const written = asked.map(({ platform, service: { metadata, spec } }) => [
    platform,
    Object.entries(metadata.annotations ?? {}).flatMap(([key, value]) =>
      ['10.0.0.5', 'a'].includes(value) ? [key.split('/')[1]] : [],
    ),
    (spec as Record<string, unknown>).loadBalancerIP ?? '',
  ]);
  expect(Object.fromEntries(written.map(([platform, keys, ip]) => [platform, [keys, ip]]))).toEqual({
    minikube: [[], ''],
    kind: [[], ''],
    eks: [['aws-load-balancer-subnets', 'aws-load-balancer-private-ipv4-addresses'], ''],
    'eks-auto': [['aws-load-balancer-subnets', 'aws-load-balancer-private-ipv4-addresses'], ''],
    gke: [['load-balancer-ip-addresses', 'load-balancer-subnet'], ''],
    aks: [['azure-load-balancer-internal-subnet', 'azure-load-balancer-ipv4'], ''],
    openstack: [['subnet-id'], '10.0.0.5'],
    'openstack-ovn': [['subnet-id'], '10.0.0.5'],
    metallb: [['loadBalancerIPs'], ''],
    cilium: [['ips'], ''],
    'kube-vip': [['loadbalancerIPs'], ''],
  });
});
