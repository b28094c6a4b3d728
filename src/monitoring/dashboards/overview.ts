import type { Row } from './panel';

/** What Prometheus has to say first: which alerts hold now. */
export function alertsRow(namespace: string): Row {
  const firing = (severity: string) =>
    `count(ALERTS{namespace="${namespace}",alertstate="firing",severity="${severity}"}) or vector(0)`;
  const of = `ALERTS{namespace="${namespace}",alertstate="firing"}`;
  return {
    title: 'Alerts',
    panels: [
      {
        type: 'stat',
        title: 'Critical',
        description: 'Alerts that wake somebody up. Good: 0. Each has a runbook: follow the link in the alert.',
        width: 4,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: firing('critical') },
      },
      {
        type: 'stat',
        title: 'Warnings',
        description: 'Alerts for working hours. Good: 0. Several at once often have one cause.',
        width: 4,
        thresholds: { worse: 'higher', warning: 1, critical: 10 },
        query: { expression: firing('warning') },
      },
      {
        type: 'table',
        title: 'Alerts that hold now',
        description: 'Empty is good. Alerts about less than their time are not listed yet.',
        width: 16,
        labels: { severity: 'Severity', alertname: 'Alert', pod: 'Pod' },
        columns: [{ expression: `count by (severity, alertname, pod) (${of})` }],
      },
    ],
  };
}
