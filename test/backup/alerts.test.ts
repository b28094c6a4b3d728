import { tableRows } from '../../scripts/markdown';
import { backupAlerts } from '../../src/backup/alerts';
import { runbookOf } from '../../src/monitoring/alert';
import { textOf } from '../house/sources';

const backup = {
  namespace: 'analytics',
  cluster: 'events',
  jobs: ['backup-full', 'backup-increment'],
  fullGap: 604_800,
  thresholds: { age: 172_800, sizeFactor: 2 },
};
const runbook = () => textOf('docs/runbooks/backup.md');
const alerts = backupAlerts({ ...backup, sidecarJob: 'analytics/backup' });

test('without a sidecar, alerts look at jobs only', () => {
  const native = backupAlerts(backup);
  expect(native.map(({ name }) => name)).toEqual(['BackupTooOld', 'BackupJobFailed']);
  expect(native.map(({ expression }) => expression).join()).not.toContain('clickhouse_backup_');
});

test('the runbook has a section for each alert: what it means, what to look at, what to do', () => {
  const sections = runbook().split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(alerts.map(({ name }) => name));
  const incomplete = sections.filter(
    (section) => !/\*\*Means\.\*\*[\s\S]+\*\*Look\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section),
  );
  expect(incomplete).toEqual([]);
  expect(runbookOf(alerts[0] as never)).toMatch(/docs\/runbooks\/backup\.md#backuptooold$/);
});

test('the table of the runbook tells all alerts, severities and times', () => {
  const rows = tableRows(runbook(), ['alert', 'severity', 'raised when', 'for', 'threshold']);
  expect(rows.map(([name, severity, , time]) => [name, severity, time])).toEqual(
    alerts.map(({ name, severity, for: time }) => [name, severity, time]),
  );
});
