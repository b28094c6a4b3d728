import { ApiObject, ArgoCd, Operator } from 'anyhouse';
import { argoCdProgram } from './programs';

const here = 'https://kubernetes.default.svc';
const specs = (given?: Parameters<typeof argoCdProgram>[0]) =>
  argoCdProgram(given).emitted('Application') as readonly (ReturnType<
    ReturnType<typeof argoCdProgram>['emitted']
  >[number] & {
    readonly spec: Record<string, unknown>;
  })[];

test('an Application for the services, and one for each environment', () => {
  const applications = specs();
  expect(applications.map(({ metadata }) => [metadata.name, metadata.annotations])).toEqual([
    ['databases-services', { 'argocd.argoproj.io/sync-wave': '-40' }],
    ['databases-staging', { 'argocd.argoproj.io/sync-wave': '0' }],
    ['databases-production', { 'argocd.argoproj.io/sync-wave': '0' }],
  ]);
  expect(applications[2]?.spec).toEqual({
    project: 'databases',
    source: { repoURL: 'https://github.com/example/databases', targetRevision: 'HEAD', path: 'deploy/production' },
    destination: { server: here, namespace: 'production' },
    syncPolicy: {
      automated: { selfHeal: true },
      retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
      syncOptions: ['FailOnSharedResource=true', 'ServerSideApply=true', 'SkipDryRunOnMissingResource=true'],
    },
  });
});

test('no Application has a finalizer: deleting one leaves the databases', () => {
  for (const { metadata } of specs()) expect(metadata).not.toHaveProperty('finalizers');
});

test('an Application lies in a namespace of its project, or Argo CD refuses it', () => {
  for (const operator of [Operator.argoCd(), Operator.existing({ namespace: 'operators' })]) {
    const { emitted } = argoCdProgram({}, operator);
    const projects = new Map(
      emitted('AppProject').map(({ metadata, spec }) => [
        metadata.name,
        (spec as { destinations: object[] }).destinations,
      ]),
    );
    for (const { spec } of emitted('Application')) {
      const { project, destination } = spec as { project: string; destination: object };
      expect(projects.get(project)).toContainEqual(destination);
    }
  }
});

test('a project of environments allows their namespaces, and nothing else outside of them', () => {
  const [services, environments] = argoCdProgram().emitted('AppProject');
  expect(environments?.spec).toEqual({
    sourceRepos: ['https://github.com/example/databases'],
    destinations: [
      { server: here, namespace: 'production' },
      { server: here, namespace: 'staging' },
    ],
    clusterResourceWhitelist: [
      { group: '', kind: 'Namespace', name: 'production' },
      { group: '', kind: 'Namespace', name: 'staging' },
    ],
  });
  expect(services?.spec).toEqual({
    sourceRepos: ['https://github.com/example/databases'],
    destinations: [
      { server: here, namespace: 'argocd' },
      { server: here, namespace: 'clickhouse-operator' },
    ],
    clusterResourceWhitelist: [
      { group: '', kind: 'Namespace', name: 'clickhouse-operator' },
      { group: 'storage.k8s.io', kind: 'StorageClass', name: 'clickhouse-gp3' },
    ],
  });
});

test('a project knows objects that are added after it', () => {
  const { environments, emitted } = argoCdProgram();
  const metadata = { name: 'rare' };
  new ApiObject(environments[0], 'class', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata });
  new ApiObject(environments[0], 'elsewhere', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'shared' },
  });
  const { clusterResourceWhitelist, destinations } = emitted('AppProject')[1]?.spec as Record<string, object[]>;
  expect(clusterResourceWhitelist).toContainEqual({ group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'rare' });
  expect(destinations).toContainEqual({ server: here, namespace: 'shared' });
});

test('fields that others own are left alone, in the Application of their environment only', () => {
  const { environments, emitted } = argoCdProgram();
  const field = {
    group: 'clickhouse.altinity.com',
    kind: 'ClickHouseInstallation',
    name: 'events',
    jsonPointers: ['/spec/stop'],
  };
  environments[1].delivery.addOwnedField({ ...field, by: "UptimeSchedule 'production/nights'" });
  environments[1].delivery.addOwnedField({ ...field, group: '', kind: 'ConfigMap', by: 'somebody' });
  const [, staging, production] = emitted('Application').map(({ spec }) => spec as Record<string, unknown>);
  expect(production?.ignoreDifferences).toEqual([
    { ...field, namespace: 'production' },
    { kind: 'ConfigMap', name: 'events', namespace: 'production', jsonPointers: ['/spec/stop'] },
  ]);
  expect(JSON.stringify(production?.syncPolicy)).toContain('"RespectIgnoreDifferences=true"');
  expect(staging).not.toHaveProperty('ignoreDifferences');
  expect(JSON.stringify(staging)).not.toContain('RespectIgnoreDifferences');
});

test('windows of an environment gate its Application', () => {
  const { environments, emitted } = argoCdProgram();
  const window = { kind: 'allow', schedule: '0 2 * * 6', duration: '4h', timeZone: 'Europe/Berlin' } as const;
  environments[1].delivery.addSyncWindow(window);
  const [services, project] = emitted('AppProject').map(({ spec }) => spec as Record<string, unknown>);
  expect(project?.syncWindows).toEqual([{ ...window, applications: ['databases-production'] }]);
  expect(services).not.toHaveProperty('syncWindows');
});

test('an environment knows what delivers it', () => {
  const { environments } = argoCdProgram({ namespace: 'gitops' });
  expect(environments.map(({ delivery }) => delivery.deliveredBy)).toEqual([
    { kind: 'Application', name: 'databases-staging', namespace: 'gitops' },
    { kind: 'Application', name: 'databases-production', namespace: 'gitops' },
  ]);
});

test('pruning happens on request only, and last', () => {
  const [, staging] = specs({ prune: 'automatic' });
  expect(staging?.spec.syncPolicy).toMatchObject({
    automated: { selfHeal: true, prune: true },
    syncOptions: [
      'FailOnSharedResource=true',
      'PruneLast=true',
      'ServerSideApply=true',
      'SkipDryRunOnMissingResource=true',
    ],
  });
});

test('another cluster is named in Applications and projects', () => {
  const { emitted } = argoCdProgram({ cluster: 'europe' }, Operator.existing());
  expect(emitted('Application')[1]?.spec).toMatchObject({ destination: { name: 'europe', namespace: 'staging' } });
  expect(emitted('AppProject')[1]?.spec).toMatchObject({ destinations: [{ name: 'europe' }, { name: 'europe' }] });
});

test('an environment can follow a revision of its own', () => {
  const revisions = specs({
    repository: { url: 'git@github.com:example/databases', revision: 'main', path: './deploy/' },
    revisions: { production: 'release' },
  }).map(({ spec }) => spec.source);
  expect(revisions).toEqual([
    { repoURL: 'git@github.com:example/databases', targetRevision: 'main', path: 'deploy/services' },
    { repoURL: 'git@github.com:example/databases', targetRevision: 'main', path: 'deploy/staging' },
    { repoURL: 'git@github.com:example/databases', targetRevision: 'release', path: 'deploy/production' },
  ]);
});

test.each(['.', './', undefined])('manifests can lie at the root: %s', (path) => {
  const [services] = specs({ repository: { url: 'https://github.com/example/databases', path } });
  expect(services?.spec.source).toMatchObject({ path: 'services' });
});

test('transforms have the last word', () => {
  const { emitted } = argoCdProgram({
    transform: {
      application: (application) => ({
        ...application,
        metadata: { ...application.metadata, labels: { team: 'data' } },
      }),
      project: (project) => ({ ...project, spec: { ...(project.spec as object), sourceNamespaces: ['team-a'] } }),
    },
  });
  expect(emitted('Application').map(({ metadata }) => metadata.labels)).toEqual([
    { team: 'data' },
    { team: 'data' },
    { team: 'data' },
  ]);
  expect(emitted('AppProject')[0]?.spec).toMatchObject({ sourceNamespaces: ['team-a'] });
});

test('health is told for both kinds, under the keys that Argo CD reads', () => {
  expect(Object.keys(ArgoCd.health())).toEqual([
    'resource.customizations.health.clickhouse.altinity.com_ClickHouseInstallation',
    'resource.customizations.health.clickhouse-keeper.altinity.com_ClickHouseKeeperInstallation',
  ]);
});
