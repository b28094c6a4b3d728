import {
  ClickHouseCluster,
  type ClickHouseClusterProps,
  Environment,
  Exposure,
  Keeper,
  type Manifest,
  Platform,
} from 'anyhouse';
import { App } from 'cdk8s';
import { checkProgram } from '../../src/checks/synth';
import { record } from '../../src/kubernetes/manifest';
import { cluster, environment, gke, messageOf, minikube, objectOf } from '../support/environments';
import { exposedPlatforms, exposureOn } from '../support/exposures';

const on = (platform: Platform, props: Partial<ClickHouseClusterProps>) => cluster(props, environment({ platform }));
const openstack = exposedPlatforms.openstack as Platform;
const ovn = exposedPlatforms['openstack-ovn'] as Platform;
const ceph = { className: 'ceph', expandable: true };

interface Template {
  readonly name: string;
  readonly metadata?: { readonly annotations?: Record<string, string>; readonly labels?: Record<string, string> };
  readonly spec: Record<string, unknown>;
}

function templatesOf(installation: Manifest): readonly Template[] {
  return record(record(installation.spec).templates).serviceTemplates as readonly Template[];
}

const installationOf = (construct: ClickHouseCluster) => objectOf(construct, 'ClickHouseInstallation');
const ingressOf = (construct: ClickHouseCluster) =>
  JSON.stringify(record(objectOf(construct, 'NetworkPolicy', 'clickhouse-events').spec).ingress);

test('nothing is exposed unless asked for', () => {
  expect(templatesOf(installationOf(cluster()))).toEqual([
    {
      name: 'entry',
      spec: {
        type: 'ClusterIP',
        ports: [
          { name: 'http', port: 8123 },
          { name: 'tcp', port: 9000 },
        ],
      },
    },
  ]);
});

test('an internal load balancer lets private addresses in, at the load balancer and at the pods', () => {
  const exposed = cluster({ exposure: Exposure.internal() });
  const ranges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
  expect(templatesOf(installationOf(exposed))[0]?.spec).toMatchObject({
    type: 'LoadBalancer',
    loadBalancerClass: 'service.k8s.aws/nlb',
    externalTrafficPolicy: 'Local',
    loadBalancerSourceRanges: ranges,
  });
  for (const range of ranges) expect(ingressOf(exposed)).toContain(range);
});

test('the network policy has a range once, also when users connect from it', () => {
  const users = { app: { networks: ['10.0.0.0/8'] } };
  expect(ingressOf(cluster({ exposure: Exposure.internal(), users })).split('10.0.0.0/8')).toHaveLength(2);
});

test('where pods do not see clients, the policy lets nodes in and the load balancer keeps the allowlist', () => {
  const exposure = Exposure.public({ allow: ['203.0.113.0/24'], through: ['192.0.2.0/24'] });
  const exposed = on(openstack, { exposure });
  expect(templatesOf(installationOf(exposed))[0]?.spec).toMatchObject({
    externalTrafficPolicy: 'Cluster',
    loadBalancerSourceRanges: ['203.0.113.0/24'],
  });
  expect(ingressOf(exposed)).toContain('192.0.2.0/24');
  expect(ingressOf(exposed)).not.toContain('203.0.113.0/24');
});

test('single replicas get a Service with all of their ports, which answers before they are ready', () => {
  const exposed = cluster({ exposure: Exposure.internal({ replicas: 'each', hostname: 'events.example.com' }) });
  const [entry, replica] = templatesOf(installationOf(exposed));
  expect(replica?.spec).toMatchObject({
    type: 'LoadBalancer',
    publishNotReadyAddresses: true,
    ports: [{ port: 8123 }, { port: 9000 }, { port: 9009 }],
  });
  expect(entry?.metadata?.annotations).toMatchObject({ 'external-dns.kubernetes.io/hostname': 'events.example.com' });
  expect(JSON.stringify(replica)).not.toContain('events.example.com');
  const { defaults } = installationOf(exposed).spec as { defaults: unknown };
  expect(defaults).toMatchObject({ templates: { serviceTemplate: 'entry', replicaServiceTemplate: 'replica' } });
});

test('on a laptop nothing waits for a load balancer', () => {
  for (const platform of [minikube, Platform.kind()]) {
    const [entry] = templatesOf(installationOf(on(platform, { exposure: Exposure.internal() })));
    expect(entry?.spec).toMatchObject({ type: 'NodePort' });
    expect(entry?.metadata).toBeUndefined();
  }
});

const places = Object.entries(exposedPlatforms).flatMap(([name, platform]) =>
  (['internal', 'public'] as const).flatMap((scope) =>
    (['shared', 'each'] as const).map((replicas) => [name, scope, replicas, platform] as const),
  ),
);

test.each(places.filter(([name]) => name !== 'openstack-ovn'))(
  'what is emitted on %s for %s clients, %s replicas, breaks no rule about load balancers',
  (_, scope, replicas, platform) => {
    const app = new App();
    const place = new Environment(app, 'analytics', { platform: platform.with({ networkPolicy: 'enforced' }) });
    new ClickHouseCluster(place, 'events', {
      shards: 2,
      replication: { replicas: 2, keeper: new Keeper(place, 'keeper') },
      storage: { size: '10Gi' },
      exposure: exposureOn(platform, scope, replicas),
    });
    expect(checkProgram(app).findings.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
  },
);

test('everybody is let in with a reason only, which reports print', () => {
  const app = new App();
  const place = new Environment(app, 'analytics', { platform: gke.with({ networkPolicy: 'enforced' }) });
  const exposure = Exposure.public({ allowWorld: 'public demo' });
  const exposed = new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' }, exposure });
  const { findings, acknowledged } = checkProgram(app);
  expect(findings.filter(({ rule }) => rule.severity === 'error')).toEqual([]);
  expect(acknowledged.map(({ rule, reason }) => [rule.id, reason])).toEqual([['load-balancer/world', 'public demo']]);
  expect(templatesOf(installationOf(exposed))[0]?.spec).not.toHaveProperty('loadBalancerSourceRanges');
  expect(ingressOf(exposed)).toContain('0.0.0.0/0');
});

const where = "Cluster 'analytics/events': exposure";
const refused = [
  [
    'a public one that says nothing',
    gke,
    () => Exposure.public({} as never),
    `${where}.allow must say who may connect, got nothing. Fix: list the ranges of clients, or give a reason: Exposure.public({ allowWorld: 'public demo' }). [load-balancer/allowlist]`,
  ],
  ['a public one without options', gke, () => Exposure.public(undefined as never), '[load-balancer/allowlist]'],
  ['an empty allowlist', gke, () => Exposure.public({ allow: [] }), '[load-balancer/allowlist]'],
  [
    'the range of everybody',
    gke,
    () => Exposure.public({ allow: ['0.0.0.0/0'] }),
    `${where}.allow[0] must not be everybody, got "0.0.0.0/0".`,
  ],
  [
    'everybody beside an allowlist',
    gke,
    () => Exposure.public({ allow: ['203.0.113.0/24'], allowWorld: 'demo' } as never),
    'allow must be left out beside allowWorld',
  ],
  ['everybody inside', gke, () => Exposure.internal({ allowWorld: 'demo' } as never), 'allowWorld must not be set'],
  [
    'an allowlist that OVN ignores',
    ovn,
    () => Exposure.public({ allow: ['203.0.113.0/24'] }),
    `${where}.allow must be kept by somebody, and Octavia with OVN ignores it, got ["203.0.113.0/24"]. Fix: choose a load balancer that filters (Octavia with amphora: octavia: 'amphora'), or filter in front of it and say so with allowWorld. [load-balancer/allowlist-ignored]`,
  ],
  [
    'a client address that amphora hides',
    openstack,
    () => Exposure.internal({ clientAddress: 'preserve' }),
    `${where}.clientAddress must be 'any' with Octavia with amphora`,
  ],
  ['a hidden client without the ranges of nodes', openstack, () => Exposure.internal(), '[load-balancer/through]'],
  [
    'ranges of nodes where clients are seen',
    gke,
    () => Exposure.internal({ through: ['10.0.0.0/16'] }),
    '[load-balancer/through]',
  ],
  [
    'a timeout that Google fixes',
    gke,
    () => Exposure.internal({ idleTimeoutSeconds: 3600 }),
    `${where}.idleTimeoutSeconds must be from 1 to 600 with the passthrough load balancer of GKE, which cuts after 600 whatever is asked, got 3600.`,
  ],
  [
    'three addresses on Google',
    gke,
    () => Exposure.internal({ staticAddresses: ['a', 'b', 'c'] }),
    'staticAddresses must have at most 2',
  ],
  [
    'an address without its subnet',
    exposedPlatforms.eks as Platform,
    () => Exposure.internal({ staticAddresses: ['10.0.0.5'] }),
    '[load-balancer/address-count]',
  ],
  [
    'subnets on bare metal',
    exposedPlatforms.metallb as Platform,
    () => Exposure.internal({ subnets: ['a'] }),
    'subnets must be left out with MetalLB and internal exposure',
  ],
  [
    'one address for every replica',
    gke,
    () => Exposure.internal({ staticAddresses: ['a'], replicas: 'each' }),
    'two cannot have one address',
  ],
  [
    'a platform of which nobody knows',
    Platform.custom({ name: 'metal', storage: ceph }),
    () => Exposure.internal(),
    "exposure must be left out on platform 'metal', of which nobody said who answers for load balancers, got internal.",
  ],
  ['something else', gke, () => 'public' as never, 'exposure must be an Exposure, got "public".'],
] as const;

test.each(refused)('%s is refused with the way out', (_, platform, make, part) => {
  expect(messageOf(() => on(platform, { exposure: make() }))).toContain(part);
});

test('a platform of one’s own can say who answers for load balancers', () => {
  const platform = Platform.custom({ name: 'metal', storage: ceph }).with({ loadBalancer: 'metallb' });
  const [entry] = templatesOf(installationOf(on(platform, { exposure: Exposure.internal() })));
  expect(entry?.spec).toMatchObject({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false });
});
