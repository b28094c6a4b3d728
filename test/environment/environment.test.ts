import { ClusterServices, Environment, Keeper, Operator } from 'anyhouse';
import { App, Chart, Testing } from 'cdk8s';
import { contextOf } from '../../src/checks/context';
import { cluster, eks, environment, minikube, objectOf, objectsOf } from '../support/environments';

const byKind = (place: Environment, kind: string) => objectsOf(place).filter((object) => object.kind === kind);

test('only an Environment is one, although cdk8s says so of every chart', () => {
  expect(Environment.isEnvironment(environment())).toBe(true);
  expect(Environment.isEnvironment(new Chart(new App(), 'chart'))).toBe(false);
});

test('production admits restricted pods only', () => {
  expect(objectOf(environment(), 'Namespace').metadata.labels).toEqual({
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
});

test('development warns about what production would refuse', () => {
  expect(objectOf(environment({ platform: minikube }), 'Namespace').metadata.labels).toEqual({
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/warn': 'restricted',
  });
});

test('everything is denied but DNS', () => {
  const policies = byKind(environment(), 'NetworkPolicy');
  expect(policies.map(({ metadata }) => metadata.name)).toEqual(['default-deny', 'allow-dns']);
  expect(policies[0]?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('an existing namespace is neither emitted nor closed for others', () => {
  const place = environment({ namespace: { name: 'team-a', lifecycle: 'existing' } });
  expect(objectsOf(place).map(({ kind }) => kind)).toEqual(['Role', 'Role', 'Role']);
  expect(objectsOf(place).every(({ metadata }) => metadata.namespace === 'team-a')).toBe(true);
});

test('in an existing namespace the pods bring their own DNS rule', () => {
  const place = environment({ namespace: { lifecycle: 'existing' } });
  cluster({}, place);
  const egress = (objectOf(place, 'NetworkPolicy', 'clickhouse-events').spec as { egress: { ports: unknown[] }[] })
    .egress;
  expect(egress[0]?.ports).toContainEqual({ protocol: 'UDP', port: 53 });
});

test('each Role has all rights of the one before it', () => {
  const rules = byKind(environment(), 'Role').map((role) => role.rules as unknown[]);
  expect(rules).toHaveLength(3);
  expect(rules[1]).toEqual(expect.arrayContaining(rules[0] as unknown[]));
  expect(rules[2]).toEqual(expect.arrayContaining(rules[1] as unknown[]));
});

test('subjects are bound to the Role of their level', () => {
  const place = environment({
    access: { operate: [{ kind: 'Group', name: 'sre' }], own: [{ kind: 'ServiceAccount', name: 'ci' }] },
  });
  expect(byKind(place, 'RoleBinding').map(({ metadata, subjects }) => [metadata.name, subjects])).toEqual([
    ['clickhouse-operate', [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'sre' }]],
    ['clickhouse-own', [{ kind: 'ServiceAccount', name: 'ci', namespace: 'analytics' }]],
  ]);
});

test('company labels stand on everything but the installations, whose labels would reach pods', () => {
  const place = environment({ labels: { team: 'data' } });
  new Keeper(place, 'keeper');
  cluster({}, place);
  const without = objectsOf(place).filter(({ metadata }) => metadata.labels?.team !== 'data');
  expect(without.map(({ kind }) => kind)).toEqual(['ClickHouseKeeperInstallation', 'ClickHouseInstallation']);
});

test('the context stands on the Namespace, never on installations', () => {
  const place = environment();
  cluster({}, place);
  expect(
    objectsOf(place)
      .filter((object) => contextOf(object))
      .map(({ kind }) => kind),
  ).toEqual(['Namespace']);
  expect(contextOf(objectOf(place, 'Namespace'))).toEqual({
    platform: 'eks',
    cluster: 'eks',
    stage: 'production',
    zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    networkPolicy: 'unknown',
    operator: { version: '0.27.2', namespace: 'clickhouse-operator', watches: ['.*'] },
  });
});

test('acknowledged rules travel with the context, with the object they concern', () => {
  const place = environment({ acknowledge: { 'network/not-enforced': 'Calico is installed' } });
  cluster({ acknowledge: { 'images/known-bad': 'patched build' } }, place);
  expect(contextOf(objectOf(place, 'Namespace'))?.acknowledged).toEqual([
    { rule: 'network/not-enforced', reason: 'Calico is installed' },
    { rule: 'images/known-bad', reason: 'patched build', object: 'ClickHouseInstallation/events' },
  ]);
});

test('the operator is the one that the program declares for the same cluster', () => {
  const app = new App();
  new ClusterServices(app, 'other', { platform: minikube, operator: Operator.existing({ version: '0.26.3' }) });
  new ClusterServices(app, 'services', {
    platform: eks,
    operator: Operator.existing({ version: '0.27.1', namespace: 'ops' }),
  });
  expect(new Environment(app, 'analytics', { platform: eks }).resolved.operator).toMatchObject({
    version: '0.27.1',
    namespace: 'ops',
  });
});

test('Argo CD never prunes what holds data, and applies in order', () => {
  const place = environment({ gitops: 'argocd' });
  new Keeper(place, 'keeper');
  cluster({}, place);
  const annotations = (kind: string) => objectOf(place, kind).metadata.annotations;
  for (const kind of ['Namespace', 'ClickHouseKeeperInstallation', 'ClickHouseInstallation']) {
    expect(annotations(kind)).toMatchObject({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
  }
  const waves = ['Namespace', 'ClickHouseKeeperInstallation', 'ClickHouseInstallation'].map((kind) =>
    Number(annotations(kind)?.['argocd.argoproj.io/sync-wave']),
  );
  expect(waves).toEqual([...waves].sort((a, b) => a - b));
});

test('Flux never prunes what holds data', () => {
  const place = environment({ gitops: 'flux' });
  cluster({}, place);
  for (const kind of ['Namespace', 'ClickHouseInstallation']) {
    expect(objectOf(place, kind).metadata.annotations).toMatchObject({
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
  }
});

test('cluster-scoped objects of others lose the namespace that the chart stamps on them', () => {
  const app = new App();
  const place = new Environment(app, 'analytics', { platform: eks });
  const { ApiObject } = jest.requireActual<typeof import('cdk8s')>('cdk8s');
  new ApiObject(place, 'role', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'reader' },
    rules: [],
  });
  const role = Testing.synth(place).find(({ kind }) => kind === 'ClusterRole');
  expect(role.metadata).toEqual({ name: 'reader' });
});

test('a ServiceAccount is named like an object, users and groups like anything', () => {
  const bound = (kind: 'User' | 'ServiceAccount') =>
    environment({ access: { own: [{ kind, name: 'CN=dba, O=example' }] } });
  expect(() => bound('User')).not.toThrow();
  expect(() => bound('ServiceAccount')).toThrow('access.own[0].name must be a Kubernetes name');
});
