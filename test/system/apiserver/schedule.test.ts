import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Container } from 'kubernetes-types/core/v1';
import { at, list, type Manifest, record } from '../../../src/kubernetes/manifest';
import { scheduled } from '../../schedule/support';
import { ApiClient } from '../cluster/api-client';
import { writeKubeconfig } from '../cluster/connection';
import { programPath } from '../cluster/programs';
import { until } from '../cluster/until';
import { accessMatrix, rightsOf } from './access-matrix';
import { anyApiServer, makeNamespace } from './servers';
import { tokenOf } from './token';

const server = anyApiServer();
const namespace = 'schedule';
const directory = mkdtempSync(join(tmpdir(), 'anyhouse-schedule-'));
const kubeconfig = join(directory, 'kubeconfig');
const pods = [
  'chi-events-main-0-0-0',
  'chi-events-main-0-1-0',
  'chk-keeper-main-0-0-0',
  'chk-keeper-main-0-1-0',
  'chk-keeper-main-0-2-0',
];
const cluster = { apiVersion: 'clickhouse.altinity.com/v1', kind: 'ClickHouseInstallation' } as const;
const quorum = { apiVersion: 'clickhouse-keeper.altinity.com/v1', kind: 'ClickHouseKeeperInstallation' } as const;
const events = { ...cluster, metadata: { name: 'events', namespace } };
const keeper = { ...quorum, metadata: { name: 'keeper', namespace } };
let objects: readonly Manifest[];
let asSchedule: ApiClient;

beforeAll(async () => {
  const everything = scheduled({ props: { idle: {} } });
  objects = everything
    .filter(({ metadata }) => ['nights', 'events', 'keeper'].some((name) => metadata.name.startsWith(name)))
    .map((object) => move(object));
  for (const name of [namespace, 'schedule-other']) await makeNamespace(server, name);
  for (const object of objects) await server.apply(object);
  const others = [
    { ...cluster, metadata: { name: 'other', namespace }, spec: {} },
    { ...cluster, metadata: { name: 'events', namespace: 'schedule-other' }, spec: {} },
    { ...quorum, metadata: { name: 'other', namespace }, spec: {} },
  ];
  for (const other of others) await server.apply(other);
  const { connection } = server;
  const token = await tokenOf(server, namespace, 'nights');
  asSchedule = new ApiClient({ ...connection, token });
  writeKubeconfig({ ...connection, token, kubeconfig, context: 'test' });
  await until(
    async () => ((await status('get', 'events')) === 200 ? true : undefined),
    () => 'the role has no effect',
  );
}, 120_000);
afterAll(() => asSchedule?.close());

/** The same object in the namespace of this test. */
function move(object: Manifest): Manifest {
  return JSON.parse(JSON.stringify(object).replaceAll('analytics', namespace)) as Manifest;
}

const installations = `/apis/clickhouse.altinity.com/v1/namespaces/${namespace}/clickhouseinstallations`;

async function status(verb: 'get' | 'patch' | 'delete', name: string, path = installations): Promise<number> {
  const body = verb === 'patch' ? { spec: { stop: 'no' } } : undefined;
  const call = { method: verb.toUpperCase(), path: `${path}/${name}`, body } as const;
  const contentType = verb === 'patch' ? { contentType: 'application/merge-patch+json' } : {};
  return (await asSchedule.send({ ...call, ...contentType } as Parameters<ApiClient['send']>[0])).status;
}

test('its account has these rights, by the review of the API server, and no others', async () => {
  const account = { namespace, name: 'nights' };
  expect(await rightsOf(server, account)).toEqual([
    'get,list,watch apps/statefulsets:chi-events-main-0-0,chi-events-main-0-1,chk-keeper-main-0-0,chk-keeper-main-0-1,chk-keeper-main-0-2',
    'get,list,watch pods:chi-events-main-0-0-0,chi-events-main-0-1-0,nights-nothing',
    'get,patch clickhouse-keeper.altinity.com/clickhousekeeperinstallations:keeper',
    'get,patch clickhouse.altinity.com/clickhouseinstallations:events',
  ]);
  const [chi, chk] = [cluster, quorum].map(
    ({ apiVersion, kind }) => `${apiVersion.split('/')[0]}/${kind.toLowerCase()}s`,
  );
  const asked = [
    `${chi}:events`,
    `${chk}:keeper`,
    `${chi}:other`,
    `${chk}:other`,
    'secrets',
    'pods',
    'pods/exec',
    'configmaps',
  ];
  const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
  expect(await accessMatrix(server, account, asked, verbs)).toEqual([
    `get ${chi}:events`,
    `patch ${chi}:events`,
    `get ${chk}:keeper`,
    `patch ${chk}:keeper`,
  ]);
  expect(await accessMatrix(server, account, asked, verbs, 'schedule-other')).toEqual([]);
  expect(await accessMatrix(server, account, asked, verbs, '')).toEqual([]);
});

const keepers = `/apis/clickhouse-keeper.altinity.com/v1/namespaces/${namespace}/clickhousekeeperinstallations`;
const core = `/api/v1/namespaces/${namespace}`;

test.each([
  ['get', 'events', installations, 200],
  ['patch', 'events', installations, 200],
  ['get', 'keeper', keepers, 200],
  ['patch', 'keeper', keepers, 200],
  ['delete', 'events', installations, 403],
  ['delete', 'keeper', keepers, 403],
  ['get', 'other', installations, 403],
  ['patch', 'other', installations, 403],
  ['get', 'other', keepers, 403],
  ['patch', 'other', keepers, 403],
  ['get', 'events', installations.replace(namespace, 'schedule-other'), 403],
  ['patch', 'events', installations.replace(namespace, 'schedule-other'), 403],
  ['patch', 'events/status', installations, 403],
  ['get', '', installations, 403],
  ['get', 'chi-events-main-0-0-0', `${core}/pods`, 404],
  ['patch', 'chi-events-main-0-0', `/apis/apps/v1/namespaces/${namespace}/statefulsets`, 403],
  ['get', 'other', `/apis/apps/v1/namespaces/${namespace}/statefulsets`, 403],
  ['delete', 'chi-events-main-0-0-0', `${core}/pods`, 403],
  ['patch', 'chi-events-main-0-0-0', `${core}/pods`, 403],
  ['get', 'some-other-pod', `${core}/pods`, 403],
  ['get', 'chi-events-main-0-0-0/log', `${core}/pods`, 403],
  ['get', '', `${core}/pods`, 403],
  ['get', 'events-uptime', `${core}/secrets`, 403],
  ['get', 'nights-idle', `${core}/configmaps`, 403],
  ['patch', 'nights-stop', `/apis/batch/v1/namespaces/${namespace}/cronjobs`, 403],
] as const)('the schedule gets to %s %s below %s the answer %d', async (verb, name, path, expected) => {
  expect(await status(verb, name, path)).toBe(expected);
});

/** Runs the containers of a CronJob one after the other, as Kubernetes does, from the given one on. */
async function run(cronJob: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const said: string[] = [];
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  for (const { name, args = [] } of steps(cronJob)) {
    const own = args.map((arg) => arg.replace('/answer/', `${directory}/`).replace(/^--timeout=.*/, '--timeout=20s'));
    const { stdout } = await promisify(execFile)(await programPath('kubectl'), ['--kubeconfig', kubeconfig, ...own]);
    said.push(
      ...stdout
        .trim()
        .split('\n')
        .map((line) => `${name}: ${line}`),
    );
  }
  return said.filter((line) => !line.endsWith(': '));
}

function steps(cronJob: string): readonly Container[] {
  const object = objects.find(({ kind, metadata }) => kind === 'CronJob' && metadata.name === cronJob);
  const pod = record(at(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec'));
  const all = [...list(pod.initContainers), ...list(pod.containers)] as Container[];
  return all.filter(({ name }) => !name.startsWith('ask-'));
}

/** What the operator makes, in the state that is waited for. */
async function makePods(): Promise<void> {
  for (const name of pods) {
    const spec = { containers: [{ name: 'x', image: 'x:1' }] };
    await server.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace }, spec });
    await server.send({
      method: 'PATCH',
      path: `${core}/pods/${name}/status`,
      contentType: 'application/merge-patch+json',
      body: { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
    } as Parameters<ApiClient['send']>[0]);
    await makeSet(name.replace(/-0$/, ''), 1);
  }
}

/** A StatefulSet with so many pods that are ready. */
async function makeSet(name: string, readyReplicas: number): Promise<void> {
  const labels = { set: name };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'x', image: 'x:1' }] } };
  const spec = { selector: { matchLabels: labels }, serviceName: name, template };
  await server.apply({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name, namespace }, spec });
  await server.send({
    method: 'PATCH',
    path: `/apis/apps/v1/namespaces/${namespace}/statefulsets/${name}/status`,
    contentType: 'application/merge-patch+json',
    body: { status: { replicas: readyReplicas, readyReplicas } },
  } as Parameters<ApiClient['send']>[0]);
}

const removePods = async (kind: string) => {
  for (const name of pods.filter((pod) => pod.startsWith(kind)))
    await server.send({ method: 'DELETE', path: `${core}/pods/${name}?gracePeriodSeconds=0` });
};

const stop = async () => [at(await server.get(events), 'spec', 'stop'), at(await server.get(keeper), 'spec', 'stop')];

test('to start is to start Keeper, to wait until its members are ready, and to start ClickHouse', async () => {
  for (const pod of pods) await makeSet(pod.replace(/-0$/, ''), 0);
  const running = run('nights-start');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(at(await server.get(events), 'spec', 'stop')).not.toBe('yes');
  await makePods();
  const said = await running;
  expect(said[0]).toMatch(/^start-keeper: clickhousekeeperinstallation.*keeper patched/);
  expect(said.map((line) => line.split(':')[0])).toEqual([
    'start-keeper',
    ...Array(3).fill('keeper-is-ready'),
    'start-clickhouse',
    ...Array(2).fill('clickhouse-is-ready'),
    'keep-keeper',
  ]);
  expect(await stop()).toEqual(['no', 'no']);
});

test('to stop is to stop ClickHouse, to wait until its pods are gone, and to stop Keeper', async () => {
  await makePods();
  const running = run('nights-stop');
  await server.waitFor(events, (object) => at(object, 'spec', 'stop') === 'yes');
  expect(await stop()).toEqual(['yes', 'no']);
  await removePods('chi');
  await running;
  expect(await stop()).toEqual(['yes', 'yes']);
});

const fileOf = (name: string) => {
  const files = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'nights-idle');
  return String(record(files?.data)[name]);
};

test('an answer that they are busy changes nothing, and waits for nothing', async () => {
  await makePods();
  await run('nights-start');
  await run('nights-idle', { 'patch.json': fileOf('keep.json'), 'gone.json': fileOf('nothing.json') });
  expect(await stop()).toEqual(['no', 'no']);
}, 120_000);

test('an answer that they are idle stops them in the same order', async () => {
  await makePods();
  const running = run('nights-idle', { 'patch.json': fileOf('stop.json'), 'gone.json': fileOf('pods.json') });
  await server.waitFor(events, (object) => at(object, 'spec', 'stop') === 'yes');
  expect(await stop()).toEqual(['yes', 'no']);
  await removePods('chi');
  await running;
  expect(await stop()).toEqual(['yes', 'yes']);
});

test('Keeper stays when pods of ClickHouse do not go', async () => {
  await makePods();
  await run('nights-start');
  await expect(run('nights-stop')).rejects.toThrow(/timed out waiting for the condition/);
  expect(await stop()).toEqual(['yes', 'no']);
}, 120_000);
