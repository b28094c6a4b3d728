import { join } from 'node:path';
import { execNode, execTool, writeProject } from './installed';

/** Libraries are checked, too: `skipLibCheck` would hide types that cannot be found. */
const strict = {
  strict: true,
  skipLibCheck: false,
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  types: [],
  outDir: 'out',
  rootDir: '.',
};

/** A kind of user: the file that each source becomes, and options of the compiler. */
export type Consumer = readonly [name: string, outputs: Readonly<Record<string, string>>, options: object];

/** How users compile. The template of cdk8s is node10, which reads no `exports`. */
export const consumers: readonly Consumer[] = [
  ['node10', { 'main.ts': 'main.js' }, { module: 'CommonJS', moduleResolution: 'node10', ignoreDeprecations: '6.0' }],
  ['NodeNext', { 'main.cts': 'main.cjs', 'main.mts': 'main.mjs' }, { module: 'NodeNext' }],
  ['bundler', { 'main.mts': 'main.mjs' }, { module: 'ESNext', moduleResolution: 'bundler' }],
];

/** Compiles a program as such a user does, and runs it: what it prints, for each kind of module. */
export function printedBy(project: string, [name, outputs, options]: Consumer, program: string): string[] {
  const directory = join(project, name);
  const files = Object.keys(outputs);
  writeProject(directory, {
    ...Object.fromEntries(files.map((file) => [file, program])),
    'tsconfig.json': { compilerOptions: { ...strict, ...options }, files },
  });
  execTool(directory, 'typescript/bin/tsc', '-p', '.');
  return Object.values(outputs).map((output) => execNode(directory, join('out', output)));
}
