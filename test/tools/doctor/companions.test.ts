import { all, diagnoses } from './diagnoses';
import { definition } from './healthy-cluster';

test.each([
  ['fail External Secrets: not installed, but Secrets are asked of it', []],
  ['fail External Secrets: too old: it has no external-secrets.io/v1', [{ name: 'v1beta1', served: true }]],
  ['fail External Secrets: too old: it has no external-secrets.io/v1', [{ name: 'v1', served: false }]],
  ['ok External Secrets: installed', [{ name: 'v1', served: true }]],
])('who asks External Secrets for Secrets needs it: %s', async (told, versions) => {
  const metadata = { name: 'externalsecrets.external-secrets.io' };
  const installed = versions.length === 0 ? [] : [{ metadata, spec: { versions } }];
  const external = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'e', namespace: 'data' },
  };
  const found = await diagnoses({ CustomResourceDefinition: [definition('0.27.2'), ...installed] }, [...all, external]);
  expect(found).toContain(told);
});

test.each([
  ['fail prometheus-operator: the cluster does not know PodMonitor and PrometheusRule, which the manifests have', []],
  ['fail prometheus-operator: the cluster does not know PrometheusRule, which the manifests have', ['podmonitors']],
  ['ok prometheus-operator: installed', ['podmonitors', 'prometheusrules']],
])('monitors and alerts need prometheus-operator: %s', async (told, plurals) => {
  const installed = plurals.map((plural) => ({ metadata: { name: `${plural}.monitoring.coreos.com` } }));
  const watched = ['PodMonitor', 'PrometheusRule'].map((kind) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { name: 'events', namespace: 'data' },
  }));
  const definitions = { CustomResourceDefinition: [definition('0.27.2'), ...installed] };
  expect(await diagnoses(definitions, [...all, ...watched])).toContain(told);
});
