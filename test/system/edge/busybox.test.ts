import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EdgeData } from '../../../src/edge/data-plane/model';
import { renderConfig } from '../../../src/edge/data-plane/render-config';
import { edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { busyboxIn } from '../../support/busybox';
import { visit } from './clients';
import type { Tools } from './edge';
import { proxyV2 } from './proxy-header';
import { route, Scene } from './scene';

// The applying script in the Alpine variant of the image: BusyBox is its shell and all of its tools but two.
let tools: Tools;
let scene: Scene;

beforeAll(async () => {
  tools = alpineTools();
  const ended = { mode: 'terminate', speaks: 'plain' } as const;
  scene = await Scene.start([{ name: 'pass' }, { name: 'ended', ...ended }], { drainSeconds: 60 }, tools);
});
afterAll(async () => {
  await scene?.stop();
  if (tools) rmSync(tools.path, { recursive: true });
});

function alpineTools(): Tools {
  const path = busyboxIn(mkdtempSync(join(tmpdir(), 'busybox-')), ['haproxy', 'socat']);
  return { shell: join(path, 'ash'), path };
}

const way = () => ({ port: scene.edge.process.ports.https, header: proxyV2('10.1.2.3') });

function withRoutes(count: number): EdgeData {
  const [environment] = scene.data.environments;
  const added = Array.from({ length: count }, (_, index) =>
    route({ name: `c${index}`, allow: [`10.${index % 200}.${index % 7}.0/24`] }, 9),
  );
  const environments = environment ? [{ ...environment, routes: [...environment.routes, ...added] }] : [];
  return { environments, clientAddress: { loadBalancers: ['127.0.0.1/32', '127.0.0.8/29'] } };
}

test('only BusyBox, HAProxy and socat are found', () => {
  const run = (command: string) =>
    execFileSync(tools.shell, ['-c', command], { encoding: 'utf8', env: { PATH: tools.path } });
  expect(run('awk --help 2>&1 || true')).toContain('BusyBox');
  expect(run('command -v node || echo none')).toBe('none\n');
});

test('routes, ranges and load balancers are applied without a reload, and a configuration by one', async () => {
  const worker = await scene.edge.worker();
  for (const count of [2000, 1]) {
    const data = withRoutes(count);
    scene.edge.write(data);
    expect(await scene.edge.apply()).toContain('applied');
    const { 'trusted_lb.lst': trusted, ...maps } = edgeTables(data);
    for (const [name, lines] of Object.entries(maps)) expect(await scene.edge.table(name)).toEqual([...lines].sort());
    expect(await scene.edge.table('trusted_lb.lst', 'acl')).toEqual([...trusted].sort());
  }
  expect(await scene.edge.worker()).toBe(worker);
  scene.edge.write(withRoutes(1), { ...scene.edge.process, drainSeconds: 61 });
  expect(await scene.edge.apply()).toContain('applied');
  expect(await scene.edge.worker()).not.toBe(worker);
});

test('a new certificate is served without a reload, and one without its key is refused', async () => {
  const worker = await scene.edge.worker();
  const { ca, server } = await developmentCa(['*.ch.example.com']);
  expect(await visit(way(), 'ended.ch.example.com', { ca: ca.certificate })).toBe('refused');
  scene.edge.replaceCertificate(server);
  expect(await scene.edge.apply()).toContain('applied');
  expect(await visit(way(), 'ended.ch.example.com', { ca: ca.certificate })).toBe('ended - ping');
  const { server: other } = await developmentCa(['*.ch.example.com']);
  scene.edge.replaceCertificate({ ...server, key: other.key });
  expect(await scene.edge.apply()).toContain('failed: certificate');
  scene.edge.replaceCertificate(server);
  expect(await scene.edge.apply()).toContain('applied');
  expect(await scene.edge.worker()).toBe(worker);
});

test('files that HAProxy would not take, and files of two revisions, are reported and change nothing', async () => {
  const files = edgeFiles(renderConfig({ ...scene.edge.process, drainSeconds: 61 }), edgeTables(withRoutes(3)));
  const before = await scene.edge.table('routes.map');
  scene.edge.writeFiles({ ...files, 'routes.map': 'https/a.ch.example.com none\n' });
  expect(await scene.edge.apply()).toContain('failed: files of two revisions');
  const broken = edgeFiles('nonsense\n', edgeTables(withRoutes(3)));
  scene.edge.writeFiles(broken);
  expect(await scene.edge.apply()).toMatch(/failed: .*unknown keyword/);
  expect(scene.edge.runScript('init').status).toBe(1);
  expect(await scene.edge.table('routes.map')).toEqual(before);
});
