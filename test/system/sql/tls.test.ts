import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { Exposure, Tls } from 'anyhouse';
import { record } from '../../../src/kubernetes/manifest';
import { type DevelopmentCa, developmentCa } from '../../../src/tools/credentials/development-ca';
import { cluster, environment, objectOf } from '../../support/environments';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

const server = ['/usr/sbin', '/usr/bin'].map((bin) => join(bin, 'clickhouse-server')).find(existsSync) ?? '';

let directory: string;
let own: DevelopmentCa;
beforeAll(async () => {
  if (server === '') throw new Error('clickhouse-server is missing. Fix: apt-get install clickhouse-server');
  own = await developmentCa(['localhost']);
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anyhouse-tls-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Settings of a cluster with TLS and a public certificate, with certificates in the directory of the test. */
function settings(): Readonly<Record<string, unknown>> {
  writeFileSync(join(directory, 'ca.crt'), own.ca.certificate);
  for (const name of ['tls', 'public']) {
    writeFileSync(join(directory, `${name}.crt`), own.server.certificate);
    writeFileSync(join(directory, `${name}.key`), own.server.key);
  }
  const made = cluster(
    { exposure: Exposure.internal({ hostname: 'localhost.test' }), publicCertificate: { secret: 'public' } },
    environment({ tls: Tls.certManager() }),
  );
  const { configuration } = record(objectOf(made, 'ClickHouseInstallation').spec);
  const text = JSON.stringify(record(configuration).settings);
  return JSON.parse(text.replaceAll('/etc/clickhouse-server/tls', directory));
}

/** A TLS server with a certificate; the promise holds the first bytes that somebody sends through it. */
async function listen({ server: { certificate, key } }: DevelopmentCa) {
  const calls: Buffer[] = [];
  const listener = createServer({ cert: certificate, key }, (socket: TLSSocket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      calls.push(data);
      socket.destroy();
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return { port, calls, close: () => listener.close() };
}

describe('ClickHouse of today, in process', () => {
  async function ask(query: string): Promise<string> {
    // It has one file, in which there is nothing to remove.
    const given = Object.entries(settings()).filter(([, value]) => value !== '_removed_');
    writeFileSync(join(directory, 'config.xml'), operatorXml({ '': Object.fromEntries(given) }));
    const engine = Engine.ofNpm(join(directory, 'config.xml'));
    const { rows, error } = await engine.ask(query);
    engine.end();
    return rows ?? error ?? '';
  }

  test('reads the configuration', async () => {
    expect(await ask('SELECT 1')).toBe('1\n');
  });

  test('talks to a server whose certificate comes from the authority', async () => {
    const peer = await listen(own);
    await ask(`SELECT * FROM remoteSecure('localhost:${peer.port}', system.one)`);
    peer.close();
    expect(peer.calls.length).toBeGreaterThan(0);
  });

  test('says nothing to a server of another authority', async () => {
    const peer = await listen(await developmentCa(['localhost']));
    const answer = await ask(`SELECT * FROM remoteSecure('localhost:${peer.port}', system.one)`);
    peer.close();
    expect(answer).toMatch(/certificate verify failed/i);
    expect(peer.calls).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const listener = createPlainServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  return port;
}

/** Ports that a process listens on, as the kernel knows them. */
function listeningPorts(pid: number): readonly number[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return []; // closed meanwhile
      }
    }),
  );
  const ports = ['tcp', 'tcp6'].flatMap((file) =>
    readFileSync(`/proc/${pid}/net/${file}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(inode ?? ''))
      .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16)),
  );
  return [...new Set(ports)].sort((a, b) => a - b);
}

describe("a server: Debian's, of 2018", () => {
  const plainNames = ['http_port', 'tcp_port', 'interserver_http_port', 'mysql_port', 'postgresql_port'];

  /** Starts a server on the files of the image, of the operator and of ours, and stops it after the test. */
  async function run(given: Readonly<Record<string, unknown>>, test: (ports: readonly number[]) => Promise<void>) {
    const plain = await Promise.all(plainNames.map(freePort));
    const image = Object.fromEntries(plainNames.map((name, index) => [name, plain[index]]));
    const paths = { path: `${directory}/data/`, tmp_path: `${directory}/tmp/`, users_config: 'users.xml' };
    const limits = {
      mark_cache_size: 5368709120,
      listen_host: '127.0.0.1',
      'logger/console': 1,
      'logger/level': 'error',
    };
    for (const folder of ['conf.d', 'config.d']) mkdirSync(join(directory, folder));
    const defaults = { default_profile: 'default', default_database: 'default' };
    writeFileSync(join(directory, 'config.xml'), operatorXml({ '': { ...image, ...paths, ...limits, ...defaults } }));
    writeFileSync(
      join(directory, 'users.xml'),
      operatorXml({
        profiles: { 'default/max_threads': 1 },
        users: { 'default/password': '', 'default/networks/ip': '::/0', 'default/profile': 'default' },
        quotas: { 'default/interval/duration': 3600 },
      }).replace('<password></password>', '<password/><quota>default</quota>'),
    );
    // Below `conf.d` lies what the operator generates for a host without plain ports; it is merged before `config.d`.
    writeFileSync(join(directory, 'conf.d/ports.xml'), operatorXml({ '': { interserver_http_host: 'localhost' } }));
    writeFileSync(join(directory, 'config.d/settings.xml'), operatorXml({ '': given }));
    const child = spawn(server, [`--config-file=${join(directory, 'config.xml')}`], { cwd: directory });
    let log = '';
    child.stdout.on('data', (data) => (log += data));
    child.stderr.on('data', (data) => (log += data));
    const ended = once(child, 'exit');
    try {
      for (let tries = 0; listeningPorts(child.pid as number).length === 0; tries++) {
        if (child.exitCode !== null || tries > 100) throw new Error(`The server did not start:\n${log}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      await test(listeningPorts(child.pid as number));
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  }

  test('listens on the encrypted ports and on nothing else', async () => {
    const given = settings();
    const encrypted = ['https_port', 'tcp_port_secure', 'interserver_https_port'];
    const free = await Promise.all(encrypted.map(freePort));
    const moved = { ...given, ...Object.fromEntries(encrypted.map((name, index) => [name, free[index]])) };
    await run(moved, async (ports) => {
      expect(ports).toEqual([...free].sort((a, b) => a - b));
      const socket = connect({
        port: free[0] as number,
        host: '127.0.0.1',
        servername: 'localhost',
        ca: own.ca.certificate,
      });
      await once(socket, 'secureConnect');
      socket.write('GET / HTTP/1.0\r\n\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      expect(answer.toString()).toMatch(/^HTTP\/1\.[01] 200 OK[\s\S]*Ok\./);
    });
  });

  test('would listen on plain ports without our settings', async () => {
    await run({}, async (ports) => expect(ports.length).toBeGreaterThanOrEqual(3));
  });
});
