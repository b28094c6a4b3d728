import * as pulumi from '@pulumi/pulumi';
import { clusterType, gkeZones, inputsOf, nodePoolType, runGke } from '../support/gke';
import { treeOf, valueIn } from '../support/pulumi-mocks';

test('the tree of the default cluster', async () => {
  const { resources } = await runGke();
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
  const { resources } = await runGke();
  const inputs = inputsOf(resources, clusterType);
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
  const { resources } = await runGke({
    pools: {
      system: { role: 'system', instanceType: 'n2d-standard-4', nodesPerZone: { least: 1, most: 3 } },
      db: {
        role: 'clickhouse',
        instanceType: 'c4a-highmem-8',
        nodesPerZone: 2,
        diskGibibytes: 80,
        zones: [gkeZones[1]!],
      },
      quorum: { role: 'keeper', instanceType: 'n4-standard-2' },
    },
  });
  const pools = resources.filter(({ type }) => type === nodePoolType);
  expect(pools.map(({ name }) => name).sort()).toEqual([
    'prod-db-europe-west4-b',
    ...gkeZones.map((zone) => `prod-quorum-${zone}`),
    ...gkeZones.map((zone) => `prod-system-${zone}`),
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
  const { result } = await runGke();
  expect(result.platform.facts).toMatchObject({
    name: 'gke',
    cluster: 'prod',
    region: 'europe-west4',
    zones: gkeZones,
    stage: 'production',
    networkPolicy: 'enforced',
    storage: { className: 'clickhouse-pd-ssd' },
    pools: {
      clickhouse: { taint: 'dedicated=clickhouse:NoSchedule', zones: gkeZones, instanceType: 'n2d-highmem-4' },
      keeper: { taint: 'dedicated=keeper:NoSchedule', zones: gkeZones, instanceType: 'n2d-standard-2' },
    },
  });
  const pools = {
    system: { role: 'system', instanceType: 'n2d-standard-4' },
    db: { role: 'clickhouse', instanceType: 'c4a-highmem-8' },
    quorum: { role: 'keeper', instanceType: 'c3-standard-4' },
  } as const;
  const other = await runGke({ pools, stage: 'development' });
  expect(other.result.platform.facts).toMatchObject({
    stage: 'development',
    storage: { className: 'clickhouse-hyperdisk-balanced' },
  });
});

test('the kubeconfig is secret, asks for the DNS name, and holds no token', async () => {
  const { result, resources } = await runGke();
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
  expect(inputsOf(resources, 'pulumi:providers:kubernetes')).toMatchObject({ clusterIdentifier: 'prod-id' });
});

test('a private endpoint is an address with the authority of the cluster, a public one has a list', async () => {
  const within = await runGke({ access: { endpoint: 'private', allow: ['10.8.0.0/16'] } });
  expect(inputsOf(within.resources, clusterType)).toMatchObject({
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
  const open = await runGke({ access: { endpoint: 'public', allow: ['203.0.113.0/24'] } });
  expect(inputsOf(open.resources, clusterType)).toMatchObject({
    privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: false },
    masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: '203.0.113.0/24' }] },
  });
});

test('a network of its own has ranges for pods and Services, and a way out for nodes without public addresses', async () => {
  const { resources } = await runGke({ network: { ranges: { pods: '10.16.0.0/14' } } });
  expect(inputsOf(resources, 'gcp:compute/network:Network')).toMatchObject({ autoCreateSubnetworks: false });
  expect(inputsOf(resources, 'gcp:compute/subnetwork:Subnetwork')).toMatchObject({
    region: 'europe-west4',
    ipCidrRange: '10.0.0.0/20',
    privateIpGoogleAccess: true,
    secondaryIpRanges: [
      { rangeName: 'pods', ipCidrRange: '10.16.0.0/14' },
      { rangeName: 'services', ipCidrRange: '10.8.0.0/20' },
    ],
  });
  expect(inputsOf(resources, 'gcp:compute/routerNat:RouterNat')).toMatchObject({
    subnetworks: [{ name: 'prod-subnetwork-id', sourceIpRangesToNats: ['ALL_IP_RANGES'] }],
    enableDynamicPortAllocation: true,
    enableEndpointIndependentMapping: false,
  });
});

test('APIs stay on, and nodes may do little', async () => {
  const { resources } = await runGke();
  const apis = resources.filter(({ type }) => type === 'gcp:projects/service:Service');
  expect(apis.map(({ inputs }) => inputs.disableOnDestroy)).toEqual(apis.map(() => false));
  const members = resources.filter(({ type }) => type === 'gcp:projects/iAMMember:IAMMember');
  const member = 'serviceAccount:prod-nodes@my-project.iam.gserviceaccount.com';
  expect(members.map(({ inputs }) => inputs)).toEqual([
    { project: 'my-project', role: 'roles/container.defaultNodeServiceAccount', member },
    { project: 'my-project', role: 'roles/artifactregistry.reader', member },
  ]);
});

test('an existing network is used as it is', async () => {
  const existing = {
    network: 'shared',
    subnetwork: pulumi.output('nodes'),
    podsRange: 'gke-pods',
    servicesRange: 'gke-services',
  };
  const { resources, result } = await runGke({ network: { existing } });
  expect(resources.filter(({ type }) => type.startsWith('gcp:compute/'))).toEqual([]);
  expect(inputsOf(resources, clusterType)).toMatchObject({
    network: 'shared',
    subnetwork: 'nodes',
    ipAllocationPolicy: { clusterSecondaryRangeName: 'gke-pods', servicesSecondaryRangeName: 'gke-services' },
  });
  expect((await valueIn(result.subnetworkId)).value).toBe('nodes');
});

test('Secrets are encrypted with a key of the user, which GKE is granted', async () => {
  const key = 'projects/my-project/locations/europe-west4/keyRings/ring/cryptoKeys/secrets';
  const { resources } = await runGke({ encryptionKey: key });
  expect(inputsOf(resources, clusterType)).toMatchObject({ databaseEncryption: { state: 'ENCRYPTED', keyName: key } });
  expect(inputsOf(resources, 'gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember')).toEqual({
    cryptoKeyId: key,
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    member: 'serviceAccount:agent',
  });
});
