import {
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
import { isOutput } from '../../kubernetes/token';
import { nodePools } from '../clusters/pool-shape';
import { protectionShape } from '../clusters/protection';
import { addressesOf, privateRange } from '../clusters/subnets';
import {
  type EksApiArgs,
  type EksBackupArgs,
  type EksClusterArgs,
  type EksKubeconfigArgs,
  type EksLogArgs,
  type EksNetworkArgs,
  type ExistingEksNetwork,
  eksLogTypes,
  type LoadBalancerControllerArgs,
} from './args';

/** A value that may be an Output or a promise; what it holds is then known to nobody yet. */
const input = (check: Check): Check => when((value) => isOutput(value) || value instanceof Promise, trusted, check);

const text = input(line);
const texts = mapOf(line, text);

/** Whatever its value, an address range that is not the whole internet. */
const allowed: Check = (value, prop, problems) => {
  cidr(value, prop, problems);
  if (problems.has(prop) || !String(value).endsWith('/0')) return;
  problems.add({
    rule: 'eks/api-access',
    prop,
    must: 'not be the whole internet',
    got: value,
    fix: 'write the addresses that you come from: "203.0.113.0/24".',
  });
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

const existing = shape<ExistingEksNetwork>({
  vpcId: required(text, { must: 'name the VPC', fix: "write vpcId: 'vpc-0abc'." }),
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

const days = wholeNumber(1, 36500);

/** Checks of everything in {@link EksClusterArgs} that is plain, value by value. */
export const eksClusterShape: Check = shape<EksClusterArgs>({
  ...protectionShape,
  zones: required(listOf(line, { least: 1, fix: "write zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']." }), {
    must: 'list the zones of the nodes',
    fix: "write zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'].",
  }),
  name: line,
  mode: oneOf(['standard', 'auto']),
  version: text,
  support: oneOf(['standard', 'extended']),
  network,
  pools: nodePools,
  api: shape<EksApiArgs>({ access: oneOf(['private', 'public']), allow: listOf(input(allowed)) }),
  administrators: texts,
  secretsKeyArn: text,
  logs: shape<EksLogArgs>({
    types: listOf(oneOf(eksLogTypes)),
    retentionDays: leaf((value) => retentions.includes(value as number), {
      must: 'be a number of days that CloudWatch offers: 30, 60, 90, 180, 365 and so on',
      fix: 'write 90.',
    }),
  }),
  loadBalancerController: when(
    (value) => typeof value === 'string',
    oneOf(['none'], { must: 'be an object or "none"' }),
    shape<LoadBalancerControllerArgs>({ version: line, repository: line, values: mapOf(line, trusted), policy: text }),
  ),
  backups: shape<EksBackupArgs>({ existing: text, overwrittenDays: days, expireDays: days }),
  kubeconfig: shape<EksKubeconfigArgs>({ profile: text, roleArn: text }),
  tags: texts,
});
