import { checkListedOnce } from '../../kubernetes/listed-once';
import {
  all,
  type Check,
  cidr,
  leaf,
  line,
  listOf,
  mapOf,
  oneOf,
  required,
  shape,
  trusted,
  when,
  wholeNumber,
} from '../../kubernetes/shape';
import { input, inputText, plain } from '../clusters/inputs';
import { nodePools } from '../clusters/pool-shape';
import { protectionShape } from '../clusters/protection';
import { addressesOf, privateRange } from '../clusters/subnets';
import {
  type EksAccessArgs,
  type EksBackupArgs,
  type EksClusterArgs,
  type EksExistingNetwork,
  type EksKubeconfigArgs,
  type EksLogArgs,
  type EksNetworkArgs,
  eksLogTypes,
  type LoadBalancerControllerArgs,
} from './args';

const texts = mapOf(line, inputText);

const allowed: Check = (value, prop, problems) => {
  cidr(value, prop, problems);
  if (problems.has(prop) || !String(value).endsWith('/0')) return;
  problems.add({
    rule: 'clusters/endpoint',
    prop,
    must: 'not be everybody',
    got: value,
    fix: 'name the ranges that you come from: "203.0.113.0/24".',
  });
};

/** Each range becomes a resource, and names of resources are unique. */
const distinct: Check = (value, prop, problems) => {
  if (Array.isArray(value)) checkListedOnce('clusters/endpoint', prop, value, problems);
};

/** AWS keeps five addresses of each subnet. */
const usable = (prefix: number, what: string) => `${addressesOf(prefix) - 5} ${what}`;

const vpcRange = privateRange({
  smallest: 19,
  largest: 16,
  holds: (prefix) => `${addressesOf(prefix)} addresses`,
  example: '10.0.0.0/16',
});

const privateSubnet = privateRange({
  smallest: 24,
  largest: 16,
  holds: (prefix) => usable(prefix, 'nodes and pods'),
  example: '10.0.0.0/20',
});

/** A load balancer takes up to eight addresses of a subnet, and NAT one. */
const publicSubnet = privateRange({
  smallest: 27,
  largest: 16,
  holds: (prefix) => usable(prefix, 'addresses of load balancers and NAT'),
  example: '10.0.240.0/24',
});

const existing = shape<EksExistingNetwork>({
  vpcId: required(inputText, { must: 'name the VPC', fix: "write vpcId: 'vpc-0abc'." }),
  privateSubnetIds: required(texts, {
    must: 'name a subnet of each zone',
    fix: "write { 'eu-west-1a': 'subnet-0abc' }.",
  }),
  publicSubnetIds: texts,
});

const network = shape<EksNetworkArgs>({
  cidr: vpcRange,
  privateCidrs: listOf(privateSubnet),
  publicCidrs: listOf(publicSubnet),
  nat: oneOf(['per-zone', 'single', 'none']),
  controlPlaneZone: line,
  existing,
});

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const logs = shape<EksLogArgs>({
  types: listOf(oneOf(eksLogTypes)),
  retentionDays: leaf((value) => retentions.includes(value as number), {
    must: 'be a number of days that CloudWatch offers: 30, 60, 90, 180, 365 and so on',
    fix: 'write 90.',
  }),
});

const loadBalancerController = when(
  (value) => typeof value === 'string',
  oneOf(['none'], { must: 'be "none" or an object' }),
  shape<LoadBalancerControllerArgs>({
    version: line,
    repository: line,
    values: mapOf(line, trusted),
    policy: inputText,
  }),
);

const days = wholeNumber(1, 36500, { fix: 'write 30.' });

const backups = when(
  (value) => typeof value === 'string',
  oneOf(['none'], { must: 'be "none" or an object', fix: "write backups: 'none', or { keepDeletedDays: 30 }." }),
  shape<EksBackupArgs>({ keepDeletedDays: days, expireDays: days, onDestroy: oneOf(['retain', 'delete']) }),
);

/** Checks of {@link EksClusterArgs}, value by value. */
export const eksClusterShape: Check = shape<EksClusterArgs>({
  stage: plain(protectionShape.stage),
  allowDeletion: plain(protectionShape.allowDeletion),
  zones: plain(
    required(listOf(line, { least: 1, fix: "write zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']." }), {
      must: 'list the zones of the nodes',
      fix: "write zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'].",
    }),
  ),
  name: plain(line),
  mode: plain(oneOf(['standard', 'auto'])),
  version: inputText,
  support: plain(oneOf(['standard', 'extended'])),
  network: plain(network),
  pools: plain(nodePools),
  access: plain(
    shape<EksAccessArgs>({ endpoint: oneOf(['private', 'public']), allow: all(listOf(input(allowed)), distinct) }),
  ),
  administrators: plain(texts),
  encryptionKey: input(
    leaf((value) => /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/.+$/.test(String(value)), {
      rule: 'eks/key',
      must: 'be the ARN of a key of KMS; an alias is none',
      fix: "write 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'.",
    }),
  ),
  logs: plain(logs),
  loadBalancerController: plain(loadBalancerController),
  backups: plain(backups),
  kubeconfig: plain(shape<EksKubeconfigArgs>({ profile: inputText, roleArn: inputText })),
  tags: plain(texts),
});
