import { stringify } from 'yaml';
import type { LiveObject } from '../../../src/tools/cluster/cluster';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { examine } from '../../../src/tools/doctor/doctor';
import { fakeCluster, type Holdings, readManifests } from '../fake-cluster';

const keys = (...names: string[]) => names.map((key) => ({ key, path: key }));
/** A gateway, as far as it matters here. */
const gateway = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'edge',
    namespace: 'data',
    annotations: { 'anyhouse.dev/certificate-names': '*.ch.example.com,own.example.net' },
  },
  spec: {
    template: {
      spec: {
        volumes: [
          { name: 'certificate', secret: { secretName: 'edge-tls', items: keys('tls.crt', 'tls.key') } },
          { name: 'authority-other', configMap: { name: 'other-ca', items: keys('ca.crt') } },
        ],
      },
    },
  },
};
const certificate = (kind: string, name: string) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'edge-tls', namespace: 'data' },
  spec: { secretName: 'edge-tls', issuerRef: { kind, name } },
});
const issuer = { metadata: { name: 'own', namespace: 'data' } };
const authorities: Holdings = { ConfigMap: [{ metadata: { name: 'other-ca', namespace: 'data' } }] };

async function secret(names: readonly string[], start?: Date): Promise<LiveObject> {
  const { server } = await developmentCa(names, start);
  const data = { 'tls.crt': Buffer.from(server.certificate).toString('base64') };
  return { metadata: { name: 'edge-tls', namespace: 'data' }, data };
}

/** What the doctor says about the gateway. */
async function said(holdings: Holdings, ...objects: readonly object[]) {
  const text = [gateway, ...objects].map((object) => `---\n${stringify(object)}`).join('');
  const sources = readManifests(['-'], () => text);
  const { diagnoses } = await examine(
    fakeCluster(() => ({ ...authorities, ...holdings })),
    sources,
  );
  return diagnoses
    .filter(({ subject }) => / of edge$|^gateways$/.test(subject))
    .map(({ subject, level, finding, fix }) =>
      [`${level} ${subject}: ${finding}`, ...(fix ? [fix] : [])].join(' Fix: '),
    );
}

test('a certificate for all names is fine', async () => {
  const Secret = [await secret(['*.ch.example.com', 'own.example.net'])];
  expect(await said({ Secret })).toEqual([
    'ok certificate of edge: for *.ch.example.com, own.example.net, in Secret edge-tls',
  ]);
});

test('a certificate that was made before a name came is told, with the way to a new one', async () => {
  const Secret = [await secret(['*.ch.example.com'])];
  expect(await said({ Secret })).toEqual([
    'warn certificate of edge: Secret edge-tls is for *.ch.example.com, not for own.example.net Fix: delete Secret edge-tls and let anyhouse credentials make a new one, or put a new certificate into it.',
  ]);
  expect(await said({ Secret }, certificate('Issuer', 'own'))).toEqual([
    'warn certificate of edge: Secret edge-tls is for *.ch.example.com, not for own.example.net Fix: kubectl -n data describe certificate edge-tls says why.',
  ]);
});

test('a certificate at its end is told', async () => {
  const names = ['*.ch.example.com', 'own.example.net'];
  const day = 86_400_000;
  const aged = async (days: number) => said({ Secret: [await secret(names, new Date(Date.now() - days * day))] });
  expect((await aged(725))[0]).toMatch(/^warn certificate of edge: Secret edge-tls runs out in 4 days Fix: /);
  expect((await aged(731))[0]).toMatch(/^warn certificate of edge: Secret edge-tls ran out on .* GMT Fix: /);
});

test('a Secret without a certificate is told', async () => {
  expect((await said({ Secret: [{ metadata: { name: 'edge-tls', namespace: 'data' } }] }))[0]).toMatch(
    /^warn certificate of edge: Secret edge-tls holds no certificate under tls\.crt Fix: /,
  );
});

test('a Secret that nobody makes is told with the others', async () => {
  expect(await said({})).toEqual([]);
});

test('a certificate needs an issuer that is there', async () => {
  const asked = certificate('Issuer', 'own');
  const makes = ['ok certificate of edge: not there yet; Issuer own makes it'];
  expect(await said({ Issuer: [issuer] }, asked)).toEqual(makes);
  expect(await said({}, asked, { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', ...issuer })).toEqual(makes);
  expect(await said({ Issuer: [issuer] }, certificate('ClusterIssuer', 'letsencrypt'))).toEqual([
    'fail certificate of edge: ClusterIssuer letsencrypt, which is to make it, is neither in the cluster nor in the manifests Fix: create it, or name another one in tls of the gateway.',
  ]);
});

test('authorities of other environments come from somebody else', async () => {
  expect(await said({ ConfigMap: [] })).toEqual([
    'warn authority of edge: ConfigMap data/other-ca is missing, without which no pod of it starts Fix: copy ca.crt of the servers into it: docs/edge.md.',
  ]);
});

test('what may not be read is told', async () => {
  expect(await said({ Secret: 'forbidden' })).toEqual([
    'unknown gateways: Context "test" does not let these credentials read Secret (403)',
  ]);
});
