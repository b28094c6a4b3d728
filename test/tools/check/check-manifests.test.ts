import { createColors } from 'picocolors';
import { checkManifests } from '../../../src/tools/check/check-manifests';
import { renderReport } from '../../../src/tools/check/render-report';
import { readManifests } from '../../../src/tools/manifests/read-manifests';

const sources = (...texts: readonly string[]) =>
  texts.flatMap((text, index) =>
    readManifests(['-'], () => text).map((source) => ({
      ...source,
      files: [`${index}.yaml`],
      manifests: source.manifests.map((manifest) => ({ ...manifest, file: `${index}.yaml` })),
    })),
  );

const namespace = (context: object) => `apiVersion: v1
kind: Namespace
metadata:
  name: data
  annotations:
    anyhouse.dev/context: '${JSON.stringify(context)}'
`;
const careless = `apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseInstallation
metadata:
  name: demo
  namespace: data
spec:
  configuration:
    clusters:
      - name: main
  defaults:
    templates:
      podTemplate: pod
      dataVolumeClaimTemplate: data
  templates:
    podTemplates:
      - name: pod
        spec:
          containers:
            - name: clickhouse
              image: clickhouse/clickhouse-server:latest
    volumeClaimTemplates:
      - name: data
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: 10Gi
`;
const rules = (report: ReturnType<typeof checkManifests>) => report.findings.map(({ rule }) => rule);

test('findings carry the place in the file', () => {
  const { findings } = checkManifests(sources(careless));
  expect(findings.find(({ rule }) => rule.startsWith('images/'))).toMatchObject({
    file: '0.yaml',
    line: 20,
    object: { kind: 'ClickHouseInstallation', name: 'demo', namespace: 'data' },
    pointer: '/spec/templates/podTemplates/0/spec/containers/0/image',
  });
});

test('the worst come first within a file', () => {
  const severities = checkManifests(sources(careless, careless)).findings.map(({ file, severity }) => [file, severity]);
  const ranks = ['error', 'warning', 'advice'];
  const order = severities.map(([file, severity]) => `${file} ${ranks.indexOf(severity ?? '')}`);
  expect(order).toEqual([...order].sort());
});

test('outputs for several clusters do not count as duplicates of each other', () => {
  const output = (cluster: string) => `${namespace({ cluster })}---\n${careless}`;
  expect(rules(checkManifests(sources(output('a'), output('b'))))).not.toContain('names/duplicate');
  expect(rules(checkManifests(sources(output('a'), output('a'))))).toContain('names/duplicate');
});

test('the release can be chosen, against what the manifests say', () => {
  const hooks =
    '  reconcile:\n    host:\n      hooks:\n        post: [{ events: [HostCreate], sql: { queries: [SELECT 1] } }]\n';
  const operator = { version: '0.27.2', namespace: 'ops', watches: ['.*'] };
  const text = `${namespace({ operator })}---\n${careless.replace('spec:\n', `spec:\n${hooks}`)}`;
  expect(rules(checkManifests(sources(text)))).not.toContain('fields/newer');
  expect(rules(checkManifests(sources(text), { operator: '0.25.6' }))).toContain('fields/newer');
});

test('acknowledged findings are counted and told with their reason', () => {
  const [finding] = checkManifests(sources(careless)).findings.filter(({ severity }) => severity === 'warning');
  const acknowledged = [{ rule: finding?.rule ?? '', reason: 'a toy', object: 'ClickHouseInstallation/demo' }];
  const report = checkManifests(sources(`${namespace({ acknowledged })}---\n${careless}`));
  expect(rules(report)).not.toContain(finding?.rule);
  expect(report.summary.acknowledged).toBeGreaterThan(0);
  expect(renderReport(report, createColors(false))).toContain('Accepted: a toy');
});

test('the report for people has a block for each file and the totals at the end', () => {
  const printed = renderReport(
    {
      schema: 'anyhouse.dev/check/v1',
      summary: { files: 1, objects: 1, errors: 1, warnings: 1, advice: 2, acknowledged: 1 },
      findings: [
        { ...place, severity: 'error', rule: 'storage/no-retain', line: 31, message: 'data goes.', fix: 'keep it.' },
        {
          ...place,
          severity: 'warning',
          rule: 'images/latest',
          line: 7,
          message: 'moves.',
          fix: 'pin it.',
          pointer: '',
        },
      ],
      acknowledged: [
        { ...place, severity: 'warning', rule: 'a/b', line: 2, message: 'odd.', fix: 'x', reason: 'known' },
      ],
    },
    createColors(false),
  );
  expect(printed).toBe(`chi.yaml
  error         storage/no-retain  ClickHouseInstallation/demo  spec.templates.volumeClaimTemplates[0]  line 31
                data goes.
                Fix: keep it.
  warning       images/latest      ClickHouseInstallation/demo  line 7
                moves.
                Fix: pin it.
  acknowledged  a/b                ClickHouseInstallation/demo  spec.templates.volumeClaimTemplates[0]  line 2
                odd.
                Accepted: known

1 error, 1 warning, 2 of advice, 1 acknowledged in 1 file
`);
});

const place = {
  file: 'chi.yaml',
  object: { kind: 'ClickHouseInstallation', name: 'demo' },
  pointer: '/spec/templates/volumeClaimTemplates/0',
  source: '',
};

test('a clean file says so', () => {
  const report = checkManifests(sources('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'));
  expect(renderReport(report, createColors(false))).toBe('no findings in 1 file\n');
});
