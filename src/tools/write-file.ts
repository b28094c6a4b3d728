import { writeFileSync } from 'node:fs';
import { InputError } from './manifests/input-error';

/**
 * Writes a file that somebody named.
 * @param existing what to do with one that is there
 * @throws InputError when it is there and to be kept, or cannot be written
 */
export function writeFile(file: string, content: string, existing: 'keep' | 'replace'): void {
  try {
    writeFileSync(file, content, { flag: existing === 'keep' ? 'wx' : 'w' });
  } catch (error) {
    throw new InputError([`${file}: ${whyNot(error)}.`]);
  }
}

/** Why something cannot be written, as the end of a sentence. */
export function whyNot(error: unknown): string {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EEXIST: 'is there already; --force replaces it',
  EISDIR: 'is a directory',
  ENOENT: 'its directory does not exist',
  ENOTDIR: 'its directory does not exist',
  EROFS: 'may not be written',
};
