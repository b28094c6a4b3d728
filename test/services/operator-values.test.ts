import { operatorHelmValues } from '../../src/services/operator-values';

const values = (version: string, definitions: 'hook' | 'crds' = 'hook') =>
  operatorHelmValues({ version, watches: ['.*'], definitions }) as {
    watchNamespaces?: string[];
    configs: { files: { 'config.yaml': { watch?: unknown; clickhouse: unknown; annotation: { exclude: string[] } } } };
    crdHook?: { enabled?: boolean; image?: { repository: string; tag: string } };
    [key: string]: unknown;
  };

test('the published default password is never used', () => {
  const { secret, configs } = values('0.27.2');
  expect(secret).toEqual({ create: false });
  expect(configs.files['config.yaml'].clickhouse).toEqual({
    access: { secret: { name: 'clickhouse-operator-credentials' } },
  });
  expect(JSON.stringify(values('0.27.2'))).not.toContain('clickhouse_operator_password');
});

test('a roll waits for replicas that lag, from the release on that can', () => {
  const reconcile = { host: { wait: { replicas: { all: true } } } };
  expect(values('0.27.2').configs.files['config.yaml']).toMatchObject({ reconcile });
  expect(values('0.25.4').configs.files['config.yaml']).toMatchObject({ reconcile });
  expect(values('0.25.3').configs.files['config.yaml']).not.toHaveProperty('reconcile');
});

test.each([
  ['0.27.2', ['.*'], undefined],
  ['0.27.10', ['.*'], undefined],
  ['0.27.1', undefined, { namespaces: ['.*'] }],
  ['0.25.6', undefined, { namespaces: ['.*'] }],
])('%s gets its watch scope where its chart reads it', (version, own, configured) => {
  const { watchNamespaces, configs } = values(version);
  expect(watchNamespaces).toEqual(own);
  expect(configs.files['config.yaml'].watch).toEqual(configured);
});

test.each([
  ['0.25.6', 'alpine/kubectl'],
  ['0.27.3', 'alpine/kubectl'],
  ['0.27.4', 'registry.k8s.io/kubectl'],
])('%s updates its definitions with a pinned image that its Job can start', (version, repository) => {
  const image = values(version).crdHook?.image;
  expect(image?.repository).toBe(repository);
  expect(image?.tag).toMatch(/^v?\d+\.\d+\.\d+$/);
});

test('tools that apply the definitions of the chart themselves get no Job for it', () => {
  expect(values('0.27.2', 'crds').crdHook).toEqual({ enabled: false });
});

test('releases before the Job get no value for it', () => {
  expect(values('0.25.5')).not.toHaveProperty('crdHook');
});

test('every container runs without privileges, under a user that kubelet can verify, and within limits', () => {
  const unprivileged = {
    runAsGroup: 65534,
    runAsNonRoot: true,
    runAsUser: 65534,
    seccompProfile: { type: 'RuntimeDefault' },
  };
  const container = {
    containerSecurityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    resources: { requests: expect.any(Object), limits: { memory: expect.any(String) } },
  };
  const { podSecurityContext, operator, metrics, crdHook } = values('0.27.2');
  expect(podSecurityContext).toEqual(unprivileged);
  expect(operator).toEqual(container);
  expect(metrics).toEqual(container);
  expect(crdHook).toMatchObject({ podSecurityContext: unprivileged, ...container });
});

test('marks of GitOps tools are excluded by whole keys, because the operator knows no patterns', () => {
  const { annotation } = values('0.27.2').configs.files['config.yaml'];
  expect(annotation.exclude).toContain('argocd.argoproj.io/tracking-id');
  expect(JSON.stringify(annotation)).not.toContain('*');
});

test('a mirror and pull Secrets reach every image', () => {
  const printed = operatorHelmValues({
    version: '0.27.4',
    watches: ['.*'],
    definitions: 'hook',
    registry: 'registry.example.com/mirror',
    pullSecrets: ['mirror'],
  });
  expect(printed).toMatchObject({
    imagePullSecrets: [{ name: 'mirror' }],
    operator: { image: { repository: 'registry.example.com/mirror/altinity/clickhouse-operator' } },
    metrics: { image: { repository: 'registry.example.com/mirror/altinity/metrics-exporter' } },
    crdHook: {
      image: { repository: 'registry.example.com/mirror/kubectl' },
      imagePullSecrets: [{ name: 'mirror' }],
    },
  });
});

test('labels that the pods need are set unless the chart sets them', () => {
  const podLabels = { 'app.kubernetes.io/name': 'altinity-clickhouse-operator', team: 'data' };
  const printed = operatorHelmValues({ version: '0.27.2', watches: ['.*'], definitions: 'hook', podLabels });
  expect(printed).toMatchObject({ podLabels: { team: 'data' } });
});
