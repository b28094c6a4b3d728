import { examples } from '../../../examples/index';
import { topologyOf } from '../../../src/altinity/topology';
import { at, type Manifest, record } from '../../../src/kubernetes/manifest';
import { podsOf } from './operator-pod';
import { claimsOf } from './operator-storage';
import { anyApiServer, makeNamespace } from './servers';

const server = anyApiServer();
const namespace = 'restricted-pods';

const production = examples.flatMap((example) =>
  (['eks', 'gke'] as const).map((platform) => ({ name: example.name, platform, manifests: example.synth(platform) })),
);

beforeAll(async () => {
  await makeNamespace(server, namespace, { 'pod-security.kubernetes.io/enforce': 'restricted' });
  // Admission of a pod asks for its ServiceAccount.
  const accounts = production.flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'ServiceAccount'));
  for (const account of accounts) await server.apply({ ...account, metadata: { ...account.metadata, namespace } });
});

describe.each(production)('the example $name on $platform', ({ manifests }) => {
  const hosts = manifests.reduce((sum, manifest) => sum + topologyOf(manifest).hosts.length, 0);

  test('makes pods that a restricted namespace admits, with all that the operator adds', async () => {
    const pods = manifests.flatMap((manifest) => [...podsOf(manifest), ...podsOfWorkload(manifest)]);
    expect(pods.length).toBeGreaterThanOrEqual(Math.max(hosts, 1));
    expect(await complaints(pods)).toEqual([]);
  });

  test('makes volume claims that the API server accepts', async () => {
    const claims = manifests.flatMap((manifest) => claimsOf(manifest));
    expect(claims.length).toBeGreaterThanOrEqual(Math.max(hosts, 1));
    expect(await complaints(claims)).toEqual([]);
  });
});

describe('a restricted namespace', () => {
  const pods = production.flatMap(({ manifests }) => manifests.flatMap((manifest) => podsOf(manifest)));
  const pod = pods[0] as Manifest;

  test('refuses the same pod when it asks for privileges', async () => {
    expect(await complaints([withContainer(pod, { securityContext: { privileged: true } })])).toEqual([
      expect.stringContaining('violates PodSecurity "restricted:latest": privileged'),
    ]);
  });

  test('refuses the same pod when a container is not secured', async () => {
    expect(await complaints([withContainer(pod, { securityContext: undefined })])).toEqual([
      expect.stringContaining('allowPrivilegeEscalation != false'),
    ]);
  });

  test('refuses the container that the operator adds beside a log volume of its own', async () => {
    const logging = examples.flatMap((example) => example.synth('eks')).filter(hasLogVolume);
    const stripped = logging.map((installation) => mapPodSpecs(installation, keepFirstContainer));
    const pods = stripped.flatMap((manifest) => podsOf(manifest));
    expect(pods.length).toBeGreaterThan(0);
    expect(await complaints(pods)).toEqual(
      pods.map(() => expect.stringContaining('container "clickhouse-log" must set securityContext')),
    );
  });
});

/** What is said against creating objects, with warnings, because those are refusals of the next Kubernetes release. */
async function complaints(objects: readonly Manifest[]): Promise<readonly string[]> {
  const placed = objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
  const verdicts = await Promise.all(placed.map((object) => server.dryRunCreate(object)));
  return verdicts.flatMap((verdict) => (verdict.accepted ? verdict.warnings : [verdict.message]));
}

/** The pod of a Deployment, StatefulSet, DaemonSet or Job. */
function podsOfWorkload(manifest: Manifest): readonly Manifest[] {
  if (!['apps/v1', 'batch/v1'].includes(manifest.apiVersion)) return [];
  const job = manifest.kind === 'CronJob' ? at(manifest, 'spec', 'jobTemplate') : manifest;
  const template = record(at(job, 'spec', 'template'));
  const metadata = { ...record(template.metadata), name: manifest.metadata.name };
  return [{ apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec }];
}

function withContainer(pod: Manifest, change: object): Manifest {
  const spec = pod.spec as { containers: object[] };
  return { ...pod, spec: { ...spec, containers: spec.containers.map((container) => ({ ...container, ...change })) } };
}

function hasLogVolume(manifest: Manifest): boolean {
  return at(manifest, 'spec', 'defaults', 'templates', 'logVolumeClaimTemplate') !== undefined;
}

interface Templates {
  readonly podTemplates: readonly { readonly spec: { readonly containers: readonly object[] } }[];
}

function mapPodSpecs(installation: Manifest, change: (spec: Templates['podTemplates'][0]['spec']) => object): Manifest {
  const spec = record(installation.spec);
  const templates = spec.templates as Templates;
  const podTemplates = templates.podTemplates.map((template) => ({ ...template, spec: change(template.spec) }));
  return { ...installation, spec: { ...spec, templates: { ...templates, podTemplates } } };
}

function keepFirstContainer(spec: Templates['podTemplates'][0]['spec']): object {
  return { ...spec, containers: spec.containers.slice(0, 1) };
}
