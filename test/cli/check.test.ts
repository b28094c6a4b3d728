import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { anyhouse, directoryWith } from './command';

const pvc = `apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseInstallation
metadata:
  name: demo
spec:
  templates:
    podTemplates:
      - name: pod
        spec:
          containers:
            - name: clickhouse
              image: clickhouse/clickhouse-server:latest
`;
const even = `apiVersion: clickhouse-keeper.altinity.com/v1
kind: ClickHouseKeeperInstallation
metadata:
  name: keeper
spec:
  configuration:
    clusters:
      - name: main
        layout: { replicasCount: 2 }
`;
const directory = directoryWith({
  'clean.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
  'even.yaml': even,
  'values.yaml': 'a: 1\n',
});
afterAll(() => rmSync(directory, { recursive: true }));

test('errors end with 1, clean files and warnings with 0', async () => {
  expect((await anyhouse(['check', join(directory, 'even.yaml')])).code).toBe(1);
  expect(await anyhouse(['check', join(directory, 'clean.yaml')])).toEqual({
    code: 0,
    stdout: 'no findings in 1 file\n',
    stderr: '',
  });
});

test('standard input is read', async () => {
  const { code, stdout } = await anyhouse(['check', '-'], even);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^-\n {2}error/);
});

test('the machine-readable report stands alone on standard output', async () => {
  const { stdout, stderr } = await anyhouse(['check', '--json', directory]);
  const report = JSON.parse(stdout) as { schema: string; summary: object; findings: object[] };
  expect(report.schema).toBe('anyhouse.dev/check/v1');
  expect(report.summary).toMatchObject({ files: 3, objects: 2 });
  expect(report.findings[0]).toMatchObject({ file: join(directory, 'even.yaml'), severity: 'error' });
  expect(stderr).toBe(
    `note: ${join(directory, 'values.yaml')}:1: left out, because this is no Kubernetes object: it has no apiVersion.\n`,
  );
});

test('manifests that anyhouse did not make are checked, too', async () => {
  const { stdout } = await anyhouse(['check', '-'], pvc);
  expect(stdout).toContain(
    'ClickHouseInstallation/demo  spec.templates.podTemplates[0].spec.containers[0].image  line 12',
  );
});

test('help comes without loading what commands need', async () => {
  const { code, stdout } = await anyhouse(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n {2}check +find what is unsafe/);
});
