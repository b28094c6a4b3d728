import { type EdgeGatewayProps, Exposure, type Manifest } from 'anyhouse';
import { clusterIn, gatewayIn, placeOn } from '../../edge/support';
import { eks, objectOf } from '../../support/environments';
import { exposedPlatforms } from '../../support/exposures';
import { type AwsModel, awsModels, dnsRecords } from './judges';

/** The entry of a gateway with a further name, on a platform. */
function entryOf(props: Partial<EdgeGatewayProps> = {}, platform = eks): Manifest {
  const place = placeOn(platform);
  const gateway = gatewayIn(place, props);
  gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
  return objectOf(gateway, 'Service', 'edge');
}

async function modelOf(props: Partial<EdgeGatewayProps> = {}): Promise<AwsModel> {
  const model = (await awsModels([entryOf(props)], 'service.k8s.aws/nlb')).get('edge');
  if (!model) throw new Error('nothing was said about the entry');
  return model;
}

const publicOne = { allow: undefined, exposure: Exposure.public({ allow: ['203.0.113.0/24', '198.51.100.7/32'] }) };
const balancers = { trustedLoadBalancers: ['10.0.1.0/24'] };

const cases = [
  ['internal, direct', {}, ['10.0.0.0/8']],
  ['internal, through load balancers', balancers, ['10.0.0.0/8']],
  ['public, direct', publicOne, ['198.51.100.7/32', '203.0.113.0/24']],
  ['public, through load balancers', { ...publicOne, ...balancers }, ['198.51.100.7/32', '203.0.113.0/24']],
] as const;

describe.each(cases)('the entry of a gateway, %s', (_, props, ranges) => {
  const proxy = 'trustedLoadBalancers' in props;

  test('is taken, with no annotation unread and no port dropped', async () => {
    const { handled, error, neverRead, droppedPorts } = await modelOf(props);
    expect({ handled, error, neverRead, droppedPorts }).toEqual({ handled: true });
  });

  test('stands where it was asked for', async () => {
    const { loadBalancer, listeners } = await modelOf(props);
    expect(loadBalancer.scheme).toBe('exposure' in props ? 'internet-facing' : 'internal');
    expect(listeners.map(({ port, protocol }) => [port, protocol])).toEqual([
      [8443, 'TCP'],
      [9440, 'TCP'],
    ]);
  });

  test('lets in the allowlist and nobody else, on both ports', async () => {
    const { managedSecurityGroups } = await modelOf(props);
    const expected = [8443, 9440].flatMap((port) => ranges.map((range) => `tcp/${port} ${range}`));
    expect(managedSecurityGroups.flatMap(({ ingress }) => ingress ?? []).sort()).toEqual(expected.sort());
  });

  test('tells pods the address of clients, in the packets or in a header of load balancers', async () => {
    const { targetGroups } = await modelOf(props);
    expect(targetGroups).toHaveLength(2);
    for (const { targetType, attributes = {} } of targetGroups) {
      expect(targetType).toBe(proxy ? 'ip' : 'instance');
      expect(attributes['proxy_protocol_v2.enabled']).toBe(String(proxy));
      // Pods believe headers of load balancers only, so these have to be the peers.
      expect(attributes['preserve_client_ip.enabled']).toBe(proxy ? 'false' : undefined);
    }
  });
});

const withBalancers = Object.entries(exposedPlatforms).filter(([name]) => !['minikube', 'kind'].includes(name));

test.each(['external-dns.kubernetes.io/', 'external-dns.alpha.kubernetes.io/'])(
  'external-dns that reads %s makes the wildcard and the further name on every platform',
  async (prefix) => {
    const entries = withBalancers.map(([name, platform]) => {
      const entry = entryOf(name === 'openstack' ? balancers : {}, platform);
      return { ...entry, metadata: { ...entry.metadata, name } };
    });
    const results = await dnsRecords(entries, prefix);
    expect(results).toHaveLength(withBalancers.length);
    for (const { records, error, log } of results) {
      const names = records.map(({ dnsName }) => dnsName).sort();
      expect({ names, error, log }).toEqual({ names: ['*.ch.example.com', 'data.example.org'] });
    }
  },
);
