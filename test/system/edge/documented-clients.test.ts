import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testCertificates } from './backends';
import { Edge } from './edge';
import { route } from './scene';

const root = join(__dirname, '../../..');
const run = promisify(execFile);

/** Answers a query as the HTTP interface of ClickHouse does, to the user that the pages name. */
const answer: RequestListener = async (request, response) => {
  const query = new URL(request.url ?? '/', 'http://server').searchParams.get('query') ?? (await textOf(request));
  const { authorization = '', 'x-clickhouse-user': user, 'x-clickhouse-key': password } = request.headers;
  const account = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
  if (account !== 'app:secret' && `${user}:${password}` !== 'app:secret')
    response.writeHead(403).end('Authentication failed');
  else response.end(query.includes('JSONEachRow') ? '{"host":"chi-events-main-0-0-0"}\n' : 'chi-events-main-0-0-0\n');
};

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

let edge: Edge;
let directory: string;
const servers: Server[] = [];

beforeAll(async () => {
  await run('curl', ['--version']).catch(() => {
    throw new Error('curl is missing. Fix: apt-get install curl');
  });
  const { ca, server } = await testCertificates();
  const plain = createServer(answer);
  const encrypted = createTlsServer({ cert: server.certificate, key: server.key }, answer);
  servers.push(plain, encrypted);
  const [toPlain = 0, toEncrypted = 0] = await Promise.all(
    servers.map(async (each) => {
      await once(each.listen(0, '127.0.0.1'), 'listening');
      return (each.address() as AddressInfo).port;
    }),
  );
  const allow = ['127.0.0.1/32'];
  const routes = [
    route({ name: 'events', mode: 'terminate', allow }, toPlain),
    route({ name: 'payroll', mode: 'passthrough', allow }, toEncrypted),
    route({ name: 'closed', mode: 'terminate' }, toPlain),
  ];
  edge = await Edge.start(
    {
      environments: [{ domain: 'ch.example.com', extraHosts: [], allow: 'open', routes }],
      clientAddress: 'direct',
    },
    { clientAddress: 'direct' },
  );
  directory = mkdtempSync(join(tmpdir(), 'clients-'));
  writeFileSync(join(directory, 'ca.crt'), ca.certificate);
  // No name of these pages exists: both clients are told where they lead.
  const names = ['events', 'payroll', 'closed'].map((name) => `${name}.ch.example.com`);
  const { https } = edge.process.ports;
  writeFileSync(
    join(directory, '.curlrc'),
    ['silent', 'show-error', ...names.map((name) => `resolve = "${name}:${https}:127.0.0.1"`)].join('\n'),
  );
  writeFileSync(
    join(directory, 'names.cjs'),
    `const dns = require('node:dns');
    const { lookup } = dns;
    dns.lookup = (name, ...rest) => lookup(name.endsWith('.ch.example.com') ? '127.0.0.1' : name, ...rest);`,
  );
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
});
afterAll(async () => {
  await edge?.stop();
  for (const server of servers) server.close();
  if (directory) rmSync(directory, { recursive: true });
});

const programs: Readonly<Record<string, readonly string[]>> = {
  'node.mjs': [process.execPath, '--require', './names.cjs', 'node.mjs'],
  'curl.sh': ['sh', 'curl.sh'],
};

/** Runs a client of docs/edge.md, in which only the port and the cluster are replaced. */
async function runClient(file: string, cluster: string): Promise<string> {
  const text = readFileSync(join(root, 'examples/edge/clients', file), 'utf8')
    .replaceAll('8443', String(edge.process.ports.https))
    .replaceAll('events.ch', `${cluster}.ch`);
  writeFileSync(join(directory, file), text);
  const [command = '', ...args] = programs[file] ?? [];
  const env = { PATH: process.env.PATH, CURL_HOME: directory, CLICKHOUSE_PASSWORD: 'secret' };
  const { stdout } = await run(command, args, { cwd: directory, env, timeout: 20_000 });
  return stdout.trim();
}

describe.each(Object.keys(programs))('%s of docs/edge.md', (file) => {
  test.each(['events', 'payroll'])('gets an answer from %s', async (cluster) => {
    expect(await runClient(file, cluster)).toContain('chi-events-main-0-0-0');
  });

  test('gets none from a cluster whose list it is not in', async () => {
    await expect(runClient(file, 'closed')).rejects.toThrow(/ECONNRESET|socket hang up|SSL_ERROR_SYSCALL|SSL_connect/);
  });
});
