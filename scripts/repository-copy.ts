import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');

/** Ranges of package.json, by the name of the peer. */
export const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** A command and its arguments. */
export type Step = readonly [command: string, ...args: readonly string[]];

/**
 * Installs other peers in a copy of this repository, and runs steps there until one fails.
 *
 * @param peers as npm is asked for them: `cdk8s@^2.70.0`. Of a range, npm takes the newest that runs on its Node.
 * @param environment variables of all commands, npm's too
 * @returns the exit code
 */
export function inCopyWith(
  peers: readonly string[],
  steps: readonly Step[],
  environment: NodeJS.ProcessEnv = process.env,
): number {
  const copy = mkdtempSync(join(tmpdir(), 'anyhouse-peers-'));
  const run = ([command, ...args]: Step) =>
    spawnSync(command, args, { cwd: copy, env: environment, stdio: 'inherit' }).status === 0;
  try {
    copyRepository(copy);
    if (!run(['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...peers])) return 1;
    const installed = Object.keys(peerDependencies).map((name) => `${name} ${versionIn(copy, name)}`);
    console.log(`Peers: ${installed.join(', ')}`);
    return steps.every(run) ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function versionIn(copy: string, name: string): string {
  return JSON.parse(readFileSync(join(copy, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Files and installed packages. Some tests ask git which files there are, so the copy is a repository, too. */
function copyRepository(copy: string): void {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => existsSync(join(root, name)) && name !== '')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { force: true });
  }
  cpSync(join(root, 'node_modules'), join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  execFileSync('git', ['add', '--all'], { cwd: copy });
}
