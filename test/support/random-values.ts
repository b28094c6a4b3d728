import fc from 'fast-check';

/* Values that props may have, and values that they may not. */

const word = fc.constantFrom(
  'a',
  'events',
  'metrics',
  'team-billing',
  'x1',
  'facts-2024',
  'long-name-of-an-installation',
);

/** A name that every kind of object may have. */
export const validName = word;

/** A name of a user, a profile, a quota or a database. */
export const validElement = fc.constantFrom('app', 'web', 'reader', 'etl_job', 'dash-board', 'u2');

export const validQuantity = fc.constantFrom('1Gi', '10Gi', '500Gi', '2Ti', '1.5Gi', '512Mi', '1048576Ki', '1Pi');

export const validCpu = fc.constantFrom('1', '2', '500m', '0.5', '14', '1.125');

export const validRange = fc.constantFrom('10.0.0.0/8', '192.168.1.7/32', '0.0.0.0/0', '::1/128', 'fd00::/8');

export const validImage = fc.constantFrom(
  'clickhouse/clickhouse-server:25.3.6.34',
  'altinity/clickhouse-server:25.8.10.10041.altinitystable',
  `clickhouse/clickhouse-server@sha256:${'0'.repeat(64)}`,
);

/** A map of a few entries. */
export function map<T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: true });
}

export const validLabels = map(
  fc.constantFrom('team', 'example.com/cost-centre', 'app.kubernetes.io/part-of', 'a'),
  fc.constantFrom('billing', '4711', '', 'A.b_c-d'),
);

const names = [
  ...[
    '',
    ' ',
    '-',
    '.',
    'Events',
    'a_b',
    '-a',
    'a-',
    '1a',
    '1',
    'a.b',
    'a/b',
    'a..b',
    'a b',
    'ünï',
    '🦄',
    'a\nb',
    'a\tb',
  ],
  ...[
    'default',
    'kube-system',
    'admin',
    'constructor',
    'toString',
    '__proto__',
    'null',
    'true',
    'yes',
    'no',
    '0x10',
    '~',
  ],
  ...['<b>&', '"', "'", '`', '$(HOME)', '{{ x }}', '{chi}', '../..', '/', '#', 'a: b', '- a', '\\', '\u0000', '\ufeff'],
  ...[15, 16, 37, 38, 44, 45, 63, 64, 253, 254].map((length) => 'n'.repeat(length)),
];
const numbers = [-1, 0, -0, 1, 2, 3, 4, 7, 99, 100, 999, 1000, 1.5, 1e21, 2 ** 31, 2 ** 53, NaN, Infinity];
const amounts = [
  ...[
    '0Gi',
    '-1Gi',
    '+1Gi',
    '10GB',
    '10G',
    '10gi',
    '10 Gi',
    ' 10Gi',
    '010Gi',
    '1e3Gi',
    'Gi',
    '.5Gi',
    '1.Gi',
    '0.0001Ki',
  ],
  ...['9007199254740993Gi', '8191Pi', '8192Pi', '1.23456789Pi', '0.5m', '0', '1000000', '0.0001', '１Gi'],
];
const ranges = [
  ...['10.0.0.1/8', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0', '10.0.0/8', '010.0.0.0/8', '10.0.0.0/08', '300.0.0.0/8'],
  ...['::/0', '::', '::/129', '::ffff:10.0.0.0/104', 'fe80::%eth0/64', '2001:DB8::/32', '0.0.0.0/0', 'localhost'],
];
const oddities = [
  null,
  undefined,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [undefined],
  { name: 'x' },
  { a: { b: 1 } },
  ['x', 'x'],
];

/** A value that is wrong in most places. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...names) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...amounts) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...ranges) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...oddities) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 70 }) },
  { weight: 1, arbitrary: fc.double() },
);

/** A key that no prop has, or one that maps should not have. */
export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('Name', 'replica', 'storageclass', 'metadata', 'spec', '__proto__', 'constructor', 'toString'),
  fc.constantFrom(...names),
  fc.string({ maxLength: 10 }),
);
