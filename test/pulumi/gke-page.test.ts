import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks } from '../../scripts/markdown';
import { root, textOf } from '../house/sources';
import { underMocks } from '../support/pulumi-mocks';

const page = textOf('docs/gke.md');
const programs = ['gke', 'gke-pools', 'gke-existing-network'].map((name) => `test/pulumi/programs/${name}.ts`);

test('every program of docs/gke.md is a file that runs', () => {
  expect(codeBlocks(page, 'ts')).toEqual(programs.map(textOf));
});

test.each(programs)('%s makes a cluster', async (program) => {
  expect(existsSync(join(root, program))).toBe(true);
  const { resources } = await underMocks(() => jest.isolateModulesAsync(() => import(join(root, program))));
  expect(resources.map(({ type }) => type)).toContain('gcp:container/cluster:Cluster');
});

test('docs/gke.md tells what is made, and how often', async () => {
  const { resources } = await underMocks(() => jest.isolateModulesAsync(() => import(join(root, programs[0] ?? ''))));
  const made = resources.filter(({ type }) => /^(gcp|pulumi):/.test(type)).map(({ type }) => type);
  const counts = [...new Set(made)].map((type) => [type, made.filter((other) => other === type).length]);
  const told = [...page.matchAll(/^\| .* \| `((?:gcp|pulumi):[^`]+)` \| (\d+) \|/gm)].map(([, type, count]) => [
    type,
    Number(count),
  ]);
  expect(told.sort()).toEqual(counts.sort());
});
