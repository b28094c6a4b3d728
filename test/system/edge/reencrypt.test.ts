import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionOptions } from 'node:tls';
import { type DevelopmentCa, developmentCa } from '../../../src/tools/credentials/development-ca';
import { testCertificates } from './backends';
import { issue } from './certificates';
import { exchange, openTls, visit } from './clients';
import { until } from './machine';
import { proxyV2 } from './proxy-header';
import { randomOf } from './random-allow';
import { Scene, type Wish } from './scene';

const domain = 'ch.example.com';
const names = ['*.analytics.svc.cluster.local'];
const client = '10.1.2.3';
const seed = Number(process.env.EDGE_SEED ?? Date.now() % 1_000_000);

let directory: string;
let production: DevelopmentCa;
let staging: DevelopmentCa;
let wishes: readonly Wish[];
let scene: Scene;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'edge-authorities-'));
  production = await developmentCa(names);
  staging = await developmentCa(names);
  const authorities = ['production', 'staging'].map((name) => ({ name, file: join(directory, `${name}.crt`) }));
  believe(production.ca.certificate);
  writeFileSync(join(directory, 'staging.crt'), staging.ca.certificate);
  const { ca } = production;
  const ours = (name: string, wish: Partial<Wish>): Wish => ({
    name,
    mode: 'terminate',
    authority: 'production',
    pair: production.server,
    ...wish,
  });
  wishes = [
    ours('right', {}),
    ours('right', { listener: 'native' }),
    ours('right-v1', { header: 'v1' }),
    ours('right-v2', { header: 'v2' }),
    ours('staged', { authority: 'staging', pair: staging.server }),
    ours('other-authority', { pair: staging.server }),
    ours('other-authority-v1', { pair: staging.server, header: 'v1' }),
    ours('swapped', { authority: 'staging' }),
    ours('other-name', { pair: await issue(ca, ['chi-other.analytics.svc.cluster.local'], { from: -1, to: 9 }) }),
    ours('deeper-name', { pair: await issue(ca, ['*.svc.cluster.local'], { from: -1, to: 9 }) }),
    ours('no-name', { pair: await issue(ca, [], { from: -1, to: 9 }) }),
    ours('ended-yesterday', { pair: await issue(ca, names, { from: -9, to: -1 }) }),
    ours('starts-tomorrow', { pair: await issue(ca, names, { from: 1, to: 9 }) }),
    ours('plain', { speaks: 'plain' }),
  ];
  scene = await Scene.start(wishes, { authorities, drainSeconds: 600 });
});
afterAll(async () => {
  await scene?.stop();
  rmSync(directory, { recursive: true });
});

const from = (name: string, listener: 'https' | 'native' = 'https', options: ConnectionOptions = {}) =>
  visit({ port: scene.edge.process.ports[listener], header: proxyV2(client) }, `${name}.${domain}`, options);
const believe = (text: string) => writeFileSync(join(directory, 'production.crt'), text);

test('a backend with the right certificate answers; a header comes before TLS', async () => {
  expect(await from('right')).toBe('right - ping');
  expect(await from('right', 'native')).toBe('right - ping');
  expect(await from('right-v1')).toBe(`right-v1 ${client} ping`);
  expect(await from('right-v2')).toBe(`right-v2 ${client} ping`);
  expect(await from('staged')).toBe('staged - ping');
});

test('every other backend is refused, and metrics and the log say so', async () => {
  const errors = (backend: string) =>
    scene.edge.metric(`haproxy_backend_connection_errors_total{proxy="be_tls_${backend}"}`);
  const counts = () => Promise.all(['none_production', 'v1_production', 'none_staging'].map(errors));
  const before = await counts();
  const others = wishes.map(({ name }) => name).filter((name) => !/^(right|staged)/.test(name));
  const answers = await Promise.all(others.map(async (name) => [name, await from(name)]));
  expect(answers).toEqual(others.map((name) => [name, 'refused']));
  expect((await counts()).map((count, index) => count - (before[index] ?? 0))).toEqual([others.length - 2, 1, 1]);
  await until('the log', () =>
    /https\/other-name\..* be_tls_none_production .*certificate different/.test(scene.edge.log),
  );
  expect(scene.edge.log).toMatch(/https\/other-authority\..* be_tls_none_production .*certificate verify failed/);
});

test('an authority that HAProxy does not know never becomes plain bytes', async () => {
  const lines = await scene.edge.table('routes.map');
  await scene.edge.fill(
    'routes.map',
    lines.map((line) => line.replace(/production$/, 'unknown')),
  );
  expect(await from('right')).toBe('refused');
  expect(await from('plain')).toBe('refused');
  expect(await scene.edge.apply()).toContain('applied');
  expect(await from('right')).toBe('right - ping');
});

test('an authority is replaced while streams stay open; a broken one changes nothing', async () => {
  const failed = 'haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}';
  const worker = await scene.edge.worker();
  const way = { port: scene.edge.process.ports.https, header: proxyV2(client) };
  const stream = await openTls(way, `right.${domain}`);

  for (const broken of [
    '',
    'no certificate\n',
    `${production.ca.certificate}${staging.ca.certificate.slice(0, 300)}\n`,
  ]) {
    believe(broken);
    expect(await scene.edge.apply()).toMatch(/failed: .*ca-file/);
    expect(await scene.edge.metric(failed)).toBe(1);
    expect(await from('right')).toBe('right - ping');
  }
  expect(await scene.edge.worker()).toBe(worker);

  believe(staging.ca.certificate);
  expect(await scene.edge.apply()).toContain('applied');
  expect(await scene.edge.metric(failed)).toBe(0);
  expect(await Promise.all(['right', 'other-authority'].map((name) => from(name)))).toEqual([
    'refused',
    'other-authority - ping',
  ]);
  expect(await exchange(stream, 'still')).toBe('right - still');
  stream.destroy();
  const reloaded = await scene.edge.worker();
  expect(reloaded).not.toBe(worker);
  await scene.edge.apply();
  expect(await scene.edge.worker()).toBe(reloaded);

  believe(production.ca.certificate + staging.ca.certificate);
  expect(await scene.edge.apply()).toContain('applied');
  expect(await from('right')).toBe('right - ping');
  expect(await from('other-authority')).toBe('other-authority - ping');
});

test('killed while it tells certificates and authorities: HAProxy has the old ones or the new ones', async () => {
  const random = randomOf(seed);
  const [first, second] = [await testCertificates(), await developmentCa([`*.${domain}`])];
  const states = [
    { believed: production, served: first, name: 'right' },
    { believed: staging, served: second, name: 'other-authority' },
  ] as const;
  const seen = { certificate: [0, 0], authority: [0, 0] };
  believe(production.ca.certificate);
  const start = Date.now();
  expect(await scene.edge.apply()).toContain('applied');
  const whole = Date.now() - start;
  for (let kill = 1; kill <= 12; kill++) {
    const { believed, served } = states[kill % 2] as (typeof states)[number];
    believe(believed.ca.certificate);
    scene.edge.replaceCertificate(served.server);
    await scene.edge.killed(random() * 1.3 * whole);
    await sleep(500); // a reload that HAProxy has been told goes on
    if (kill % 4 === 0) {
      await scene.edge.stopProxy();
      await scene.edge.startProxy();
    }
    const asked = states.map(async ({ name }) => {
      const served = states.map(({ served }) => from(name, 'https', { ca: served.ca.certificate }));
      return (await Promise.all(served)).map((answer) => answer === `${name} - ping`);
    });
    const accepted = await Promise.all(asked);
    // One name is accepted, and by clients of one certificate.
    expect([kill, seed, accepted.flat().filter(Boolean)]).toEqual([kill, seed, [true]]);
    const authority = accepted.findIndex((answers) => answers.includes(true));
    seen.authority[authority] = (seen.authority[authority] ?? 0) + 1;
    const certificate = accepted[authority]?.indexOf(true) ?? 0;
    seen.certificate[certificate] = (seen.certificate[certificate] ?? 0) + 1;
  }
  console.log(`seed ${seed}, killed within ${whole} ms:`, JSON.stringify(seen));
  expect(Math.min(...seen.authority)).toBeGreaterThan(0);
  believe(production.ca.certificate);
  scene.edge.replaceCertificate(first.server);
  expect(await scene.edge.apply()).toContain('applied');
  expect(await from('right')).toBe('right - ping');
});

test('metrics show how many days the certificate is valid', async () => {
  const { ca, server } = await testCertificates();
  const days = () => scene.edge.metric('haproxy_server_weight{proxy="be_certificates",server="certificate"}');
  await scene.edge.watching(async () => {
    await until('the days of a long certificate', async () => (await days()) === 256);
    for (const [to, shown] of [
      [20.5, 20],
      [0.5, 0],
      [-3, 0],
      [300, 256],
    ] as const) {
      scene.edge.replaceCertificate(await issue(ca, [`*.${domain}`], { from: -9, to }));
      await until(`${shown} days`, async () => (await days()) === shown);
    }
    scene.edge.replaceCertificate(server);
    await until('the first certificate', async () => (await from('right')) === 'right - ping');
  });
});
