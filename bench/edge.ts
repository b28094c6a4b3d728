import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EdgeData, EdgeRoute } from '../src/edge/data-plane/model';
import { edgeTables } from '../src/edge/data-plane/render-data';
import { developmentCa } from '../src/tools/credentials/development-ca';
import { type Listening, startBackend } from '../test/system/edge/backends';
import { openTls, visit } from '../test/system/edge/clients';
import { Edge } from '../test/system/edge/edge';
import { proxyV2 } from '../test/system/edge/proxy-header';
import { route } from '../test/system/edge/scene';

/*
 * What the edge costs, at 10, 1,000 and 10,000 routes, on this machine: `npx tsx bench/edge.ts`. Needs haproxy and socat.
 * Prints and judges nothing: a busy machine changes milliseconds, hardly ratios. All ways are asked in turn.
 */
const rounds = Number(process.argv[2] ?? 300);
const domain = 'ch.example.com';
const header = proxyV2('10.1.2.3');

/** Backends of the three modes: the client's TLS, plain bytes, TLS of the edge. */
type Backends = Readonly<Record<'tls' | 'plain' | 'again', Listening>>;

async function main(): Promise<void> {
  const tls = await startBackend('tls', { speaks: 'tls', header: 'none' });
  const plain = await startBackend('plain', { speaks: 'plain', header: 'none' });
  const { ca, server } = await developmentCa(['*.analytics.svc.cluster.local']);
  const again = await startBackend('again', { speaks: 'tls', header: 'none', pair: server });
  const directory = mkdtempSync(join(tmpdir(), 'edge-authority-'));
  writeFileSync(join(directory, 'ca.crt'), ca.certificate);
  try {
    for (const count of [10, 1000, 10_000]) await measure(count, { tls, plain, again }, join(directory, 'ca.crt'));
  } finally {
    for (const backend of [tls, plain, again]) backend.close();
    rmSync(directory, { recursive: true });
  }
}

/** Memory of the process that serves. */
async function kilobytes(edge: Edge): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${await edge.worker()}/status`, 'utf8'))?.[1]);
}

/** Memory that idle connections take, in KB for each. */
async function idle(edge: Edge, name: string, connections = 300): Promise<number> {
  const before = await kilobytes(edge);
  const open = [];
  for (let index = 0; index < connections; index++)
    open.push(await openTls({ port: edge.process.ports.https, header }, `${name}.${domain}`));
  const after = await kilobytes(edge);
  for (const stream of open) stream.destroy();
  return (after - before) / connections;
}

async function measure(count: number, { tls, plain, again }: Backends, file: string): Promise<void> {
  const filler = Array.from({ length: count - 3 }, (_, index) =>
    route({ name: `c${index}`, allow: [`10.${index % 200}.${index % 50}.0/24`] }, tls.port),
  );
  const ended = { mode: 'terminate' } as const;
  const measured = [
    route({ name: 'pass' }, tls.port),
    route({ name: 'ended', ...ended }, plain.port),
    route({ name: 'again', ...ended, authority: 'production' }, again.port),
  ];
  const rendered = clock();
  const data = dataOf(...measured, ...filler);
  edgeTables(data);
  const render = rendered();
  const edge = await Edge.start(data, { authorities: [{ name: 'production', file }] });
  try {
    const live = join(edge.process.directory, 'live', 'haproxy.cfg');
    const loads = Array.from({ length: 5 }, () => {
      const took = clock();
      execFileSync('haproxy', ['-c', '-f', live], { stdio: 'ignore' });
      return took();
    });
    const memory = await kilobytes(edge);
    const times = await latencies(edge, tls);
    const direct = median(times.direct);
    const ratio = (of: readonly number[]) => (median(of) / direct).toFixed(2);
    console.log(
      `${count} routes: tables rendered in ${render.toFixed(0)} ms, loaded in ${median(loads).toFixed(0)} ms, ` +
        `${(memory / 1024).toFixed(1)} MB; connect, TLS and one answer: direct ${direct.toFixed(2)} ms, ` +
        `passthrough ${ratio(times.pass)} times, terminated ${ratio(times.ended)} times (budget 1.15), ` +
        `terminated and encrypted again ${ratio(times.again)} times`,
    );
    console.log(`  ${await changes(edge, data, tls)}`);
    const [pass, ended, again] = [await idle(edge, 'pass'), await idle(edge, 'ended'), await idle(edge, 'again')];
    console.log(
      `  memory of an idle connection: passthrough ${pass.toFixed(0)} KB, terminated ${ended.toFixed(0)} KB, ` +
        `and encrypted again ${again.toFixed(0)} KB`,
    );
  } finally {
    await edge.stop();
  }
}

async function latencies(edge: Edge, { port }: Listening) {
  const ways = {
    direct: () => visit({ port }, `pass.${domain}`),
    pass: () => visit({ port: edge.process.ports.https, header }, `pass.${domain}`),
    ended: () => visit({ port: edge.process.ports.https, header }, `ended.${domain}`),
    again: () => visit({ port: edge.process.ports.https, header }, `again.${domain}`),
  };
  const times = { direct: [] as number[], pass: [] as number[], ended: [] as number[], again: [] as number[] };
  for (let round = -20; round < rounds; round++) {
    for (const way of ['direct', 'pass', 'ended', 'again'] as const) {
      const took = clock();
      if ((await ways[way]()) === 'refused') throw new Error(`${way} was refused`);
      if (round >= 0) times[way].push(took());
    }
  }
  return times;
}

/** How long a new route takes until it answers: told to HAProxy alone, and brought as files to the applying script. */
async function changes(edge: Edge, data: EdgeData, { port }: Listening): Promise<string> {
  const added = (index: number) => route({ name: `added-${index}`, allow: ['10.0.0.0/8', '2001:db8::/32'] }, port);
  const answers = async (index: number) => {
    while ((await visit({ port: edge.process.ports.https, header }, `added-${index}.${domain}`)) === 'refused')
      await sleep(1);
  };
  const told = [];
  for (let index = 0; index < 10; index++) {
    const line = edgeTables(dataOf(added(index)))['routes.map'][0];
    const took = clock();
    await edge.ask(`add map routes.map ${line}`);
    await answers(index);
    told.push(took());
  }
  const script = edge.startScript('watch', 'ignore');
  const brought = [];
  try {
    await sleep(2000);
    for (let index = 10; index < 15; index++) {
      edge.write(dataOf(...(data.environments[0]?.routes ?? []), added(index)));
      const took = clock();
      await answers(index);
      brought.push(took());
    }
  } finally {
    const ended = once(script, 'close');
    script.kill('SIGTERM');
    await ended;
  }
  return `new route to first TLS answer: runtime command ${median(told).toFixed(1)} ms, changed files ${median(brought).toFixed(0)} ms (script looks every 100 ms)`;
}

function dataOf(...routes: readonly EdgeRoute[]): EdgeData {
  return {
    environments: [{ domain, extraHosts: [], allow: 'open', routes }],
    clientAddress: { loadBalancers: ['127.0.0.1/32'] },
  };
}

function clock(): () => number {
  const start = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - start) / 1e6;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

main();
