import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DevelopmentCa } from '../../../src/tools/credentials/development-ca';
import { operatorXml } from '../sql/operator-xml';
import { freePorts, until } from './machine';

const program = ['/usr/sbin', '/usr/bin'].map((bin) => join(bin, 'clickhouse-server')).find(existsSync);

/** A ClickHouse server that listens with TLS and has users that may come from some hosts only. */
export interface ClickHouse {
  readonly https: number;
  readonly native: number;
  /** Connections that have reached it, as its log counts them. */
  connections(): number;
  stop(): Promise<void>;
}

/** Starts a server. `hosts` are users without a password, and the name of the host that each may come from. */
export async function startClickHouse(
  { ca, server }: DevelopmentCa,
  hosts: Readonly<Record<string, string>>,
): Promise<ClickHouse> {
  if (program === undefined) throw new Error('clickhouse-server is missing. Fix: apt-get install clickhouse-server');
  const directory = mkdtempSync(join(tmpdir(), 'edge-clickhouse-'));
  const [https = 0, native = 0] = await freePorts(2);
  const files = { 'ca.crt': ca.certificate, 'tls.crt': server.certificate, 'tls.key': server.key };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  mkdirSync(join(directory, 'data'));
  const tls = 'openSSL/server';
  const settings = {
    https_port: https,
    tcp_port_secure: native,
    listen_host: '127.0.0.1',
    path: `${directory}/data/`,
    tmp_path: `${directory}/tmp/`,
    users_config: 'users.xml',
    default_profile: 'default',
    default_database: 'default',
    mark_cache_size: 5368709120,
    'logger/console': 1,
    'logger/level': 'trace',
    [`${tls}/certificateFile`]: join(directory, 'tls.crt'),
    [`${tls}/privateKeyFile`]: join(directory, 'tls.key'),
    [`${tls}/caConfig`]: join(directory, 'ca.crt'),
    [`${tls}/verificationMode`]: 'relaxed', // as ours are: a certificate of a client would be judged
    [`${tls}/disableProtocols`]: 'sslv2,sslv3,tlsv1,tlsv1_1',
  };
  const users = Object.entries(hosts).flatMap(([name, host]) => [
    [`${name}/password_sha256_hex`, emptyPassword],
    [`${name}/networks/host`, host],
    [`${name}/profile`, 'default'],
    [`${name}/quota`, 'default'],
  ]);
  writeFileSync(join(directory, 'config.xml'), operatorXml({ '': settings }));
  writeFileSync(
    join(directory, 'users.xml'),
    operatorXml({
      profiles: { 'default/max_threads': 1 },
      users: Object.fromEntries(users),
      quotas: { 'default/interval/duration': 3600 },
    }),
  );
  const child = spawn(program, [`--config-file=${join(directory, 'config.xml')}`], { cwd: directory });
  const ended = once(child, 'exit');
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      log += text;
    });
  }
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(directory, { recursive: true });
  };
  try {
    await until('ClickHouse to listen', async () => (await listens(https)) && (await listens(native)));
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}:\n${log.slice(-4000)}`);
  }
  return {
    https,
    native,
    stop,
    connections: () => log.match(/ Request\. Address: | Request for .*Address: /g)?.length ?? 0,
  };
}

const emptyPassword = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  return true;
}
