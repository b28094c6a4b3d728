import {
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Keeper,
  Operator,
  Platform,
  type PlatformStorage,
  Tls,
} from 'anyhouse';
import { App } from 'cdk8s';
import { checkProgram } from '../../src/checks/synth';
import { eks, gke, minikube } from '../support/environments';

const storage: PlatformStorage = {
  className: 'ceph',
  expandable: true,
  create: { provisioner: 'rbd.csi.ceph.com', volumeBindingMode: 'WaitForFirstConsumer' },
};
const metal = Platform.custom({ name: 'metal', storage, zones: ['hall-1', 'hall-2', 'hall-3'] });
const others = [
  Platform.kind(),
  Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], mode: 'auto' }),
  Platform.aks({ region: 'westeurope', zones: ['westeurope-1', 'westeurope-2', 'westeurope-3'] }),
  Platform.openstack({ zones: ['nova', 'vega', 'lyra'] }),
  Platform.bareMetal({ loadBalancer: 'metallb', storage }),
];
const platforms = [minikube, eks, gke, ...others, metal, Platform.custom({ name: 'zoneless', storage })].map(
  (platform) => platform.with({ networkPolicy: 'enforced' }),
);
const places = platforms.flatMap((platform) =>
  (['development', 'production'] as const).map((stage) => [platform.name, stage, platform] as const),
);

beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => jest.restoreAllMocks());

/** A program with everything that the constructs offer. */
function program(platform: Platform, stage: 'development' | 'production', operator = Operator.existing()): App {
  const app = new App();
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'analytics', { platform, stage, gitops: 'argocd' });
  const keeper = new Keeper(environment, 'keeper');
  new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '500Gi' },
    logs: { size: '10Gi' },
    databases: ['events'],
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'], profile: 'small', quota: 'hourly' } },
    profiles: { small: { max_memory_usage: 1e9 } },
    quotas: { hourly: { seconds: 3600, queries: 100 } },
  });
  const other = new Environment(app, 'reports', { platform, stage });
  const shared = new Environment(app, 'shared', { platform, stage, tls: Tls.off('the operator creates roots') });
  const common = {
    replication: { replicas: 2, keeper: new Keeper(shared, 'keeper') },
    storage: { size: '1Gi' },
  } as const;
  new ClickHouseCluster(other, 'events', {
    ...common,
    acknowledge: stage === 'production' ? { 'tls/plain-keeper': 'shared' } : {},
  });
  return app;
}

/** A gateway in front of clusters of two environments, with all that it can be asked for. */
function gatewayProgram(platform: Platform, stage: 'development' | 'production'): App {
  const app = new App();
  const [place, other] = (['analytics', 'reports'] as const).map(
    (id) => new Environment(app, id, { platform, stage, domain: `${id}.example.com` }),
  ) as [Environment, Environment];
  const users = { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'] } };
  const clusterIn = (environment: Environment, id: string) =>
    new ClickHouseCluster(environment, id, {
      replication: { replicas: 2, keeper: new Keeper(environment, `${id}-keeper`) },
      storage: { size: '1Gi' },
      users,
    });
  const gateway = new EdgeGateway(place, 'edge', {
    allow: ['10.0.0.0/8'],
    autoscaling: { most: 6 },
    propagation: 'watch',
    tls: { issuer: { name: 'company', kind: 'ClusterIssuer' } },
    ...(platform.facts.loadBalancer === 'octavia' && { trustedLoadBalancers: ['10.0.1.0/24'] }),
  });
  gateway.route(clusterIn(place, 'events'), { replicas: 'each', hosts: ['data.example.org'] });
  gateway.route(clusterIn(place, 'facts'), { clientAddress: 'forwarded' });
  gateway.route(clusterIn(other, 'monthly'), { tls: 'passthrough' });
  return app;
}

function findings(app: App): readonly string[] {
  return checkProgram(app).findings.map(({ rule, object, pointer, message }) =>
    [rule.severity, rule.id, object.kind, pointer, message].join(' '),
  );
}

test.each(places)('what the constructs emit on %s for %s breaks no rule', (_, stage, platform) => {
  const onLaptop = platform.facts.size === 'laptop' && stage === 'production';
  const expected = onLaptop ? ['storage-class/not-expandable'] : [];
  const broken = checkProgram(program(platform, stage)).findings.map(({ rule }) => rule.id);
  expect([...new Set(broken)]).toEqual(expected);
});

const balanced = places.filter(([, , { facts }]) => facts.loadBalancer !== undefined);

test.each(balanced)('a gateway on %s for %s breaks no rule', (_, stage, platform) => {
  const onLaptop = platform.facts.size === 'laptop' && stage === 'production';
  const expected = onLaptop ? ['storage-class/not-expandable'] : [];
  const broken = checkProgram(gatewayProgram(platform, stage)).findings.map(({ rule }) => rule.id);
  expect([...new Set(broken)].filter((id) => !expected.includes(id))).toEqual([]);
});

test.each(['0.25.0', '0.25.6', '0.26.3', '0.27.1'] as const)(
  'nothing is written that operator %s does not know',
  (version) => {
    for (const [, stage, platform] of places) {
      const found = findings(program(platform, stage, Operator.existing({ version })));
      expect(found.filter((line) => line.startsWith('error'))).toEqual([]);
    }
  },
);

test('one member and one replica in production are advised against, and allowed', () => {
  const app = new App();
  const environment = new Environment(app, 'analytics', { platform: gke.with({ networkPolicy: 'enforced' }) });
  new Keeper(environment, 'keeper', { replicas: 1 });
  new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
  const broken = checkProgram(app).findings.map(({ rule }) => `${rule.severity} ${rule.id}`);
  expect(broken.sort()).toEqual(['advice keeper/single', 'advice replication/single']);
});

test('data that may be deleted is warned about, not refused', () => {
  const app = new App();
  const environment = new Environment(app, 'analytics', { platform: minikube });
  new Keeper(environment, 'keeper', { onDelete: 'delete' });
  new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' }, onDelete: 'delete' });
  const broken = checkProgram(app).findings.map(({ rule }) => `${rule.severity} ${rule.id}`);
  expect(broken).toEqual(['warning storage/delete', 'warning storage/delete']);
});
