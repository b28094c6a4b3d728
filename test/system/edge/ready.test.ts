import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { edgeFiles } from '../../../src/edge/data-plane/render-data';
import { until } from './machine';
import { Scene } from './scene';

let scene: Scene;

beforeEach(async () => {
  scene = await Scene.start([{ name: 'events' }]);
});
afterEach(() => scene?.stop());

const becomes = (status: string) =>
  until(`/readyz to answer ${status}`, async () => (await scene.edge.status('/readyz')) === status);

/** Runs the applying script while something happens. */
async function whileWatching(work: () => Promise<void>): Promise<void> {
  const script = scene.edge.startScript('watch', 'ignore');
  const ended = once(script, 'close');
  try {
    await work();
  } finally {
    script.kill('SIGTERM');
    await ended;
  }
}

test('a pod is ready once something was applied, and stays so when HAProxy reloads or starts again', async () => {
  expect([await scene.edge.status('/healthz'), await scene.edge.status('/readyz')]).toEqual(['200', '503']);
  await whileWatching(async () => {
    await becomes('200');
    const worker = await scene.edge.worker();
    scene.edge.write(scene.data, { ...scene.edge.process, drainSeconds: 31 });
    await until('a reload', async () => (await scene.edge.worker()) !== worker);
    await becomes('200');
    await scene.edge.stopProxy();
    await scene.edge.startProxy();
    await becomes('200');
  });
});

test('a change that cannot be applied leaves a pod ready that was, also when HAProxy starts again', async () => {
  await whileWatching(async () => {
    await becomes('200');
    scene.edge.writeFiles(
      edgeFiles('nonsense', { 'routes.map': [], 'src_class.map': [], 'allow.map': [], 'trusted_lb.lst': [] }),
    );
    const failed = 'haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}';
    await until('the failure to show', async () => (await scene.edge.metric(failed)) === 1);
    expect(await scene.edge.status('/readyz')).toBe('200');
    await scene.edge.stopProxy();
    await scene.edge.startProxy();
    await becomes('200');
  });
});

test('probes and scrapes write no lines', async () => {
  const paths = ['/healthz', '/readyz', '/metrics', '/other'];
  expect(await Promise.all(paths.map((path) => scene.edge.status(path)))).toEqual(['200', '503', '200', '403']);
  await scene.edge.stopProxy();
  expect(scene.edge.log).not.toContain('127.0.0.1');
});

test('HAProxy has nothing to warn of in the configuration', () => {
  const file = `${scene.edge.process.directory}/live/haproxy.cfg`;
  const { status, stdout, stderr } = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' });
  expect([status, (stdout + stderr).replace('Configuration file is valid', '').trim()]).toEqual([0, '']);
});
