import { eks, ofType, one, zones } from '../support/eks';

const privateSubnetIds = { 'eu-west-1a': 'subnet-0a', 'eu-west-1b': 'subnet-0b', 'eu-west-1c': 'subnet-0c' };
const rule = 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule';

test('a public API server is reached from listed addresses only', async () => {
  const { resources } = await eks();
  expect(one(resources, 'aws:eks/cluster:Cluster').inputs.vpcConfig).toMatchObject({
    endpointPrivateAccess: true,
    endpointPublicAccess: true,
    publicAccessCidrs: ['203.0.113.0/24'],
  });
});

test('inside of the VPC those reach it whom the security group of the cluster lets in', async () => {
  const within = await eks({ zones, access: { allow: ['10.0.0.0/16', '10.100.0.0/24'] } });
  expect(ofType(within.resources, rule).map(({ name }) => name)).toEqual([
    'prod-api-10.0.0.0-16',
    'prod-api-10.100.0.0-24',
  ]);
  expect(one(within.resources, rule, 'prod-api-10.100.0.0-24').inputs).toEqual({
    region: 'eu-west-1',
    securityGroupId: 'sg-0cluster',
    cidrIpv4: '10.100.0.0/24',
    ipProtocol: 'tcp',
    fromPort: 443,
    toPort: 443,
    description: 'API server',
    tags: {},
  });
  const provider = one(within.resources, 'pulumi:providers:kubernetes', 'prod-setup');
  expect(ofType(within.resources, rule).every(({ ended }) => ended < provider.started)).toBe(true);
  const both = await eks({ zones, access: { endpoint: 'public', allow: ['10.0.0.0/16', '203.0.113.0/24'] } });
  expect(ofType(both.resources, rule)).toHaveLength(1);
  expect(one(both.resources, 'aws:eks/cluster:Cluster').inputs.vpcConfig).toMatchObject({
    publicAccessCidrs: ['203.0.113.0/24'],
  });
  expect(ofType((await eks()).resources, rule)).toEqual([]);
});

test('an API server that nobody but its nodes reaches is warned about', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  await eks({
    zones,
    network: { existing: { vpcId: 'vpc-0abc', privateSubnetIds } },
    access: { allow: ['10.0.0.0/16'] },
  });
  expect(warn).not.toHaveBeenCalled();
  await eks({ zones });
  expect(warn.mock.calls.join()).toContain('The API server answers its nodes only');
  warn.mockRestore();
});
