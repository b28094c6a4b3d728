import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from 'anyhouse';
import { apply, client, environmentIn, gatewayIn, onCluster, written } from './cluster-under-test';
import { FakeOperator, type Faults } from './fake-operator';

const server = client();
afterAll(() => server.close());

/** Applies an environment and follows it while a fake operator works on it. */
async function waitIn(namespace: string, faults: Faults, more: readonly Manifest[] = [], timeout = '60s') {
  const manifests = [...environmentIn(namespace), ...more];
  await apply(server, manifests);
  const operator = new FakeOperator(server, namespace, faults);
  try {
    return await onCluster(['wait', written(manifests), '--timeout', timeout]);
  } finally {
    await operator.stop();
  }
}

const workload = (apiVersion: string, kind: string, namespace: string, spec: object): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: kind.toLowerCase(), namespace },
  spec,
});
const template = (restartPolicy: string) => ({
  metadata: { labels: { app: 'x' } },
  spec: { restartPolicy, containers: [{ name: 'x', image: 'x:1' }] },
});

test('an environment with its workloads becomes ready', async () => {
  const namespace = 'wait-ready';
  const { code, stdout, stderr } = await waitIn(namespace, {}, [
    workload('apps/v1', 'Deployment', namespace, {
      replicas: 2,
      selector: { matchLabels: { app: 'x' } },
      template: template('Always'),
    }),
    workload('batch/v1', 'Job', namespace, { template: { ...template('Never'), metadata: {} } }),
  ]);
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^ready after /);
  for (const line of [
    `${namespace}/keeper (ClickHouseKeeperInstallation)  1 of 1 member ready: ready`,
    `${namespace}/events (ClickHouseInstallation)  2 of 2 hosts ready: ready`,
    `${namespace}/deployment (Deployment)  2 of 2 pods ready: ready`,
    `${namespace}/job (Job)  done: ready`,
  ]) {
    expect(stdout).toContain(line);
  }
  expect(code).toBe(0);
});

test('pods that no node takes are explained by the scheduler', async () => {
  const { code, stdout } = await waitIn('wait-stuck', { nodeSelector: { pool: 'none' } }, [], '10s');
  expect(code).toBe(1);
  expect(stdout).toMatch(/not ready after 1\ds?.*: wait-stuck\/keeper, wait-stuck\/events\n/);
  expect(stdout).toMatch(
    /: Pending, 0\/6 nodes are available: 6 node\(s\) didn't match Pod's node affinity\/selector\n/,
  );
});

test('an operator that says Completed without a pod is not believed', async () => {
  const { code, stdout } = await waitIn('wait-forgotten', { forgets: ['chi-events-main-0-1'] }, [], '10s');
  expect(code).toBe(1);
  expect(stdout).toContain('wait-forgotten/events (ClickHouseInstallation)  1 of 2 hosts ready\n');
  expect(stdout).toMatch(/not ready after .*: wait-forgotten\/events\n$/);
});

test('an operator that gives up ends it, with the reason', async () => {
  const { code, stdout } = await waitIn('wait-aborted', { aborts: 'Keeper does not answer' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/failed: wait-aborted\/keeper, wait-aborted\/events\n/);
  expect(stdout).toContain('  wait-aborted/keeper and 1 more: Aborted, Keeper does not answer\n');
});

test('a gateway becomes ready, or waits for its certificate', async () => {
  const namespace = 'wait-edge';
  const [deployment, place] = ['Deployment', 'Namespace'].map((kind) =>
    gatewayIn(namespace).find((manifest) => manifest.kind === kind),
  ) as [Manifest, Manifest];
  const ready = { ...deployment, metadata: { ...deployment.metadata, name: 'ready' } };
  await apply(server, [place, ready]);
  expect((await onCluster(['wait', written([ready]), '--timeout', '60s'])).stdout).toContain(
    `${namespace}/ready (Deployment)  1 of 1 pod ready: ready`,
  );

  // Nodes here do not look at volumes, so the pod is held back, and the notice of the kubelet is ours.
  const held = gated({ ...deployment, metadata: { ...deployment.metadata, name: 'held' } });
  await apply(server, [held]);
  const pod = await heldPod(namespace);
  await apply(server, [
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${pod}.mount`, namespace },
      involvedObject: { apiVersion: 'v1', kind: 'Pod', name: pod, namespace },
      type: 'Warning',
      reason: 'FailedMount',
      message: 'MountVolume.SetUp failed for volume "certificate" : secret "edge-tls" not found',
      lastTimestamp: new Date().toISOString().replace(/\.\d+/, ''),
    },
  ]);
  const { code, stdout } = await onCluster(['wait', written([held]), '--timeout', '5s']);
  expect(code).toBe(1);
  expect(stdout).toContain(`${namespace}/held (Deployment)  waits for its certificate\n`);
  expect(stdout).toContain(`stuck?  ${namespace}/held: Secret edge-tls is missing\n`);
});

/** A Deployment whose pods no node is looked for, with labels of its own. */
function gated(manifest: Manifest): Manifest {
  const labels = { app: 'held' };
  const { template } = manifest.spec as { readonly template: { readonly spec: object } };
  const spec = { ...template.spec, schedulingGates: [{ name: 'example.com/held' }] };
  return {
    ...manifest,
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

async function heldPod(namespace: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const pods = await server.list('v1', 'Pod', namespace);
    const found = pods.find(({ metadata }) => metadata.name.startsWith('held-'));
    if (found) return found.metadata.name;
    await sleep(100);
  }
  throw new Error('no pod was made in 10 s');
}
