import { ClickHouseCluster, EdgeGateway, Environment, type Manifest, Platform } from 'anyhouse';
import { manifestNamed, synthesized } from 'anyhouse/testing';
import { tableRows } from '../../scripts/markdown';
import { at, list, record } from '../../src/kubernetes/manifest';
import { textOf } from '../house/sources';
import { eks, environment } from '../support/environments';

/** What comes out where nothing is asked for, in the three columns of the page. */
const places = {
  laptop: program(Platform.minikube(), 'development'),
  development: program(eks, 'development'),
  production: program(eks, 'production'),
};
const all = Object.values(places);
type Place = readonly Manifest[];

function program(platform: Platform, stage: 'development' | 'production'): Place {
  return synthesized((app) => {
    const analytics = new Environment(app, 'analytics', { platform, stage, domain: 'ch.example.com' });
    const users = { app: { networks: ['192.0.2.0/24'] } };
    const events = new ClickHouseCluster(analytics, 'events', { storage: { size: '1Gi' }, users });
    new EdgeGateway(analytics, 'edge', { clusters: [events], allow: ['10.0.0.0/8'] });
  });
}

const inEach = (of: (objects: Place) => unknown) => all.map(of);
const deployment = (objects: Place) => manifestNamed(objects, 'Deployment', 'edge');
const container = (objects: Place) =>
  record(list(at(deployment(objects), 'spec', 'template', 'spec', 'containers'))[0]);
const file = (objects: Place, name: string) =>
  String(
    objects
      .filter(({ kind }) => kind === 'ConfigMap')
      .map(({ data }) => record(data)[name])
      .find(Boolean),
  );
const settings = (objects: Place) =>
  record(at(manifestNamed(objects, 'ClickHouseInstallation', 'events'), 'spec', 'configuration'));

/** Rows of the table, by their first cell. */
const rows: Readonly<Record<string, () => void>> = {
  pods: () => expect(inEach((objects) => at(deployment(objects), 'spec', 'replicas'))).toEqual([1, 2, 2]),
  'connections of a pod': () => {
    expect(inEach((objects) => at(container(objects), 'resources', 'limits', 'memory'))).toEqual([
      '128Mi',
      '256Mi',
      '512Mi',
    ]);
    const most = (objects: Place) =>
      /frontend fe_edge\n(?: {2}bind .*\n)+ {2}maxconn (\d+)/.exec(file(objects, 'haproxy.cfg'));
    expect(inEach((objects) => most(objects)?.[1])).toEqual(['500', '2000', '5000']);
  },
  'load balancer': () => {
    const entry = (objects: Place) => manifestNamed(objects, 'Service', 'edge');
    expect(inEach((objects) => at(entry(objects), 'spec', 'type'))).toEqual([
      'NodePort',
      'LoadBalancer',
      'LoadBalancer',
    ]);
    const scheme = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
    expect(entry(places.production).metadata.annotations?.[scheme]).toBe('internal');
  },
  clients: () => {
    expect(() => new EdgeGateway(environment(), 'edge', {})).toThrow(/: allow must say who may connect: nobody may /);
    expect(inEach((objects) => file(objects, 'src_class.map').split(' ')[0])).toEqual(Array(3).fill('10.0.0.0/8'));
  },
  certificate: () => {
    const certificates = (objects: Place) =>
      objects.filter(({ kind, metadata }) => kind === 'Certificate' && metadata.name.startsWith('edge')).length;
    expect(inEach(certificates)).toEqual([0, 0, 2]);
  },
  'TLS of clients': () => {
    const mode = (objects: Place) => /events\.ch\.example\.com (\w+)\|/.exec(file(objects, 'routes.map'))?.[1];
    expect(inEach(mode)).toEqual(['term', 'term', 'term']);
    const encrypted = (objects: Place) => 'protocols/edge_http_tls/type' in record(settings(objects).settings);
    expect(inEach(encrypted)).toEqual([false, false, true]);
  },
  'address that servers see': () => {
    const trusting = (objects: Place) => 'auth_use_forwarded_address' in record(settings(objects).settings);
    expect(inEach(trusting)).toEqual([false, false, false]);
    const hosts = (objects: Place) => record(settings(objects).users)['app/networks/host'];
    expect(inEach(hosts)).toEqual(Array(3).fill(['edge-pods.analytics.svc.cluster.local']));
  },
  'changed routes': () => {
    const mountsToken = (objects: Place) =>
      at(deployment(objects), 'spec', 'template', 'spec', 'automountServiceAccountToken');
    expect(inEach(mountsToken)).toEqual([false, false, false]);
    const rights = (objects: Place) => objects.filter(({ kind }) => kind === 'RoleBinding').length;
    expect(inEach(rights)).toEqual([0, 0, 0]);
  },
};

test('every row about gateways in docs/defaults.md is asserted here, and nothing else', () => {
  const page = textOf('docs/defaults.md').split('## The gateway')[1] ?? '';
  const columns = ['what', 'minikube', 'development in a cloud', 'production', 'why', 'otherwise'];
  expect(tableRows(page, columns).map(([what]) => what)).toEqual(Object.keys(rows));
});

test.each(Object.entries(rows))('documented default of a gateway: %s', (_, holds) => holds());
