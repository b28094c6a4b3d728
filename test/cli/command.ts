import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createColors } from 'picocolors';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/terminal';

/** What a command did. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `anyhouse` in this process, without colours.
 * @param ask the person at the terminal, where there is one
 */
export async function anyhouse(args: readonly string[], input = '', ask?: Terminal['ask']): Promise<Result> {
  let code = Number.NaN;
  let stdout = '';
  let stderr = '';
  await run(args, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    input: () => input,
    colors: createColors(false),
    interactive: false,
    size: () => [80, 24],
    ...(ask && { ask }),
    finish: (given) => {
      code = given;
    },
  });
  return { code, stdout, stderr };
}

const root = join(__dirname, '../..');

/** Runs `anyhouse` in a process of its own: what loads ES modules cannot run inside of jest. */
export function spawnAnyhouse(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const main = [require.resolve('tsx/cli'), join(root, 'src/cli/main.ts'), ...args];
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, main, { env: { PATH, HOME, NO_COLOR: '1', ...env } }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A new directory with these files; paths in them may have folders. */
export function directoryWith(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'anyhouse-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}
