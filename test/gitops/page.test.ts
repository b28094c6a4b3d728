import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeObjects } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { databases } from '../../examples/gitops/databases';
import { platforms } from '../../examples/platforms';
import { gitopsRules } from '../../src/gitops/rules';
import { waves } from '../../src/kubernetes/gitops';
import { textOf } from '../house/sources';

const page = textOf('docs/gitops.md');
const directory = mkdtempSync(join(tmpdir(), 'anyhouse-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Folders and files, each on a line below its folder. */
function tree(folder: string, depth = 1): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const line = `${'  '.repeat(depth)}${entry.name}`;
    return entry.isDirectory() ? [`${line}/`, ...tree(join(folder, entry.name), depth + 1)] : [line];
  });
}

test('the page shows the program of the example', () => {
  expect(page).toContain(`\`\`\`ts\n${textOf('examples/gitops/databases.ts')}\`\`\``);
});

test('the page shows the tree that the example writes, with one environment for all three', () => {
  const app = new App();
  databases(app, platforms.eks);
  writeObjects(app, directory);
  const [, shown = ''] = /```\ndeploy\/\n([\s\S]*?)```/.exec(page) ?? [];
  const whole = tree(directory).join('\n');
  const written = ['databases', 'production', 'services'].map((folder) =>
    [`  ${folder}/`, ...tree(join(directory, folder), 2)].join('\n'),
  );
  for (const folder of written) expect(shown).toContain(folder);
  for (const line of shown.trimEnd().split('\n'))
    expect(`${whole}\n  development/, staging/ as production`).toContain(line.replace(/ +#.*$/, ''));
});

test('the page tells the waves', () => {
  const { namespace, access, keeper, cluster, workload, services } = waves;
  expect(page).toContain(`sync waves ${namespace}, ${access}, ${keeper}, ${cluster}, ${workload} inside`);
  expect(page).toContain(`sync waves ${services} and ${cluster}`);
});

test('the page names every rule about what delivers', () => {
  for (const { id } of gitopsRules) if (!/name|source|timeout/.test(id)) expect(page).toContain(`[${id}](`);
});
