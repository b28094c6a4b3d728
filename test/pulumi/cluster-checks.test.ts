import { Problems } from '../../src/kubernetes/prop-error';
import { resolveProtection } from '../../src/pulumi/clusters/protection';
import { checkApart, checkOnePerZone, checkWithin, privateRange } from '../../src/pulumi/clusters/subnets';

function messages(check: (problems: Problems) => void): readonly string[] {
  const problems = new Problems('Cluster', 'prod');
  check(problems);
  return problems.all.map(
    ({ rule, prop, must, got, fix }) => `${prop} must ${must}, got ${got}. Fix: ${fix} [${rule}]`,
  );
}

test.each([
  ['production', {}, {}, true],
  ['development', { stage: 'development' }, {}, undefined],
  ['development that is protected on purpose', { stage: 'development' }, { protect: true }, true],
  ['production that may go', { allowDeletion: 'moved to another region' }, {}, false],
  ['production that may go, twice said', { allowDeletion: 'moved to another region' }, { protect: false }, false],
] as const)('%s', (_, args, opts, expected) => {
  const problems = new Problems('Cluster', 'prod');
  expect(resolveProtection(problems, args, opts)).toEqual({ protect: expected, deletionProtection: expected === true });
  expect(problems.all).toEqual([]);
});

test('production without protection is refused, and so are a reason to delete and protection together', () => {
  expect(messages((problems) => resolveProtection(problems, {}, { protect: false }))).toEqual([
    'stage must not be "production" without protection, as with the option protect: false, got "production". ' +
      "Fix: remove protect: false; say allowDeletion: 'moved to another region' before a destroy, " +
      "or stage: 'development'. [clusters/protection]",
  ]);
  expect(messages((problems) => resolveProtection(problems, { allowDeletion: 'gone' }, { protect: true }))).toEqual([
    'allowDeletion must not be given beside the option protect: true, got "gone". ' +
      'Fix: keep one of the two. [clusters/protection]',
  ]);
});

const nodes = privateRange({
  smallest: 24,
  largest: 12,
  holds: (prefix) => `${2 ** (32 - prefix) - 4} nodes`,
  example: '10.0.0.0/20',
});

test.each([['10.0.0.0/20'], ['10.0.0.0/24'], ['172.16.0.0/12'], ['192.168.0.0/16'], ['100.64.0.0/12']])(
  '%s is a range for nodes',
  (range) => {
    expect(messages((problems) => nodes(range, 'ranges.nodes', problems))).toEqual([]);
  },
);

test.each([
  [
    '10.0.0.0',
    'ranges.nodes must be an address range (CIDR), got "10.0.0.0". Fix: write a range such as "10.0.0.0/32". [props/cidr]',
  ],
  [
    '10.0.0.7/20',
    'ranges.nodes must have no host bits set, got "10.0.0.7/20". ' +
      'Fix: write "10.0.0.0/20", or "10.0.0.7/32" for one address. [props/cidr-host-bits]',
  ],
  [
    '8.8.0.0/16',
    'ranges.nodes must be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, ' +
      'got "8.8.0.0/16". Fix: write "10.0.0.0/20". [clusters/private-range]',
  ],
  [
    '172.0.0.0/9',
    'ranges.nodes must be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, ' +
      'got "172.0.0.0/9". Fix: write "10.0.0.0/20". [clusters/private-range]',
  ],
  [
    'fd00::/20',
    'ranges.nodes must be a range of private addresses: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, ' +
      'got "fd00::/20". Fix: write "10.0.0.0/20". [clusters/private-range]',
  ],
  [
    '10.0.0.0/28',
    'ranges.nodes must be /24 or larger, for 252 nodes; this one is for 12 nodes, got "10.0.0.0/28". ' +
      'Fix: write "10.0.0.0/20". [clusters/range-size]',
  ],
  [
    '10.0.0.0/8',
    'ranges.nodes must be /12 or smaller, got "10.0.0.0/8". Fix: write "10.0.0.0/20". [clusters/range-size]',
  ],
])('%s is no range for nodes', (range, expected) => {
  expect(messages((problems) => nodes(range, 'ranges.nodes', problems))).toEqual([expected]);
});

test('ranges that overlap are told once, by the later one', () => {
  const ranges = [
    { prop: 'nodes', cidr: '10.0.0.0/20' },
    { prop: 'pods', cidr: '10.0.0.0/16' },
    { prop: 'services', cidr: '10.1.0.0/20' },
  ];
  expect(messages((problems) => checkApart(problems, ranges))).toEqual([
    'pods must not overlap with nodes, 10.0.0.0/20, got "10.0.0.0/16". ' +
      'Fix: choose ranges that have no address in common. [clusters/ranges-apart]',
  ]);
});

test('a subnet lies in its network', () => {
  const network = { prop: 'network', cidr: '10.0.0.0/16' };
  const inside = (cidr: string) => messages((problems) => checkWithin(problems, { prop: 'subnet', cidr }, network));
  expect(inside('10.0.240.0/20')).toEqual([]);
  const expected = (cidr: string) => [
    `subnet must lie in network, 10.0.0.0/16, got "${cidr}". Fix: choose a part of 10.0.0.0/16. [clusters/ranges-apart]`,
  ];
  expect(inside('10.1.0.0/20')).toEqual(expected('10.1.0.0/20'));
  expect(inside('10.0.0.0/8')).toEqual(expected('10.0.0.0/8'));
});

test('there is one range for each zone', () => {
  const ranges = (...cidrs: string[]) =>
    messages((problems) => checkOnePerZone(problems, 'network.private', cidrs, ['a', 'b']));
  expect(ranges('10.0.0.0/20', '10.0.16.0/20')).toEqual([]);
  expect(ranges('10.0.0.0/20')).toEqual([
    'network.private must have one range for each of the 2 zones, in their order, got ["10.0.0.0/20"]. ' +
      'Fix: add a range for b. [clusters/ranges-per-zone]',
  ]);
  expect(ranges('10.0.0.0/20', '10.0.16.0/20', '10.0.32.0/20')[0]).toContain('Fix: remove ranges, or add their zones.');
});
