import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { caSecrets } from '../../../src/tools/credentials/ca-secrets';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { fakeCluster, readManifests } from '../fake-cluster';

const names = ['ch.example.test', '*.ch.example.test'];

test('the certificate is signed by the authority, for these names', async () => {
  const { ca, server } = await developmentCa(names);
  const authority = new X509Certificate(ca.certificate);
  const certificate = new X509Certificate(server.certificate);
  expect(authority.ca).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkHost('ch.example.test')).toBe('ch.example.test');
  expect(certificate.checkHost('a.ch.example.test')).toBe('*.ch.example.test');
  expect(certificate.checkHost('example.test')).toBeUndefined();
});

test('the keys belong to the certificates', async () => {
  for (const { certificate, key } of Object.values(await developmentCa(names))) {
    const ofKey = createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'pem' });
    expect(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' })).toBe(ofKey);
  }
});

test('two authorities differ in name, and certificates in number', async () => {
  const [one, other] = (await Promise.all([developmentCa(names), developmentCa(names)])).map(
    ({ ca }) => new X509Certificate(ca.certificate),
  );
  expect(one?.subject).not.toBe(other?.subject);
  expect(one?.serialNumber).not.toBe(other?.serialNumber);
});

test('a TLS client that trusts the authority accepts the server', async () => {
  const { ca, server } = await developmentCa(['localhost']);
  const listener = createServer({ cert: server.certificate, key: server.key }, (socket) => socket.end('hello'));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: ca.certificate });
  await once(socket, 'secureConnect');
  expect(socket.authorized).toBe(true);
  socket.destroy();
  listener.close();
});

const manifests = (stage: string) =>
  readManifests(
    ['-'],
    () => `apiVersion: v1
kind: Namespace
metadata: { name: data, annotations: { anyhouse.dev/context: '{"stage":"${stage}"}' } }
---
apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseInstallation
metadata: { name: events, namespace: data }
`,
  );

test('every environment gets both Secrets from one authority', async () => {
  const { objects } = await caSecrets(manifests('development'), ['ch.example.test']);
  expect(objects.map(({ metadata, type }) => [metadata.namespace, metadata.name, type])).toEqual([
    ['data', 'development-ca', 'kubernetes.io/tls'],
    ['data', 'development-certificate', 'kubernetes.io/tls'],
  ]);
  const [ca, certificate] = objects.map(({ stringData }) => stringData as Record<string, string>);
  expect(certificate?.['ca.crt']).toBe(ca?.['tls.crt']);
});

test('an authority that exists stays as it is', async () => {
  const cluster = fakeCluster(() => ({ Secret: [{ metadata: { name: 'development-ca', namespace: 'data' } }] }));
  expect(await caSecrets(manifests('development'), ['ch.example.test'], cluster)).toEqual({
    objects: [],
    notes: ['The development CA of data exists already and stays as it is.'],
  });
});

test('production gets none', async () => {
  await expect(caSecrets(manifests('production'), ['ch.example.test'])).rejects.toThrow(
    'data is for production; a development CA has no place there. Use cert-manager.',
  );
});
