import { connect } from 'node:net';
import { exchange, openTls } from './clients';
import { until } from './machine';
import { proxyV2 } from './proxy-header';
import { Scene } from './scene';

const drainSeconds = 2;
const domain = 'ch.example.com';
const names = ['pass', 'ended'];

let scene: Scene;

beforeEach(async () => {
  const ended = { mode: 'terminate', speaks: 'plain' } as const;
  scene = await Scene.start([{ name: 'pass' }, { name: 'ended', ...ended }], { drainSeconds });
});
afterEach(() => scene?.stop());

/** One stream for each mode. */
async function openStreams() {
  const { https } = scene.edge.process.ports;
  const streams = await Promise.all(
    names.map((name) => openTls({ port: https, header: proxyV2('10.1.2.3') }, `${name}.${domain}`)),
  );
  const says = async (word: string) => await Promise.all(streams.map((stream) => exchange(stream, word)));
  const answers = (word: string) => names.map((name) => `${name} - ${word}`);
  const closed = Promise.all(streams.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
  expect(await says('before')).toEqual(answers('before'));
  return { streams, says, answers, closed };
}

/** Whether somebody listens there. */
const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

const nobodyListens = () => {
  const { https, native, metrics } = scene.edge.process.ports;
  return until('all ports to be closed', async () =>
    (await Promise.all([https, native, metrics].map(listens))).every((open) => !open),
  );
};

test('SIGUSR1 closes all ports, health too, at once; open streams go on and are cut after the time to drain', async () => {
  const { says, answers, closed } = await openStreams();
  const started = Date.now();
  const exit = scene.edge.signal('SIGUSR1');
  await nobodyListens();
  expect(Date.now() - started).toBeLessThan(drainSeconds * 1000);
  expect(await says('while draining')).toEqual(answers('while draining'));
  await closed;
  expect(Date.now() - started).toBeGreaterThanOrEqual(drainSeconds * 1000 - 100);
  expect(await exit).toBe(0);
});

test('the master ends when the last stream has ended', async () => {
  scene.edge.write(scene.data, { ...scene.edge.process, drainSeconds: 600 });
  expect(await scene.edge.apply()).toContain('applied');
  const { streams, says, answers } = await openStreams();
  const exit = scene.edge.signal('SIGUSR1');
  await nobodyListens();
  expect(await says('while draining')).toEqual(answers('while draining'));
  for (const stream of streams) stream.destroy();
  expect(await exit).toBe(0);
});

test('SIGTERM cuts streams at once', async () => {
  const { closed } = await openStreams();
  const started = Date.now();
  expect(await scene.edge.signal('SIGTERM')).toBe(0);
  await closed;
  expect(Date.now() - started).toBeLessThan(drainSeconds * 1000);
});

test('the applying script neither revives an edge that drains nor takes part in its end', async () => {
  scene.edge.write(scene.data, { ...scene.edge.process, drainSeconds: 60 });
  expect(await scene.edge.apply()).toContain('applied');
  const { streams, says, answers } = await openStreams();
  const exit = scene.edge.signal('SIGUSR1');
  await nobodyListens();
  scene.edge.write(scene.data, { ...scene.edge.process, drainSeconds: 600 });
  expect(await scene.edge.apply()).toContain('failed: HAProxy does not answer');
  await nobodyListens();
  expect(await says('still')).toEqual(answers('still'));
  for (const stream of streams) stream.destroy();
  expect(await exit).toBe(0);
});

test.each(['SIGUSR1', 'SIGTERM'] as const)(
  '%s ends the applying script, as the image and as others send it',
  async (signal) => {
    const script = scene.edge.startScript('watch', 'ignore');
    const ended = new Promise((resolve) => script.once('close', (code) => resolve(code)));
    await until('it to have applied', async () => (await scene.edge.status('/readyz')) === '200');
    script.kill(signal);
    expect(await ended).toBe(0);
  },
);
