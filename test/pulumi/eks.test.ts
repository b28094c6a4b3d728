import type * as pulumi from '@pulumi/pulumi';
import { EksCluster } from '../../src/pulumi';
import { eks, ofType, one, reachable, underAws, zones } from '../support/eks';
import { treeOf, valueIn } from '../support/pulumi-mocks';

const existing = {
  vpcId: 'vpc-0abc',
  privateSubnetIds: { 'eu-west-1a': 'subnet-0a', 'eu-west-1b': 'subnet-0b', 'eu-west-1c': 'subnet-0c' },
};

describe('what a cluster is made of', () => {
  test('production in three zones', async () => {
    const { resources } = await eks();
    expect(treeOf(resources)).toMatchSnapshot();
    expect(resources).toHaveLength(78);
    expect(ofType(resources, 'aws:eks/nodeGroup:NodeGroup')).toHaveLength(9);
    expect(ofType(resources, 'aws:ec2/natGateway:NatGateway')).toHaveLength(3);
  });

  test('development in one zone, with a second zone for the API server', async () => {
    const { resources } = await eks({ ...reachable, zones: ['eu-west-1a'], stage: 'development' });
    expect(treeOf(resources)).toMatchSnapshot();
    const alone = one(resources, 'aws:ec2/subnet:Subnet', 'prod-control-plane-eu-west-1b').inputs;
    expect(alone).toMatchObject({ availabilityZone: 'eu-west-1b', cidrBlock: '10.0.255.240/28' });
    expect(one(resources, 'aws:eks/cluster:Cluster').inputs).toMatchObject({
      vpcConfig: { subnetIds: ['prod-private-eu-west-1a-id', 'prod-control-plane-eu-west-1b-id'] },
      deletionProtection: false,
      upgradePolicy: { supportType: 'STANDARD' },
      enabledClusterLogTypes: [],
    });
    expect(ofType(resources, 'aws:ec2/natGateway:NatGateway')).toHaveLength(1);
  });

  test('the subnet of the API server stays where zones are added later', async () => {
    const { resources } = await eks({ ...reachable, network: { controlPlaneZone: 'eu-west-1b' } });
    const alone = one(resources, 'aws:ec2/subnet:Subnet', 'prod-control-plane-eu-west-1b').inputs;
    expect(alone).toMatchObject({ availabilityZone: 'eu-west-1b', cidrBlock: '10.0.255.240/28' });
  });

  test('nothing of the network when there is one', async () => {
    const { result, resources } = await eks({ ...reachable, network: { existing } });
    expect(treeOf(resources)).toMatchSnapshot();
    expect(resources.filter(({ type }) => /:(Vpc|Subnet|Route\w*|NatGateway|Eip|VpcEndpoint)$/.test(type))).toEqual([]);
    const group = one(resources, 'aws:eks/nodeGroup:NodeGroup', 'prod-clickhouse-eu-west-1b');
    expect(group.inputs.subnetIds).toEqual(['subnet-0b']);
    expect((await valueIn(result.vpcId)).value).toBe('vpc-0abc');
    expect(Object.keys(result.privateSubnetIds)).toEqual(zones);
  });

  test('Auto Mode', async () => {
    const { resources } = await eks({ ...reachable, mode: 'auto' });
    expect(treeOf(resources)).toMatchSnapshot();
    expect(ofType(resources, 'aws:eks/addon:Addon')).toEqual([]);
  });
});

describe('the network', () => {
  test('subnets lie side by side, and load balancers find them', async () => {
    const { resources } = await eks();
    const subnets = ofType(resources, 'aws:ec2/subnet:Subnet').map(({ inputs }) => [inputs.cidrBlock, inputs.tags]);
    expect(subnets).toEqual([
      ['10.0.0.0/20', { Name: 'prod-private-eu-west-1a', 'kubernetes.io/role/internal-elb': '1' }],
      ['10.0.16.0/20', { Name: 'prod-private-eu-west-1b', 'kubernetes.io/role/internal-elb': '1' }],
      ['10.0.32.0/20', { Name: 'prod-private-eu-west-1c', 'kubernetes.io/role/internal-elb': '1' }],
      ['10.0.240.0/24', { Name: 'prod-public-eu-west-1a', 'kubernetes.io/role/elb': '1' }],
      ['10.0.241.0/24', { Name: 'prod-public-eu-west-1b', 'kubernetes.io/role/elb': '1' }],
      ['10.0.242.0/24', { Name: 'prod-public-eu-west-1c', 'kubernetes.io/role/elb': '1' }],
    ]);
  });

  test('each private subnet leaves through NAT: of its own zone, of the first one, or not at all', async () => {
    const gateways = async (nat: 'per-zone' | 'single' | 'none') => {
      const { resources } = await eks({ ...reachable, network: { nat } });
      const routes = ofType(resources, 'aws:ec2/route:Route').filter(({ name }) => name !== 'prod-public');
      return routes.map(({ inputs }) => inputs.natGatewayId);
    };
    expect(await gateways('per-zone')).toEqual(zones.map((zone) => `prod-nat-${zone}-id`));
    expect(await gateways('single')).toEqual(zones.map(() => 'prod-nat-eu-west-1a-id'));
    expect(await gateways('none')).toEqual([]);
  });

  test('backups reach S3 from all private subnets without NAT', async () => {
    const { resources } = await eks();
    expect(one(resources, 'aws:ec2/vpcEndpoint:VpcEndpoint').inputs).toMatchObject({
      serviceName: 'com.amazonaws.eu-west-1.s3',
      vpcEndpointType: 'Gateway',
      routeTableIds: zones.map((zone) => `prod-private-${zone}-id`),
    });
  });

  test('all that has a region says so', async () => {
    const { resources } = await eks();
    const without = resources.filter(({ type, inputs }) => type.startsWith('aws:') && inputs.region !== 'eu-west-1');
    expect(without.filter(({ type }) => !type.startsWith('aws:iam/'))).toEqual([]);
  });
});

describe('the control plane', () => {
  test('is private, logged, encrypted, protected, and knows only access entries', async () => {
    const { resources } = await eks({
      zones,
      network: { existing },
      version: '1.34',
      access: { allow: ['10.0.0.0/8'] },
    });
    expect(one(resources, 'aws:eks/cluster:Cluster').inputs).toEqual({
      region: 'eu-west-1',
      name: 'prod',
      roleArn: 'arn:aws:iam::123456789012:role/prod-cluster',
      version: '1.34',
      bootstrapSelfManagedAddons: false,
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: true },
      vpcConfig: {
        subnetIds: ['subnet-0a', 'subnet-0b', 'subnet-0c'],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      encryptionConfig: { resources: ['secrets'], provider: { keyArn: expect.stringContaining('prod-secrets') } },
      enabledClusterLogTypes: ['api', 'audit', 'authenticator'],
      deletionProtection: true,
      upgradePolicy: { supportType: 'EXTENDED' },
      tags: {},
    });
    expect(one(resources, 'aws:cloudwatch/logGroup:LogGroup').inputs).toMatchObject({
      name: '/aws/eks/prod/cluster',
      retentionInDays: 90,
    });
  });

  test('takes a key that is given, and administrators by name', async () => {
    const encryptionKey = 'arn:aws:kms:eu-west-1:123456789012:key/0';
    const platform = 'arn:aws:iam::123456789012:role/platform';
    const { resources } = await eks({ ...reachable, encryptionKey, administrators: { platform } });
    expect(ofType(resources, 'aws:kms/key:Key')).toEqual([]);
    expect(one(resources, 'aws:eks/cluster:Cluster').inputs.encryptionConfig).toMatchObject({
      provider: { keyArn: encryptionKey },
    });
    const association = one(resources, 'aws:eks/accessPolicyAssociation:AccessPolicyAssociation');
    expect(association.name).toBe('prod-administrator-platform');
    expect(association.inputs).toMatchObject({
      principalArn: platform,
      policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      accessScope: { type: 'cluster' },
    });
  });
});

describe('what a program gets', () => {
  test('the platform of the cluster, with its nodes, its stage and policies that are enforced', async () => {
    const pools = {
      clickhouse: { role: 'clickhouse', instanceType: 'm7g.xlarge' },
      system: { role: 'system', instanceType: 'm7g.large' },
    } as const;
    const { result } = await eks({ ...reachable, zones: ['eu-west-1a'], stage: 'development', pools });
    expect(result.platform.facts).toMatchObject({
      name: 'eks',
      cluster: 'prod',
      region: 'eu-west-1',
      zones: ['eu-west-1a'],
      stage: 'development',
      networkPolicy: 'enforced',
      loadBalancer: 'aws-lbc',
      storage: { className: 'clickhouse-gp3' },
      pools: { clickhouse: { labels: { dedicated: 'clickhouse' }, instanceType: 'm7g.xlarge' } },
    });
  });

  test('names, ids and the address of the API server', async () => {
    const { result } = await eks({ ...reachable, name: 'analytics' });
    const values = await Promise.all([result.name, result.arn, result.endpoint, result.vpcId].map(valueIn));
    expect(values.map(({ value }) => value)).toEqual([
      'analytics',
      'arn:aws:eks:eu-west-1:123456789012:cluster/analytics',
      'https://0123.gr7.eu-west-1.eks.amazonaws.com',
      'prod-vpc-id',
    ]);
    expect((await valueIn(result.publicSubnetIds['eu-west-1c']!)).value).toBe('prod-public-eu-west-1c-id');
    expect((await valueIn(result.privateRouteTableIds['eu-west-1c']!)).value).toBe('prod-private-eu-west-1c-id');
  });

  test('a secret kubeconfig without any token, which leaves it to its user who logs in', async () => {
    const { result } = await eks();
    const { value, secret } = await valueIn(result.kubeconfig);
    expect(secret).toBe(true);
    expect(JSON.parse(value).users[0].user.exec).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'aws',
      args: ['eks', 'get-token', '--cluster-name', 'prod', '--region', 'eu-west-1', '--output', 'json'],
      interactiveMode: 'Never',
    });
    const other = await eks({ ...reachable, kubeconfig: { profile: 'work', roleArn: 'arn:aws:iam::1:role/ci' } });
    expect(JSON.parse((await valueIn(other.result.kubeconfig)).value).users[0].user.exec.args.slice(8)).toEqual([
      '--role-arn',
      'arn:aws:iam::1:role/ci',
      '--profile',
      'work',
    ]);
  });

  test('providers hold the kubeconfig as a secret, and no input of the component lands in the state', async () => {
    const { resources } = await eks();
    const secret = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270' };
    for (const { inputs } of ofType(resources, 'pulumi:providers:kubernetes')) {
      expect(inputs).toMatchObject({
        kubeconfig: expect.objectContaining(secret),
        clusterIdentifier: 'arn:aws:eks:eu-west-1:123456789012:cluster/prod',
      });
    }
    expect(one(resources, 'anyhouse:pulumi:EksCluster').inputs).toEqual({});
    const open = resources.filter(({ type }) => type !== 'pulumi:providers:kubernetes');
    expect(JSON.stringify(open.map(({ inputs }) => inputs))).not.toMatch(/certificate-authority|get-token|Q0E=/);
  });
});

describe('options of resources', () => {
  /** Options of the children of a cluster, by type and name. */
  async function optionsOf(args: Partial<typeof reachable>) {
    const options = new Map<string, pulumi.CustomResourceOptions>();
    const transformations: pulumi.ResourceTransformation[] = [
      ({ type, name, opts }) => {
        options.set(`${type} ${name}`, opts);
        return undefined;
      },
    ];
    const make = () => new EksCluster('prod', { ...reachable, ...args }, { transformations });
    await underAws(make);
    return (resource: string) => options.get(resource);
  }

  test('leave the number of nodes to whoever scales, and give AWS its time', async () => {
    const system = { role: 'system', instanceType: 'm7g.large', nodesPerZone: { least: 1, most: 3 } } as const;
    const keeper = { role: 'keeper', instanceType: 'm7g.large' } as const;
    const of = await optionsOf({ zones, pools: { system, keeper } });
    expect(of('aws:eks/cluster:Cluster prod')).toMatchObject({
      ignoreChanges: ['vpcConfig.subnetIds'],
      customTimeouts: { create: '40m' },
    });
    expect(of('aws:eks/nodeGroup:NodeGroup prod-system-eu-west-1a')).toMatchObject({
      ignoreChanges: ['scalingConfig.desiredSize'],
      customTimeouts: { create: '20m' },
    });
    expect(of('aws:eks/nodeGroup:NodeGroup prod-keeper-eu-west-1a')).not.toHaveProperty('ignoreChanges');
  });

  test('keep the bucket, with all that makes it what it is', async () => {
    const of = await optionsOf({});
    const parts = ['bucket:Bucket', 'bucketVersioning:BucketVersioning', 'bucketPolicy:BucketPolicy'];
    expect(parts.map((part) => of(`aws:s3/${part} prod-backups`)?.retainOnDelete)).toEqual([true, true, true]);
  });

  test('let nodes, administrators and drivers be replaced in production', async () => {
    const of = await optionsOf({ administrators: { platform: 'arn:aws:iam::123456789012:role/platform' } });
    const free = [
      'aws:eks/nodeGroup:NodeGroup prod-keeper-eu-west-1a',
      'aws:ec2/launchTemplate:LaunchTemplate prod-keeper',
      'aws:iam/role:Role prod-keeper-nodes',
      'aws:eks/accessEntry:AccessEntry prod-administrator-platform',
      'kubernetes:helm.sh/v3:Release prod-load-balancer-controller',
    ];
    expect(free.map((resource) => of(resource)?.protect)).toEqual(free.map(() => false));
    const kept = [
      'aws:eks/cluster:Cluster prod',
      'aws:kms/key:Key prod-secrets',
      'pulumi:providers:kubernetes prod-kubernetes',
    ];
    // Of these nothing is said, so they are what the component is.
    expect(kept.map((resource) => of(resource)?.protect)).toEqual(kept.map(() => undefined));
  });
});

describe('protection', () => {
  const guarded = async (args: Partial<typeof reachable>, protect?: boolean) => {
    const { result, resources } = await underAws(
      () => new EksCluster('prod', { ...reachable, ...args }, protect === undefined ? {} : { protect }),
    );
    const of = (resource: object) => (resource as { readonly __protect?: boolean }).__protect;
    return [of(result), of(result.provider), one(resources, 'aws:eks/cluster:Cluster').inputs.deletionProtection];
  };

  test('guards production, in Pulumi and in EKS, until a reason is given', async () => {
    expect(await guarded({})).toEqual([true, true, true]);
    expect(await guarded({ allowDeletion: 'moved to another region' })).toEqual([false, false, false]);
    expect(await guarded({ stage: 'development' })).toEqual([undefined, undefined, false]);
    expect(await guarded({ stage: 'development' }, true)).toEqual([true, true, true]);
  });
});
