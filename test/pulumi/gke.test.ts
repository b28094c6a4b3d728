import * as pulumi from '@pulumi/pulumi';
import { GkeCluster, type GkeClusterArgs } from '../../src/pulumi';
import { type MockOptions, type Registered, treeOf, underMocks, valueIn } from '../support/pulumi-mocks';

const zones = ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'];
const args: GkeClusterArgs = { project: 'my-project', zones };

const answers: MockOptions = {
  outputs: ({ type, inputs }) => {
    if (type === 'gcp:container/cluster:Cluster') {
      return {
        endpoint: '10.0.0.2',
        masterAuth: { clusterCaCertificate: 'Q0E=' },
        controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke-1234.europe-west4.gke.goog' } },
      };
    }
    if (type === 'gcp:serviceaccount/account:Account') {
      return { email: `${inputs.accountId}@my-project.iam.gserviceaccount.com` };
    }
    if (type === 'gcp:projects/serviceIdentity:ServiceIdentity') return { member: 'serviceAccount:agent' };
    if (type === 'gcp:storage/bucket:Bucket') return { name: 'prod-backups-1234567' };
    return {};
  },
  call: ({ token }) => (token.startsWith('gcp:organizations/getProject') ? { number: '42' } : {}),
};

const run = (more: Partial<GkeClusterArgs> = {}, options: MockOptions = {}, opts?: pulumi.ComponentResourceOptions) =>
  underMocks(() => new GkeCluster('prod', { ...args, ...more }, opts), { ...answers, ...options });

function only(resources: readonly Registered[], type: string): Registered['inputs'] {
  const found = resources.filter((resource) => resource.type === type);
  expect(found).toHaveLength(1);
  return found[0]!.inputs;
}

const cluster = 'gcp:container/cluster:Cluster';
const nodePool = 'gcp:container/nodePool:NodePool';

test('the tree of the default cluster', async () => {
  const { resources } = await run();
  expect(treeOf(resources)).toMatchSnapshot();
  const counts: Record<string, number> = {};
  for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
  expect(counts).toEqual({
    'anyhouse:pulumi:GkeCluster': 1,
    'gcp:projects/service:Service': 5,
    'gcp:compute/network:Network': 1,
    'gcp:compute/subnetwork:Subnetwork': 1,
    'gcp:compute/router:Router': 1,
    'gcp:compute/routerNat:RouterNat': 1,
    'gcp:serviceaccount/account:Account': 1,
    'gcp:projects/iAMMember:IAMMember': 2,
    'gcp:container/cluster:Cluster': 1,
    'gcp:container/nodePool:NodePool': 9,
    'gcp:storage/bucket:Bucket': 1,
    'pulumi:providers:kubernetes': 1,
  });
});

test('the cluster is private, regional, enforces policies, and has no pool of its own', async () => {
  const { resources } = await run();
  const inputs = only(resources, cluster);
  expect(inputs).toMatchObject({
    name: 'prod',
    project: 'my-project',
    location: 'europe-west4',
    nodeLocations: ['europe-west4-a'],
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    nodeConfig: {
      diskSizeGb: 20,
      machineType: 'e2-medium',
      serviceAccount: 'prod-nodes@my-project.iam.gserviceaccount.com',
    },
    datapathProvider: 'ADVANCED_DATAPATH',
    privateClusterConfig: { enablePrivateNodes: true },
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: true },
      ipEndpointsConfig: { enabled: false },
    },
    releaseChannel: { channel: 'REGULAR' },
    workloadIdentityConfig: { workloadPool: 'my-project.svc.id.goog' },
    ipAllocationPolicy: { clusterSecondaryRangeName: 'pods', servicesSecondaryRangeName: 'services' },
    deletionProtection: true,
  });
  // An explicit false is refused by the provider, and a network policy add-on by Dataplane V2.
  for (const absent of ['enableAutopilot', 'networkPolicy', 'masterAuthorizedNetworksConfig', 'databaseEncryption']) {
    expect(inputs).not.toHaveProperty(absent);
  }
});

test('a pool is one node pool in each zone, with labels, taint, disk and architecture', async () => {
  const { resources } = await run({
    pools: {
      system: { role: 'system', instanceType: 'n2d-standard-4', nodesPerZone: { least: 1, most: 3 } },
      db: { role: 'clickhouse', instanceType: 'c4a-highmem-8', nodesPerZone: 2, diskGibibytes: 80, zones: [zones[1]!] },
      quorum: { role: 'keeper', instanceType: 'n4-standard-2' },
    },
  });
  const pools = resources.filter(({ type }) => type === nodePool);
  expect(pools.map(({ name }) => name).sort()).toEqual([
    'prod-db-europe-west4-b',
    ...zones.map((zone) => `prod-quorum-${zone}`),
    ...zones.map((zone) => `prod-system-${zone}`),
  ]);
  const of = (name: string) => pools.find((pool) => pool.name === name)?.inputs;
  expect(of('prod-db-europe-west4-b')).toEqual({
    name: 'db-europe-west4-b',
    project: 'my-project',
    cluster: 'prod-id',
    nodeLocations: ['europe-west4-b'],
    nodeCount: 2,
    nodeConfig: {
      serviceAccount: 'prod-nodes@my-project.iam.gserviceaccount.com',
      oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
      shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
      workloadMetadataConfig: { mode: 'GKE_METADATA' },
      machineType: 'c4a-highmem-8',
      diskType: 'hyperdisk-balanced',
      diskSizeGb: 80,
      labels: { dedicated: 'clickhouse', 'anyhouse.dev/pool': 'db' },
      taints: [{ key: 'dedicated', value: 'clickhouse', effect: 'NO_SCHEDULE' }],
      taintConfig: { architectureTaintBehavior: 'NONE' },
    },
    management: { autoRepair: true, autoUpgrade: true },
    upgradeSettings: { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 },
  });
  const system = of('prod-system-europe-west4-a');
  expect(system).toMatchObject({
    initialNodeCount: 1,
    autoscaling: { minNodeCount: 1, maxNodeCount: 3 },
    nodeConfig: { diskType: 'pd-balanced', labels: { 'anyhouse.dev/pool': 'system' } },
  });
  expect(system).not.toHaveProperty('nodeCount');
  expect(system?.nodeConfig).not.toHaveProperty('taints');
  expect(system?.nodeConfig).not.toHaveProperty('taintConfig');
});

test('the platform knows region, zones, disks, stage and enforcement', async () => {
  const { result } = await run();
  expect(result.platform.facts).toMatchObject({
    name: 'gke',
    cluster: 'prod',
    region: 'europe-west4',
    zones,
    stage: 'production',
    networkPolicy: 'enforced',
    storage: { className: 'clickhouse-pd-ssd' },
  });
  const pools = {
    system: { role: 'system', instanceType: 'n2d-standard-4' },
    db: { role: 'clickhouse', instanceType: 'c4a-highmem-8' },
    quorum: { role: 'keeper', instanceType: 'c3-standard-4' },
  } as const;
  const other = await run({ pools, stage: 'development' });
  expect(other.result.platform.facts).toMatchObject({
    stage: 'development',
    storage: { className: 'clickhouse-hyperdisk-balanced' },
  });
});

test('the kubeconfig is secret, asks for the DNS name, and holds no token', async () => {
  const { result, resources } = await run();
  const { value, secret } = await valueIn(result.kubeconfig);
  expect(secret).toBe(true);
  expect(JSON.parse(value)).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'prod', cluster: { server: 'https://gke-1234.europe-west4.gke.goog' } }],
    contexts: [{ name: 'prod', context: { cluster: 'prod', user: 'prod' } }],
    'current-context': 'prod',
    users: [
      {
        name: 'prod',
        user: {
          exec: {
            apiVersion: 'client.authentication.k8s.io/v1beta1',
            command: 'gke-gcloud-auth-plugin',
            installHint: 'Run: gcloud components install gke-gcloud-auth-plugin',
            provideClusterInfo: true,
            interactiveMode: 'Never',
          },
        },
      },
    ],
  });
  expect(only(resources, 'pulumi:providers:kubernetes')).toMatchObject({ clusterIdentifier: 'prod-id' });
});

test('a private endpoint is an address with the authority of the cluster, a public one has a list', async () => {
  const within = await run({ access: { endpoint: 'private', allow: ['10.8.0.0/16'] } });
  expect(only(within.resources, cluster)).toMatchObject({
    privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: true },
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: false },
      ipEndpointsConfig: { enabled: true },
    },
    masterAuthorizedNetworksConfig: {
      gcpPublicCidrsAccessEnabled: false,
      cidrBlocks: [{ cidrBlock: '10.8.0.0/16' }],
    },
  });
  expect(JSON.parse((await valueIn(within.result.kubeconfig)).value).clusters).toEqual([
    { name: 'prod', cluster: { server: 'https://10.0.0.2', 'certificate-authority-data': 'Q0E=' } },
  ]);
  const open = await run({ access: { endpoint: 'public', allow: ['203.0.113.0/24'] } });
  expect(only(open.resources, cluster)).toMatchObject({
    privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: false },
    masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: '203.0.113.0/24' }] },
  });
});

test('an existing network is used as it is', async () => {
  const existing = {
    network: 'shared',
    subnetwork: pulumi.output('nodes'),
    podsRange: 'gke-pods',
    servicesRange: 'gke-services',
  };
  const { resources, result } = await run({ network: { existing } });
  expect(resources.filter(({ type }) => type.startsWith('gcp:compute/'))).toEqual([]);
  expect(only(resources, cluster)).toMatchObject({
    network: 'shared',
    subnetwork: 'nodes',
    ipAllocationPolicy: { clusterSecondaryRangeName: 'gke-pods', servicesSecondaryRangeName: 'gke-services' },
  });
  expect((await valueIn(result.subnetworkId)).value).toBe('nodes');
});

test('Secrets are encrypted with a key of the user, which GKE is granted', async () => {
  const key = 'projects/my-project/locations/europe-west4/keyRings/ring/cryptoKeys/secrets';
  const { resources } = await run({ encryptionKey: key });
  expect(only(resources, cluster)).toMatchObject({ databaseEncryption: { state: 'ENCRYPTED', keyName: key } });
  expect(only(resources, 'gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember')).toEqual({
    cryptoKeyId: key,
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    member: 'serviceAccount:agent',
  });
});

test('the bucket is private, keeps what was deleted, and is granted to ServiceAccounts with least rights', async () => {
  const { result, resources } = await underMocks(() => {
    const gke = new GkeCluster('prod', args);
    gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
    gke.backups?.grant('reader', { namespace: 'drill', serviceAccount: 'restore', rights: 'read' });
    return gke;
  }, answers);
  expect(only(resources, 'gcp:storage/bucket:Bucket')).toEqual({
    project: 'my-project',
    location: 'EUROPE-WEST4',
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    versioning: { enabled: true },
    softDeletePolicy: { retentionDurationSeconds: 1209600 },
    lifecycleRules: [
      { action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: 14, withState: 'ARCHIVED' } },
      { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
    ],
    forceDestroy: false,
  });
  expect((await valueIn(result.backups!.bucket)).value).toBe('prod-backups-1234567');
  const members = resources.filter(({ type }) => type === 'gcp:storage/bucketIAMMember:BucketIAMMember');
  const pool =
    'principal://iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/my-project.svc.id.goog';
  expect(members.map(({ name, inputs }) => [name, inputs])).toEqual([
    [
      'prod-writer',
      {
        bucket: 'prod-backups-1234567',
        role: 'roles/storage.objectUser',
        member: `${pool}/subject/ns/analytics/sa/backup`,
      },
    ],
    [
      'prod-reader',
      {
        bucket: 'prod-backups-1234567',
        role: 'roles/storage.objectViewer',
        member: `${pool}/subject/ns/drill/sa/restore`,
      },
    ],
  ]);
});

test('a cluster without backups has no bucket', async () => {
  const { result, resources } = await run({ backups: 'none' });
  expect(result.backups).toBeUndefined();
  expect(resources.filter(({ type, name }) => type.startsWith('gcp:storage/') || name === 'prod-storage')).toEqual([]);
});

test('a bucket that goes with the cluster is emptied first', async () => {
  const { resources } = await run({ backups: { onDestroy: 'delete', location: 'eu', keepDeletedDays: 7 } });
  expect(only(resources, 'gcp:storage/bucket:Bucket')).toMatchObject({
    location: 'EU',
    forceDestroy: true,
    softDeletePolicy: { retentionDurationSeconds: 604800 },
  });
});

describe('protection', () => {
  const protectedBy = (resource: pulumi.Resource) => (resource as unknown as { __protect?: boolean }).__protect;
  test.each([
    ['production', {}, undefined, true, true],
    ['development', { stage: 'development' }, undefined, false, undefined],
    ['production that may go', { allowDeletion: 'moved to another region' }, undefined, false, false],
    ['development that is protected', { stage: 'development' }, { protect: true }, true, true],
  ] as const)('%s', async (_, more, opts, deletionProtection, protect) => {
    const { result, resources } = await run(more, {}, opts);
    expect(only(resources, cluster)).toMatchObject({ deletionProtection });
    expect(protectedBy(result)).toBe(protect);
    expect(protectedBy(result.provider)).toBe(protect);
  });
});

describe('a preview with unknowns', () => {
  const unknown = expect.objectContaining({ __pulumiUnknown: true });
  test('registers everything, and only what comes from the cloud is unknown', async () => {
    const known = treeOf((await run()).resources);
    const { result, resources } = await run({}, { preview: 'preview' });
    expect(treeOf(resources)).toEqual(known);
    const pool = resources.find(({ name }) => name === 'prod-clickhouse-europe-west4-a')?.inputs;
    expect(pool).toMatchObject({ name: 'clickhouse-europe-west4-a', nodeCount: 1 });
    expect((await valueIn(result.kubeconfig)).known).toBe(false);
    expect((await valueIn(result.kubeconfig)).secret).toBe(true);
    expect((await valueIn(result.name)).value).toBe('prod');
  });

  test('registers everything with a project that does not exist yet', async () => {
    const { resources } = await underMocks(
      () => {
        const project = new (class extends pulumi.CustomResource {
          declare readonly projectId: pulumi.Output<string>;
          constructor() {
            super('gcp:organizations/project:Project', 'new', { projectId: undefined });
          }
        })();
        const gke = new GkeCluster('prod', { ...args, project: project.projectId });
        gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
      },
      { ...answers, preview: 'preview' },
    );
    expect(resources).toHaveLength(27);
    expect(only(resources, cluster)).toMatchObject({ name: 'prod', project: unknown });
    expect(only(resources, 'gcp:storage/bucketIAMMember:BucketIAMMember')).toMatchObject({
      role: 'roles/storage.objectUser',
      member: unknown,
    });
  });
});

test('destroy goes from what uses the provider to nodes, cluster, egress and network', async () => {
  const { resources } = await underMocks(
    () => {
      const gke = new GkeCluster('prod', args);
      const { provider } = gke;
      gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
      new (class extends pulumi.CustomResource {})('kubernetes:core/v1:Namespace', 'analytics', {}, { provider });
    },
    { ...answers, delay: () => 5 },
  );
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  /** What is destroyed first starts only when all of what is destroyed later has been made. */
  const before = (first: string, later: string) => {
    const pairs = of(first).flatMap((one) => of(later).map((other) => one.started > other.ended));
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.every(Boolean)).toBe(true);
  };
  const order = [
    'kubernetes:core/v1:Namespace',
    'pulumi:providers:kubernetes',
    nodePool,
    cluster,
    'gcp:compute/subnetwork:Subnetwork',
    'gcp:compute/network:Network',
  ];
  for (const [index, first] of order.slice(0, -1).entries()) before(first, order[index + 1]!);
  before(nodePool, 'gcp:compute/routerNat:RouterNat');
  before(nodePool, 'gcp:projects/iAMMember:IAMMember');
  before('gcp:compute/routerNat:RouterNat', 'gcp:compute/router:Router');
  before('gcp:storage/bucketIAMMember:BucketIAMMember', 'gcp:storage/bucket:Bucket');
  before('gcp:storage/bucketIAMMember:BucketIAMMember', cluster);
  const apis = of('gcp:projects/service:Service').filter(({ name }) => name !== 'prod-storage');
  expect(of(cluster).every((one) => apis.every((api) => one.started > api.ended))).toBe(true);
});
