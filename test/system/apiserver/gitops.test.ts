import { type ArgoCdProps, type FluxProps, type Manifest, PropError } from 'anyhouse';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { argoCdProgram, fluxProgram } from '../../gitops/programs';
import { argoCdProps, fluxProps } from '../../support/random-gitops';
import { anyApiServer, makeNamespace, refusals } from './servers';

const server = anyApiServer();

beforeAll(async () => {
  for (const name of ['argocd', 'flux-system', 'gitops', 'staging']) await makeNamespace(server, name);
});

function emittedBy({ delivery }: { readonly delivery: Parameters<typeof Testing.synth>[0] }): readonly Manifest[] {
  return Testing.synth(delivery) as Manifest[];
}

test('Argo CD takes fields that others own, and windows', async () => {
  const program = argoCdProgram({ prune: 'automatic' });
  const [{ delivery }] = program.environments;
  const kind = 'ClickHouseInstallation';
  delivery.addOwnedField({
    group: 'clickhouse.altinity.com',
    kind,
    name: 'events',
    jsonPointers: ['/spec/stop'],
    by: '',
  });
  delivery.addSyncWindow({
    kind: 'allow',
    schedule: '0 2 * * 6',
    duration: '4h',
    timeZone: 'Europe/Berlin',
    manualSync: true,
    syncOverrun: true,
    description: 'weekend',
  });
  const emitted = emittedBy(program);
  expect(JSON.stringify(emitted)).toContain('ignoreDifferences');
  expect(JSON.stringify(emitted)).toContain('syncWindows');
  expect(await refusals(server, emitted)).toEqual([]);
});

test('any delivery that the library makes is accepted', async () => {
  const manifests: Manifest[] = [];
  const collect = (build: () => { readonly delivery: Parameters<typeof Testing.synth>[0] }) => {
    try {
      manifests.push(...emittedBy(build()));
    } catch (error) {
      if (!(error instanceof PropError)) throw error;
    }
  };
  for (const props of fc.sample(argoCdProps, { numRuns: 15, seed: 20261121 }))
    collect(() => argoCdProgram(props as Partial<ArgoCdProps>));
  for (const props of fc.sample(fluxProps, { numRuns: 40, seed: 20261121 }))
    collect(() => fluxProgram(props as Partial<FluxProps>));
  expect(new Set(manifests.map(({ kind }) => kind))).toEqual(
    new Set(['AppProject', 'Application', 'Kustomization', 'GitRepository', 'OCIRepository']),
  );
  expect(await refusals(server, manifests)).toEqual([]);
});

test('a field that somebody else has set stays when a delivery applies the object again', async () => {
  const { environments } = argoCdProgram();
  const installation = (Testing.synth(environments[0]) as Manifest[]).find(
    ({ kind }) => kind === 'ClickHouseInstallation',
  );
  if (!installation) throw new Error('The program has no installation.');
  const { apiVersion, kind, metadata } = installation;
  const stop = {
    apiVersion,
    kind,
    metadata: { name: metadata.name, namespace: metadata.namespace },
    spec: { stop: 'yes' },
  };
  expect(await server.applyAs('argocd-controller', installation)).toMatchObject({ accepted: true });
  expect(await server.applyAs('uptime', stop)).toMatchObject({ accepted: true });
  expect(await server.applyAs('argocd-controller', installation)).toMatchObject({ accepted: true });
  expect((await server.get(installation))?.spec).toMatchObject({ stop: 'yes' });
  await server.delete(installation);
});
