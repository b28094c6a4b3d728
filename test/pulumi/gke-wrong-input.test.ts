import * as pulumi from '@pulumi/pulumi';
import { GkeCluster, type GkeClusterArgs } from '../../src/pulumi';
import { underMocks } from '../support/pulumi-mocks';

const zones = ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'];
const args: GkeClusterArgs = { project: 'my-project', zones };

/** What is said about wrong arguments, and that nothing was registered then. */
async function refusal(wrong: object, opts?: pulumi.ComponentResourceOptions, name = 'prod'): Promise<string> {
  let message = 'nothing was refused';
  const { resources } = await underMocks(() => {
    try {
      new GkeCluster(name, { ...args, ...wrong }, opts);
    } catch (error) {
      message = (error as Error).message;
    }
  });
  expect(resources).toEqual([]);
  return message;
}

const system = { role: 'system', instanceType: 'n2d-standard-2' };

test.each<[string, object, string]>([
  [
    'a zone of another region',
    { zones: ['europe-west4-a', 'europe-west1-b'] },
    'zones[1] must be a zone of europe-west4, the region of the first one, got "europe-west1-b". ' +
      'Fix: write a zone such as "europe-west4-b"; a cluster lies in one region. [platform/zone]',
  ],
  [
    'a region for a zone',
    { zones: ['europe-west4'] },
    'zones[0] must be a zone such as "europe-west4-a", got "europe-west4". ' +
      'Fix: write a zone that `gcloud compute zones list` shows; a region has no letter at its end. [platform/zone]',
  ],
  [
    'a zone twice',
    { zones: ['europe-west4-a', 'europe-west4-a'] },
    'zones[1] must be listed once, got "europe-west4-a". Fix: remove it. [platform/zone]',
  ],
  [
    'no zones',
    { zones: undefined },
    'zones must list the zones of the nodes, got nothing. ' +
      "Fix: write zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c']. [props/required]",
  ],
  [
    'zones that are known too late',
    { zones: pulumi.output(zones) },
    'zones must be a plain value, as it decides which resources there are, got an Output. ' +
      'Fix: write it down, or read it from the configuration of the stack. [clusters/plain]',
  ],
  [
    'a pool in a zone that the cluster does not have',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'n2d-highmem-8', zones: ['europe-west4-d'] } } },
    'pools.db.zones[0] must be a zone of the cluster: europe-west4-a, europe-west4-b, europe-west4-c, ' +
      'got "europe-west4-d". Fix: choose one of these, or add the zone at the end of zones of the cluster. ' +
      '[clusters/pool-zones]',
  ],
  [
    'an unknown machine',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'n2d-himem-8' } } },
    'pools.db.instanceType must be a machine of gke that is known, got "n2d-himem-8". ' +
      "Fix: write 'n2d-highmem-8'. [sizes/unknown]",
  ],
  [
    'machines for databases that no disk fits',
    {
      pools: {
        system,
        db: { role: 'clickhouse', instanceType: 'c4a-highmem-8' },
        quorum: { role: 'keeper', instanceType: 'n2d-standard-2' },
      },
    },
    'pools must have machines for databases that one type of disk fits, got ["c4a-highmem-8","n2d-standard-2"]. ' +
      'Fix: choose series that take hyperdisks only, such as n4 and c4a, or none of these. [gke/disks]',
  ],
  [
    'Keeper on system nodes that its disk does not fit',
    { pools: { system, db: { role: 'clickhouse', instanceType: 'c4a-highmem-8' } } },
    'pools must have machines for databases that one type of disk fits, got ["n2d-standard-2","c4a-highmem-8"]. ' +
      'Fix: choose series that take hyperdisks only, such as n4 and c4a, or none of these. [gke/disks]',
  ],
  [
    'a disk that a machine does not take',
    { disk: 'hyperdisk-balanced' },
    'disk must be a disk that all machines with databases take; n2d-highmem-4, n2d-standard-2 cannot, ' +
      'got "hyperdisk-balanced". Fix: leave it out, or choose machines of another series. [gke/disks]',
  ],
  [
    'a range that is no range',
    { network: { ranges: { pods: '10.0.0.1/16' } } },
    'network.ranges.pods must have no host bits set, got "10.0.0.1/16". ' +
      'Fix: write "10.0.0.0/16", or "10.0.0.1/32" for one address. [props/cidr-host-bits]',
  ],
  [
    'a range for pods that is smaller than any cluster',
    { network: { ranges: { pods: '10.4.0.0/22' } } },
    'network.ranges.pods must be /21 or larger, for the pods of 8 nodes; this one is for the pods of 4 nodes, ' +
      'got "10.4.0.0/22". Fix: write "10.4.0.0/16". [clusters/range-size]',
  ],
  [
    'a range for pods that is too small for the pools',
    { network: { ranges: { pods: '10.4.0.0/20' } } },
    'network.ranges.pods must be for the 18 nodes that there are at most, one more for each pool and zone included; ' +
      'this one is for 16, got "10.4.0.0/20". Fix: choose a /19 or larger. [clusters/range-size]',
  ],
  [
    'a range for nodes that is too small for the pools',
    { network: { ranges: { nodes: '10.0.0.0/28' } } },
    'network.ranges.nodes must be for the 18 nodes that there are at most, one more for each pool and zone included; ' +
      'this one is for 12, got "10.0.0.0/28". Fix: choose a /27 or larger. [clusters/range-size]',
  ],
  [
    'ranges that overlap',
    { network: { ranges: { services: '10.4.0.0/20' } } },
    'network.ranges.services must not overlap with network.ranges.pods, 10.4.0.0/16, got "10.4.0.0/20". ' +
      'Fix: choose ranges that have no address in common. [clusters/ranges-apart]',
  ],
  [
    'public addresses',
    { network: { ranges: { nodes: '8.8.0.0/20' } } },
    'network.ranges.nodes must be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or ' +
      '100.64.0.0/10, got "8.8.0.0/20". Fix: write "10.0.0.0/20". [clusters/private-range]',
  ],
  [
    'ranges beside an existing network',
    {
      network: {
        existing: { network: 'shared', subnetwork: 'nodes', podsRange: 'pods', servicesRange: 'services' },
        ranges: { pods: '10.4.0.0/16' },
      },
    },
    'network.ranges must not be set beside existing, whose ranges are made, got {"pods":"10.4.0.0/16"}. ' +
      'Fix: keep one of the two. [gke/network]',
  ],
  [
    'an existing network without its subnetwork',
    { network: { existing: { network: 'shared', podsRange: 'pods', servicesRange: 'services' } } },
    'network.existing.subnetwork must name the subnetwork of the nodes, got nothing. ' +
      'Fix: write its name, or an output of the program that made it. [props/required]',
  ],
  [
    'a public endpoint without a list',
    { access: { endpoint: 'public' } },
    'access.allow must name who reaches a public endpoint, got []. ' +
      "Fix: write allow: ['203.0.113.0/24'], or endpoint: 'dns' to let IAM decide. [clusters/endpoint]",
  ],
  [
    'a public endpoint for everybody',
    { access: { endpoint: 'public', allow: ['0.0.0.0/0'] } },
    'access.allow[0] must not be everybody, got "0.0.0.0/0". ' +
      "Fix: name the ranges that you come from, or write endpoint: 'dns' to let IAM decide. [clusters/endpoint]",
  ],
  [
    'a list that has no effect',
    { access: { allow: ['203.0.113.0/24'] } },
    'access.allow must be left out with endpoint \'dns\', where IAM decides, got ["203.0.113.0/24"]. ' +
      "Fix: remove it, or write endpoint: 'public'. [clusters/endpoint]",
  ],
  [
    'public addresses on a private endpoint',
    { access: { endpoint: 'private', allow: ['203.0.113.0/24'] } },
    'access.allow must be private addresses with endpoint \'private\', got ["203.0.113.0/24"]. ' +
      "Fix: write allow: ['10.0.0.0/8'], or endpoint: 'public'. [clusters/endpoint]",
  ],
  [
    'addresses of IPv6',
    { access: { endpoint: 'public', allow: ['2001:db8::/32'] } },
    'access.allow[0] must be a range of IPv4 addresses, got "2001:db8::/32". ' +
      "Fix: write an IPv4 range such as '203.0.113.0/24'; GKE takes no others here. [clusters/endpoint]",
  ],
  [
    'a project that is none',
    { project: 'My Project' },
    'project must be the id of a project: 6 to 30 lower case letters, digits and "-", got "My Project". ' +
      "Fix: write project: 'my-project'; `gcloud projects list` shows ids. [gke/project]",
  ],
  [
    'a version of a key',
    { encryptionKey: 'projects/p/locations/europe-west4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1' },
    'encryptionKey must be the name of a key of Cloud KMS, without a version, ' +
      'got "projects/p/locations/europe-west4/keyRings/r/cryptoKeys/.... ' +
      "Fix: write 'projects/my-project/locations/europe-west4/keyRings/ring/cryptoKeys/key'. [gke/key]",
  ],
  [
    'days that Cloud Storage does not have',
    { backups: { keepDeletedDays: 100 } },
    'backups.keepDeletedDays must be a whole number from 7 to 90, got 100. Fix: write 14. [props/type]',
  ],
  [
    'a switch for backups',
    { backups: 'off' },
    'backups must be "none" or an object, got "off". ' +
      "Fix: write backups: 'none', or { keepDeletedDays: 14 }. [props/type]",
  ],
  [
    'an argument that there is not',
    { zone: 'europe-west4-a' },
    'zone must not be set: there is no such prop, got "zone". Fix: write "zones". [props/unknown]',
  ],
])('%s is refused, and nothing is made', async (_, wrong, expected) => {
  expect(await refusal(wrong)).toBe(`GkeCluster 'prod': ${expected}`);
});

test('production without protection is refused', async () => {
  expect(await refusal({}, { protect: false })).toBe(
    'GkeCluster \'prod\': stage must not be "production" without protection, as with the option protect: false, ' +
      'got "production". Fix: remove protect: false; say allowDeletion: \'moved to another region\' before a destroy, ' +
      "or stage: 'development'. [clusters/protection]",
  );
});

test('a name that is too long for the account of the nodes is refused', async () => {
  expect(await refusal({}, {}, 'Production-of-the-analytics-department')).toBe(
    'GkeCluster \'Production-of-the-analytics-department\': name must be at most 24 lower case letters, digits and "-", ' +
      'and start with a letter, got "Production-of-the-analytics-department". ' +
      'Fix: write "production-of-the-analyt". [names/invalid]',
  );
});

test('all faults are told at once', async () => {
  const message = await refusal({ project: 'P', access: { endpoint: 'public' }, pools: { system: { role: 'x' } } });
  for (const prop of ['project', 'access.allow', 'pools.system.role', 'pools.system.instanceType']) {
    expect(message).toContain(`\n  ${prop} must `);
  }
});

test('a grant to nobody is refused', async () => {
  let message = '';
  await underMocks(() => {
    const gke = new GkeCluster('prod', args);
    try {
      gke.backups?.grant('writer', { namespace: 'Analytics', serviceAccount: '', rights: 'own' as 'read' });
    } catch (error) {
      message = (error as Error).message;
    }
  });
  expect(message).toBe(
    [
      "3 problems in Grant 'writer'",
      '  namespace must be the name of a namespace: lower case letters, digits and "-", at most 63, got "Analytics".',
      "    Fix: write a name such as 'my-namespace'. [names/invalid]",
      '  serviceAccount must be a Kubernetes name: lower case letters, digits, "-" and ".", got "".',
      '    Fix: write a name such as "my-name". [names/invalid]',
      '  rights must be "read" or "write", got "own".',
      '    Fix: write "read". [props/type]',
    ].join('\n'),
  );
});
