import { all, type Check, cidr, leaf, listOf, oneOf, required, shape, when, wholeNumber } from '../../kubernetes/shape';
import { googleSpelling } from '../../platform/cloud-shape';
import { input, inputText, plain } from '../clusters/inputs';
import { nodePools } from '../clusters/pool-shape';
import { protectionShape } from '../clusters/protection';
import { addressesOf, privateRange } from '../clusters/subnets';
import type {
  GkeAccessArgs,
  GkeBackupArgs,
  GkeClusterArgs,
  GkeExistingNetwork,
  GkeNetworkArgs,
  GkeRanges,
} from './args';

/** @see https://cloud.google.com/resource-manager/docs/creating-managing-projects (old ones have a domain in front) */
const project = input(
  leaf((value) => /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(String(value)), {
    rule: 'gke/project',
    must: 'be the id of a project: 6 to 30 lower case letters, digits and "-"',
    fix: "write project: 'my-project'; `gcloud projects list` shows ids.",
  }),
);

const zone = leaf((value) => typeof value === 'string' && googleSpelling.zoneIn(value.slice(0, -2), value), {
  rule: 'platform/zone',
  must: 'be a zone such as "europe-west4-a"',
  fix: 'write a zone that `gcloud compute zones list` shows; a region has no letter at its end.',
});

/** Nodes with as many addresses: four of each range are Google's. */
const holdsNodes = (prefix: number) => `${addressesOf(prefix) - 4} nodes`;

/** Nodes whose pods find addresses: each takes a /24. */
const holdsPods = (prefix: number) => `the pods of ${prefix > 24 ? 0 : addressesOf(prefix) / 256} nodes`;

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips */
const ranges: Check = shape<GkeRanges>({
  nodes: privateRange({ smallest: 28, largest: 8, holds: holdsNodes, example: '10.0.0.0/20' }),
  pods: privateRange({ smallest: 21, largest: 9, holds: holdsPods, example: '10.4.0.0/16' }),
  services: privateRange({
    smallest: 24,
    largest: 16,
    holds: (prefix) => `${addressesOf(prefix)} Services`,
    example: '10.8.0.0/20',
  }),
});

const named = (what: string): Check =>
  required(inputText, { must: `name ${what}`, fix: 'write its name, or an output of the program that made it.' });

const network: Check = shape<GkeNetworkArgs>({
  existing: shape<GkeExistingNetwork>({
    network: named('the network'),
    subnetwork: named('the subnetwork of the nodes'),
    podsRange: named('the secondary range of pods'),
    servicesRange: named('the secondary range of Services'),
  }),
  ranges,
});

const allowed: Check = all(
  cidr,
  leaf((value) => !String(value).includes(':'), {
    rule: 'clusters/endpoint',
    must: 'be a range of IPv4 addresses',
    fix: "write an IPv4 range such as '203.0.113.0/24'; GKE takes no others here.",
  }),
  leaf((value) => !String(value).endsWith('/0'), {
    rule: 'clusters/endpoint',
    must: 'not be everybody',
    fix: "name the ranges that you come from, or write endpoint: 'dns' to let IAM decide.",
  }),
);

const access: Check = shape<GkeAccessArgs>({
  endpoint: oneOf(['dns', 'private', 'public']),
  allow: listOf(allowed, { fix: "write allow: ['203.0.113.0/24']." }),
});

const backups: Check = when(
  (value) => typeof value === 'string',
  oneOf(['none'], { must: 'be "none" or an object', fix: "write backups: 'none', or { keepDeletedDays: 14 }." }),
  shape<GkeBackupArgs>({
    location: leaf((value) => typeof value === 'string' && /^[A-Za-z]+[A-Za-z0-9-]*$/.test(value), {
      must: 'be a location of Cloud Storage',
      fix: "write 'europe-west4', or a multi-region: 'EU', 'US' or 'ASIA'.",
    }),
    // Cloud Storage keeps deleted objects for 7 to 90 days.
    keepDeletedDays: wholeNumber(7, 90, { fix: 'write 14.' }),
    onDestroy: oneOf(['retain', 'delete']),
  }),
);

/** Checks of {@link GkeClusterArgs}, one by one. */
export const gkeShape: Check = shape<GkeClusterArgs>({
  stage: plain(protectionShape.stage),
  allowDeletion: plain(protectionShape.allowDeletion),
  project: required(project, { must: 'name the project', fix: "write project: 'my-project'." }),
  zones: plain(
    required(listOf(zone, { least: 1, fix: "write zones: ['europe-west4-a', 'europe-west4-b']." }), {
      must: 'list the zones of the nodes',
      fix: "write zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'].",
    }),
  ),
  pools: plain(nodePools),
  disk: plain(oneOf(['pd-ssd', 'pd-balanced', 'hyperdisk-balanced'])),
  network: plain(network),
  access: plain(access),
  releaseChannel: plain(oneOf(['rapid', 'regular', 'stable', 'extended'])),
  encryptionKey: input(
    leaf((value) => /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/.test(String(value)), {
      rule: 'gke/key',
      must: 'be the name of a key of Cloud KMS, without a version',
      fix: "write 'projects/my-project/locations/europe-west4/keyRings/ring/cryptoKeys/key'.",
    }),
  ),
  backups: plain(backups),
  logs: plain(oneOf(['workloads', 'system'])),
});
