import type { Alert } from '../monitoring/alert';
import type { AlertedEdge, ResolvedEdgeAlerts } from './alert-options';
import type { Refusal } from './data-plane/config-rules';

/** What is known about one kind of refusal. */
interface Refused extends Pick<Alert, 'name' | 'severity' | 'for' | 'description'> {
  readonly threshold: Extract<keyof ResolvedEdgeAlerts, `${string}PerSecond`>;
  /** Completes "Per second, so many connections ...". */
  readonly what: string;
}

/** HAProxy counts these by the backend that refuses. */
const byReason: Readonly<Record<Refusal, Refused>> = {
  client: {
    name: 'EdgeClientsRefused',
    severity: 'warning',
    for: '15m',
    threshold: 'refusedPerSecond',
    what: 'are refused because the client is not allowed',
    description: 'A client moved to another address, an allowlist lacks one, or somebody tries.',
  },
  name: {
    name: 'EdgeNamesUnknown',
    severity: 'warning',
    for: '15m',
    threshold: 'refusedPerSecond',
    what: 'are refused because nothing has the name that they ask for',
    description: 'A client uses an old or a wrong name, or the route was removed.',
  },
  garbage: {
    name: 'EdgeGarbage',
    severity: 'info',
    for: '15m',
    threshold: 'refusedPerSecond',
    what: 'are refused because they do not begin with TLS that has a name',
    description: 'A scanner, a health check of TCP only, or a client that speaks plain text.',
  },
  limit: {
    name: 'EdgeLimitReached',
    severity: 'warning',
    for: '5m',
    threshold: 'limitedPerSecond',
    what: 'are refused because a limit of their route is reached',
    description: 'Clients of that database fail to connect while others hold its connections.',
  },
  backend: {
    name: 'EdgeServersUnknown',
    severity: 'warning',
    for: '5m',
    threshold: 'failedPerSecond',
    what: 'are refused because the name of the server has no address, or a forbidden one',
    description: 'A cluster is stopped or gone, or DNS does not answer. Its clients are cut off.',
  },
  other: {
    name: 'EdgeRefusedOther',
    severity: 'warning',
    for: '5m',
    threshold: 'failedPerSecond',
    what: 'are refused for a reason that should not occur',
    description: 'The tables and the configuration of a pod do not fit together.',
  },
};

/** These are refused before a name is known, and counted by the frontend. */
const early: Readonly<Record<'connections' | 'sessions', Refused>> = {
  connections: {
    name: 'EdgeLoadBalancerNotTrusted',
    severity: 'warning',
    for: '15m',
    threshold: 'refusedPerSecond',
    what: 'are refused because they do not come from a trusted load balancer',
    description: 'The load balancer has new addresses, and its clients are cut off; or pods are reached around it.',
  },
  sessions: {
    name: 'EdgeClientsHeldOff',
    severity: 'info',
    for: '15m',
    threshold: 'refusedPerSecond',
    what: 'are refused because their client tries too often',
    description: 'A client was refused again and again, or connects faster than one client should.',
  },
};

/** An alert for each reason for which the edge refuses connections. */
export function refusalAlerts({ job, thresholds }: AlertedEdge): readonly Alert[] {
  const alert = ({ threshold, what, ...rest }: Refused, counter: string): Alert => ({
    ...rest,
    expression: `sum(rate(${counter}[5m])) > ${thresholds[threshold]}`,
    summary: `At the edge ${job}, {{ $value | humanize }} connections per second ${what}.`,
    runbook: 'edge',
  });
  return [
    ...Object.entries(byReason).map(([reason, refused]) =>
      alert(refused, `haproxy_backend_sessions_total{job="${job}",proxy="be_refused_${reason}"}`),
    ),
    ...Object.entries(early).map(([level, refused]) =>
      alert(refused, `haproxy_frontend_denied_${level}_total{job="${job}",proxy="fe_edge"}`),
    ),
  ];
}
