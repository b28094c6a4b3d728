import * as pulumi from '@pulumi/pulumi';
import { EksCluster } from '../../src/pulumi';
import { reachable, underAws, zones } from '../support/eks';

/** What is said about wrong arguments, and that nothing was registered then. */
async function refusal(wrong: object, opts?: pulumi.ComponentResourceOptions, name = 'prod'): Promise<string> {
  let message = 'nothing was refused';
  const { resources } = await underAws(() => {
    try {
      new EksCluster(name, { ...reachable, ...wrong }, opts);
    } catch (error) {
      message = (error as Error).message;
    }
  });
  expect(resources).toEqual([]);
  return message;
}

const system = { role: 'system', instanceType: 'm7g.large' };
const privateSubnetIds = { 'eu-west-1a': 'subnet-0a', 'eu-west-1b': 'subnet-0b', 'eu-west-1c': 'subnet-0c' };

test.each<[string, object, string]>([
  [
    'zones of two regions',
    { zones: ['eu-west-1a', 'eu-central-1b'] },
    'zones[1] must be a zone of eu-west-1, as the first one is, got "eu-central-1b". ' +
      'Fix: write a zone such as "eu-west-1a". [platform/zone]',
  ],
  [
    'a region for a zone',
    { zones: ['eu-west-1'] },
    'zones[0] must be a zone of AWS, got "eu-west-1". Fix: write a zone such as "eu-west-1a". [platform/zone]',
  ],
  [
    'a zone twice',
    { zones: ['eu-west-1a', 'eu-west-1a'] },
    'zones[1] must be listed once, got "eu-west-1a". Fix: remove it. [platform/zone]',
  ],
  [
    'zones that are known too late',
    { zones: pulumi.output(zones) },
    'zones must be a plain value, as it decides which resources there are, got an Output. ' +
      'Fix: write it down, or read it from the configuration of the stack. [clusters/plain]',
  ],
  [
    'fewer ranges than zones',
    { network: { privateCidrs: ['10.0.0.0/20', '10.0.16.0/20'] } },
    'network.privateCidrs must have one range for each of the 3 zones, in their order, got ["10.0.0.0/20","10.0.16.0/20"]. ' +
      'Fix: add a range for eu-west-1c. [clusters/ranges-per-zone]',
  ],
  [
    'more ranges than zones',
    { network: { publicCidrs: ['10.0.240.0/24', '10.0.241.0/24', '10.0.242.0/24', '10.0.243.0/24'] } },
    'network.publicCidrs must have one range for each of the 3 zones, in their order, got ["10.0.240.0/24","10.0.241.0/24","10.0.242.0/24","10.0.24.... ' +
      'Fix: remove ranges, or add their zones. [clusters/ranges-per-zone]',
  ],
  [
    'a network that is too small',
    { network: { cidr: '10.0.0.0/22' } },
    'network.cidr must be /19 or larger, for 8192 addresses; this one is for 1024 addresses, got "10.0.0.0/22". ' +
      'Fix: write "10.0.0.0/16". [clusters/range-size]',
  ],
  [
    'a private subnet that is too small',
    { network: { privateCidrs: ['10.0.0.0/20', '10.0.16.0/26', '10.0.32.0/20'] } },
    'network.privateCidrs[1] must be /24 or larger, for 251 nodes and pods; this one is for 59 nodes and pods, got "10.0.16.0/26". ' +
      'Fix: write "10.0.0.0/20". [clusters/range-size]',
  ],
  [
    'a public subnet that is too small',
    { network: { publicCidrs: ['10.0.240.0/24', '10.0.241.0/28', '10.0.242.0/24'] } },
    'network.publicCidrs[1] must be /27 or larger, for 27 addresses of load balancers and NAT; this one is for 11 addresses of load balancers and NAT, got "10.0.241.0/28". ' +
      'Fix: write "10.0.240.0/24". [clusters/range-size]',
  ],
  [
    'ranges that overlap',
    { network: { privateCidrs: ['10.0.0.0/20', '10.0.8.0/21', '10.0.32.0/20'] } },
    'network.privateCidrs[1] must not overlap with network.privateCidrs[0], 10.0.0.0/20, got "10.0.8.0/21". ' +
      'Fix: choose ranges that have no address in common. [clusters/ranges-apart]',
  ],
  [
    'a subnet outside of the network',
    { network: { cidr: '10.1.0.0/16', privateCidrs: ['10.1.0.0/20', '10.1.16.0/20', '10.0.32.0/20'] } },
    'network.privateCidrs[2] must lie in network.cidr, 10.1.0.0/16, got "10.0.32.0/20". ' +
      'Fix: choose a part of 10.1.0.0/16. [clusters/ranges-apart]',
  ],
  [
    'public addresses',
    { network: { cidr: '8.8.0.0/16' } },
    'network.cidr must be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, got "8.8.0.0/16". ' +
      'Fix: write "10.0.0.0/16". [clusters/private-range]',
  ],
  [
    'a machine that nobody knows',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'm7g.2xlrage' } } },
    'pools.db.instanceType must be a machine of eks that is known, got "m7g.2xlrage". ' +
      "Fix: write 'm7g.2xlarge'. [sizes/unknown]",
  ],
  [
    'a machine of another cloud',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'n2-standard-8' } } },
    'pools.db.instanceType must be a machine of eks; this one is of gke, got "n2-standard-8". ' +
      "Fix: write 'm7i.2xlarge'. [sizes/cloud]",
  ],
  [
    'a pool in a zone that the cluster does not have',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'm7g.2xlarge', zones: ['eu-west-1d'] } } },
    'pools.db.zones[0] must be a zone of the cluster: eu-west-1a, eu-west-1b, eu-west-1c, got "eu-west-1d". ' +
      'Fix: choose one of these, or add the zone at the end of zones of the cluster. [clusters/pool-zones]',
  ],
  [
    'no nodes for add-ons',
    { pools: { db: { role: 'clickhouse', instanceType: 'm7g.2xlarge' } } },
    'pools must have a pool with role "system", got ["db"]. ' +
      "Fix: add system: { role: 'system', instanceType: 'm7i.2xlarge' }; other pools let nothing else in. [clusters/system-pool]",
  ],
  [
    'a public endpoint without an allowlist',
    { access: { endpoint: 'public' } },
    'access.allow must name who reaches a public endpoint, got nothing. ' +
      "Fix: write allow: ['203.0.113.0/24'], or endpoint: 'private' with private ranges. [clusters/endpoint]",
  ],
  [
    'a public endpoint for private addresses only, which EKS would take for everybody',
    { access: { endpoint: 'public', allow: ['10.0.0.0/16'] } },
    'access.allow must name who reaches a public endpoint, got ["10.0.0.0/16"]. ' +
      "Fix: write allow: ['203.0.113.0/24'], or endpoint: 'private' with private ranges. [clusters/endpoint]",
  ],
  [
    'addresses of the internet without a public endpoint',
    { access: { allow: ['203.0.113.0/24'] } },
    'access.allow must be private addresses with a private endpoint, got ["203.0.113.0/24"]. ' +
      "Fix: write allow: ['10.0.0.0/16'], or endpoint: 'public' beside it. [clusters/endpoint]",
  ],
  [
    'a range that is listed twice',
    { access: { endpoint: 'public', allow: ['203.0.113.0/24', '203.0.113.0/24'] } },
    'access.allow[1] must be listed once, got "203.0.113.0/24". Fix: remove it. [clusters/endpoint]',
  ],
  [
    'an allowlist of everybody',
    { access: { endpoint: 'public', allow: ['0.0.0.0/0'] } },
    'access.allow[0] must not be everybody, got "0.0.0.0/0". ' +
      'Fix: name the ranges that you come from: "203.0.113.0/24". [clusters/endpoint]',
  ],
  [
    'an address for a range',
    { access: { endpoint: 'public', allow: ['203.0.113.7'] } },
    'access.allow[0] must be an address range (CIDR), got "203.0.113.7". ' +
      'Fix: write a range such as "203.0.113.7/32". [props/cidr]',
  ],
  [
    'a machine that Auto Mode does not know',
    { mode: 'auto', pools: { system: { role: 'system', instanceType: 'c7g.medium' } } },
    'pools.system.instanceType must have at least two processors in Auto Mode, got "c7g.medium". ' +
      "Fix: write 'c7g.large'. [eks/auto-mode]",
  ],
  [
    'a least number of nodes in Auto Mode',
    { mode: 'auto', pools: { system: { ...system, nodesPerZone: { least: 1, most: 3 } } } },
    'pools.system.nodesPerZone.least must be 0 in Auto Mode, which adds nodes when pods need them, got 1. ' +
      'Fix: write nodesPerZone: 3 for nodes that are always there, or { least: 0, most: 3 }. [eks/auto-mode]',
  ],
  [
    'a load balancer controller in Auto Mode',
    { mode: 'auto', loadBalancerController: {} },
    'loadBalancerController must be left out in Auto Mode, which has its own, got one. ' +
      'Fix: remove it. [eks/auto-mode]',
  ],
  [
    'an existing network without a zone',
    {
      network: {
        existing: { vpcId: 'vpc-0', privateSubnetIds: { 'eu-west-1a': 'subnet-0a', 'eu-west-1b': 'subnet-0b' } },
      },
    },
    'network.existing.privateSubnetIds.eu-west-1c must name a private subnet for each zone, got nothing. ' +
      "Fix: write 'eu-west-1c': 'subnet-0abc'. [eks/network]",
  ],
  [
    'an existing network with one zone',
    {
      zones: ['eu-west-1a'],
      network: { existing: { vpcId: 'vpc-0', privateSubnetIds: { 'eu-west-1a': 'subnet-0a' } } },
    },
    'network.existing.privateSubnetIds must have subnets of at least two zones, for the API server, got ["eu-west-1a"]. ' +
      'Fix: add a private subnet of another zone; nodes stay in zones of the cluster. [eks/control-plane-zones]',
  ],
  [
    'gateways in an existing network',
    { network: { nat: 'single', existing: { vpcId: 'vpc-0', privateSubnetIds } } },
    'network.nat must be left out beside existing: nothing is made in a network that exists, got "single". ' +
      'Fix: remove it. [eks/network]',
  ],
  [
    'a second zone of another region',
    { zones: ['eu-west-1a'], network: { controlPlaneZone: 'eu-west-2b' } },
    'network.controlPlaneZone must be another zone of eu-west-1, got "eu-west-2b". ' +
      'Fix: choose one, or leave it out. [eks/control-plane-zones]',
  ],
  [
    'an alias for a key',
    { encryptionKey: 'alias/eks' },
    'encryptionKey must be the ARN of a key of KMS; an alias is none, got "alias/eks". ' +
      "Fix: write 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'. [eks/key]",
  ],
  [
    'days that CloudWatch does not offer',
    { logs: { retentionDays: 100 } },
    'logs.retentionDays must be a number of days that CloudWatch offers: 30, 60, 90, 180, 365 and so on, got 100. ' +
      'Fix: write 90. [props/type]',
  ],
  [
    'an argument that does not exist',
    { deletionProtection: false },
    'deletionProtection must not be set: there is no such prop, got "deletionProtection". ' +
      'Fix: use one of stage, allowDeletion, zones, name, mode, version, support, network, pools, access, administrators, encryptionKey, logs, loadBalancerController, backups, kubeconfig, tags. [props/unknown]',
  ],
])('%s is refused', async (_, wrong, message) => {
  expect(await refusal(wrong)).toBe(`EksCluster 'prod': ${message}`);
});

test.each<[string, object, pulumi.ComponentResourceOptions, string]>([
  [
    'production without protection',
    {},
    { protect: false },
    'stage must not be "production" without protection, as with the option protect: false, got "production". ' +
      "Fix: remove protect: false; say allowDeletion: 'moved to another region' before a destroy, or stage: 'development'. [clusters/protection]",
  ],
  [
    'protection of what may be deleted',
    { allowDeletion: 'moved' },
    { protect: true },
    'allowDeletion must not be given beside the option protect: true, got "moved". ' +
      'Fix: keep one of the two. [clusters/protection]',
  ],
])('%s is refused', async (_, wrong, opts, message) => {
  expect(await refusal(wrong, opts)).toBe(`EksCluster 'prod': ${message}`);
});

test('a name that is too long for the names of nodes is refused', async () => {
  const name = 'production-of-analytics-in-europe';
  expect(await refusal({}, {}, name)).toBe(
    `EksCluster 'production-of-analytics-in-europe': it must be named with at most 31 lower case letters, digits and "-", the first one a letter: names of all parts begin with it, got "production-of-analytics-in-europe". ` +
      'Fix: name it "production-of-analytics-in-euro"; its name in AWS may be another one, by name. [names/too-long]',
  );
});

test('all faults are told at once', async () => {
  const message = await refusal({
    zones: ['eu-west-1a', 'eu-west-1a'],
    access: { endpoint: 'public' },
    logs: { types: ['all'] },
  });
  expect(message).toMatch(/^3 problems in EksCluster 'prod'\n/);
});

test('a grant to a name that is none is refused before anything is made for it', async () => {
  let message = '';
  await underAws(() => {
    const { backups } = new EksCluster('prod', reachable);
    try {
      backups?.grant('events', { namespace: 'Analytics', serviceAccount: 'clickhouse-events', rights: 'write' });
    } catch (error) {
      message = (error as Error).message;
    }
  });
  expect(message).toBe(
    `Grant 'events': namespace must be the name of a namespace: lower case letters, digits and "-", at most 63, got "Analytics". Fix: write a name such as 'my-namespace'. [names/invalid]`,
  );
});
