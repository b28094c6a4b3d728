import { brokenReferences } from './rooms';
import { repositoryFiles } from './sources';

const sources = repositoryFiles().filter((file) => /^src\/.*\.ts$/.test(file));

test('rooms take from rooms above them only', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap((file) => brokenReferences(file))).toEqual([]);
});

test.each([
  ['an import', "import { Keeper } from '../keeper/keeper';"],
  ['a type import', "import type { Keeper } from '../keeper/keeper';"],
  ['a re-export', "export * from '../keeper/keeper';"],
  ['a late require', "const late = () => require('../keeper/keeper');"],
  ['a dynamic import', "const late = () => import('../keeper/keeper');"],
  ['a type in place', "let keeper: import('../keeper/keeper').Keeper;"],
])('%s that goes downwards is found, with the way out', (_, text) => {
  expect(brokenReferences('src/platform/eks.ts', text)).toEqual([
    "src/platform/eks.ts:1 takes '../keeper/keeper', but 'platform' may not take from 'keeper', which stands below it. " +
      "Move the shared part to 'platform' or above, or pass it in.",
  ]);
});

test('what goes upwards, stays inside, or comes from a package is allowed', () => {
  const text = "import './eks'; import '../kubernetes/names'; import 'cdk8s'; import 'node:fs';";
  expect(brokenReferences('src/platform/gke.ts', text)).toEqual([]);
});

test('only the rule engine may load all rules', () => {
  const text = "const late = () => require('../all-rules');";
  expect(brokenReferences('src/checks/synth.ts', text)).toEqual([]);
  expect(brokenReferences('src/checks/run.ts', text)).toHaveLength(1);
});

test('a folder that is no room is found', () => {
  expect(brokenReferences('src/helpers/misc.ts', '')[0]).toContain('stands in no known room');
  expect(brokenReferences('src/keeper/keeper.ts', "import '../helpers/misc';")[0]).toContain('stands in no room');
  expect(brokenReferences('src/keeper/keeper.ts', "import '../../test/x';")[0]).toContain('stands in no room');
});
