import { ConfigMap } from '@pulumi/kubernetes/core/v1/configMap.js';
import { EksCluster, type EksClusterArgs } from '../../src/pulumi';
import { eks, reachable, underAws } from '../support/eks';
import { type Registered, treeOf } from '../support/pulumi-mocks';

const administrators = { platform: 'arn:aws:iam::123456789012:role/platform' };

/** Arguments of one zone with one pool: all kinds of resources, and few of each. */
const small: EksClusterArgs = {
  ...reachable,
  zones: ['eu-west-1a'],
  pools: { system: { role: 'system', instanceType: 'm7g.large' } },
  administrators,
};

/** A cluster and something of its user in it, where one registration takes its time. */
async function runWithSlow(args: EksClusterArgs, slow: string): Promise<readonly Registered[]> {
  const { resources } = await underAws(
    () => {
      const cluster = new EksCluster('prod', args);
      new ConfigMap('workload', {}, { provider: cluster.provider });
    },
    { delay: ({ type, name }) => (`${type} ${name}` === slow ? 100 : 0) },
  );
  return resources;
}

/** What waited for a resource. The engine deletes in the opposite order, so all of these are gone before it goes. */
async function goneBefore(args: EksClusterArgs, slow: string): Promise<readonly string[]> {
  const resources = await runWithSlow(args, slow);
  const first = resources.find(({ type, name }) => `${type} ${name}` === slow);
  if (!first) throw new Error(`there is no ${slow}`);
  return treeOf(resources.filter(({ started }) => started > first.ended));
}

const workload = 'kubernetes:core/v1:ConfigMap workload';
const controller = 'kubernetes:helm.sh/v3:Release prod-load-balancer-controller';
const nodes = 'aws:eks/nodeGroup:NodeGroup prod-system-eu-west-1a';
const addons = ['vpc-cni', 'kube-proxy', 'eks-pod-identity-agent'].map((name) => `aws:eks/addon:Addon prod-${name}`);
const disks = 'aws:eks/addon:Addon prod-aws-ebs-csi-driver';
const cluster = 'aws:eks/cluster:Cluster prod';
const network = ['ec2/route:Route prod-private-eu-west-1a', 'ec2/natGateway:NatGateway prod-nat-eu-west-1a'];

describe('destruction takes first', () => {
  test.each<[string, string, readonly string[]]>([
    ['workloads, then the controller of their load balancers', controller, [workload]],
    [
      'the controller, then its rights',
      'aws:iam/rolePolicy:RolePolicy prod-load-balancer-controller',
      [controller, workload],
    ],
    [
      'the controller, then its identity',
      'aws:eks/podIdentityAssociation:PodIdentityAssociation prod-load-balancer-controller',
      [controller, workload],
    ],
    ['workloads, then the driver of their disks', disks, [controller, workload]],
    ['workloads, then the cluster DNS', 'aws:eks/addon:Addon prod-coredns', [controller, workload]],
    ['workloads, then the right to log in', 'aws:eks/accessEntry:AccessEntry prod-administrator-platform', [workload]],
    ['workloads and drivers, then nodes', nodes, [workload, controller, disks]],
    ...addons.map((addon) => ['nodes, then what they need', addon, [nodes, workload]] as [string, string, string[]]),
    ...network.map(
      (way) => ['nodes, then their way out', `aws:${way}`, [nodes, workload]] as [string, string, string[]],
    ),
    ['nodes, then the way to S3', 'aws:ec2/vpcEndpoint:VpcEndpoint prod-s3', [nodes, workload]],
    [
      'nodes, then their rights',
      'aws:iam/rolePolicyAttachment:RolePolicyAttachment prod-system-nodes-AmazonEKS_CNI_Policy',
      [nodes],
    ],
    ['nodes and add-ons, then the cluster', cluster, [nodes, ...addons, disks, workload]],
    ['the cluster, then its log group', 'aws:cloudwatch/logGroup:LogGroup prod-logs', [cluster]],
    ['the cluster, then its key', 'aws:kms/key:Key prod-secrets', [cluster]],
    [
      'the cluster, then its rights',
      'aws:iam/rolePolicyAttachment:RolePolicyAttachment prod-cluster-AmazonEKSClusterPolicy',
      [cluster],
    ],
    [
      'the NAT gateway, then the way of its subnet',
      'aws:ec2/internetGateway:InternetGateway prod-gateway',
      ['aws:ec2/natGateway:NatGateway prod-nat-eu-west-1a'],
    ],
  ])('%s (%s)', async (_, slow, gone) => {
    expect(await goneBefore(small, slow)).toEqual(expect.arrayContaining([...gone]));
  });
});

describe('in Auto Mode, destruction takes first', () => {
  const auto: EksClusterArgs = { ...small, mode: 'auto' };
  const pool = 'kubernetes:karpenter.sh/v1:NodePool prod-system-eu-west-1a';

  test.each<[string, string, readonly string[]]>([
    ['workloads, then their nodes', pool, [workload]],
    ['nodes, then their class', 'kubernetes:eks.amazonaws.com/v1:NodeClass prod-system', [pool, workload]],
    [
      'nodes, then their right to join',
      'aws:eks/accessPolicyAssociation:AccessPolicyAssociation prod-system-nodes',
      [pool],
    ],
    ['nodes, then their way out', 'aws:ec2/route:Route prod-private-eu-west-1a', [pool, workload]],
    [
      'workloads, then the enforcement of their policies',
      'kubernetes:core/v1:ConfigMap prod-network-policies',
      [workload],
    ],
  ])('%s (%s)', async (_, slow, gone) => {
    expect(await goneBefore(auto, slow)).toEqual(expect.arrayContaining([...gone]));
  });
});

describe('a preview, in which nothing of AWS is known yet', () => {
  const shown = (resources: readonly Registered[], type: string) =>
    resources.find((resource) => resource.type === type)?.inputs;
  const unknown = { __pulumiUnknown: true };

  test.each(['standard', 'auto'] as const)('shows every resource of mode %s', async (mode) => {
    const args = { ...reachable, administrators, mode };
    const [preview, update] = [await eks(args, { preview: 'preview' }), await eks(args)];
    expect(treeOf(preview.resources)).toEqual(treeOf(update.resources));
  });

  test('hides only what AWS decides', async () => {
    const { resources } = await eks(small, { preview: 'preview' });
    expect(shown(resources, 'aws:eks/nodeGroup:NodeGroup')).toMatchObject({
      clusterName: 'prod',
      nodeRoleArn: unknown,
      instanceTypes: ['m7g.large'],
      labels: { 'anyhouse.dev/pool': 'system' },
      scalingConfig: { minSize: 1, maxSize: 1, desiredSize: 1 },
    });
    expect(shown(resources, 'kubernetes:helm.sh/v3:Release')).toMatchObject({
      version: '3.5.0',
      values: { clusterName: 'prod', region: 'eu-west-1', vpcId: unknown },
    });
    expect(shown(resources, 'aws:eks/cluster:Cluster')).toMatchObject({
      name: 'prod',
      roleArn: unknown,
      vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['203.0.113.0/24'] },
    });
  });
});
