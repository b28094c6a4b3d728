import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { EdgeData, EdgeRoute } from '../../../src/edge/data-plane/model';
import { renderConfig } from '../../../src/edge/data-plane/render-config';
import { edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { type Listening, startBackend } from './backends';
import { clientHello } from './client-hello';
import { exchange, inParallel, openTls, probe, visit } from './clients';
import { proxyV2 } from './proxy-header';
import { randomOf } from './random-allow';
import { route, Scene } from './scene';

const seed = Number(process.env.EDGE_SEED ?? Date.now() % 1_000_000);
const domain = 'ch.example.com';

let scene: Scene;
let backends: readonly Listening[];

beforeAll(async () => {
  scene = await Scene.start([{ name: 'first', allow: 'open' }], { drainSeconds: 600 });
  backends = await Promise.all(['one', 'two'].map((name) => startBackend(name, { speaks: 'hello', header: 'none' })));
});
afterAll(async () => {
  for (const backend of backends ?? []) backend.close();
  await scene?.stop();
});

const header = proxyV2('10.1.2.3');
const port = () => scene.edge.process.ports.https;
const first = () => scene.data.environments[0]?.routes[0] as EdgeRoute;
const dataOf = (...routes: readonly EdgeRoute[]): EdgeData => ({
  environments: [{ domain, extraHosts: [], allow: 'open', routes: [first(), ...routes] }],
  clientAddress: { loadBalancers: ['127.0.0.1/32'] },
});
/** A route to one of the two backends. */
const to = (backend: 0 | 1, name: string, allow: readonly string[]) =>
  route({ name, allow }, backends[backend]?.port ?? 0);

async function tablesEqual(data: EdgeData): Promise<void> {
  const { 'trusted_lb.lst': trusted, ...maps } = edgeTables(data);
  for (const [name, lines] of Object.entries(maps))
    expect([name, await scene.edge.table(name)]).toEqual([name, [...lines].sort()]);
  expect(await scene.edge.table('src_class_next.map')).toEqual([]);
  expect(await scene.edge.table('trusted_lb.lst', 'acl')).toEqual([...trusted].sort());
}

test('changed files are applied without a reload, and an open stream goes on', async () => {
  const worker = await scene.edge.worker();
  const stream = await openTls({ port: port(), header }, `first.${domain}`);
  const data = dataOf(to(0, 'new', ['10.0.0.0/8', '2001:db8::/32']), to(1, 'inner', ['10.1.0.0/16']));
  scene.edge.write(data);
  expect(await scene.edge.apply()).toContain('applied');
  await tablesEqual(data);
  expect(await probe({ port: port(), header }, clientHello(`new.${domain}`))).toBe('one');
  expect(await exchange(stream, 'still')).toBe('first - still');
  expect(await scene.edge.worker()).toBe(worker);
  stream.destroy();
});

test('trusted load balancers change without a reload', async () => {
  const worker = await scene.edge.worker();
  const data = { ...dataOf(), clientAddress: { loadBalancers: ['127.0.0.1/32', '127.0.0.8/29'] } };
  expect(await visit({ port: port(), header, from: '127.0.0.9' }, `first.${domain}`)).toBe('refused');
  scene.edge.write(data);
  expect(await scene.edge.apply()).toContain('applied');
  await tablesEqual(data);
  expect(await visit({ port: port(), header, from: '127.0.0.9' }, `first.${domain}`)).toBe('first - ping');
  expect(await visit({ port: port(), header, from: '127.0.0.17' }, `first.${domain}`)).toBe('refused');
  expect(await scene.edge.worker()).toBe(worker);
});

test('a changed configuration is reloaded once, and an open stream goes on', async () => {
  const worker = await scene.edge.worker();
  const stream = await openTls({ port: port(), header }, `first.${domain}`);
  scene.edge.write(dataOf(), { ...scene.edge.process, drainSeconds: 601 });
  expect(await scene.edge.apply()).toContain('applied');
  const reloaded = await scene.edge.worker();
  expect(reloaded).not.toBe(worker);
  await scene.edge.apply();
  expect(await scene.edge.worker()).toBe(reloaded);
  expect(await exchange(stream, 'still')).toBe('first - still');
  stream.destroy();
});

describe('what HAProxy would not take', () => {
  const failed = () => scene.edge.metric('haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}');
  const good = () => edgeFiles(renderConfig({ ...scene.edge.process, drainSeconds: 601 }), edgeTables(dataOf()));
  const next = () =>
    edgeFiles(renderConfig({ ...scene.edge.process, drainSeconds: 601 }), edgeTables(dataOf(to(0, 'next', []))));
  const sumsOf = (files: Readonly<Record<string, string>>) => {
    const { sums: _, ...rest } = files;
    const [configuration = '', ...tables] = [
      'haproxy.cfg',
      'routes.map',
      'src_class.map',
      'allow.map',
      'trusted_lb.lst',
    ].map((name) => rest[name] ?? '');
    const lines = tables.map((text) => text.split('\n').filter((line) => line !== ''));
    const [routes = [], classes = [], pairs = [], trusted = []] = lines;
    return edgeFiles(configuration, {
      'routes.map': routes,
      'src_class.map': classes,
      'allow.map': pairs,
      'trusted_lb.lst': trusted,
    });
  };

  test.each([
    [
      'a configuration with an error',
      () => sumsOf({ ...good(), 'haproxy.cfg': 'frontend x\n  nonsense\n' }),
      'unknown keyword',
    ],
    ['a range that is none', () => sumsOf({ ...good(), 'src_class.map': '10.0.0/99 x\n' }), '10.0.0/99'],
    [
      'files of two revisions',
      () => ({ ...next(), 'routes.map': good()['routes.map'] ?? '' }),
      'files of two revisions',
    ],
    [
      'a file that is not there',
      () => Object.fromEntries(Object.entries(next()).filter(([name]) => name !== 'allow.map')),
      'allow.map',
    ],
  ])('%s changes nothing and is reported', async (_, files, said) => {
    const [worker, before] = [await scene.edge.worker(), await scene.edge.table('routes.map')];
    scene.edge.writeFiles(files());
    expect(await scene.edge.apply()).toMatch(new RegExp(`failed: .*${said}`));
    expect(await failed()).toBe(1);
    expect([await scene.edge.worker(), await scene.edge.table('routes.map')]).toEqual([worker, before]);
    expect(await visit({ port: port(), header }, `first.${domain}`)).toBe('first - ping');
    expect(scene.edge.runScript('init').status).toBe(1);
    scene.edge.writeFiles(good());
    expect(await scene.edge.apply()).toContain('applied');
    expect(await failed()).toBe(0);
  });
});

test('ten thousand routes, in several files, are all applied and all removed again', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    to(0, `c${index}`, [`10.${index % 200}.${index % 7}.0/24`]),
  );
  const data = dataOf(...many);
  expect(Object.keys(edgeFiles('', edgeTables(data)))).toContain('routes.map.1');
  for (const state of [data, dataOf()]) {
    scene.edge.write(state, { ...scene.edge.process, drainSeconds: 601 });
    expect(await scene.edge.apply()).toContain('applied');
    await tablesEqual(state);
  }
});

describe('killed while it works', () => {
  // Clients of both, of one and of no state; the route of `moved` has another backend in each.
  const states = () => [
    dataOf(
      to(0, 'moved', ['10.1.0.0/16', '10.2.0.0/16']),
      to(0, 'only-a', ['10.0.0.0/8']),
      to(0, 'narrow', ['10.0.0.0/8']),
    ),
    dataOf(
      to(1, 'moved', ['10.2.0.0/16', '10.3.0.0/16']),
      to(1, 'only-b', ['10.3.0.0/16']),
      to(0, 'narrow', ['10.2.3.0/24', '2001:db8::/48']),
    ),
  ];
  const clients = [
    '10.1.0.1',
    '10.2.0.1',
    '10.2.3.4',
    '10.3.0.1',
    '10.4.0.1',
    '11.0.0.1',
    '2001:db8::1',
    '2001:db9::1',
  ];
  const names = ['moved', 'only-a', 'only-b', 'narrow', 'neither'];
  const asked = clients.flatMap((client) => names.map((name) => [client, name] as const));

  const ask = () =>
    inParallel(asked, 16, ([client, name]) =>
      probe({ port: port(), header: proxyV2(client) }, clientHello(`${name}.${domain}`)),
    );
  const settle = async (data: EdgeData) => {
    scene.edge.write(data, { ...scene.edge.process, drainSeconds: 601 });
    expect(await scene.edge.apply()).toContain('applied');
    await tablesEqual(data);
    return await ask();
  };

  test('a hundred times: every client gets what it got before, what it gets after, or a refusal', async () => {
    const random = randomOf(seed);
    const [a, b] = states() as [EdgeData, EdgeData];
    const answers = [await settle(a), await settle(b)] as const;
    expect(answers[0]).not.toEqual(answers[1]);
    // How long a change takes here and now: kills are spread over that time.
    scene.edge.write(a, { ...scene.edge.process, drainSeconds: 601 });
    const start = Date.now();
    expect(await scene.edge.apply()).toContain('applied');
    const whole = Date.now() - start;
    await settle(b);
    const seen = { old: 0, new: 0, refused: 0, untouched: 0, between: 0, finished: 0 };
    const [before, after] = [settledTables(a), settledTables(b)];
    let state = 1;
    for (let kill = 0; kill < 100; kill++) {
      state = 1 - state;
      scene.edge.write(state === 0 ? a : b, { ...scene.edge.process, drainSeconds: 601 });
      await scene.edge.killed((0.2 + random()) * whole);
      const got = await ask();
      const held = await heldTables();
      const [was, wanted] = state === 0 ? [after, before] : [before, after];
      seen[held === was ? 'untouched' : held === wanted ? 'finished' : 'between']++;
      for (const [index, answer] of got.entries()) {
        const may = [answers[0][index], answers[1][index], 'refused'];
        if (!may.includes(answer))
          throw new Error(`seed ${seed}, kill ${kill}: ${asked[index]} got ${answer}, not ${may}`);
        seen[answer === answers[state]?.[index] ? 'new' : answer === 'refused' ? 'refused' : 'old']++;
      }
      if (kill % 10 === 9) expect(await settle(state === 0 ? a : b)).toEqual(answers[state]);
      if (kill % 25 === 24) await restart();
    }
    console.log(`seed ${seed}, 100 kills within ${whole} ms:`, JSON.stringify(seen));
    expect(seen.between).toBeGreaterThan(5);
    expect(await settle(a)).toEqual(answers[0]);
  });

  const mapNames = ['allow.map', 'routes.map', 'src_class.map', 'src_class_next.map'];
  const heldTables = async () => JSON.stringify(await Promise.all(mapNames.map((name) => scene.edge.table(name))));
  const settledTables = (data: EdgeData) => {
    const tables: Readonly<Record<string, readonly string[]>> = { ...edgeTables(data), 'src_class_next.map': [] };
    return JSON.stringify(mapNames.map((name) => [...(tables[name] ?? [])].sort()));
  };

  /** HAProxy starts from whatever the killed script has left. */
  async function restart(): Promise<void> {
    await scene.edge.stopProxy();
    const { directory } = scene.edge.process;
    const live = readFileSync(join(directory, 'live', 'haproxy.cfg'), 'utf8');
    expect(live).toContain('frontend fe_edge');
    expect(readdirSync(join(directory, 'sets'))).toContain(readlinkSync(join(directory, 'live')).replace('sets/', ''));
    await scene.edge.startProxy();
  }
});

test('the script says how it is used', () => {
  expect(scene.edge.runScript('other')).toMatchObject({ status: 2, stdout: expect.stringContaining('usage: ') });
});
