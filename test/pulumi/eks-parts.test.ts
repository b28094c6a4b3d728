import { awsMachines } from '../../src/platform/generated/aws-machines';
import { loadBalancerPolicy } from '../../src/pulumi/eks/load-balancer-policy';
import { eks, ofType, one, reachable } from '../support/eks';

const pools = {
  fast: { role: 'clickhouse', instanceType: 'i4i.2xlarge', zones: ['eu-west-1b'], nodesPerZone: 2, diskGibibytes: 80 },
  system: { role: 'system', instanceType: 'm7g.large', nodesPerZone: { least: 0, most: 3 } },
} as const;

describe('nodes', () => {
  test('stand in one zone, under the name of their pool, with the labels and taints that constructs look for', async () => {
    const { resources } = await eks();
    expect(one(resources, 'aws:eks/nodeGroup:NodeGroup', 'prod-clickhouse-eu-west-1c').inputs).toEqual({
      region: 'eu-west-1',
      clusterName: 'prod',
      version: '1.34',
      nodeRoleArn: 'arn:aws:iam::123456789012:role/prod-clickhouse-nodes',
      subnetIds: ['prod-private-eu-west-1c-id'],
      instanceTypes: ['m7g.2xlarge'],
      amiType: 'AL2023_ARM_64_STANDARD',
      launchTemplate: { id: 'prod-clickhouse-id', version: '1' },
      scalingConfig: { minSize: 1, maxSize: 1, desiredSize: 1 },
      updateConfig: { maxUnavailable: 1 },
      labels: { dedicated: 'clickhouse', 'anyhouse.dev/pool': 'clickhouse' },
      taints: [{ key: 'dedicated', value: 'clickhouse', effect: 'NO_SCHEDULE' }],
      tags: {},
    });
    const system = one(resources, 'aws:eks/nodeGroup:NodeGroup', 'prod-system-eu-west-1a').inputs;
    expect(system).toMatchObject({ labels: { 'anyhouse.dev/pool': 'system' } });
    expect(system).not.toHaveProperty('taints');
  });

  test('have encrypted disks, and keep their credentials from pods', async () => {
    const { resources } = await eks();
    const template = one(resources, 'aws:ec2/launchTemplate:LaunchTemplate', 'prod-keeper').inputs;
    expect(template).toMatchObject({
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { encrypted: 'true', volumeSize: 50, volumeType: 'gp3' } }],
    });
    expect(template).not.toHaveProperty('userData');
  });

  test('of one pool may be x86 with local disks, which are made one file system', async () => {
    const { resources } = await eks({ ...reachable, pools });
    const group = one(resources, 'aws:eks/nodeGroup:NodeGroup', 'prod-fast-eu-west-1b').inputs;
    expect(group).toMatchObject({
      amiType: 'AL2023_x86_64_STANDARD',
      scalingConfig: { minSize: 2, maxSize: 2, desiredSize: 2 },
    });
    const { userData } = one(resources, 'aws:ec2/launchTemplate:LaunchTemplate', 'prod-fast').inputs;
    const text = Buffer.from(String(userData), 'base64').toString();
    expect(text).toContain('Content-Type: application/node.eks.aws\n\n---\napiVersion: node.eks.aws/v1alpha1\n');
    expect(text).toContain('localStorage:\n      strategy: RAID0\n');
    expect(ofType(resources, 'aws:eks/nodeGroup:NodeGroup').map(({ name }) => name)).toEqual([
      'prod-fast-eu-west-1b',
      'prod-system-eu-west-1a',
      'prod-system-eu-west-1b',
      'prod-system-eu-west-1c',
    ]);
  });

  test('between bounds begin with the fewest', async () => {
    const { resources } = await eks({ ...reachable, pools });
    expect(one(resources, 'aws:eks/nodeGroup:NodeGroup', 'prod-system-eu-west-1a').inputs.scalingConfig).toEqual({
      minSize: 0,
      maxSize: 3,
      desiredSize: 0,
    });
  });
});

describe('add-ons', () => {
  test('enforce NetworkPolicies, and give the driver of disks a role that no other ServiceAccount gets', async () => {
    const { resources } = await eks();
    const network = one(resources, 'aws:eks/addon:Addon', 'prod-vpc-cni').inputs;
    expect(network.configurationValues).toBe('{"enableNetworkPolicy":"true"}');
    expect(one(resources, 'aws:eks/addon:Addon', 'prod-aws-ebs-csi-driver').inputs).toMatchObject({
      clusterName: 'prod',
      podIdentityAssociations: [
        { roleArn: 'arn:aws:iam::123456789012:role/prod-disks', serviceAccount: 'ebs-csi-controller-sa' },
      ],
    });
    const { assumeRolePolicy } = one(resources, 'aws:iam/role:Role', 'prod-disks').inputs;
    expect(JSON.parse(String(assumeRolePolicy)).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': 'prod',
            'aws:RequestTag/kubernetes-namespace': 'kube-system',
            'aws:RequestTag/kubernetes-service-account': 'ebs-csi-controller-sa',
          },
        },
      },
    ]);
  });
});

describe('the AWS Load Balancer Controller', () => {
  test('is told where it is, and takes over no Service that did not ask for it', async () => {
    const { resources } = await eks({
      ...reachable,
      loadBalancerController: { version: '3.5.1', values: { replicaCount: 3, region: 'elsewhere' } },
    });
    expect(one(resources, 'kubernetes:helm.sh/v3:Release').inputs).toMatchObject({
      chart: 'aws-load-balancer-controller',
      version: '3.5.1',
      namespace: 'kube-system',
      values: {
        clusterName: 'prod',
        region: 'eu-west-1',
        vpcId: 'prod-vpc-id',
        enableServiceMutatorWebhook: false,
        replicaCount: 3,
        serviceAccount: { create: true, name: 'aws-load-balancer-controller' },
      },
    });
    expect(one(resources, 'aws:eks/podIdentityAssociation:PodIdentityAssociation').inputs).toMatchObject({
      clusterName: 'prod',
      namespace: 'kube-system',
      serviceAccount: 'aws-load-balancer-controller',
    });
  });

  test('may change what carries the tag of its cluster, and nothing of others', () => {
    const { Statement } = loadBalancerPolicy('eu-west-1', 'prod');
    const changing = Statement.filter(({ Action }) =>
      Action.some((action) => /Delete(LoadBalancer|TargetGroup|SecurityGroup)/.test(action)),
    );
    expect(changing).toHaveLength(2);
    for (const { Condition } of changing) {
      expect(Condition).toEqual({ StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': 'prod' } });
    }
    const all = Statement.flatMap(({ Action }) => Action);
    expect(all.filter((action) => action.includes('*') || /^(waf|shield|cognito|acm)/.test(action))).toEqual([]);
  });

  test('has the policy of its user where one is given, and is left out where something else installs it', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    const given = await eks({ ...reachable, loadBalancerController: { policy } });
    expect(one(given.resources, 'aws:iam/rolePolicy:RolePolicy').inputs.policy).toBe(policy);
    const { resources } = await eks({ ...reachable, loadBalancerController: 'none' });
    expect(ofType(resources, 'kubernetes:helm.sh/v3:Release')).toEqual([]);
    expect(ofType(resources, 'pulumi:providers:kubernetes').map(({ name }) => name)).toEqual(['prod-kubernetes']);
  });
});

describe('Auto Mode', () => {
  const auto = { ...reachable, mode: 'auto' as const };

  test('is asked for as a whole, without the pools of EKS', async () => {
    const { result, resources } = await eks(auto);
    expect(one(resources, 'aws:eks/cluster:Cluster').inputs).toMatchObject({
      bootstrapSelfManagedAddons: false,
      computeConfig: { enabled: true, nodePools: [] },
      storageConfig: { blockStorage: { enabled: true } },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
    });
    expect(result.platform.facts).toMatchObject({
      storage: { className: 'clickhouse-auto-gp3' },
      loadBalancer: 'eks-auto',
    });
  });

  test('enforces NetworkPolicies, and lets nodes of our pools join', async () => {
    const { resources } = await eks(auto);
    expect(one(resources, 'kubernetes:core/v1:ConfigMap').inputs).toMatchObject({
      metadata: { name: 'amazon-vpc-cni', namespace: 'kube-system' },
      data: { 'enable-network-policy-controller': 'true' },
    });
    expect(one(resources, 'aws:eks/accessEntry:AccessEntry', 'prod-keeper-nodes').inputs).toMatchObject({
      principalArn: 'arn:aws:iam::123456789012:role/prod-keeper-nodes',
      type: 'EC2',
    });
    expect(one(resources, 'kubernetes:eks.amazonaws.com/v1:NodeClass', 'prod-keeper').inputs.spec).toEqual({
      role: 'prod-keeper-nodes',
      subnetSelectorTerms: ['a', 'b', 'c'].map((zone) => ({ id: `prod-private-eu-west-1${zone}-id` })),
      securityGroupSelectorTerms: [{ id: 'sg-0cluster' }],
      networkPolicy: 'DefaultAllow',
      ephemeralStorage: { size: '50Gi' },
    });
  });

  test('keeps a fixed number of nodes in each zone, one at a time being replaced', async () => {
    const { resources } = await eks(auto);
    const pool = one(resources, 'kubernetes:karpenter.sh/v1:NodePool', 'prod-clickhouse-eu-west-1a').inputs;
    expect(pool).toEqual({
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'clickhouse-eu-west-1a' },
      spec: {
        replicas: 1,
        template: {
          metadata: { labels: { dedicated: 'clickhouse', 'anyhouse.dev/pool': 'clickhouse' } },
          spec: {
            nodeClassRef: { group: 'eks.amazonaws.com', kind: 'NodeClass', name: 'clickhouse' },
            requirements: [
              { key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['m7g.2xlarge'] },
              { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] },
              { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a'] },
              { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['on-demand'] },
            ],
            taints: [{ key: 'dedicated', value: 'clickhouse', effect: 'NoSchedule' }],
            expireAfter: '480h',
            terminationGracePeriod: '24h',
          },
        },
        limits: { nodes: '2' },
        disruption: { consolidationPolicy: 'WhenEmpty', consolidateAfter: 'Never', budgets: [{ nodes: '1' }] },
      },
    });
  });

  test('adds nodes on demand up to the most, under another name than fixed ones', async () => {
    const { resources } = await eks({ ...auto, pools });
    const pool = one(resources, 'kubernetes:karpenter.sh/v1:NodePool', 'prod-system-eu-west-1a-scaled').inputs;
    expect(pool).toMatchObject({ metadata: { name: 'system-eu-west-1a-scaled' }, spec: { limits: { cpu: '8' } } });
    expect(pool.spec).not.toHaveProperty('replicas');
  });

  test('knows every family of the catalogue', () => {
    const known =
      'c8g c7a c7g c7i c6i m8gd m8g m7i m7a m7g m7gd m6i m6g m6id r8gd r8g r7a r7gd r7i r7g r6i r6g i8g i7ie i4g i4i i3en is4gen im4gn';
    const families = new Set([...awsMachines.matchAll(/^(\w+)\./gm)].map(([, family = '']) => family));
    expect([...families].filter((family) => !known.split(' ').includes(family))).toEqual([]);
  });
});
