import { join } from 'node:path';
import { type Manifest, Operator } from 'anyhouse';
import { parseAllDocuments, stringify } from 'yaml';
import { operatorHelmValues } from '../../../src/services/operator-values';
import { spawnAnyhouse } from '../../cli/command';
import { writeKubeconfig } from '../cluster/connection';
import { apply, client, connection, environmentIn, gatewayIn, onCluster, written } from './cluster-under-test';

const server = client();
afterAll(() => server.close());
const directory = written(environmentIn('doctor'));

test('a cluster without an operator is not ready', async () => {
  const { code, stdout, stderr } = await onCluster(['doctor', directory]);
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^under-test \(Kubernetes v\d/);
  expect(stdout).toMatch(/\n {2}ok {7}nodes +6 nodes \(eu-west-1a 2, eu-west-1b 2, eu-west-1c 2\), 1 needed\n/);
  expect(stdout).toMatch(/\n {2}ok {7}definition of ClickHouseInstallation +of release 0\.27\.2\n/);
  expect(stdout).toMatch(/\n {2}fail {5}operator +none is installed\n {11}Fix: npx anyhouse next /);
  expect(stdout).toMatch(/\n {2}warn {5}secrets +missing: doctor\/events-admin, /);
});

test('a cluster with the operator of our values is ready', async () => {
  const namespace = 'doctor-operator';
  const image = 'altinity/clickhouse-operator:0.27.2';
  const values = operatorHelmValues({ version: '0.27.1', watches: ['.*'], definitions: 'crds' }) as {
    configs: { files: { 'config.yaml': unknown } };
  };
  const labels = { app: 'operator' };
  await apply(server, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'doctor' } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'files', namespace },
      data: { 'config.yaml': stringify(values.configs.files['config.yaml']) },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'clickhouse-operator-credentials', namespace },
      stringData: { username: 'clickhouse_operator', password: 'own' },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'events-admin', namespace: 'doctor' } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'operator', namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'op', image, volumeMounts: [{ name: 'etc', mountPath: '/etc/clickhouse-operator' }] }],
            volumes: [{ name: 'etc', configMap: { name: 'files' } }],
          },
        },
      },
    },
  ]);
  await server.waitFor(
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'operator', namespace } },
    ({ status }) => (status as { availableReplicas?: number } | undefined)?.availableReplicas === 1,
  );
  const { code, stdout } = await onCluster(['doctor', directory, '--json']);
  const { schema, diagnoses } = JSON.parse(stdout) as {
    schema: string;
    diagnoses: readonly { subject: string; level: string; finding: string }[];
  };
  expect(schema).toBe('anyhouse.dev/doctor/v1');
  expect(diagnoses.filter(({ level }) => level === 'fail')).toEqual([]);
  expect(diagnoses.find(({ subject }) => subject === `operator ${namespace}/operator`)).toEqual({
    subject: `operator ${namespace}/operator`,
    level: 'ok',
    finding: '0.27.2, watches .*',
  });
  expect(code).toBe(0);
});

test('with few rights, what may not be read is told', async () => {
  const { token, ...rest } = connection();
  await apply(server, [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'guest', namespace: 'doctor' } }]);
  const answer = await server.send({
    method: 'POST',
    path: '/api/v1/namespaces/doctor/serviceaccounts/guest/token',
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
  });
  const { status } = answer.body as { status: { token: string } };
  expect(token).not.toBe(status.token);
  const kubeconfig = join(written(environmentIn('other')), 'config');
  writeKubeconfig({ ...rest, token: status.token, kubeconfig });
  const { code, stdout } = await spawnAnyhouse(['doctor', '--kubeconfig', kubeconfig, '--context', rest.context]);
  expect(stdout).toMatch(
    /\n {2}unknown {2}nodes +Context "under-test" \(.*\) does not let these credentials read \/api\/v1\/nodes \(403\)\n/,
  );
  expect(code).toBe(0);
});

test('a namespace that admits restricted pods only takes those of the chart with our values', async () => {
  const values = operatorHelmValues({ version: '0.27.2', watches: ['.*'], definitions: 'hook' }) as Readonly<
    Record<'operator' | 'metrics' | 'crdHook', { readonly containerSecurityContext: object }>
  > & { readonly podSecurityContext: object };
  const namespace = 'restricted';
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await apply(server, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } },
  ]);
  const containers = (['operator', 'metrics', 'crdHook'] as const).map((name) => ({
    name: name.toLowerCase(),
    image: 'x:1',
    securityContext: values[name].containerSecurityContext,
  }));
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'operator', namespace },
    spec: { securityContext: values.podSecurityContext, containers },
  };
  expect(await server.dryRunCreate(pod)).toMatchObject({ accepted: true, warnings: [] });
});

test('what Argo CD and Flux get is accepted by the definitions of both', async () => {
  for (const operator of [Operator.argoCd(), Operator.flux()]) {
    const manifests = environmentIn('gitops', operator).filter(({ apiVersion }) => /argoproj|fluxcd/.test(apiVersion));
    expect(manifests.length).toBeGreaterThan(0);
    for (const manifest of manifests) {
      const { namespace = '' } = manifest.metadata;
      await apply(server, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }]);
      expect(await server.dryRun(manifest)).toMatchObject({ accepted: true, warnings: [] });
    }
  }
});

test('a gateway is looked at with the certificate that anyhouse credentials makes for it', async () => {
  const gateway = written(gatewayIn('doctor-edge'));
  const before = await onCluster(['doctor', gateway]);
  expect(before.stdout).toMatch(/\n {2}warn {5}secrets +missing: .*doctor-edge\/edge-tls/);
  const { stdout } = await onCluster(['credentials', gateway]);
  await apply(
    server,
    parseAllDocuments(stdout).map((document) => document.toJS() as Manifest),
  );
  const after = await onCluster(['doctor', gateway]);
  expect(after.stdout).toMatch(/\n {2}ok {7}certificate of edge +for \*\.ch\.example\.com, in Secret edge-tls\n/);
  // A name that came later is not in it.
  const renamed = gatewayIn('doctor-edge').map((manifest) =>
    manifest.kind === 'Deployment'
      ? {
          ...manifest,
          metadata: { ...manifest.metadata, annotations: { 'anyhouse.dev/certificate-names': '*.new.example.com' } },
        }
      : manifest,
  );
  expect((await onCluster(['doctor', written(renamed)])).stdout).toMatch(
    /\n {2}warn {5}certificate of edge +Secret edge-tls is for \*\.ch\.example\.com, not for \*\.new\.example\.com\n/,
  );
});
