import { Operator } from 'anyhouse';
import { healthExpressions } from '../../src/gitops/health/expressions';
import { fluxProgram } from './programs';

const specs = (given?: Parameters<typeof fluxProgram>[0]) =>
  fluxProgram(given)
    .emitted('Kustomization')
    .map(({ metadata, spec }) => ({ name: metadata.name, spec: spec as Record<string, unknown> }));

test('environments wait for the services, and are ready when their databases are', () => {
  const [services, staging, production] = specs({ source: { path: 'deploy' } });
  expect(services).toEqual({
    name: 'databases-services',
    spec: {
      interval: '10m',
      retryInterval: '1m',
      timeout: '30m',
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      path: './deploy/services',
      prune: true,
      deletionPolicy: 'Orphan',
      wait: true,
    },
  });
  expect(production).toEqual({
    name: 'databases-production',
    spec: {
      ...services?.spec,
      dependsOn: [{ name: 'databases-services' }],
      path: './deploy/production',
      healthCheckExprs: healthExpressions,
    },
  });
  expect(staging?.name).toBe('databases-staging');
});

test('nothing is ever replaced by force', () => {
  expect(JSON.stringify(specs())).not.toContain('force');
});

test('a repository becomes a source, with a Secret', () => {
  const { emitted } = fluxProgram({
    repository: { url: 'ssh://git@github.com/example/databases', revision: 'main', path: 'deploy', secret: 'github' },
  });
  expect(emitted('GitRepository')).toEqual([
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'databases', namespace: 'flux-system' },
      spec: {
        interval: '5m',
        url: 'ssh://git@github.com/example/databases',
        ref: { branch: 'main' },
        secretRef: { name: 'github' },
      },
    },
  ]);
  expect(emitted('Kustomization')[0]?.spec).toMatchObject({ sourceRef: { kind: 'GitRepository', name: 'databases' } });
});

test('every revision has a source of its own', () => {
  const { emitted } = fluxProgram({
    repository: { url: 'https://github.com/example/databases', revision: 'main' },
    revisions: { production: 'refs/tags/v1' },
  });
  expect(emitted('GitRepository').map(({ metadata, spec }) => [metadata.name, (spec as { ref: object }).ref])).toEqual([
    ['databases', { branch: 'main' }],
    ['databases-production', { name: 'refs/tags/v1' }],
  ]);
  expect(emitted('Kustomization').map(({ spec }) => (spec as { sourceRef: { name: string } }).sourceRef.name)).toEqual([
    'databases',
    'databases',
    'databases-production',
  ]);
});

test('an artifact becomes an OCIRepository', () => {
  const { emitted } = fluxProgram({ repository: { url: 'oci://ghcr.io/example/databases', revision: 'v1' } });
  expect(emitted('OCIRepository')[0]?.spec).toEqual({
    interval: '5m',
    url: 'oci://ghcr.io/example/databases',
    ref: { tag: 'v1' },
  });
});

test('a source elsewhere is named with its namespace', () => {
  const [services] = specs({ source: { kind: 'Bucket', name: 'manifests', namespace: 'sources' } });
  expect(services?.spec.sourceRef).toEqual({ kind: 'Bucket', name: 'manifests', namespace: 'sources' });
});

test('what removes and waits can be changed', () => {
  const [, staging] = specs({ prune: 'manual', timeout: '1h30m' });
  expect(staging?.spec).toMatchObject({ prune: false, timeout: '1h30m', deletionPolicy: 'Orphan' });
});

test('an environment knows what delivers it', () => {
  const { environments } = fluxProgram({ name: 'data' }, Operator.existing());
  expect(environments[0].delivery.deliveredBy).toEqual({
    kind: 'Kustomization',
    name: 'data-staging',
    namespace: 'flux-system',
  });
});

test('transforms have the last word', () => {
  const { emitted } = fluxProgram({
    repository: { url: 'https://github.com/example/databases', revision: 'main' },
    transform: {
      source: (source) => ({ ...source, spec: { ...(source.spec as object), interval: '1m' } }),
      kustomization: (made) => ({ ...made, spec: { ...(made.spec as object), serviceAccountName: 'deployer' } }),
    },
  });
  expect(emitted('GitRepository')[0]?.spec).toMatchObject({ interval: '1m' });
  expect(emitted('Kustomization')[2]?.spec).toMatchObject({ serviceAccountName: 'deployer' });
});
