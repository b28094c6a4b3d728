import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { ask } from '../../src/cli/ask';
import { writeProject } from '../../src/tools/init/write-project';
import { runProgram } from '../tools/from-helm/programs';
import { compileTexts } from '../types/programs';
import { anyhouse, directoryWith, type Result } from './command';

jest.setTimeout(60_000);

const here = directoryWith({ 'full/a.txt': '', 'full/b.txt': '', file: '', 'repository/.git/HEAD': '' });
afterAll(() => rmSync(here, { recursive: true }));

const told = ({ code, stderr }: Result) => `${code} ${stderr.replaceAll(`${here}/`, '')}`.trimEnd();
const init = (directory: string, ...flags: string[]) => anyhouse(['init', join(here, directory), ...flags]);
const read = (...path: string[]) => readFileSync(join(here, ...path), 'utf8');

const platforms = [
  ['minikube'],
  ['kind'],
  ['eks', '--region', 'eu-west-1'],
  ['gke', '--region', 'us-east1'],
  ['aks', '--region', 'westeurope'],
  ['openstack', '--zones', 'nova,nova-2'],
];

test.each(platforms)('a project for %s has a program that compiles and runs', async (platform, ...flags) => {
  const { code, stdout } = await init(`for-${platform}`, '--platform', platform, ...flags);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^written: package\.json {2}tsconfig\.json {2}main\.ts {2}\.gitignore {2}README\.md\n\nNext:\n/,
  );
  const program = read(`for-${platform}`, 'main.ts');
  expect(compileTexts(__dirname, [['main.ts', program]]).get('main.ts')?.complaints).toEqual([]);
  expect(runProgram(program).map(({ kind }) => kind)).toContain('ClickHouseInstallation');
});

test('flags decide what the program says', async () => {
  const flags = '--name shop --platform eks --region eu-west-1 --zones eu-west-1a,eu-west-1b --shards 3 --replicas 2';
  await init('flags', ...flags.split(' '), '--storage', '1Ti', '--domain', 'ch.example.com');
  expect(
    read('flags', 'main.ts'),
  ).toBe(`import { ClickHouseCluster, ClusterServices, Environment, Exposure, Keeper, Platform } from 'anyhouse';
import { App } from 'cdk8s';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b'] });
const app = new App({ outdir: 'dist' });

// What the Kubernetes cluster has once: the StorageClass of databases, and the operator.
new ClusterServices(app, 'services', { platform });
const environment = new Environment(app, 'shop', { platform });
const keeper = new Keeper(environment, 'keeper');
new ClickHouseCluster(environment, 'shop', {
  shards: 3,
  replication: { replicas: 2, keeper },
  storage: { size: '1Ti' },
  users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON shop.*'] } },
  databases: ['shop'],
  exposure: Exposure.internal({ hostname: 'shop.ch.example.com' }),
});

app.synth();
`);
});

test('versions are those of this package', async () => {
  await init('versions', '--yes');
  const own = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(JSON.parse(read('versions', 'package.json'))).toMatchObject({
    name: 'versions',
    engines: own.engines,
    dependencies: {
      anyhouse: own.version,
      cdk8s: own.peerDependencies.cdk8s,
      constructs: own.peerDependencies.constructs,
    },
    devDependencies: { typescript: own.devDependencies.typescript, '@types/node': own.devDependencies['@types/node'] },
  });
});

/** A person with answers; afterwards, they end the input. */
function person(...answers: string[]) {
  const asked: string[] = [];
  const answer = async (question: string) => {
    asked.push(question);
    return answers.shift();
  };
  return { asked, answer };
}

test('what was not said is asked, and a wrong answer is asked again', async () => {
  const { asked, answer } = person('Shop', 'shop', 'gke', 'eu-west-1', 'europe-west1', '', '4', '3', '200GB', '');
  const { code, stdout } = await anyhouse(['init', join(here, 'asked')], '', answer);
  expect(code).toBe(0);
  expect(asked).toEqual([
    'Name of the cluster and its namespace [asked]: ',
    'Name of the cluster and its namespace [asked]: ',
    'Where it runs (minikube, kind, eks, gke, aks, openstack) [minikube]: ',
    'Region: ',
    'Region: ',
    'Zones of the nodes, with commas between them [europe-west1-b,europe-west1-c,europe-west1-d]: ',
    'Copies of the data (replicas) [2]: ',
    'Copies of the data (replicas) [2]: ',
    'Storage of each replica [100Gi]: ',
    'Storage of each replica [100Gi]: ',
  ]);
  expect(stdout.split('written')[0]).toBe(
    [
      '  Lower case letters, digits and "-", at most 30, please.\n',
      '  It must be a region such as "europe-west4", got "eu-west-1".\n',
      '  A whole number from 1 to 3, please: each copy is in a zone of its own.\n',
      '  An amount with Mi, Gi or Ti, please, such as 100Gi.\n',
    ].join(''),
  );
  expect(read('asked', 'main.ts')).toContain("storage: { size: '100Gi' }");
});

test('what was said is not asked, and on a laptop there is neither region nor zone', async () => {
  const { asked, answer } = person('', '');
  await anyhouse(['init', join(here, 'few'), '--name', 'few', '--platform', 'kind'], '', answer);
  expect(asked).toEqual(['Copies of the data (replicas) [2]: ', 'Storage of each replica [10Gi]: ']);
});

test('--yes asks nothing', async () => {
  const { asked, answer } = person();
  expect((await anyhouse(['init', join(here, 'yes'), '--yes'], '', answer)).code).toBe(0);
  expect(asked).toEqual([]);
  expect(read('yes', 'main.ts')).toContain('Platform.minikube()');
});

test('a person who ends the input gets nothing written', async () => {
  const { answer } = person('shop');
  const result = await anyhouse(['init', join(here, 'ended')], '', answer);
  expect(told(result)).toBe('2 error: cancelled; nothing was written.');
  expect(existsSync(join(here, 'ended'))).toBe(false);
});

test.each([
  [['full', '--yes'], '2 error: full: is not empty: "a.txt", "b.txt" would be in the way. Fix: name a new directory.'],
  [['file', '--yes'], '2 error: file: is a file.'],
  [['file/inside', '--yes'], '2 error: file/inside: its directory does not exist. Nothing was written.'],
  [
    ['new'],
    '2 error: There is no terminal to ask questions in. Say where it runs: --platform minikube, or --platform eks --region eu-west-1; or take all defaults: --yes.',
  ],
  [
    ['new', '--platform', 'eks'],
    [
      "2 error: --region must name the region, got nothing. Fix: write region: 'eu-west-1'.",
      'error: --zones must list the zones of the nodes, got nothing. Fix: list the zones that the node pools stand in.',
    ].join('\n'),
  ],
  [
    ['new', '--platform', 'kind', '--region', 'eu-west-1', '--shards', 'many', '--replicas', '0', '--storage', '10GB'],
    [
      '2 error: --shards must be a whole number from 1 to 999, got "many".',
      'error: --replicas must be a whole number from 1 to 999, got "0".',
      'error: --storage must be an amount with Mi, Gi or Ti, such as 100Gi, got "10GB".',
      'error: --region must be left out for kind.',
    ].join('\n'),
  ],
  [
    ['new', '--platform', 'eks', '--region', 'eu-west-1', '--zones', 'eu-west-1a', '--replicas', '2'],
    "2 error: --replicas must be at most the number of zones (1) when replicas are spread over zones, got 2. Fix: add a zone to the platform, or set placement.spread to 'preferred'.",
  ],
  [
    ['new', '--yes', '--name', 'My Shop'],
    [
      '2 error: --name must be a namespace name of its own: lower case letters, digits and "-", at most 63, none of default, kube-system, kube-public, kube-node-lease, got "My Shop". Fix: write \'my-shop\', or give namespace.name.',
    ].join('\n'),
  ],
  [
    ['new', '--yes', '--platform', 'eks', '--region', 'eu-west-1', '--domain', 'not a domain'],
    '2 error: --domain must be a full DNS name, got "new.not a domain". Fix: write a name such as \'events.example.com\'.',
  ],
])('init %j', async ([directory = '', ...flags], expected) => {
  const result = await init(directory, ...flags);
  expect(result.stdout).toBe('');
  expect(told(result)).toBe(expected);
  expect(existsSync(join(here, 'new'))).toBe(false);
  expect(readdirSync(join(here, 'full')).sort()).toEqual(['a.txt', 'b.txt']);
});

test('an empty repository of git is no obstacle, and no draft is left in it', async () => {
  expect((await init('repository', '--yes')).code).toBe(0);
  expect(readdirSync(join(here, 'repository')).sort()).toEqual(
    ['.git', '.gitignore', 'README.md', 'main.ts', 'package.json', 'tsconfig.json'].sort(),
  );
});

test('when one file cannot be written, none is', () => {
  const directory = join(here, 'half');
  mkdirSync(directory);
  expect(() => writeProject(directory, { 'a.txt': 'a', 'no/such/b.txt': 'b' })).toThrow(
    new Error(`${directory}: its directory does not exist. Nothing was written.`),
  );
  expect(readdirSync(directory)).toEqual([]);
  const deep = join(here, 'one/two');
  expect(() => writeProject(deep, { 'no/such/b.txt': 'b' })).toThrow('Nothing was written.');
  expect(existsSync(join(here, 'one'))).toBe(false);
});

describe('a question in a terminal', () => {
  test('is printed, and the line that is typed is the answer', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = ask('Region: ', input, output);
    input.write('eu-west-1\n');
    expect(await answer).toBe('eu-west-1');
    expect(String(output.read())).toContain('Region: ');
  });

  test('is undefined where the input ends', async () => {
    const input = new PassThrough();
    const answer = ask('Region: ', input, new PassThrough());
    input.end();
    expect(await answer).toBeUndefined();
  });
});
