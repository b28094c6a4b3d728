import { type ExposedService, exposedServices, type Wishes } from '../../support/exposures';
import { type AwsModel, awsModels } from './judges';

const classes = { eks: 'service.k8s.aws/nlb', 'eks-auto': 'eks.amazonaws.com/nlb' } as const;
const prefix = 'service.beta.kubernetes.io/aws-load-balancer-';

/** Wishes that change what is written; addresses go with one scheme or the other, so they are asked for alone. */
const wishes: Readonly<Record<string, Wishes>> = {
  'nothing more': {},
  'everybody let in': { allow: 'world' },
  'a short idle timeout': { idleTimeoutSeconds: 60 },
  'a name and ports of replicas': { hostname: 'events.example.com', ports: [8123, 9000, 9009] },
  'encrypted ports': { ports: [8443, 9440] },
  'subnets and addresses': {
    subnets: ['subnet-private-a', 'subnet-private-b'],
    staticAddresses: ['10.0.0.9', '10.0.1.9'],
  },
};

const cases = Object.entries(wishes).flatMap(([title, wish]) =>
  exposedServices(wish)
    .filter(({ platform }) => platform in classes)
    .map((exposed) => [`${exposed.service.metadata.name}, ${title}`, exposed] as const),
);

async function modelOf({ platform, service }: ExposedService): Promise<AwsModel> {
  const model = (await awsModels([service], classes[platform as keyof typeof classes])).get(service.metadata.name);
  if (!model) throw new Error(`nothing was said about ${service.metadata.name}`);
  return model;
}

describe.each(cases)('%s', (_, exposed) => {
  const { spec } = exposed;

  test('is taken, with no annotation unread and no port dropped', async () => {
    const { handled, error, neverRead, droppedPorts } = await modelOf(exposed);
    expect({ handled, error, neverRead, droppedPorts }).toEqual({ handled: true });
  });

  test('has nothing without effect, but for what says the default aloud', async () => {
    const { noEffect = [] } = await modelOf(exposed);
    const defaults = ['nlb-target-type', 'scheme'].map((name) => prefix + name);
    expect(noEffect.filter((name) => !defaults.includes(name))).toEqual([]);
  });

  test('has the scheme and the subnets that were asked for', async () => {
    const { loadBalancer } = await modelOf(exposed);
    expect(loadBalancer.scheme).toBe(spec.scope === 'internal' ? 'internal' : 'internet-facing');
    if (spec.subnets) expect(loadBalancer.subnets.map(({ subnetID }) => subnetID)).toEqual(spec.subnets);
  });

  test('has a TCP listener for every port, with the idle timeout', async () => {
    const { listeners } = await modelOf(exposed);
    expect(listeners.map(({ port, protocol }) => [port, protocol])).toEqual(
      [...spec.ports].sort((a, b) => a - b).map((port) => [port, 'TCP']),
    );
    // Auto Mode says nothing about listeners, so that AWS keeps its 350 seconds.
    const seconds = exposed.platform === 'eks' ? String(spec.idleTimeoutSeconds ?? 3600) : undefined;
    for (const { attributes = {} } of listeners) expect(attributes['tcp.idle_timeout.seconds']).toBe(seconds);
  });

  test('leads to nodes or pods, and sends PROXY protocol when asked to', async () => {
    const { targetGroups } = await modelOf(exposed);
    const proxy = spec.clientAddress === 'proxy';
    expect(targetGroups).toHaveLength(spec.ports.length);
    for (const { targetType, attributes = {}, healthCheck } of targetGroups) {
      expect(targetType).toBe(proxy ? 'ip' : 'instance');
      expect(attributes['proxy_protocol_v2.enabled']).toBe(String(proxy));
      // Local traffic: only nodes that have a pod are healthy.
      expect(healthCheck.protocol).toBe(spec.clientAddress === 'preserve' ? 'HTTP' : 'TCP');
      // Whoever reads the header believes it from the load balancer only.
      if (proxy) expect(attributes['preserve_client_ip.enabled']).toBe('false');
    }
  });

  test('lets in the allowlist and nobody else, on every port', async () => {
    const { managedSecurityGroups } = await modelOf(exposed);
    const ranges = spec.allow === 'world' ? ['0.0.0.0/0'] : spec.allow;
    const expected = spec.ports.flatMap((port) => ranges.map((range) => `tcp/${port} ${range}`));
    expect(managedSecurityGroups.flatMap(({ ingress }) => ingress ?? []).sort()).toEqual(expected.sort());
  });
});
