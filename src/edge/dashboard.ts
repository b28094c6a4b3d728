import type { DashboardDefinition } from '../monitoring/dashboards/definition';
import type { Row } from '../monitoring/dashboards/panel';

const chosen = 'job=~"$edge",pod=~"$pod"';
const taken = 'haproxy_backend_sessions_total';
const toServers = 'proxy=~"be_(tcp|tls)_.+"';

/**
 * Pods of edges, from the exporter that is part of HAProxy.
 * @see https://github.com/haproxy/haproxy/blob/master/addons/promex/README
 */
export const edgeDashboard: DashboardDefinition = {
  name: 'edge',
  title: 'Edge',
  description: 'Connections of clients, refusals, servers behind the edge, and certificates.',
  choice: { name: 'edge', label: 'Edge' },
  variables: [{ name: 'pod', label: 'Pod', metric: 'up{job=~"$edge"}', of: 'pod' }],
  rows: [pods(), clients(), servers()],
  overview: (jobs) => ({
    title: 'Edge',
    panels: [
      {
        type: 'stat',
        title: 'Pods that answer',
        description: 'Good: at least two in production. With none of them, no client connects.',
        width: 4,
        query: { expression: `sum(up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Pods that do not',
        description: 'Good: 0. A pod that ends keeps its streams for a while, and is counted then.',
        width: 4,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `sum(1 - up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Connections in use',
        description: 'Share of what a pod may have, of the fullest pod. Good: below 80%. When full, clients wait.',
        width: 4,
        unit: 'percentunit',
        thresholds: { worse: 'higher', warning: 0.8, critical: 0.95 },
        query: { expression: `max(${sessions('current', jobs)} / ${sessions('limit', jobs)})` },
      },
      {
        type: 'stat',
        title: 'Refused',
        description: 'Connections in each second. Good: close to 0. Scanners make some, where the edge is public.',
        width: 4,
        unit: 'ops',
        query: { expression: `sum(${rate(taken, `${jobs},proxy=~"be_refused_.+"`)})` },
      },
      {
        type: 'stat',
        title: 'Cannot reach servers',
        description: 'Connections to servers that fail in each second. Good: 0. Their clients are cut off.',
        width: 4,
        unit: 'ops',
        thresholds: { worse: 'higher', critical: 0.05 },
        query: { expression: `sum(${rate('haproxy_backend_connection_errors_total', `${jobs},${toServers}`)})` },
        nothing: '0',
      },
      {
        type: 'stat',
        title: 'Next certificate ends in',
        description: 'Days. Good: more than 14. Certificates are renewed long before they end.',
        width: 4,
        unit: 'd',
        thresholds: { worse: 'lower', warning: 14, critical: 3 },
        query: { expression: `min(haproxy_server_weight{${jobs},proxy="be_certificates"})` },
      },
    ],
  }),
};

function rate(counter: string, matchers: string): string {
  return `rate(${counter}{${matchers}}[$__rate_interval])`;
}

function sessions(which: 'current' | 'limit', matchers: string): string {
  return `haproxy_frontend_${which}_sessions{${matchers},proxy="fe_edge"}`;
}

function pods(): Row {
  return {
    title: 'Pods',
    panels: [
      {
        type: 'table',
        title: 'Pods',
        description:
          'One line for each pod, as it is now. A change that is not applied leaves the pod with what it had.',
        width: 12,
        labels: { pod: 'Pod' },
        columns: [
          {
            title: 'State',
            expression: `max by (pod) (up{${chosen}})`,
            thresholds: { worse: 'lower', critical: 1 },
            words: { 0: 'down', 1: 'up' },
          },
          {
            title: 'Connections',
            expression: `max by (pod) (${sessions('current', chosen)})`,
          },
          {
            title: 'In use',
            expression: `max by (pod) (${sessions('current', chosen)} / ${sessions('limit', chosen)})`,
            unit: 'percentunit',
            thresholds: { worse: 'higher', warning: 0.8, critical: 0.95 },
          },
          {
            title: 'Changes',
            expression: `max by (pod) (haproxy_server_status{${chosen},proxy="be_applied",state="MAINT"})`,
            thresholds: { worse: 'higher', critical: 1 },
            words: { 0: 'applied', 1: 'not applied' },
          },
        ],
      },
      {
        type: 'bargauge',
        title: 'Certificates',
        description:
          'Days until they end, at most 256. Good: more than 14. Bad: 3 or less; then clients refuse to connect.',
        width: 12,
        unit: 'd',
        most: 256,
        thresholds: { worse: 'lower', warning: 14, critical: 3 },
        query: {
          expression: `min by (server) (haproxy_server_weight{${chosen},proxy="be_certificates"})`,
          legend: '{{server}}',
        },
      },
    ],
  };
}

function clients(): Row {
  return {
    title: 'Clients',
    panels: [
      {
        type: 'timeseries',
        title: 'Connections',
        description: 'Open ones. A sudden end on all pods means that clients do not get here at all.',
        width: 6,
        queries: [{ expression: sessions('current', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'New connections',
        description: 'In each second. Many new ones for few open ones: clients should keep theirs.',
        width: 6,
        unit: 'ops',
        queries: [
          { expression: rate('haproxy_frontend_connections_total', `${chosen},proxy="fe_edge"`), legend: '{{pod}}' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Traffic',
        description: 'Bytes in each second, of all chosen pods. Out is what clients get.',
        width: 6,
        unit: 'binBps',
        queries: [
          { expression: `sum(${rate('haproxy_frontend_bytes_in_total', `${chosen},proxy="fe_edge"`)})`, legend: 'in' },
          {
            expression: `sum(${rate('haproxy_frontend_bytes_out_total', `${chosen},proxy="fe_edge"`)})`,
            legend: 'out',
          },
        ],
      },
      {
        type: 'timeseries',
        title: 'Refused',
        description:
          'In each second, by reason: be_refused_client is not on a list, _name asks for nothing that is here.',
        width: 6,
        unit: 'ops',
        queries: [
          {
            expression: `sum by (proxy) (${rate(taken, `${chosen},proxy=~"be_refused_.+"`)})`,
            legend: '{{proxy}}',
          },
        ],
      },
    ],
  };
}

function servers(): Row {
  return {
    title: 'Servers',
    panels: [
      {
        type: 'timeseries',
        title: 'Connections to servers',
        description: 'New ones in each second, by kind of way to them.',
        width: 8,
        unit: 'ops',
        queries: [{ expression: `sum by (proxy) (${rate(taken, `${chosen},${toServers}`)})`, legend: '{{proxy}}' }],
      },
      {
        type: 'timeseries',
        title: 'Failed connections to servers',
        description: 'In each second. Good: 0. A server is down, unreachable, or its certificate is refused.',
        width: 8,
        unit: 'ops',
        queries: [
          {
            expression: `sum by (proxy) (${rate('haproxy_backend_connection_errors_total', `${chosen},${toServers}`)})`,
            legend: '{{proxy}}',
          },
        ],
      },
      {
        type: 'timeseries',
        title: 'Turned away at the door',
        description: 'In each second: not from a trusted load balancer, or too many tries from one client.',
        width: 8,
        unit: 'ops',
        queries: [
          {
            expression: `sum(${rate('haproxy_frontend_denied_connections_total', `${chosen},proxy="fe_edge"`)})`,
            legend: 'not trusted',
          },
          {
            expression: `sum(${rate('haproxy_frontend_denied_sessions_total', `${chosen},proxy="fe_edge"`)})`,
            legend: 'too many tries',
          },
        ],
      },
    ],
  };
}
