import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCrds } from '../test/support/crd-releases';
import { repositoryRoot } from '../test/support/shared';
import { judgesDirectory } from '../test/system/clouds/judges';
import { builtDirectory } from '../test/system/cluster/programs';

/*
 * Runs the tests that need real parts: `npm run test:system`, with arguments of jest after `--`. Says what is missing
 * and how to get it, and never skips a test because of it. Results go to test-reports/system.json.
 */

const arguments_ = process.argv.slice(2);

async function main(): Promise<number> {
  const missing = [...missingCommands()];
  if (missing.length === 0 && !hasCrds() && run('tsx/cli', [join('scripts', 'fetch-crds.ts')]) !== 0) {
    missing.push('the CRDs of the operators (see above)');
  }
  if (missing.length > 0) {
    console.error(`The system tests cannot run. Missing:\n${missing.map((part) => `- ${part}`).join('\n')}`);
    return 1;
  }
  mkdirSync(join(repositoryRoot, 'test-reports'), { recursive: true });
  await builtDirectory(); // here and below rather than inside of jest, which has a time limit and hides what is printed
  await judgesDirectory();
  installEngine();
  const outputs = ['--json', `--outputFile=${join('test-reports', 'system.json')}`];
  return run('jest/bin/jest', ['--ci', '-c', 'jest.system.config.json', ...outputs, ...arguments_]);
}

/** ClickHouse in process has a package of its own, so that installing this one stays small. */
function installEngine(): void {
  const directory = join(repositoryRoot, 'test/system/sql');
  if (existsSync(join(directory, 'node_modules', 'chdb'))) return;
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: directory, stdio: 'inherit' });
}

/** Commands that are not there, each with the way to get it. */
function missingCommands(): readonly string[] {
  const goModule = readFileSync(join(repositoryRoot, 'test/system/cluster/go.mod'), 'utf8');
  const wanted = /^go (\d+)\.(\d+)/m.exec(goModule)?.slice(1) ?? [];
  const commands = [
    { name: 'bash', found: outputOf('bash', '--version') !== undefined, hint: 'apt-get install bash' },
    { name: 'haproxy', found: outputOf('haproxy', '-v') !== undefined, hint: 'apt-get install haproxy' },
    { name: 'socat', found: outputOf('socat', '-V') !== undefined, hint: 'apt-get install socat' },
    { name: 'busybox', found: outputOf('busybox', '--help') !== undefined, hint: 'apt-get install busybox-static' },
    {
      name: 'promtool',
      found: outputOf('promtool', '--version') !== undefined,
      hint: 'apt-get install --no-install-recommends prometheus',
    },
    {
      name: 'clickhouse-server, whose sockets tests look at',
      found: existsSync('/usr/sbin/clickhouse-server') || existsSync('/usr/bin/clickhouse-server'),
      hint: 'apt-get install --no-install-recommends clickhouse-server',
    },
    {
      name: `Go ${wanted.join('.')} or later, which builds the control plane and downloads CRDs`,
      found: isGoRecent(wanted.map(Number)),
      hint: 'https://go.dev/dl (Go 1.21 and later fetch the rest by themselves unless GOTOOLCHAIN is "local")',
    },
  ];
  return commands.filter(({ found }) => !found).map(({ name, hint }) => `${name}: ${hint}`);
}

function isGoRecent([major = 0, minor = 0]: readonly number[]): boolean {
  // Inside of the module, so that Go answers with the toolchain that it would use for it.
  const version = /go(\d+)\.(\d+)/.exec(outputOf('go', 'version') ?? '');
  const [, foundMajor, foundMinor] = (version ?? []).map(Number);
  return Number(foundMajor) > major || (Number(foundMajor) === major && Number(foundMinor) >= minor);
}

function outputOf(command: string, argument: string): string | undefined {
  try {
    const cwd = join(repositoryRoot, 'test/system/cluster');
    return execFileSync(command, [argument], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

/** Runs a program of a package to its end. */
function run(program: string, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [require.resolve(program), ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  return status ?? 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
