/** Type check and unit tests with other peers: `tsx scripts/test-peers.ts lowest|newest`. Leaves this checkout alone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** Version of a peer at one end of the range that package.json allows. */
const versionOf: Readonly<Record<string, (name: string, range: string) => string>> = {
  lowest: (_, range) => range.replace(/^\^/, ''),
  newest: (name, range) => {
    const printed = execFileSync('npm', ['view', `${name}@${range}`, 'version', '--json'], { encoding: 'utf8' });
    // Registries do not promise an order.
    const versions: string[] = [JSON.parse(printed)].flat();
    return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '';
  },
};

function main(which: string | undefined): void {
  const choose = versionOf[which ?? ''];
  if (!choose) throw new Error(`Say which peers: ${Object.keys(versionOf).join(' or ')}.`);
  const wanted = Object.entries(peerDependencies).map(([name, range]) => `${name}@${choose(name, range)}`);
  const copy = mkdtempSync(join(tmpdir(), 'anyhouse-peers-'));
  try {
    copyRepository(copy);
    console.log(`${which} peers: ${wanted.join(', ')}`);
    const steps = [
      ['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted],
      ['npx', 'tsc', '-p', 'tsconfig.check.json'],
      ['npx', 'jest', '--ci', ...process.argv.slice(3)],
    ] as const;
    const passed = steps.every(([command, ...args]) => {
      return spawnSync(command, args, { cwd: copy, stdio: 'inherit' }).status === 0;
    });
    process.exitCode = passed ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
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

main(process.argv[2]);
