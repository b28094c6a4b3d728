import { ClusterServices, Environment, type Manifest, Tls } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { eks } from '../../support/environments';
import { allIssuers } from '../../support/issuers';
import { anyApiServer, makeNamespacesOf, refusals } from './servers';

test('a real API server accepts every kind of issuer, in the cluster and in a namespace', async () => {
  const app = new App();
  const services = new ClusterServices(app, 'services', { platform: eks, issuers: allIssuers });
  const environment = new Environment(app, 'analytics', {
    platform: eks,
    tls: Tls.off('not what is tested'),
    issuers: allIssuers,
    acknowledge: { 'certificates/ambient-credentials': 'cert-manager runs with --issuer-ambient-credentials' },
  });
  const manifests = [services, environment].flatMap((chart) => Testing.synth(chart) as Manifest[]);
  const server = anyApiServer();
  await makeNamespacesOf(server, manifests);
  const kinds = manifests.map(({ kind }) => kind).filter((kind) => /Issuer$/.test(kind));
  expect(kinds).toHaveLength(2 * Object.keys(allIssuers).length);
  expect(await refusals(server, manifests)).toEqual([]);
});

test('a real API server refuses a field that cert-manager does not have', async () => {
  const spec = {
    acme: { server: 'https://acme.example.com/directory', privateKeySecretRef: { name: 'key' }, dns01: [] },
  };
  const issuer = { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'wrong' }, spec };
  expect((await refusals(anyApiServer(), [issuer])).join()).toContain('spec.acme.dns01');
});
