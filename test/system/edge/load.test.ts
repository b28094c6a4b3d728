import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EdgeData, EdgeProcess } from '../../../src/edge/data-plane/model';
import { exchange, openTls, visit } from './clients';
import { until } from './machine';
import { proxyV2 } from './proxy-header';
import { route, Scene } from './scene';

const domain = 'ch.example.com';
const header = proxyV2('10.1.2.3');

let scene: Scene;

beforeAll(async () => {
  const ended = { mode: 'terminate', speaks: 'plain' } as const;
  scene = await Scene.start([{ name: 'pass' }, { name: 'ended', ...ended }], { drainSeconds: 600 });
});
afterAll(() => scene?.stop());

/** Clients that connect all the time, and streams that stay, while something else happens. */
async function underLoad(work: () => Promise<void>) {
  const way = { port: scene.edge.process.ports.https, header };
  const names = ['pass', 'ended'];
  const counts = { connections: 0, failed: 0, pings: 0, dropped: 0 };
  let on = true;
  const client = async (name: string) => {
    // A pause, so that the machine is busy and not at a standstill.
    for (; on; await sleep(25)) {
      counts.connections++;
      if ((await visit(way, `${name}.${domain}`)) !== `${name} - ping`) counts.failed++;
    }
  };
  const stay = async (name: string, stream: Socket) => {
    for (; on; await sleep(50)) {
      counts.pings++;
      if ((await exchange(stream, 'ping').catch(() => 'dropped')) !== `${name} - ping`) {
        counts.dropped++;
        return;
      }
    }
    stream.destroy();
  };
  const streams = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const name = names[index % 2] ?? '';
      return [name, await openTls(way, `${name}.${domain}`)] as const;
    }),
  );
  const load = [
    ...streams.map(([name, stream]) => stay(name, stream)),
    ...Array.from({ length: 8 }, (_, index) => client(names[index % 2] ?? '')),
  ];
  try {
    await work();
  } finally {
    on = false;
    await Promise.all(load);
  }
  return counts;
}

/** Runs the applying script as a pod does, and gives a way to wait until it has applied something. */
async function whileWatching(work: (applied: () => Promise<void>) => Promise<void>): Promise<void> {
  const script = scene.edge.startScript('watch', ['ignore', 'pipe', 'inherit']);
  let said = '';
  script.stdout?.on('data', (text) => {
    said += text;
  });
  let seen = 0;
  const count = () => said.split('applied').length - 1;
  const applied = async () => {
    await until(`the script to apply: ${said}`, () => count() > seen, 60);
    seen = count();
  };
  try {
    await applied();
    await work(applied);
    expect(said).not.toContain('failed');
  } finally {
    const ended = once(script, 'close');
    script.kill('SIGTERM');
    await ended;
  }
}

test('20 reloads: no connection fails and no stream is dropped', async () => {
  const workers = new Set<number>();
  const counts = await underLoad(() =>
    whileWatching(async (applied) => {
      for (let reload = 1; reload <= 20; reload++) {
        const changed: EdgeProcess = { ...scene.edge.process, drainSeconds: 600 + reload };
        scene.edge.write(scene.data, changed);
        await applied();
        workers.add(await scene.edge.worker());
      }
    }),
  );
  console.log('20 reloads:', JSON.stringify(counts));
  expect(workers.size).toBe(20);
  expect(counts).toMatchObject({ failed: 0, dropped: 0 });
  expect(counts.connections).toBeGreaterThan(200);
});

test('200 changes of routes and allowlists: no connection fails and no stream is dropped', async () => {
  const [environment] = scene.data.environments;
  scene.edge.write(scene.data, { ...scene.edge.process, drainSeconds: 620 });
  expect(await scene.edge.apply()).toContain('applied');
  const worker = await scene.edge.worker();
  const counts = await underLoad(() =>
    whileWatching(async (applied) => {
      for (let change = 1; change <= 200; change++) {
        // Every fourth change moves lists, too. The client of the load is in all of them, each time in other ranges.
        const turn = Math.floor(change / 4);
        const allow = [`10.${turn % 2}.0.0/${15 + (turn % 2)}`, `10.0.0.0/${8 + (turn % 3)}`];
        const changing = (environment?.routes ?? []).map((one) => ({ ...one, allow }));
        const added = route({ name: `added-${change}`, allow: ['10.1.0.0/24'] }, 9);
        const data: EdgeData = {
          ...scene.data,
          environments: [{ domain, extraHosts: [], allow: 'open', routes: [...changing, added] }],
        };
        scene.edge.write(data, { ...scene.edge.process, drainSeconds: 620 });
        await applied();
      }
    }),
  );
  console.log('200 changes:', JSON.stringify(counts));
  expect(await scene.edge.worker()).toBe(worker);
  expect(counts).toMatchObject({ failed: 0, dropped: 0 });
  expect(counts.connections).toBeGreaterThan(200);
  expect(await scene.edge.table('routes.map')).toContainEqual(expect.stringContaining('https/added-200.'));
});
