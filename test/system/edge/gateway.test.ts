import { ClickHouseCluster, EdgeGateway, Environment, type Platform } from 'anyhouse';
import { App } from 'cdk8s';
import { platforms } from '../../../examples/platforms';
import { edgeListeners } from '../../../src/edge/data-plane/model';
import { type Manifest, record } from '../../../src/kubernetes/manifest';
import { synthesizeManifests } from '../../../src/synth/synthesize-manifests';
import { manifestNamed } from '../../../src/testing/manifest-named';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { type Listening, startBackend, startNameServer } from './backends';
import { visit } from './clients';
import { Pod } from './pod';

/** Three clusters, of which the last ends TLS by itself; the second has names for its replicas. */
function program(platform: Platform): readonly Manifest[] {
  const app = new App();
  const environment = new Environment(app, 'analytics', { platform, domain: 'ch.example.com' });
  const cluster = (id: string) => new ClickHouseCluster(environment, id, { storage: { size: '1Gi' }, shards: 2 });
  const edge = new EdgeGateway(environment, 'edge', {
    clusters: [cluster('events')],
    allow: ['127.0.0.1/32'],
    limits: { connections: 1000 }, // HAProxy does not start with fewer open files than it may need
  });
  edge.route(cluster('billing'), { replicas: 'each', hosts: ['own.example.net'] });
  edge.route(cluster('audit'), { tls: 'passthrough' });
  edge.route(cluster('closed'), { allow: [] });
  return synthesizeManifests(app);
}

/** Rows of the route table: listener, name, and where they lead. */
function rowsOf(manifests: readonly Manifest[]) {
  const table = String(record(manifestNamed(manifests, 'ConfigMap', 'edge-data').data)['routes.map']);
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [key = '', value = ''] = line.split(' ');
      const [listener = '', name = ''] = key.split('/');
      const [mode, , host = '', port] = value.split('|');
      return { listener: listener as 'https' | 'native', name, mode, host, port: Number(port) };
    });
}

describe.each([
  ['minikube', platforms.minikube],
  ['eks', platforms.eks],
])('a gateway on %s', (_, platform) => {
  const manifests = program(platform);
  const rows = rowsOf(manifests);
  const hosts = [...new Set(rows.map(({ host }) => host))];
  const addressOf = (host: string) => [127, 0, 2, 1 + hosts.indexOf(host)];
  const listening: Listening[] = [];
  let pod: Pod;
  let ca = '';

  beforeAll(async () => {
    const servers = await developmentCa(['*.analytics.svc.cluster.local']);
    const edge = await developmentCa(['*.ch.example.com', 'own.example.net']);
    ca = edge.ca.certificate;
    const names = await startNameServer('svc.cluster.local', addressOf);
    listening.push(names);
    const targets = new Map(rows.map(({ host, port, mode }) => [`${host}:${port}`, { host, port, mode }]));
    for (const { host, port, mode } of targets.values()) {
      const pair = mode === 'pass' ? edge.server : servers.server;
      const speaks = mode === 'term' && platform.name === 'minikube' ? 'plain' : 'tls';
      const at = { host: addressOf(host).join('.'), port };
      listening.push(await startBackend(host, { speaks, header: 'none', pair, at }));
    }
    pod = await Pod.start(
      manifests,
      {
        '/etc/edge/certificates/edge/tls.crt': edge.server.certificate,
        '/etc/edge/certificates/edge/tls.key': edge.server.key,
        '/etc/edge/authorities/servers/ca.crt': servers.ca.certificate,
      },
      names.port,
    );
  });
  afterAll(async () => {
    await pod?.stop();
    for (const each of listening) each.close();
  });

  test('has the names that were declared, and no others', () => {
    const names = ['audit', 'billing', 'billing-0-0', 'billing-1-0', 'closed', 'events'].map(
      (name) => `${name}.ch.example.com`,
    );
    const declared = [...names, 'own.example.net'].sort();
    for (const listener of edgeListeners)
      expect(
        rows
          .filter((row) => row.listener === listener)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(declared);
  });

  test('leads every name to its servers', async () => {
    for (const { listener, name, host } of rows) {
      const answer = await visit({ port: pod.ports[listener] }, name, { ca });
      const expected = name.startsWith('closed.') ? 'refused' : `${host} - ping`;
      expect([listener, name, answer]).toEqual([listener, name, expected]);
    }
  });

  test.each([
    'other.ch.example.com',
    'events-0-0.ch.example.com',
    'ch.example.com',
    'a.events.ch.example.com',
    'events.example.com',
  ])('refuses %s', async (name) => {
    for (const listener of edgeListeners)
      expect(await visit({ port: pod.ports[listener] }, name, { ca, checkServerIdentity: () => undefined })).toBe(
        'refused',
      );
  });

  test('refuses clients that are not listed', async () => {
    expect(await visit({ port: pod.ports.https, from: '127.0.0.2' }, 'events.ch.example.com', { ca })).toBe('refused');
  });
});
