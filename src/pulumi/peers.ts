/*
 * `anyhouse/pulumi` is the only part that needs Pulumi, so its packages are optional peers. Whoever imports it without
 * them reads what to install, instead of a stack of a module that is not theirs.
 */

import { withoutStack } from './without-stack';

/** @throws Error with one sentence that says what to install */
export function demandPeers(what: string, ...names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  throw withoutStack(new Error(`${what} needs ${missing.join(' and ')}. Run: npm install ${missing.join(' ')}`));
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    // A package that does not let one look into it is there all the same.
    return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}

demandPeers('anyhouse/pulumi', '@pulumi/pulumi', '@pulumi/kubernetes');
