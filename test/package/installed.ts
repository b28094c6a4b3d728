import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../house/sources';

/** What `package.json` says that these tests rely on. */
export interface PackageJson {
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** The package, packed as for publishing and installed in an empty project. Needs no network. */
export interface Installed {
  /** The project of a user. Only what the package needs is installed beside it: no optional peers. */
  readonly project: string;
  /** The package inside of that project. */
  readonly directory: string;
  readonly tarball: string;
  /** Files of the package. */
  readonly files: readonly string[];
  readonly packageJson: PackageJson;
  readonly remove: () => void;
}

/** Compiles, packs and installs the package. Takes seconds. */
export function installPackage(): Installed {
  const place = mkdtempSync(join(tmpdir(), 'anyhouse-package-'));
  const packageJson: PackageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const tarball = pack(join(place, 'source'), packageJson);
  const project = join(place, 'project');
  const modules = join(project, 'node_modules');
  mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', modules]);
  const directory = join(modules, 'anyhouse');
  renameSync(join(modules, 'package'), directory);
  const { dependencies, peerDependencies, peerDependenciesMeta } = packageJson;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  linkPackages(project, [...Object.keys(dependencies), ...peers]);
  const listed = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const files = listed.map((file) => file.replace(/^package\//, '')).sort();
  const remove = () => rmSync(place, { recursive: true, force: true });
  return { project, directory, tarball, files, packageJson, remove };
}

/** Puts packages that are installed here into a project. */
export function linkPackages(project: string, names: readonly string[]): void {
  for (const name of names) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
}

/** A second project beside the first, with further packages. */
export function projectWith({ project }: Installed, ...names: readonly string[]): string {
  const other = `${project}-with-${names.length}`;
  cpSync(project, other, { recursive: true, verbatimSymlinks: true });
  linkPackages(other, names);
  return other;
}

function pack(source: string, { files }: PackageJson): string {
  mkdirSync(source, { recursive: true });
  execTool(root, 'typescript/bin/tsc', '-p', 'tsconfig.json', '--outDir', join(source, 'lib'));
  for (const file of ['package.json', 'README.md', 'LICENSE', ...files.filter((each) => each !== 'lib')]) {
    if (existsSync(join(root, file))) cpSync(join(root, file), join(source, file), { recursive: true });
  }
  const printed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--offline'], {
    cwd: source,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(printed);
  return join(source, filename);
}

/** Runs a program of an installed package; its output is part of the error when it fails. */
export function execTool(cwd: string, program: string, ...args: readonly string[]): string {
  return execNode(cwd, join(root, 'node_modules', program), ...args);
}

/** Runs Node. */
export function execNode(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** Writes files of a user. */
export function writeProject(directory: string, files: Readonly<Record<string, string | object>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
}
