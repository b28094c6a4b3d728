import type { Alert } from '../monitoring/alert';
import type { AlertedEdge } from './alert-options';
import { refusalAlerts } from './refusal-alerts';

/**
 * Alerts of one edge, from the exporter that is part of HAProxy. Counters begin anew with each reload; `rate` knows that.
 * @see https://github.com/haproxy/haproxy/blob/master/addons/promex/README
 */
export function edgeAlerts(edge: AlertedEdge): readonly Alert[] {
  return [...podAlerts(edge), ...refusalAlerts(edge), ...serverAlerts(edge), ...certificateAlerts(edge)];
}

function podAlerts({ job, drainSeconds, thresholds }: AlertedEdge): readonly Alert[] {
  const used = thresholds.connectionsUsed;
  const sessions = (which: string) => `haproxy_frontend_${which}_sessions{job="${job}",proxy="fe_edge"}`;
  return [
    {
      name: 'EdgeDown',
      expression: `absent(up{job="${job}"} == 1)`,
      for: '3m',
      severity: 'critical',
      summary: `No pod of the edge ${job} answers.`,
      description: 'Clients cannot connect to any database behind it, or Prometheus does not reach its pods.',
      runbook: 'edge',
    },
    {
      name: 'EdgePodDown',
      expression: `max by (pod) (up{job="${job}"}) == 0`,
      for: `${Math.ceil(drainSeconds / 60) + 10}m`,
      severity: 'warning',
      summary: `Pod {{ $labels.pod }} of the edge ${job} does not answer.`,
      description: 'The other pods carry its connections. One more failure may be one too many.',
      runbook: 'edge',
    },
    {
      name: 'EdgeChangeNotApplied',
      expression: `max by (pod) (haproxy_server_status{job="${job}",proxy="be_applied",state="MAINT"}) == 1`,
      for: '5m',
      severity: 'warning',
      summary: `Pod {{ $labels.pod }} of the edge ${job} cannot apply a change.`,
      description: 'It goes on with what it had: new routes, clients or certificates are not in use there.',
      runbook: 'edge',
    },
    {
      name: 'EdgeConnectionsNearLimit',
      expression: `max by (pod) (${sessions('current')} / ${sessions('limit')}) > ${used}`,
      for: '5m',
      severity: 'warning',
      summary: `Pod {{ $labels.pod }} of the edge ${job} has {{ $value | humanizePercentage }} of its connections in use.`,
      description: 'When all are in use, further clients wait, and then time out.',
      runbook: 'edge',
    },
  ];
}

function serverAlerts({ job, thresholds }: AlertedEdge): readonly Alert[] {
  const errors = `haproxy_backend_connection_errors_total{job="${job}",proxy=~"be_(tcp|tls)_.+"}`;
  return [
    {
      name: 'EdgeServersUnreachable',
      expression: `sum(rate(${errors}[5m])) > ${thresholds.failedPerSecond}`,
      for: '5m',
      severity: 'warning',
      summary: `The edge ${job} cannot connect to servers: {{ $value | humanize }} connections per second fail.`,
      description:
        'Clients of some databases are cut off: a server is down, unreachable, or its certificate is refused.',
      runbook: 'edge',
    },
  ];
}

/** The applying script writes the days as weight of a server: whole days, at most 256, the most that HAProxy takes. */
function certificateAlerts({ job, thresholds }: AlertedEdge): readonly Alert[] {
  const left = `min by (server) (haproxy_server_weight{job="${job}",proxy="be_certificates"})`;
  const { warning, critical } = thresholds.certificateDays;
  return (
    [
      ['warning', warning, '1h'],
      ['critical', critical, '15m'],
    ] as const
  ).map(([severity, days, time]) => ({
    name: 'EdgeCertificateExpires',
    expression: `${left} < ${days}`,
    for: time,
    severity,
    summary: `Certificate {{ $labels.server }} of the edge ${job} is valid for {{ $value }} more days.`,
    description: 'Once it has ended, clients refuse to connect. It should have been renewed long before.',
    runbook: 'edge',
  }));
}
