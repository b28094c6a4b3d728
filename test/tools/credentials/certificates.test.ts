import { X509Certificate } from 'node:crypto';
import { ClickHouseCluster, Environment, Tls } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { stringify } from 'yaml';
import { makeCredentials } from '../../../src/tools/credentials/credentials';
import { eks } from '../../support/environments';
import { readManifests } from '../fake-cluster';

function sources(stage: 'development' | 'production', tls: Tls) {
  const place = new Environment(new App(), 'analytics', { platform: eks, stage, tls });
  new ClickHouseCluster(place, 'events', { storage: { size: '1Gi' } });
  const text = Testing.synth(place).map((object: object) => stringify(object));
  return readManifests(['-'], () => text.join('---\n'));
}

test('a certificate that servers mount is made for development, with its authority', async () => {
  const { objects, notes } = await makeCredentials(sources('development', Tls.secrets({ server: 'my-tls' })));
  const secret = objects.find(({ metadata }) => metadata.name === 'my-tls');
  expect(secret).toMatchObject({ kind: 'Secret', type: 'kubernetes.io/tls', metadata: { namespace: 'analytics' } });
  const data = secret?.stringData as Record<string, string>;
  const certificate = new X509Certificate(data['tls.crt'] ?? '');
  expect(certificate.verify(new X509Certificate(data['ca.crt'] ?? '').publicKey)).toBe(true);
  expect(certificate.checkHost('chi-events-main-0-0.analytics.svc.cluster.local')).toBeDefined();
  expect(certificate.checkHost('clickhouse-events.analytics.svc')).toBeDefined();
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(notes.join()).not.toMatch(/my-tls/);
});

test('for production it is not', async () => {
  const { objects, notes } = await makeCredentials(sources('production', Tls.secrets({ server: 'my-tls' })));
  expect(objects.some(({ metadata }) => metadata.name === 'my-tls')).toBe(false);
  expect(notes).toContain(
    'Secret analytics/my-tls is not made: only you have its content (needed by ClickHouseInstallation/events).',
  );
});

test('what cert-manager makes is nobody else’s business', async () => {
  const { objects, notes } = await makeCredentials(sources('production', Tls.certManager()));
  expect(JSON.stringify([objects, notes])).not.toMatch(/clickhouse-tls/);
});
