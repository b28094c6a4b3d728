import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execNode, execTool, type Installed, installPackage, linkPackages } from './installed';

jest.setTimeout(120_000);
let installed: Installed;
let bin = '';
beforeAll(() => {
  installed = installPackage();
  bin = join(installed.directory, Object.values(installed.packageJson.bin)[0] ?? '');
  // What `npm install` brings for the development dependencies of the project.
  linkPackages(installed.project, ['@types/node']);
});
afterAll(() => installed?.remove());

test.each([
  ['minikube'],
  ['kind'],
  ['eks', '--region', 'eu-west-1', '--domain', 'ch.example.com'],
  ['gke', '--region', 'europe-west4'],
  ['aks', '--region', 'westeurope'],
  ['openstack', '--zones', 'nova,nova-2'],
])('a new project for %s compiles, writes manifests, and passes its check', (platform, ...flags) => {
  const directory = join(installed.project, platform);
  execNode(installed.project, bin, 'init', directory, '--platform', platform, ...flags);
  execTool(directory, 'typescript/bin/tsc');
  execNode(directory, join('build', 'main.js'));
  expect(execNode(directory, bin, 'check', 'dist')).toMatch(/^(no findings|1 of advice) in 2 files\n$/m);
  const { scripts } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  expect(scripts).toMatchObject({ build: 'tsc', check: 'anyhouse check dist', next: 'anyhouse next dist' });
});
