/*
 * Tests of `anyhouse/pulumi` on a newer Node with the newest Pulumi: @pulumi/pulumi after 3.248 needs Node 22, and the
 * other tests run on Node 20. `npm run test:newest-node`, with arguments of jest after `--`. The Node comes from npm, so
 * that one machine can judge both; this checkout is left alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inCopyWith, peerDependencies } from './repository-copy';

/** The oldest that the newest Pulumi runs on: newer ones are tried by the workflow. */
const major = 22;
const tests = ['test/pulumi', 'test/package/pulumi'];

const place = mkdtempSync(join(tmpdir(), 'anyhouse-node-'));
try {
  const directory = installNode(place);
  const environment = { ...process.env, PATH: [directory, process.env.PATH].join(delimiter) };
  console.log(`Node ${execFileSync('node', ['--version'], { encoding: 'utf8', env: environment }).trim()}`);
  const pulumi = Object.entries(peerDependencies).filter(([name]) => name.startsWith('@pulumi/'));
  process.exitCode = inCopyWith(
    pulumi.map(([name, range]) => `${name}@${range}`),
    [['npx', 'jest', '--ci', ...tests, ...process.argv.slice(2)]],
    environment,
  );
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** The directory of the program. Its package for this machine is asked for by name: `node` finds it by an install script. */
function installNode(prefix: string): string {
  const { platform, arch } = process;
  const system = platform === 'win32' ? 'win' : platform;
  const name = `${system === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${arch}`;
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', prefix];
  execFileSync('npm', [...install, `${name}@${major}`], { stdio: 'inherit' });
  return join(prefix, 'node_modules', name, 'bin');
}
