import { join } from 'node:path';
import { codeBlocks } from '../../scripts/markdown';
import { root, textOf } from '../house/sources';
import { underMocks } from '../support/pulumi-mocks';

const page = textOf('docs/gke.md');
const [first = '', ...others] = ['gke', 'gke-pools', 'gke-existing-network'].map(
  (name) => `test/pulumi/programs/${name}.ts`,
);

/** The stack that the last program refers to. */
const network = { outputs: { network: 'shared', subnetwork: 'nodes' }, secretOutputNames: [] };

const run = (program: string) =>
  underMocks(() => require(join(root, program)), {
    outputs: ({ type }) => (type === 'pulumi:pulumi:StackReference' ? network : {}),
  });

test('docs/gke.md shows programs as they are', () => {
  expect(codeBlocks(page, 'ts')).toEqual([first, ...others].map(textOf));
});

test('docs/gke.md tells what is made, and how often', async () => {
  const { resources } = await run(first);
  const made = resources.filter(({ type }) => /^(gcp|pulumi):/.test(type)).map(({ type }) => type);
  const counts = [...new Set(made)].map((type) => `${type} ${made.filter((other) => other === type).length}`);
  const rows = [...page.matchAll(/^\| .* \| `((?:gcp|pulumi):[^`]+)` \| (\d+) \|/gm)];
  expect(rows.map(([, type, count]) => `${type} ${count}`).sort()).toEqual(counts.sort());
});

test.each(others)('%s makes one cluster with nodes', async (program) => {
  const types = (await run(program)).resources.map(({ type }) => type);
  expect(types.filter((type) => type === 'gcp:container/cluster:Cluster')).toHaveLength(1);
  expect(types.filter((type) => type === 'gcp:container/nodePool:NodePool')).toHaveLength(9);
});
