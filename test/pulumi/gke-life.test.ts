import * as pulumi from '@pulumi/pulumi';
import { GkeCluster } from '../../src/pulumi';
import { clusterType, gkeAnswers, gkeArgs, inputsOf, nodePoolType, runGke } from '../support/gke';
import { treeOf, underMocks, valueIn } from '../support/pulumi-mocks';

describe('protection', () => {
  const protectedBy = (resource: pulumi.Resource) => (resource as unknown as { __protect?: boolean }).__protect;
  test.each([
    ['production', {}, undefined, true, true],
    ['development', { stage: 'development' }, undefined, false, undefined],
    ['production that may go', { allowDeletion: 'moved to another region' }, undefined, false, false],
    ['development that is protected', { stage: 'development' }, { protect: true }, true, true],
  ] as const)('%s', async (_, more, opts, deletionProtection, protect) => {
    const { result, resources } = await runGke(more, {}, opts);
    expect(inputsOf(resources, clusterType)).toMatchObject({ deletionProtection });
    expect(protectedBy(result)).toBe(protect);
    expect(protectedBy(result.provider)).toBe(protect);
  });
});

describe('a preview with unknowns', () => {
  const unknown = expect.objectContaining({ __pulumiUnknown: true });
  test('registers everything, and only what comes from the cloud is unknown', async () => {
    const known = treeOf((await runGke()).resources);
    const { result, resources } = await runGke({}, { preview: 'preview' });
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
        const gke = new GkeCluster('prod', { ...gkeArgs, project: project.projectId });
        gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
      },
      { ...gkeAnswers, preview: 'preview' },
    );
    expect(resources).toHaveLength(27);
    expect(inputsOf(resources, clusterType)).toMatchObject({ name: 'prod', project: unknown });
    expect(inputsOf(resources, 'gcp:storage/bucketIAMMember:BucketIAMMember')).toMatchObject({
      role: 'roles/storage.objectUser',
      member: unknown,
    });
  });
});

test('destroy goes from what uses the provider to nodes, cluster, egress and network', async () => {
  const { resources } = await underMocks(
    () => {
      const gke = new GkeCluster('prod', gkeArgs);
      const { provider } = gke;
      gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
      new (class extends pulumi.CustomResource {})('kubernetes:core/v1:Namespace', 'analytics', {}, { provider });
    },
    { ...gkeAnswers, delay: () => 5 },
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
    nodePoolType,
    clusterType,
    'gcp:compute/subnetwork:Subnetwork',
    'gcp:compute/network:Network',
  ];
  for (const [index, first] of order.slice(0, -1).entries()) before(first, order[index + 1]!);
  before(nodePoolType, 'gcp:compute/routerNat:RouterNat');
  before(nodePoolType, 'gcp:projects/iAMMember:IAMMember');
  before('gcp:compute/routerNat:RouterNat', 'gcp:compute/router:Router');
  before('gcp:storage/bucketIAMMember:BucketIAMMember', 'gcp:storage/bucket:Bucket');
  before('gcp:storage/bucketIAMMember:BucketIAMMember', clusterType);
  const apis = of('gcp:projects/service:Service').filter(({ name }) => name !== 'prod-storage');
  expect(of(clusterType).every((one) => apis.every((api) => one.started > api.ended))).toBe(true);
});
