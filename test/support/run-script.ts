import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { busyboxIn } from './busybox';

/** Shells of the images that scripts run in: `dash` on Debian; `busybox` on Alpine, where it is all other programs, too. */
export type Shell = 'dash' | 'busybox';

/** Both, for `describe.each`. */
export const shells: readonly Shell[] = ['dash', 'busybox'];

/** Options of {@link runScript}. */
export interface RunScriptOptions {
  /** @default 'dash' */
  readonly shell?: Shell;
  readonly args?: readonly string[];
  /** All that it finds in its environment, apart from `PATH` and an empty `HOME`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Directories in which programs are looked for first, such as that of `FakePrograms`. */
  readonly path?: readonly string[];
  /** Programs of this machine that the image has besides those of BusyBox. @default ['curl'] */
  readonly programs?: readonly string[];
  readonly input?: string;
  /** How long it may take before it counts as stuck. @default 60 */
  readonly patienceSeconds?: number;
}

/** How a script has ended. */
export interface ScriptRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an emitted script as a program, to its end. @throws Error when it does not end, with what it has said */
export async function runScript(text: string, options: RunScriptOptions = {}): Promise<ScriptRun> {
  const { shell = 'dash', args = [], env = {}, path = [], input = '', patienceSeconds = 60 } = options;
  const root = mkdtempSync(join(tmpdir(), 'script-'));
  try {
    const file = join(root, 'script.sh');
    writeFileSync(file, shell === 'busybox' ? `${overApplets(path)}${text}` : text);
    const PATH = [...path, shell === 'dash' ? process.env.PATH : busyboxIn(join(root, 'bin'), options.programs)];
    const script = spawn(shell === 'dash' ? 'dash' : join(root, 'bin', 'ash'), [file, ...args], {
      env: { HOME: root, ...env, PATH: PATH.join(delimiter) },
      stdio: 'pipe',
      detached: true, // a group of its own, so that what it has started ends with it
    });
    let [stdout, stderr, isStuck] = ['', '', false];
    script.stdout.on('data', (chunk) => (stdout += chunk));
    script.stderr.on('data', (chunk) => (stderr += chunk));
    script.stdin.on('error', () => undefined); // it need not read
    script.stdin.end(input);
    const limit = setTimeout(() => {
      isStuck = true;
      if (script.pid !== undefined) process.kill(-script.pid, 'SIGKILL');
    }, patienceSeconds * 1000);
    const status = await new Promise<number | null>((resolve, reject) => {
      script.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new Error(`${shell} is missing. Fix: apt-get install ${shell}`) : error),
      );
      script.on('close', resolve);
    }).finally(() => clearTimeout(limit));
    if (isStuck) throw new Error(`the script did not end within ${patienceSeconds} s:\n${stdout}${stderr}`);
    return { status, stdout, stderr };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What shellcheck says about a script; empty when all is well. @throws Error with the way to install it */
export function shellcheck(text: string): string {
  const input = text.startsWith('#!') ? text : `#!/bin/sh\n${text}`;
  const { error, stdout, stderr } = spawnSync('shellcheck', ['--shell=sh', '--severity=style', '-'], {
    input,
    encoding: 'utf8',
  });
  if (error) throw new Error('shellcheck is missing, which judges scripts. Fix: apt-get install shellcheck');
  return `${stdout}${stderr}`;
}

/** Some builds of BusyBox prefer their own programs to those of `PATH`; functions come before both. In the first line, so that numbers of lines stay. */
function overApplets(path: readonly string[]): string {
  const fakes = path.filter(existsSync).flatMap((directory) => readdirSync(directory).map((name) => [name, directory]));
  return fakes
    .map(([name, directory]) => (/^[a-z]+$/.test(name ?? '') ? `${name}() { '${directory}/${name}' "$@"; }; ` : ''))
    .join('');
}
