import { YamlFile } from 'projen';
import type { TypeScriptProject } from 'projen/lib/typescript';

const checkout = { uses: 'actions/checkout@v5' };
const node = (version: string | number) => ({
  uses: 'actions/setup-node@v5',
  with: { 'node-version': version, cache: 'npm' },
});
/** Something that GitHub fills in. */
const expression = (text: string) => `\${{ ${text} }}`;
const run = (command: string) => ({ run: command });

/** A job that installs the lock file and runs commands. */
function job(version: string | number, ...commands: readonly string[]) {
  return { 'runs-on': 'ubuntu-latest', steps: [checkout, node(version), run('npm ci'), ...commands.map(run)] };
}

/** The workflow that judges every change: all supported Nodes, lowest and newest peers, real parts, generated files. */
export function configureContinuousIntegration(project: TypeScriptProject): void {
  const oldest = 20;
  const newest = 24;
  new YamlFile(project, '.github/workflows/build.yml', {
    obj: {
      name: 'build',
      on: { push: { branches: ['main'] }, pull_request: {} },
      permissions: { contents: 'read' },
      jobs: {
        test: {
          ...job(expression('matrix.node'), 'npm test'),
          strategy: { 'fail-fast': false, matrix: { node: [oldest, 22, newest] } },
        },
        'lowest-peers': job(oldest, 'npm run test:lowest-peers'),
        'newest-peers': job(newest, 'npm run test:newest-peers'),
        system: {
          'runs-on': 'ubuntu-latest',
          steps: [
            checkout,
            node(oldest),
            { uses: 'actions/setup-go@v6', with: { 'go-version-file': 'test/system/cluster/go.mod' } },
            {
              uses: 'actions/cache@v4',
              with: {
                path: '~/.cache/anyhouse',
                key: `real-parts-${expression("hashFiles('test/system/*/go.sum', 'test/system/clouds/**')")}`,
              },
            },
            run('npm ci'),
            run('npm install --prefix test/system/sql'),
            run(
              'sudo apt-get update && sudo apt-get install -y --no-install-recommends clickhouse-server haproxy socat busybox-static prometheus',
            ),
            run('npm run test:system'),
          ],
        },
        generated: job(oldest, 'npx projen', 'npm run docs', 'git diff --exit-code'),
        quickstart: job(oldest, 'npm run quickstart'),
      },
    },
  });
}
