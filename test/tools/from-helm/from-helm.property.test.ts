import * as fc from 'fast-check';
import { Document, stringify } from 'yaml';
import { convertValues } from '../../../src/tools/from-helm/from-helm';
import { InputError } from '../../../src/tools/manifests/input-error';
import { compileTexts } from '../../types/programs';
import facts from './chart-defaults.json';
import { only, runProgram } from './programs';

jest.setTimeout(240_000);

const words = fc.constantFrom(
  ...['', 'app', 'App', 'a_b', '10Gi', '5G', '10.0.0.0/8', '10.1.2.3', 'eu-west-1a', 'eu-west-1b', 'europe-west4-a'],
  ...[
    'latest',
    'LoadBalancer',
    'NodePort',
    'max_threads',
    'logger/level',
    'merge_tree/x',
    'error',
    '0',
    '1',
    '-1',
    '1e9',
  ],
  ...[
    'true',
    '*/',
    '__proto__',
    'constructor',
    'a b',
    "'",
    '"',
    '\\',
    '\n',
    '\u2028',
    'ümlaut',
    'GRANT SELECT ON a.*',
    'TO',
    ';',
  ],
  ...[
    'name',
    'cpu',
    'memory',
    'requests',
    'limits',
    'hostIP',
    'grants',
    'profile',
    'settings',
    'key',
    'effect',
    'Exists',
  ],
);
const word = fc.oneof({ weight: 4, arbitrary: words }, fc.string({ maxLength: 12, unit: 'binary' }));
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word,
    fc.integer({ min: -2, max: 3000 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Something of the same kind as the chart's default: what Helm's schema lets through. */
function like(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'boolean') return fc.boolean();
  if (typeof value === 'number') return fc.integer({ min: -1, max: 6 });
  if (typeof value === 'string') return word;
  return Array.isArray(value) ? fc.array(anything, { maxLength: 3 }) : fc.dictionary(word, anything, { maxKeys: 3 });
}

const user = fc.record(
  {
    name: fc.oneof(fc.constantFrom('app', 'web', 'web', 'admin', 'App'), word),
    hostIP: fc.oneof(word, fc.array(word, { maxLength: 2 })),
    grants: fc.array(word, { maxLength: 2 }),
    profile: word,
    password_secret_name: word,
    accessManagement: fc.constantFrom(0, 1),
    settings: fc.dictionary(word, word, { maxKeys: 2 }),
  },
  { requiredKeys: [] },
);

const leaf = fc.oneof(
  fc
    .constantFrom(...Object.entries(facts.defaults))
    .chain(([path, value]) => like(value).map((each) => [path, each] as const)),
  fc.array(user, { maxLength: 3 }).map((users) => ['clickhouse.users', users] as const),
);
const values = fc.array(leaf, { maxLength: 14 }).map((leaves) => {
  const document = new Document({});
  for (const [path, value] of leaves) document.setIn(path.split('.'), document.createNode(value));
  return stringify(document.toJS());
});

/** The program of some values; undefined where they are refused as the chart would. */
function programOf(text: string): string | undefined {
  try {
    return convertValues(text, 'values.yaml').program;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

test('whatever values say, there is a program that runs, or a refusal', () => {
  const programs: string[] = [];
  fc.assert(
    fc.property(values, (text) => {
      const program = programOf(text);
      if (program === undefined) return;
      expect(only(runProgram(program), 'ClickHouseInstallation').metadata.name).toMatch(/-v2$/);
      programs.push(program);
    }),
    { numRuns: 200, seed: 20261121 },
  );
  expect(programs.length).toBeGreaterThan(100);
  const compiled = compileTexts(
    __dirname,
    programs.map((program, index) => [`program-${index}.ts`, program] as const),
  );
  const refused = [...compiled].flatMap(([, { text, complaints }]) =>
    complaints.length > 0 ? [{ text, complaints }] : [],
  );
  expect(refused.slice(0, 2)).toEqual([]);
});

test('YAML of any form gives a program or a refusal, never a fault of the command', () => {
  const document = fc.oneof(
    anything.map((value) => stringify(value)),
    fc.string({ maxLength: 80, unit: 'binary' }),
  );
  fc.assert(
    fc.property(document, (text) => void programOf(text)),
    { numRuns: 500, seed: 20261121 },
  );
});
