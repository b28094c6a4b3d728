/** Type check and unit tests with other peers: `tsx scripts/test-peers.ts lowest|newest`. Leaves this checkout alone. */
import { inCopyWith, peerDependencies } from './repository-copy';

/** How npm is asked for a peer, by the end of the range that is wanted. */
const askedFor: Readonly<Record<string, (range: string) => string>> = {
  lowest: (range) => range.replace(/^\^/, ''),
  // Not a version: of a range, npm takes the newest whose `engines` allow this Node.
  newest: (range) => range,
};

const [which = '', ...args] = process.argv.slice(2);
const ask = askedFor[which];
if (!ask) throw new Error(`Say which peers: ${Object.keys(askedFor).join(' or ')}.`);
process.exitCode = inCopyWith(
  Object.entries(peerDependencies).map(([name, range]) => `${name}@${ask(range)}`),
  [
    ['npx', 'tsc', '-p', 'tsconfig.check.json'],
    ['npx', 'jest', '--ci', ...args],
  ],
);
