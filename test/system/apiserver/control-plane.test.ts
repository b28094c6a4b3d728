import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { at } from '../../../src/kubernetes/manifest';
import { hasCondition } from '../cluster/condition';
import { ControlPlane } from '../cluster/control-plane';
import { programPath } from '../cluster/programs';
import { until } from '../cluster/until';

describe('a control plane with controllers, a scheduler and nodes', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'whole', parts: ['controllers', 'scheduler', 'nodes'] });
  });
  afterAll(() => plane.stop());

  test('has two nodes in each of three zones', async () => {
    const zones = (await plane.client.list('v1', 'Node')).map(
      ({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone'],
    );
    expect(zones.sort()).toEqual(['a', 'a', 'b', 'b', 'c', 'c'].map((zone) => `eu-west-1${zone}`));
  });

  test('brings the pod of a StatefulSet with a volume to readiness', async () => {
    const [storageClass, statefulSet] = databaseWithDisk();
    await plane.client.apply(storageClass);
    await plane.client.apply(statefulSet);
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'database-0', namespace: 'default' } };
    const ready = await plane.client.waitFor(pod, (object) => hasCondition(object, 'Ready'));
    expect(at(ready, 'spec', 'nodeName')).toMatch(/^node-[abc][12]$/);
  });

  test('can be used with its kubeconfig file', async () => {
    const { kubeconfig, context } = plane.connection;
    const kubectl = await programPath('kubectl');
    const names = execFileSync(kubectl, [
      '--kubeconfig',
      kubeconfig,
      '--context',
      context,
      'get',
      'nodes',
      '-o',
      'name',
    ]);
    expect(names.toString().trim().split('\n')).toHaveLength(6);
  });
});

test('a control plane is gone with its files when the process that started it is killed', async () => {
  const holder = spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../cluster/hold.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => createInterface(holder.stdout).once('line', resolve));
  const { url, kubeconfig } = JSON.parse(line) as { url: string; kubeconfig: string };
  expect(await isListening(url)).toBe(true);

  holder.kill('SIGKILL');
  await until(
    async () => (!existsSync(kubeconfig) && !(await isListening(url))) || undefined,
    () => `something is left of ${kubeconfig}`,
  );
});

/** Whether something answers there; that it is not trusted is an answer, too. */
async function isListening(url: string): Promise<boolean> {
  const code = await fetch(url).then(
    () => '',
    (error: Error) => (error.cause as { code?: string } | undefined)?.code,
  );
  return code !== 'ECONNREFUSED';
}

function databaseWithDisk() {
  const labels = { app: 'database' };
  return [
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'disk' },
      provisioner: 'kubernetes.io/host-path',
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'database', namespace: 'default' },
      spec: {
        serviceName: 'database',
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
          },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '1Gi' } },
              storageClassName: 'disk',
            },
          },
        ],
      },
    },
  ] as const;
}
