import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a directory with all programs of BusyBox, as in images of Alpine, and some programs of this machine.
 * @throws Error with the way to install what is missing
 */
export function busyboxIn(directory: string, programs: readonly string[] = ['curl']): string {
  if (existsSync(join(directory, 'ash'))) return directory;
  mkdirSync(directory, { recursive: true });
  execFileSync(find('busybox', 'busybox-static'), ['--install', '-s', directory]);
  for (const name of programs) {
    const program = find(name, name);
    rmSync(join(directory, name), { force: true });
    symlinkSync(program, join(directory, name));
  }
  return directory;
}

function find(name: string, file: string): string {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`${name} is missing, which scripts are tested with. Fix: apt-get install ${file}`);
  }
}
