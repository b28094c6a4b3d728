import type { Manifest } from 'anyhouse';
import { parseAllDocuments } from 'yaml';
import { apply, client, environmentIn, onCluster, written } from './cluster-under-test';

const server = client();
afterAll(() => server.close());
const directory = written(environmentIn('credentials'));
const printed = (stdout: string) => parseAllDocuments(stdout).map((document) => document.toJS() as Manifest);
const names = (stdout: string) => printed(stdout).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const secret = (name: string) =>
  server.get({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'credentials' } });

test('the first time everything is printed, and can be applied as it is', async () => {
  const { code, stdout } = await onCluster(['credentials', directory]);
  expect(code).toBe(0);
  expect(names(stdout)).toEqual([
    'Namespace credentials',
    'Namespace credentials-operator',
    'Secret events-admin',
    'Secret clickhouse-operator-credentials',
  ]);
  await apply(server, printed(stdout));
});

test('the second time, Secrets are neither printed nor changed', async () => {
  const before = await secret('events-admin');
  const { code, stdout, stderr } = await onCluster(['credentials', directory]);
  expect(code).toBe(0);
  expect(names(stdout)).toEqual(['Namespace credentials']);
  expect(stderr).toBe('note: 2 Secrets exist already and stay as they are.\n');
  await apply(server, printed(stdout));
  expect(await secret('events-admin')).toEqual(before);
});

test('only what is missing is printed', async () => {
  await server.delete({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'events-admin', namespace: 'credentials' },
  });
  const { stdout } = await onCluster(['credentials', directory]);
  expect(names(stdout)).toEqual(['Namespace credentials', 'Secret events-admin']);
});

test('a Secret that lacks a key ends with 1', async () => {
  const wrong = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'events-admin', namespace: 'credentials' } };
  await server.apply({ ...wrong, stringData: { password: 'x' } });
  const { code, stderr } = await onCluster(['credentials', directory]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'error: Secret credentials/events-admin exists, but has no password_sha256_hex. Add what is missing, or delete it and run this again.\n',
  );
});

test('a certificate of the development CA is taken by the API server', async () => {
  const { stdout } = await onCluster(['credentials', directory, '--ca', 'ch.example.test']);
  const certificates = printed(stdout).filter(({ type }) => type === 'kubernetes.io/tls');
  expect(certificates).toHaveLength(2);
  await apply(server, certificates);
});
