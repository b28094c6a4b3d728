import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ChangeWindow, Environment, type Manifest, Platform } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { at, list, record } from '../../../src/kubernetes/manifest';
import { writeKubeconfig } from '../cluster/connection';
import { programPath } from '../cluster/programs';
import { until } from '../cluster/until';
import { anyApiServer, makeNamespace } from './servers';
import { tokenOf } from './token';

/* Jobs that resume and suspend Flux, with the kubectl and the rights that they have. */

const server = anyApiServer();
const namespace = 'gated';
const kubeconfig = join(mkdtempSync(join(tmpdir(), 'anyhouse-window-')), 'kubeconfig');
const kind = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' } as const;
const kustomization = (name: string) => ({
  ...kind,
  metadata: { name, namespace: 'flux-system' },
  spec: { interval: '10m', path: './', prune: false, sourceRef: { kind: 'GitRepository', name: 'databases' } },
});
let jobs: readonly Manifest[];

beforeAll(async () => {
  const place = new Environment(new App(), namespace, { platform: Platform.minikube() });
  new ChangeWindow(place, 'office-hours', {
    windows: [{ schedule: '0 9 * * 1-4', duration: '8h' }],
    timeZone: 'Europe/Berlin',
    flux: { kustomization: 'gated' },
  });
  const objects = Testing.synth(place) as Manifest[];
  jobs = objects.filter((object) => object.kind === 'CronJob');
  for (const name of [namespace, 'flux-system']) await makeNamespace(server, name);
  for (const object of objects.filter((one) => one.metadata.name.includes('office-hours'))) await server.apply(object);
  for (const name of ['gated', 'other']) await server.apply(kustomization(name));
  const account = String(at(jobs[0], 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'serviceAccountName'));
  const token = await tokenOf(server, namespace, account);
  writeKubeconfig({ ...server.connection, token, kubeconfig, context: 'test' });
  await until(
    async () => ((await kubectl(argsOf('office-hours-open'))) === '' ? undefined : true),
    () => 'the role has no effect',
  );
}, 120_000);

function argsOf(job: string): readonly string[] {
  const found = jobs.find(({ metadata }) => metadata.name === job);
  const [container] = list(at(found, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers'));
  return list(record(container).args).map(String);
}

/** What it prints; nothing when it fails. */
async function kubectl(args: readonly string[]): Promise<string> {
  const program = await programPath('kubectl');
  const run = promisify(execFile)(program, ['--kubeconfig', kubeconfig, ...args]);
  return run.then(
    ({ stdout }) => stdout,
    () => '',
  );
}

const suspended = async (name: string) => at(await server.get(kustomization(name)), 'spec', 'suspend');

test('the end of a window suspends the Kustomization, its beginning resumes it', async () => {
  expect(await kubectl(argsOf('office-hours-close'))).toContain('/gated patched');
  expect(await suspended('gated')).toBe(true);
  expect(await kubectl(argsOf('office-hours-open'))).toContain('/gated patched');
  expect(await suspended('gated')).toBe(false);
});

test('they have no right to another one', async () => {
  const args = argsOf('office-hours-close').map((arg) => arg.replace('/gated', '/other'));
  expect(await kubectl(args)).toBe('');
  expect(await suspended('other')).toBeUndefined();
});
