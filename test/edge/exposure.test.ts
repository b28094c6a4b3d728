import { type EdgeGatewayProps, Exposure, type Platform } from 'anyhouse';
import type { ServiceSpec } from 'kubernetes-types/core/v1';
import { at } from '../../src/kubernetes/manifest';
import { eks, gke, minikube, objectOf } from '../support/environments';
import { exposedPlatforms } from '../support/exposures';
import { gatewayIn, placeOn } from './support';

const amphora = exposedPlatforms.openstack as Platform;

function entryOf(platform: Platform, props: Partial<EdgeGatewayProps> = {}) {
  const gateway = gatewayIn(placeOn(platform), props);
  const entry = objectOf(gateway, 'Service', 'edge');
  const policy = objectOf(gateway, 'NetworkPolicy', 'edge');
  return {
    spec: entry.spec as ServiceSpec,
    annotations: entry.metadata.annotations ?? {},
    clients: at(policy, 'spec', 'ingress') as readonly { readonly from: readonly unknown[] }[],
    configuration: String(at(objectOf(gateway, 'ConfigMap', 'edge-config'), 'data', 'haproxy.cfg')),
    data: at(objectOf(gateway, 'ConfigMap', 'edge-data'), 'data') as Readonly<Record<string, string>>,
  };
}

const blocks = (...ranges: string[]) => ranges.map((cidr) => ({ ipBlock: { cidr } }));

test.each([
  ['eks', eks],
  ['gke', gke],
] as const)('on %s the load balancer is internal and lets in whom the gateway does', (_, platform) => {
  const { spec, annotations, clients } = entryOf(platform);
  const told = [spec.loadBalancerClass, ...Object.values(annotations)].join(' ');
  expect(spec).toMatchObject({
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    loadBalancerSourceRanges: ['10.0.0.0/8'],
  });
  expect(told).toContain('internal');
  expect(clients.map(({ from }) => from)).toEqual([blocks('10.0.0.0/8')]);
});

test('on a laptop it is a port of the node', () => {
  const { spec, clients } = entryOf(minikube);
  expect(spec.type).toBe('NodePort');
  expect(clients.map(({ from }) => from)).toEqual([blocks('10.0.0.0/8')]);
});

test('a public one lets in its own list, which is that of the gateway, too', () => {
  const { spec, annotations, data } = entryOf(eks, {
    allow: undefined,
    exposure: Exposure.public({ allow: ['203.0.113.0/24'] }),
  });
  expect(spec.loadBalancerSourceRanges).toEqual(['203.0.113.0/24']);
  expect(annotations['service.beta.kubernetes.io/aws-load-balancer-scheme']).toBe('internet-facing');
  expect(data['routes.map']).toBe('');
});

test('a gateway narrows a public load balancer', () => {
  const { spec } = entryOf(eks, {
    allow: ['203.0.113.128/25'],
    exposure: Exposure.public({ allow: ['203.0.113.0/24'] }),
  });
  expect(spec.loadBalancerSourceRanges).toEqual(['203.0.113.0/24']);
});

test('everybody may connect where a reason says so', () => {
  const { clients } = entryOf(gke, { allow: undefined, exposure: Exposure.public({ allowWorld: 'a public demo' }) });
  expect(clients.map(({ from }) => from)).toEqual([blocks('0.0.0.0/0', '::/0')]);
});

test('a gateway that lets nobody in has an entry for private networks', () => {
  const { spec } = entryOf(eks, { allow: [] });
  expect(spec.loadBalancerSourceRanges).toEqual(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
});

test('a load balancer in front of the addresses tells them, and is alone believed', () => {
  const { spec, annotations, clients, configuration, data } = entryOf(eks, { trustedLoadBalancers: ['10.0.1.0/24'] });
  expect(annotations['service.beta.kubernetes.io/aws-load-balancer-proxy-protocol']).toBe('*');
  expect(annotations['service.beta.kubernetes.io/aws-load-balancer-target-group-attributes']).toBe(
    'preserve_client_ip.enabled=false',
  );
  expect(spec.loadBalancerSourceRanges).toEqual(['10.0.0.0/8']);
  expect(clients.map(({ from }) => from)).toEqual([blocks('10.0.1.0/24')]);
  expect(configuration).toContain('expect-proxy layer4 if { src -f trusted_lb.lst }');
  expect(data['trusted_lb.lst']).toBe('10.0.1.0/24\n');
});

test('Octavia with amphora always does', () => {
  const { annotations, clients } = entryOf(amphora, { trustedLoadBalancers: ['10.0.1.0/24'] });
  expect(annotations['loadbalancer.openstack.org/proxy-protocol']).toBeDefined();
  expect(clients.map(({ from }) => from)).toEqual([blocks('10.0.1.0/24')]);
});

test('without trusted load balancers no header is believed', () => {
  const { configuration, data } = entryOf(eks);
  expect(configuration).not.toContain('expect-proxy');
  expect(data['trusted_lb.lst']).toBe('');
});

describe('a load balancer that ignores lists of clients', () => {
  const ovn = exposedPlatforms['openstack-ovn'] as Platform;

  test('is told none: the gateway and the policy of its pods keep it', () => {
    const { spec, clients } = entryOf(ovn);
    expect(spec).not.toHaveProperty('loadBalancerSourceRanges');
    expect(clients.map(({ from }) => from)).toEqual([blocks('10.0.0.0/8')]);
  });

  test('does so in public, too', () => {
    const { spec, clients } = entryOf(ovn, {
      allow: undefined,
      exposure: Exposure.public({ allow: ['203.0.113.0/24'] }),
    });
    expect(spec).not.toHaveProperty('loadBalancerSourceRanges');
    expect(clients.map(({ from }) => from)).toEqual([blocks('203.0.113.0/24')]);
  });
});
