import type { Manifest } from 'anyhouse';
import { apply, client, environmentIn, onCluster, written } from './cluster-under-test';
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
