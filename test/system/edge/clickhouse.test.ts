import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionOptions } from 'node:tls';
import type { EdgeData, EdgeListener, EdgeRoute } from '../../../src/edge/data-plane/model';
import { type DevelopmentCa, developmentCa } from '../../../src/tools/credentials/development-ca';

import { type ClickHouse, startClickHouse } from './clickhouse-server';
import { openTls, type Way } from './clients';
import { Edge } from './edge';
import { proxyV2 } from './proxy-header';
import { route } from './scene';

const domain = 'ch.example.com';
const client = '10.1.2.3';

let directory: string;
let production: DevelopmentCa;
let clickHouse: ClickHouse;
let edge: Edge;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'edge-clickhouse-authority-'));
  // In passthrough mode the server shows its certificate to clients, so it is for their name, too.
  production = await developmentCa(['*.analytics.svc.cluster.local', `pass.${domain}`]);
  const file = join(directory, 'ca.crt');
  writeFileSync(file, production.ca.certificate);
  clickHouse = await startClickHouse(production, { anybody: 'localhost', stranger: 'edge.invalid' });
  const routes = (['https', 'native'] as const).flatMap((listener) => {
    const ended = { listener, mode: 'terminate', authority: 'production' } as const;
    const port = clickHouse[listener];
    const right = route({ ...ended, name: 'right' }, port);
    const host = 'chi-events.other.svc.cluster.local';
    const other: EdgeRoute = { ...right, host: `other.${domain}`, backend: { ...right.backend, host } };
    return [right, other, route({ listener, name: 'pass' }, port)];
  });
  const data: EdgeData = {
    environments: [{ domain, extraHosts: [], allow: 'open', routes }],
    clientAddress: { loadBalancers: ['127.0.0.1/32'] },
  };
  edge = await Edge.start(data, { authorities: [{ name: 'production', file }] });
});
afterAll(async () => {
  await edge?.stop();
  await clickHouse?.stop();
  rmSync(directory, { recursive: true });
});

const through = (listener: EdgeListener, from = client): Way => ({
  port: edge.process.ports[listener],
  header: proxyV2(from),
});

/** Answer of ClickHouse to a query over HTTPS, or `refused`. */
async function select(way: Way, name: string, user = 'anybody', options: ConnectionOptions = {}): Promise<string> {
  const stream = await openTls(way, name, options).catch(() => undefined);
  if (!stream) return 'refused';
  return await new Promise((resolve) => {
    const path = `/?user=${user}&query=SELECT+1`;
    const asked = request({ path, createConnection: () => stream, headers: { Connection: 'close' } }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve(text.trim()));
    });
    asked.on('error', () => resolve('refused'));
    asked.end();
  });
}

/** What ClickHouse answers to the first packet of its native protocol: its name, the code of an exception, or `refused`. */
async function hello(way: Way, name: string, user = 'anybody', options: ConnectionOptions = {}): Promise<string> {
  const stream = await openTls(way, name, options).catch(() => undefined);
  if (!stream) return 'refused';
  return await new Promise((resolve) => {
    stream.on('close', () => resolve('refused'));
    stream.once('data', (data) => {
      const [kind, length = 0] = data;
      resolve(kind === 2 ? `exception ${data.readInt32LE(1)}` : data.subarray(2, 2 + length).toString());
      stream.destroy();
    });
    const text = (value: string) => Buffer.concat([Buffer.from([value.length]), Buffer.from(value)]);
    // Packet 0: name of the client, version 18.16, revision 54412 as a number of 7 bits a byte, database, user, password.
    const version = Buffer.from([18, 16, 0x8c, 0xa9, 0x03]);
    stream.write(Buffer.concat([Buffer.from([0]), text('test'), version, text('default'), text(user), text('')]));
  });
}

const asks = [
  ['https', select, '1'],
  ['native', hello, 'ClickHouse'],
] as const;

describe.each(asks)('%s', (listener, ask, answer) => {
  test('answers through TLS of the edge', async () => {
    expect(await ask(through(listener), `right.${domain}`)).toBe(answer);
  });

  test('answers in passthrough mode, with its own certificate', async () => {
    const { ca } = production;
    expect(await ask(through(listener), `pass.${domain}`, 'anybody', { ca: ca.certificate })).toBe(answer);
    expect(await ask(through(listener), `pass.${domain}`)).toBe('refused'); // the client believes another authority
  });

  test('names that no route has, and a certificate for another name, are refused', async () => {
    expect(await ask(through(listener), `nobody.${domain}`)).toBe('refused');
    expect(await ask(through(listener), `other.${domain}`)).toBe('refused');
  });

  test('clients that are not allowed are refused before ClickHouse sees a connection', async () => {
    const dialled = () =>
      Promise.all(
        ['be_tls_none_production', 'be_tcp_none'].map((name) =>
          edge.metric(`haproxy_backend_connection_attempts_total{proxy="${name}"}`),
        ),
      );
    expect(await ask(through(listener), `right.${domain}`)).toBe(answer);
    const seen = async () => {
      await sleep(300); // the log comes later than the answer
      return [clickHouse.connections(), await dialled()];
    };
    const before = await seen();
    expect(clickHouse.connections()).toBeGreaterThan(0);
    for (const name of ['right', 'pass'])
      expect(await ask(through(listener, '11.0.0.1'), `${name}.${domain}`)).toBe('refused');
    expect(await seen()).toEqual(before);
  });

  test('users come from the edge by its host name, and not from elsewhere', async () => {
    const { ca } = production;
    const direct = (from: string): Way => ({ port: clickHouse[listener], from });
    const verified = { ca: ca.certificate };
    const denied = listener === 'https' ? expect.stringMatching(/not allowed to connect from/) : 'exception 195';
    expect(await ask(through(listener), `right.${domain}`, 'anybody')).toBe(answer);
    expect(await ask(direct('127.0.0.2'), `pass.${domain}`, 'anybody', verified)).toEqual(denied);
    expect(await ask(through(listener), `right.${domain}`, 'stranger')).toEqual(denied);
  });
});
