import { App } from 'cdk8s';
import { at } from '../../src/kubernetes/manifest';
import { eks, objectOf, objectsOf } from '../support/environments';
import { clusterIn, gatewayIn, placeOn, routesIn } from './support';

describe('clusters of several environments', () => {
  const program = () => {
    const app = new App();
    const place = placeOn(eks, { app });
    const other = placeOn(eks, { app, id: 'reports', domain: 'reports.example.com' });
    const gateway = gatewayIn(place);
    gateway.route(clusterIn(place));
    gateway.route(clusterIn(other, 'monthly'));
    return { place, other, gateway };
  };

  test('are found under the domain of their own', () => {
    const { gateway } = program();
    expect([...routesIn(objectsOf(gateway)).keys()].sort()).toEqual([
      'https/events.ch.example.com',
      'https/monthly.reports.example.com',
      'native/events.ch.example.com',
      'native/monthly.reports.example.com',
    ]);
    expect(objectOf(gateway, 'Service', 'edge').metadata.annotations?.['external-dns.kubernetes.io/hostname']).toBe(
      '*.ch.example.com,*.reports.example.com',
    );
  });

  test('are reached through policies on both sides', () => {
    const { gateway, other } = program();
    expect(at(objectOf(gateway, 'NetworkPolicy', 'edge-to-reports'), 'spec', 'egress')).toMatchObject([
      { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'reports' } } }] },
    ]);
    const ingress = at(objectOf(other, 'NetworkPolicy', 'clickhouse-monthly'), 'spec', 'ingress') as unknown[];
    expect(ingress.at(-1)).toEqual({
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'analytics' } },
          podSelector: { matchLabels: { 'anyhouse.dev/edge': 'edge' } },
        },
      ],
      ports: [
        { protocol: 'TCP', port: 8445 },
        { protocol: 'TCP', port: 9445 },
      ],
    });
  });

  test('have the Service of the gateway beside them, and users who may come from its pods', () => {
    const { other } = program();
    expect(objectOf(other, 'Service', 'edge-monthly').metadata.namespace).toBe('reports');
    const users = at(objectOf(other, 'ClickHouseInstallation'), 'spec', 'configuration', 'users');
    expect(at(users, 'app/networks/host')).toEqual(['edge-pods.analytics.svc.cluster.local']);
  });
});
