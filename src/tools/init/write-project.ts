import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../manifests/input-error';
import { whyNot } from '../write-file';
import type { ProjectFiles } from './project';

/**
 * Refuses a directory that holds something already. A repository of git that is still empty is fine.
 * @throws InputError naming what is in the way
 */
export function refuseOccupied(directory: string): void {
  if (!existsSync(directory)) return;
  let entries: readonly string[];
  try {
    entries = readdirSync(directory).filter((entry) => entry !== '.git');
  } catch (error) {
    throw new InputError([
      `${directory}: ${(error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'is a file' : whyNot(error)}.`,
    ]);
  }
  if (entries.length === 0) return;
  const shown = entries
    .slice(0, 5)
    .map((entry) => JSON.stringify(entry))
    .join(', ');
  const more = entries.length > 5 ? ` and ${entries.length - 5} more` : '';
  throw new InputError([`${directory}: is not empty: ${shown}${more} would be in the way. Fix: name a new directory.`]);
}

/**
 * Writes a project: all of it, or nothing.
 * @throws InputError when the directory is not empty or cannot be written
 */
export function writeProject(directory: string, files: ProjectFiles): void {
  refuseOccupied(directory);
  const undo: (() => void)[] = [];
  try {
    // The first directory that had to be made, so that it can go again.
    const made = mkdirSync(directory, { recursive: true });
    if (made !== undefined) undo.push(() => rmSync(made, { recursive: true, force: true }));
    const draft = mkdtempSync(join(resolve(directory), '.anyhouse-'));
    undo.push(() => rmSync(draft, { recursive: true, force: true }));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(draft, file), content, { flag: 'wx' });
    for (const file of Object.keys(files)) {
      renameSync(join(draft, file), join(directory, file));
      undo.push(() => rmSync(join(directory, file), { force: true }));
    }
    rmSync(draft, { recursive: true });
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw new InputError([`${directory}: ${whyNot(error)}. Nothing was written.`]);
  }
}
