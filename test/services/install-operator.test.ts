import { ClusterServices, Operator, Platform } from 'anyhouse';
import { manifestNamed, synthesized } from 'anyhouse/testing';
import { operatorSecret } from '../../src/services/operator-values';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
const servicesWith = (operator?: Operator) =>
  synthesized((app) => void new ClusterServices(app, 'services', { platform, operator }));
const kinds = (operator?: Operator) => servicesWith(operator).map(({ kind }) => kind);

interface Application {
  metadata: { finalizers?: unknown };
  source: { targetRevision: string; helm: { valuesObject: unknown } };
  syncPolicy: { automated: Record<string, unknown>; syncOptions: string[] };
}
interface HelmRelease {
  chart: { spec: { version: string; sourceRef: { name: string } } };
  install: { crds: string };
  upgrade: { crds: string };
  values: unknown;
}
const application = (operator = Operator.argoCd()) =>
  manifestNamed(servicesWith(operator), 'Application', 'clickhouse-operator');
const helmRelease = (operator = Operator.flux()) =>
  manifestNamed(servicesWith(operator), 'HelmRelease', 'clickhouse-operator');

test('an operator that somebody else installs adds nothing', () => {
  expect(kinds()).toEqual(['StorageClass']);
  expect(kinds(Operator.existing({ version: '0.26.0' }))).toEqual(['StorageClass']);
});

test('Argo CD gets a namespace and an Application', () => {
  expect(kinds(Operator.argoCd())).toEqual(['StorageClass', 'Namespace', 'Application']);
});

test('Flux gets a namespace, a repository and a release', () => {
  expect(kinds(Operator.flux())).toEqual(['StorageClass', 'Namespace', 'HelmRepository', 'HelmRelease']);
});

test('the chart is pinned to the release of the operator', () => {
  const options = { version: '0.26.0' } as const;
  expect((application(Operator.argoCd(options)).spec as Application).source.targetRevision).toBe('0.26.0');
  expect((helmRelease(Operator.flux(options)).spec as HelmRelease).chart.spec.version).toBe('0.26.0');
});

test('the definitions are applied by the tool, at upgrades, too, and never pruned', () => {
  const { syncPolicy } = application().spec as Application;
  expect(syncPolicy.syncOptions).toEqual(['ServerSideApply=true', 'Prune=false']);
  expect(syncPolicy.automated).not.toHaveProperty('prune');
  const { install, upgrade } = helmRelease().spec as HelmRelease;
  expect([install.crds, upgrade.crds]).toEqual(['CreateReplace', 'CreateReplace']);
});

test('deleting the Application leaves the definitions', () => {
  expect(application().metadata).not.toHaveProperty('finalizers');
});

test('what the operator stands on is protected from being pruned', () => {
  const argoCd = servicesWith(Operator.argoCd()).filter(({ kind }) => kind !== 'StorageClass');
  for (const { metadata } of argoCd) {
    expect(metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
  }
  const flux = servicesWith(Operator.flux()).filter(({ kind }) => kind !== 'StorageClass');
  for (const { metadata } of flux) {
    expect(metadata.annotations).toEqual({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
  }
});

test('the namespace of the operator admits restricted pods only', () => {
  const namespace = manifestNamed(servicesWith(Operator.argoCd()), 'Namespace', 'clickhouse-operator');
  expect(namespace.metadata.labels).toEqual({ 'pod-security.kubernetes.io/enforce': 'restricted' });
});

test('both tools get the same values, with own credentials and no Job for the definitions', () => {
  const { helm } = (application().spec as Application).source;
  const { values } = helmRelease().spec as HelmRelease;
  expect(helm.valuesObject).toEqual(values);
  expect(values).toMatchObject({
    configs: { files: { 'config.yaml': { clickhouse: { access: { secret: { name: operatorSecret } } } } } },
    crdHook: { enabled: false },
    secret: { create: false },
    watchNamespaces: ['.*'],
  });
});

test('namespaces of the operator and of the tools can be chosen', () => {
  const operator = Operator.argoCd({ namespace: 'operators', gitopsNamespace: 'deploy' });
  expect(application(operator)).toMatchObject({
    metadata: { namespace: 'deploy' },
    spec: { destination: { namespace: 'operators' } },
  });
  expect(helmRelease(Operator.flux({ namespace: 'operators', gitopsNamespace: 'deploy' }))).toMatchObject({
    metadata: { namespace: 'deploy' },
    spec: { storageNamespace: 'operators', targetNamespace: 'operators' },
  });
});

test('the operator comes from a private registry, too', () => {
  const images = { registry: 'registry.example.com/mirror', pullSecrets: ['registry'] };
  const printed = JSON.stringify(servicesWith(Operator.argoCd({ images })));
  expect(printed).toContain('"repository":"registry.example.com/mirror/altinity/clickhouse-operator"');
  expect(printed).toContain('"imagePullSecrets":[{"name":"registry"}]');
});
