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

/** Refused before a name is known. HAProxy counts these at the frontend. */
const notTrusted: Refused = {
  name: 'EdgeLoadBalancerNotTrusted',
  severity: 'warning',
  for: '15m',
  threshold: 'refusedPerSecond',
  what: 'are refused because they do not come from a trusted load balancer',
  description: 'The load balancer has new addresses, and its clients are cut off; or pods are reached around it.',
};
const withoutHeader: Refused = {
  name: 'EdgeProxyHeaderMissing',
  severity: 'warning',
  for: '15m',
  threshold: 'refusedPerSecond',
  what: 'end before their PROXY header is read',
  description:
    'The load balancer does not tell the addresses of clients, and they are cut off; or it only checks the port.',
};
const heldOff: Refused = {
  name: 'EdgeClientsHeldOff',
  severity: 'info',
  for: '15m',
  threshold: 'refusedPerSecond',
  what: 'are refused because their client tries too often',
  description: 'A client was refused again and again, or connects faster than one client should.',
};

/** An alert for each reason for which the edge refuses connections. */
export function refusalAlerts({ job, thresholds }: AlertedEdge): readonly Alert[] {
  const alert = ({ threshold, what, ...rest }: Refused, rate: string): Alert => ({
    ...rest,
    expression: `${rate} > ${thresholds[threshold]}`,
    summary: `At the edge ${job}, {{ $value | humanize }} connections per second ${what}.`,
    runbook: 'edge',
  });
  const backend = (name: string) => `sum(rate(haproxy_backend_sessions_total{job="${job}",proxy="${name}"}[5m]))`;
  const frontend = (what: string) => `sum(rate(haproxy_frontend_${what}_total{job="${job}",proxy="fe_edge"}[5m]))`;
  // A connection becomes a session once its header is read and nothing has denied it.
  const lost = ['connections', 'sessions', 'denied_connections', 'denied_sessions'].map(frontend).join(' - ');
  return [
    ...Object.entries(byReason).map(([reason, refused]) => alert(refused, backend(`be_refused_${reason}`))),
    alert(notTrusted, frontend('denied_connections')),
    alert(withoutHeader, lost),
    alert(heldOff, frontend('denied_sessions')),
  ];
}
