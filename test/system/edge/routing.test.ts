import { setTimeout as sleep } from 'node:timers/promises';
import { routeKey } from '../../../src/edge/data-plane/render-data';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { testCertificates } from './backends';
import { clientHello, record } from './client-hello';
import { exchange, open, openTls, probe, visit } from './clients';
import { until } from './machine';
import { headerV2, proxyV1, proxyV2 } from './proxy-header';
import { Scene, type Wish } from './scene';

const wishes: readonly Wish[] = [
  { name: 'pass' },
  { name: 'pass', listener: 'native', allow: 'open' },
  { name: 'pass-v1', header: 'v1' },
  { name: 'pass-v2', header: 'v2' },
  { name: 'ended', mode: 'terminate', speaks: 'plain' },
  { name: 'ended-v1', mode: 'terminate', speaks: 'plain', header: 'v1' },
  { name: 'ended-v2', mode: 'terminate', speaks: 'plain', header: 'v2', listener: 'native' },
  { name: 'nested', allow: ['10.1.0.0/16', '10.2.3.0/24', '2001:db8:1::/48'] },
  { name: 'inner', allow: ['10.1.2.0/24'] },
  { name: 'closed', allow: [] },
  { name: 'own.example.net' },
  { name: 'few', limits: { connections: 3, newPerSecond: 1000 } },
  { name: 'few-ended', mode: 'terminate', speaks: 'plain', limits: { connections: 3, newPerSecond: 1000 } },
  { name: 'slow', limits: { connections: 1000, newPerSecond: 1 } },
  { name: 'missing', service: 'missing' },
  { name: 'metadata', service: 'metadata' },
];
const domain = 'ch.example.com';
const client = '10.1.2.3';

let scene: Scene;
const way = (header?: Buffer, listener: 'https' | 'native' = 'https', from?: string) => ({
  port: scene.edge.process.ports[listener],
  ...(header && { header }),
  ...(from && { from }),
});
const from = (address: string, name: string, listener: 'https' | 'native' = 'https') =>
  visit(way(proxyV2(address), listener), name.includes('.') ? name : `${name}.${domain}`);

beforeAll(async () => {
  scene = await Scene.start(wishes);
});
afterAll(() => scene?.stop());

test('HAProxy holds the declared routes and no other', async () => {
  const held = (await scene.edge.table('routes.map')).map((line) => line.split(' ')[0]);
  const declared = scene.data.environments.flatMap(({ routes }) =>
    routes.map((one) => routeKey(one.listener, one.host)),
  );
  expect(held).toEqual([...declared].sort());
});

test('every declared name answers on its listener, and no other name does', async () => {
  const dead = ['closed', 'missing', 'metadata', 'inner'];
  const names = wishes.map(({ name }) => name).filter((name) => !dead.includes(name));
  const answers: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const listener of ['https', 'native'] as const) {
    for (const name of [...names, ...dead, 'unknown']) {
      const wish = wishes.find((one) => one.name === name && (one.listener ?? 'https') === listener);
      const told = wish?.header === 'v1' || wish?.header === 'v2' ? '10.1.9.9' : '-';
      expected[`${listener} ${name}`] = wish && !dead.includes(name) ? `${name} ${told} ping` : 'refused';
      answers[`${listener} ${name}`] = await from('10.1.9.9', name, listener);
    }
  }
  expect(answers).toEqual(expected);
});

describe('names', () => {
  const hello = (name?: string) => probe(way(proxyV2(client)), clientHello(name));
  // A raw ClientHello is answered by the TLS of the backend, if it gets there.
  test.each(['pass.ch.example.com', 'PASS.ch.Example.COM'])('%p is found', async (name) => {
    expect(await hello(name)).not.toBe('refused');
  });

  test.each([
    ['unknown', 'nobody.ch.example.com'],
    ['the domain itself', 'ch.example.com'],
    ['a wildcard', '*.ch.example.com'],
    ['two labels', 'a.pass.ch.example.com'],
    ['a dot at the end', 'pass.ch.example.com.'],
    ['a suffix of another domain', 'pass.ch.example.com.evil.org'],
    ['the name with a prefix', 'xpass.ch.example.com'],
    ['another listener', 'https/pass.ch.example.com'],
    ['a line break', 'pass.ch.example.com\n'],
    ['a separator', 'pass.ch.example.com|pass'],
    ['a space', 'pass.ch.example.com x'],
    ['NUL', 'pass.ch.example.com\0'],
    ['a label too many characters long', `${'a'.repeat(300)}.ch.example.com`],
    ['an empty name', ''],
    ['no name', undefined],
  ])('%s is refused', async (_, name) => {
    expect(await hello(name)).toBe('refused');
  });
});

describe('allowlists', () => {
  test.each([
    ['nested', '10.1.0.1', true],
    ['nested', '10.1.2.3', true],
    ['nested', '10.2.3.255', true],
    ['nested', '10.2.4.0', false],
    ['nested', '11.1.0.1', false],
    ['nested', '2001:db8:1::5', true],
    ['nested', '2001:db8:2::5', false],
    ['inner', '10.1.2.0', true],
    ['inner', '10.1.3.0', false],
    ['pass', '::ffff:a01:203', true],
    ['pass', '::ffff:b01:203', false],
    ['pass', '2002:a01:203::1', false],
    ['pass', '::a01:203', false],
    ['pass', '64:ff9b::a01:203', false],
    ['closed', client, false],
    ['ended', '11.0.0.1', false],
  ])('%s from %s: %p', async (name, address, allowed) => {
    expect((await from(address, name)) !== 'refused').toBe(allowed);
  });

  test('open means everybody', async () => {
    expect(await from('203.0.113.9', 'pass', 'native')).toBe('pass - ping');
    expect(await from('2a00::9', 'pass', 'native')).toBe('pass - ping');
  });

  test('6to4 and v4-compatible clients are refused even where everybody is let in', async () => {
    expect(await from('2002:a01:203::1', 'pass', 'native')).toBe('refused');
    expect(await from('::a01:203', 'pass', 'native')).toBe('refused');
  });
});

describe('addresses that load balancers tell', () => {
  const name = `pass-v2.${domain}`;

  test('version 1 is read like version 2', async () => {
    expect(await visit(way(proxyV1(client)), name)).toBe(`pass-v2 ${client} ping`);
    expect(await visit(way(proxyV1('11.0.0.1')), name)).toBe('refused');
  });

  test('an IPv6 client reaches TLS and plain backends with its address', async () => {
    const [address, printed] = ['2001:db8:1::5', '2001:0db8:0001:0000:0000:0000:0000:0005'];
    expect(await visit(way(proxyV2(address)), name)).toBe(`pass-v2 ${printed} ping`);
    expect(await visit(way(proxyV2(address), 'native'), `ended-v2.${domain}`)).toBe(`ended-v2 ${printed} ping`);
    expect(await visit(way(proxyV2(address)), `ended-v1.${domain}`)).toBe(`ended-v1 ${address} ping`);
  });

  test('fields of AWS endpoint services are skipped', async () => {
    const vpce = Buffer.concat([Buffer.from('ea0016', 'hex'), Buffer.from([1]), Buffer.from('vpce-0123456789abcdef')]);
    expect(await visit(way(proxyV2(client, vpce)), name)).toBe(`pass-v2 ${client} ping`);
  });

  test.each([
    ['no header', undefined],
    ['LOCAL, which is a health check', headerV2(0x20, 0x00)],
    ['an unknown family in version 2', headerV2(0x21, 0x00)],
    ['UNKNOWN in version 1', Buffer.from('PROXY UNKNOWN\r\n')],
    ['a version that does not exist', headerV2(0x31, 0x11, Buffer.alloc(12))],
    ['an address that is cut off', headerV2(0x21, 0x11, Buffer.alloc(4))],
    ['a line that is no header', Buffer.from('PROXY TCP4 10.1.2.3\r\n')],
    ['two headers', Buffer.concat([proxyV2(client), proxyV2(client)])],
  ])('%s is refused', async (_, header) => {
    expect(await visit(way(header), name)).toBe('refused');
  });

  test.each([
    ['with a header', proxyV2(client)],
    ['without a header', undefined],
  ])('whoever is no load balancer is refused %s', async (_, header) => {
    expect(await visit(way(header, 'https', '127.0.0.2'), name)).toBe('refused');
    expect(await visit(way(header, 'native', '127.0.0.2'), `pass.${domain}`)).toBe('refused');
  });
});

describe('TLS', () => {
  test('the edge ends TLS 1.2 and 1.3, and nothing older', async () => {
    const version = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      visit(way(proxyV2(client)), `ended.${domain}`, {
        minVersion: 'TLSv1',
        maxVersion,
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
    expect(await version('TLSv1.3')).toBe('ended - ping');
    expect(await version('TLSv1.2')).toBe('ended - ping');
    expect(await version('TLSv1.1')).toBe('refused');
  });

  test('a ClientHello in several packets is read; one in several records is refused', async () => {
    const hello = clientHello(`pass.${domain}`);
    const socket = open(way(proxyV2(client)));
    const answered = new Promise<boolean>((resolve) => {
      socket
        .on('data', () => resolve(true))
        .on('close', () => resolve(false))
        .on('error', () => resolve(false));
    });
    for (let at = 0; at < hello.length; at += 40) {
      socket.write(hello.subarray(at, at + 40));
      await sleep(20);
    }
    expect(await answered).toBe(true);
    socket.destroy();
    const message = hello.subarray(5);
    const records = Buffer.concat([record(message.subarray(0, 30)), record(message.subarray(30))]);
    expect(await probe(way(proxyV2(client)), records)).toBe('refused');
  });

  test('plain HTTP is refused at once, and silence after the inspection', async () => {
    expect(await probe(way(proxyV2(client)), Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBe('refused');
    expect(await probe(way(proxyV2(client)))).toBe('refused');
  });

  test('a certificate is replaced while streams stay open', async () => {
    const before = await openTls(way(proxyV2(client)), `ended.${domain}`);
    const renewed = await developmentCa([`*.${domain}`]);
    const other = await developmentCa([`*.${domain}`]);
    const worker = await scene.edge.worker();

    scene.edge.replaceCertificate({ certificate: renewed.server.certificate, key: other.server.key });
    expect(await scene.edge.apply()).toContain('failed: certificate');
    expect(await scene.edge.metric('haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}')).toBe(1);
    expect(await from(client, 'ended')).toBe('ended - ping');

    scene.edge.replaceCertificate(renewed.server);
    expect(await scene.edge.apply()).toContain('applied');
    expect(await scene.edge.metric('haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}')).toBe(0);
    expect(await visit(way(proxyV2(client)), `ended.${domain}`, { ca: renewed.ca.certificate })).toBe('ended - ping');
    expect(await exchange(before, 'still')).toBe('ended - still');
    expect(await scene.edge.worker()).toBe(worker);
    before.destroy();
    scene.edge.replaceCertificate((await testCertificates()).server);
    expect(await scene.edge.apply()).toContain('applied');
  });
});

describe('limits', () => {
  test.each(['few', 'few-ended'])('%s: the fourth connection is refused until one has ended', async (name) => {
    const streams = await Promise.all([1, 2, 3].map(() => openTls(way(proxyV2(client)), `${name}.${domain}`)));
    expect(await from(client, name)).toBe('refused');
    expect(await from(client, 'pass')).toBe('pass - ping');
    streams[0]?.destroy();
    await until('a place', async () => (await from(client, name)) === `${name} - ping`);
    for (const stream of streams) stream.destroy();
  });

  test('new connections above the rate are refused', async () => {
    const answers: string[] = [];
    for (let visits = 0; visits < 14; visits++) answers.push(await from(client, 'slow'));
    const served = answers.filter((answer) => answer === 'slow - ping').length;
    expect([9, 10]).toContain(served); // one may have gone to the test of all names
    expect(answers.slice(served)).toEqual(new Array(14 - served).fill('refused'));
  });

  test('metrics and the log say why somebody was refused', async () => {
    const denied = (reason: string) =>
      scene.edge.metric(`haproxy_backend_sessions_total{proxy="be_refused_${reason}"}`);
    const reasons = ['garbage', 'name', 'client', 'limit', 'backend'];
    const before = await Promise.all(reasons.map(denied));
    await probe(way(proxyV2(client)), Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await from(client, 'unknown');
    await from('11.0.0.1', 'pass');
    await from(client, 'slow');
    await from(client, 'metadata');
    const after = await Promise.all(reasons.map(denied));
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 1, 1]);
    await until('the log', () =>
      /11\.0\.0\.1:40000 https\/pass\.ch\.example\.com be_refused_client client /.test(scene.edge.log),
    );
  });
});
