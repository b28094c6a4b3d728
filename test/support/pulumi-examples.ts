import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../house/sources';
import { callsOf, outputsOf } from './pulumi-clouds';
import type { MockOptions, Registered } from './pulumi-mocks';

/** Where an example is: `eks` is `examples/pulumi-eks`. */
export const folderOf = (example: string) => join(root, 'examples', `pulumi-${example}`);

/** Config of the stack, under the name of the project that mocks have. */
function configOf(example: string): Record<string, string> {
  const { config } = parse(readFileSync(join(folderOf(example), 'Pulumi.dev.yaml'), 'utf8'));
  return Object.fromEntries(
    Object.entries(config as object).map(([key, value]) => [
      key.replace(/^clickhouse-\w+:/, 'project:'),
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

/** Runs the program of an example, with a copy of every module: a program is whatever its import does. */
export async function runExample(example: string, preview?: 'preview'): Promise<readonly Registered[]> {
  let found: readonly Registered[] = [];
  await jest.isolateModulesAsync(async () => {
    const pulumi = require('@pulumi/pulumi') as typeof import('@pulumi/pulumi');
    const { underMocks } = require('./pulumi-mocks') as typeof import('./pulumi-mocks');
    pulumi.runtime.setAllConfig(configOf(example));
    const options: MockOptions = { outputs: outputsOf, call: callsOf, ...(preview && { preview }) };
    const { resources } = await underMocks(() => void require(join(folderOf(example), 'index.ts')), options);
    found = resources;
  });
  return found;
}
