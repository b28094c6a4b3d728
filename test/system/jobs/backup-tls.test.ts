import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sidecarScript } from '../../../src/backup/sidecar/script';
import { developmentCa } from '../../../src/tools/credentials/development-ca';
import { FakeBackupApi } from '../../support/fake-backup-api';
import { FakePrograms } from '../../support/fake-programs';
import { runScript } from '../../support/run-script';

/* Over TLS, clickhouse-backup goes on with the certificate that it started with, until it is told to begin anew. */

const host = 'chi-ev-main-0-0.analytics.svc';
let fakes: FakePrograms;
let api: FakeBackupApi;
let front: Server;
let authority: string;

beforeEach(async () => {
  fakes = new FakePrograms();
  api = await FakeBackupApi.start({ login: { username: 'backup', password: 'secret' } });
  const { ca, server } = await developmentCa(['*.analytics.svc']);
  authority = join(mkdtempSync(join(tmpdir(), 'authority-')), 'ca.crt');
  writeFileSync(authority, ca.certificate);
  front = createServer({ cert: server.certificate, key: server.key }, (incoming, response) => {
    const { method, url, headers } = incoming;
    const behind = request(`${api.url}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    behind.on('error', () => response.destroy());
    incoming.pipe(behind);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  fakes.hosts({ [`${host}:7171`]: `127.0.0.1:${(front.address() as AddressInfo).port}` });
});
afterEach(async () => {
  fakes.remove();
  front.closeAllConnections();
  front.close();
  await api.stop();
});

const run = (env: Readonly<Record<string, string>> = {}) =>
  runScript(sidecarScript, {
    path: [fakes.directory],
    env: {
      ...fakes.env,
      INSTALLATION: 'ev',
      KIND: 'full',
      REPLICAS: host,
      SCHEME: 'https',
      CA: authority,
      FULL_AGE: '700000',
      PATIENCE: '0',
      DEADLINE: '3600',
      POLL: '0',
      JOB_NAME: 'ev-backup-full-29915460',
      API_USERNAME: 'backup',
      API_PASSWORD: 'secret',
      ...env,
    },
  });
const restarts = () => api.requests.filter((request) => request === 'POST /restart').length;

test('the certificate is read again before a backup begins, and names are compared', async () => {
  const { status, stdout } = await run({ PATIENCE: '60' });
  expect(stdout).toContain('is in the store');
  expect(status).toBe(0);
  expect(restarts()).toBe(1);
});

test('nothing that runs is ended for it', async () => {
  api.begin('upload another', { does: 'succeed', after: 6 });
  expect((await run({ PATIENCE: '60' })).status).toBe(0);
  expect(restarts()).toBe(0);
});

test('a server that another authority has signed is no server', async () => {
  const { ca } = await developmentCa(['*.analytics.svc']);
  writeFileSync(authority, ca.certificate);
  const { status, stderr } = await run();
  expect(status).toBe(1);
  expect(stderr).toContain('no replica has answered for 0 s');
  expect(api.requests).toEqual([]);
});
