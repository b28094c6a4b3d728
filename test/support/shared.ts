import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Root of this repository. */
export const repositoryRoot = join(__dirname, '..', '..');

/**
 * The folder with material that several projects use: CRDs, installations that nobody here wrote. It lies beside the
 * repository, or where `ANYHOUSE_SHARED` says; undefined on machines that have neither.
 */
export function sharedDirectory(): string | undefined {
  const directory = process.env.ANYHOUSE_SHARED ?? join(repositoryRoot, '..', 'shared');
  return existsSync(join(directory, 'crds')) ? directory : undefined;
}

/** A path in {@link sharedDirectory}. @throws when there is none, saying how to get one */
export function sharedPath(...parts: readonly string[]): string {
  const directory = sharedDirectory();
  if (directory === undefined) {
    throw new Error(
      `This test reads ${parts.join('/')} of the folder "shared", which is not beside this repository. ` +
        'Put it there, or set ANYHOUSE_SHARED to its path.',
    );
  }
  return join(directory, ...parts);
}

/** Where tests keep what is expensive to build or to download. `build.sh` of the control plane uses the same. */
export function cacheDirectory(): string {
  const { ANYHOUSE_TEST_CACHE, XDG_CACHE_HOME } = process.env;
  return ANYHOUSE_TEST_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'anyhouse');
}
