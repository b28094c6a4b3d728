import { checkEdgeData } from '../../../src/edge/data-plane/check-data';
import { checkEdgeProcess } from '../../../src/edge/data-plane/check-process';
import type { EdgeData, EdgeEnvironment, EdgeProcess, EdgeRoute } from '../../../src/edge/data-plane/model';
import { refusedBackends } from '../../../src/edge/data-plane/special-addresses';
import { Problems } from '../../../src/kubernetes/prop-error';

export const process: EdgeProcess = {
  directory: '/run/edge',
  ports: { https: 8443, native: 9440, metrics: 8404 },
  family: 'ipv4',
  clientAddress: 'proxyProtocol',
  certificates: ['/etc/edge-tls/wildcard'],
  authorities: [{ name: 'production', file: '/etc/edge/authorities/production/ca.crt' }],
  threads: 2,
  maxConnections: 8000,
  openFiles: 65_536,
  drainSeconds: 280,
  abuse: { refusals: 20, connections: 500 },
  nameServers: 'resolv.conf',
  clusterDomain: 'cluster.local',
  refusedBackends,
  chainDepth: 8,
};

export const route: EdgeRoute = {
  listener: 'https',
  host: 'events.ch.example.com',
  mode: 'passthrough',
  backend: { host: 'chi-events.analytics.svc.cluster.local', port: 8443, proxyProtocol: 'none' },
  allow: ['10.1.0.0/16'],
  limits: { connections: 1000, newPerSecond: 100 },
};

export const environment: EdgeEnvironment = {
  domain: 'ch.example.com',
  extraHosts: ['own.example.net'],
  allow: ['10.0.0.0/8'],
  routes: [route],
};

/** Data with some of its parts changed. */
export function dataOf(changes: Partial<EdgeRoute> = {}, around: Partial<EdgeEnvironment> = {}): EdgeData {
  return {
    environments: [{ ...environment, routes: [{ ...route, ...changes }], ...around }],
    clientAddress: { loadBalancers: ['192.168.0.0/24'] },
  };
}

/** Message about data, or nothing. */
export function faultsOf(data: EdgeData, context: EdgeProcess = process): string {
  return said((problems) => checkEdgeData(data, context, problems));
}

/** Message about the fixed part, or nothing. */
export function processFaults(changes: Partial<EdgeProcess>): string {
  return said((problems) => checkEdgeProcess({ ...process, ...changes }, problems));
}

function said(check: (problems: Problems) => void): string {
  const problems = new Problems('EdgeGateway', 'analytics/edge');
  check(problems);
  try {
    problems.throwIfAny();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
