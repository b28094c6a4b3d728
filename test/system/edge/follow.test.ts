import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../cluster/until';
import { configMap, FakeApiServer } from './api-server';
import { Follower, type Shell } from './follower';
import { randomOf } from './random-allow';

const seed = Number(process.env.EDGE_SEED ?? Date.now() % 1_000_000);

/** Data of a ConfigMap with a table of its own. */
function dataOf(...hosts: readonly string[]): Readonly<Record<string, string>> {
  const routes = hosts.map((host) => `https/${host} term|v1|chi-a.b.svc.cluster.local|8445|0f|10|100\n`);
  return withSums({
    'routes.map': routes.join(''),
    'src_class.map': '10.0.0.0/8 ab|cd\n2001:db8::/32 ef\n',
    'allow.map': 'ab/0f 1\n',
    'trusted_lb.lst': '',
  });
}

function withSums(tables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  const sums = Object.entries({ 'haproxy.cfg': 'elsewhere', ...tables }).map(
    ([name, text]) => `${sum(text)}  ${name}\n`,
  );
  return { ...tables, sums: sums.join('') };
}

const holds = (what: string, condition: () => boolean) =>
  until(
    async () => condition() || undefined,
    () => `${what}:\n${follower.log.join('\n')}`,
  );

let server: FakeApiServer;
let follower: Follower;

async function start(shell: Shell, options: { name?: string; host?: string } = {}): Promise<void> {
  server = await FakeApiServer.start(options);
  const { port, authority } = server;
  const host = options.host ?? '127.0.0.1';
  follower = new Follower({ host, port, authority: authority.certificate, token: 'first' }, shell);
  server.change(configMap(dataOf('start')));
  follower.start();
}

async function follows(data: Readonly<Record<string, string>>, annotations?: Record<string, string>): Promise<void> {
  server.change(configMap(data, annotations));
  await taken(data);
}

const taken = (data: Readonly<Record<string, string>>) =>
  holds('the copy is old', () => JSON.stringify(follower.files) === JSON.stringify(sorted(data)));
const sorted = (data: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
const watches = () => holds('nobody watches', () => server.watching > 0);
const said = (text: string) => follower.log.filter((line) => line.includes(text)).length;

afterEach(async () => {
  await follower?.remove();
  server?.close();
});

describe.each<Shell>(['dash', 'busybox'])('with the programs of %s', (shell) => {
  test('what is there is copied, and then every change', async () => {
    await start(shell);
    await taken(dataOf('start'));
    for (const host of ['one', 'two', 'three']) await follows(dataOf(host, 'more'));
    const watched = server.requests.filter((request) => request.includes('watch=1'));
    expect(watched).toEqual([
      'GET /api/v1/namespaces/edge/configmaps?watch=1&fieldSelector=metadata.name=edge-data&timeoutSeconds=30 first',
    ]);
    expect(follower.log.every((line) => /^edge-follow: read sets\/[0-9a-f]{16}$/.test(line))).toBe(true);
    expect(follower.contact).toBeGreaterThan(0);
  });

  test('events may come in pieces and several at once; bookmarks and removals change nothing', async () => {
    await start(shell);
    await taken(dataOf('start'));
    server.object = JSON.stringify(configMap(dataOf('pieces')));
    const event = `${JSON.stringify({ type: 'MODIFIED', object: { note: '\\"' } })}\n`;
    for (const piece of [
      '{"type":"BOOKMARK","obj',
      'ect":{}}\n',
      event.slice(0, 9),
      event.slice(9) + event.repeat(3),
    ]) {
      server.tellText(piece);
      await sleep(20);
    }
    await taken(dataOf('pieces'));
    server.tell({ type: 'DELETED', object: {} });
    await holds('the removal is not said', () => said('ConfigMap edge/edge-data is gone; the copy stays') === 1);
    await taken(dataOf('pieces'));
    await follows(dataOf('again'));
  });

  test('an event that the API server never sends ends the connection, and nothing else', async () => {
    await start(shell);
    await watches();
    server.tell({ type: 'ERROR', object: { kind: 'Status', code: 410 } });
    await holds('it goes on watching', () => server.watching === 0);
    await watches();
    server.tellText('2f\r\n');
    await holds('garbage is not said', () => said('failed: the API server tells 2f') === 1);
    await watches();
    await follows(dataOf('after'));
  });

  test.each([
    [
      'characters that no table has',
      { ...dataOf('new'), 'routes.map': '$(reboot)\n' },
      'routes.map holds what no table',
    ],
    ['an escaped quote', { ...dataOf('new'), 'allow.map': 'a"b\n' }, 'allow.map holds what no table'],
    ['an escaped end of a line', { ...dataOf('new'), 'allow.map': 'a\\nb\n' }, 'allow.map holds what no table'],
    ['a table of another revision', { ...dataOf('new'), 'routes.map': 'https/old x\n' }, 'files of two revisions'],
    ['no sums', { 'routes.map': 'https/old x\n' }, 'files of two revisions'],
    ['a sum of a file elsewhere', withSums({ 'routes.map': '', '../token': 'x' }), 'files of two revisions'],
    [
      'a sum of a file that is not there',
      { ...withSums({ 'routes.map': '', 'routes.map.1': 'x' }), 'routes.map.1': '' },
      'files of two revisions',
    ],
  ])('%s in the ConfigMap is no new copy', async (_, data, message) => {
    await start(shell);
    await taken(dataOf('start'));
    await watches();
    server.change(configMap(data));
    await holds('the fault is not said', () => said(`failed: ${message}`) === 1);
    await taken(dataOf('start'));
    await follows(dataOf('mended'));
  });

  test('an answer that is cut off anywhere is no new copy', async () => {
    await start(shell);
    await taken(dataOf('start'));
    const random = randomOf(seed);
    const { length } = JSON.stringify(configMap(dataOf('cut')));
    server.cutAt = Math.floor(random() * (length - 1));
    server.change(configMap(dataOf('cut')));
    await holds(`the fault is not said, seed ${seed}`, () => said('failed: ') === 1);
    await taken(dataOf('start'));
    server.cutAt = undefined;
    await taken(dataOf('cut')); // it asks again by itself
  });

  test.each([401, 403, 500])('status %d is said once, and what comes after is followed', async (status) => {
    await start(shell);
    await taken(dataOf('start'));
    await watches();
    const before = server.requests.length;
    server.status = status;
    server.endWatches();
    await holds('it does not ask again', () => server.requests.length >= before + 2);
    expect(said(`failed: the API server answers ${status}`)).toBe(1);
    server.status = 200;
    await watches();
    await follows(dataOf('after'));
    expect(follower.contact).toBeGreaterThan(0);
  });

  test('tables may be in pieces, and empty', async () => {
    await start(shell);
    await follows(
      withSums({ 'routes.map': 'a b\n', 'routes.map.1': 'c d\n', 'allow.map': '', 'src_class.map': 'no end' }),
    );
  });

  test('an API server that was away is followed again, with the token of now', async () => {
    await start(shell);
    await taken(dataOf('start'));
    server.close();
    follower.replaceToken('second');
    await holds('the loss is not said', () => said('failed: no answer of the API server at 127.0.0.1') > 0);
    server.object = JSON.stringify(configMap(dataOf('meanwhile')));
    await server.listen();
    await taken(dataOf('meanwhile'));
    expect(server.requests.at(-1)).toMatch(/ second$/);
  });

  test('nobody gets the token who is not the API server', async () => {
    await start(shell, { name: 'kubernetes.example.com' });
    await holds('it does not ask again', () => server.connections >= 3);
    expect(said('does not match hostname')).toBe(1);
    expect([server.requests, follower.files, follower.contact]).toEqual([[], {}, 0]);
  });

  test('nobody gets the token whose certificate is of another authority', async () => {
    server = await FakeApiServer.start();
    const other = await FakeApiServer.start();
    const authority = other.authority.certificate;
    other.close();
    follower = new Follower({ host: '127.0.0.1', port: server.port, authority, token: 'first' }, shell);
    follower.start();
    await holds('it trusts another authority', () => said('certificate verify failed') > 0);
    expect(server.requests).toEqual([]);
  });

  test('the address of the API server may be IPv6', async () => {
    await start(shell, { host: '::1' });
    await taken(dataOf('start'));
  });

  test.each(['SIGTERM', 'SIGUSR1'] as const)('it ends at %s while it waits for events', async (signal) => {
    await start(shell);
    await taken(dataOf('start'));
    await watches();
    expect(await follower.stop(signal)).toBe(0);
  });

  test('what stands beside the data confuses nobody', async () => {
    await start(shell);
    const random = randomOf(seed);
    const noise = [
      '"',
      '\\',
      '\\"',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '\n',
      '\u2028',
      'é',
      '<',
      'data',
      'sums',
      '"data":{"sums":"',
    ];
    const nasty = () => Array.from({ length: 30 }, () => noise[Math.floor(random() * noise.length)]).join('');
    for (let round = 0; round < 20; round++) {
      const other = { 'other.key': nasty(), data: nasty(), 'routes.map.x': nasty() };
      const annotations = { 'routes.map': nasty(), sums: nasty(), [nasty()]: nasty() };
      const data = dataOf(`host-${round}`);
      server.change(configMap({ ...other, ...data }, annotations));
      await taken(data);
    }
  });

  test('killed anywhere, it leaves the old copy or the new one', async () => {
    await start(shell);
    const random = randomOf(seed);
    const states = [dataOf('start'), dataOf('next', ...Array.from({ length: 3000 }, (_, index) => `host-${index}`))];
    const texts = states.map((state) => JSON.stringify(sorted(state)));
    await taken(states[0] ?? {});
    const seen = [0, 0];
    for (let kill = 0; kill < 60; kill++) {
      const wanted = (kill + 1) % 2;
      server.object = JSON.stringify(configMap(states[wanted] ?? {}));
      await follower.stop();
      follower.start();
      await sleep(random() * 150);
      await follower.stop();
      const found = texts.indexOf(JSON.stringify(follower.files));
      if (found < 0) throw new Error(`seed ${seed}, kill ${kill}: a half copy, ${Object.keys(follower.files)}`);
      seen[found === wanted ? 1 : 0]!++;
    }
    console.log(`seed ${seed}, ${shell}, 60 kills: ${seen[0]} old, ${seen[1]} new`);
    expect(Math.min(...seen)).toBeGreaterThan(0);
    follower.start();
    await follows(dataOf('last'));
  });
});
