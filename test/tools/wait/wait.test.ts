import type { Manifest } from 'anyhouse';
import { ClusterError, type LiveObject } from '../../../src/tools/cluster/cluster';
import { targetsOf } from '../../../src/tools/wait/state';
import { type Progress, waitForTargets } from '../../../src/tools/wait/wait';
import { fakeCluster, type Holdings } from '../fake-cluster';
import { chi, keeper, pod, readyPod } from './objects';

/** A clock that moves only when somebody sleeps. */
function testClock() {
  let time = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

async function wait(manifests: readonly Manifest[], holdings: (look: number) => Holdings, timeout = 60_000) {
  const looks: Progress[] = [];
  let look = 0;
  const outcome = await waitForTargets(
    fakeCluster(() => holdings(look)),
    targetsOf(manifests),
    {
      timeout,
      clock: testClock(),
      observe: (progress) => {
        looks.push(progress);
        look += 1;
      },
    },
  );
  return { outcome, looks, last: looks.at(-1) as Progress };
}

const live = (manifest: Manifest, status: object): LiveObject => ({
  ...manifest,
  metadata: { ...manifest.metadata, creationTimestamp: '2026-01-01T00:00:00Z' },
  status,
});
const completed = { status: 'Completed' };

test('ready is what is ready twice in a row', async () => {
  const { outcome, looks } = await wait([chi], (look) => ({
    ClickHouseInstallation: [live(chi, completed)],
    Pod:
      look === 1
        ? [readyPod('chi-events-main-0-0-0')]
        : ['0-0', '0-1'].map((host) => readyPod(`chi-events-main-${host}-0`)),
  }));
  expect(outcome).toBe('ready');
  expect(looks.map(({ states }) => states[0]?.phase)).toEqual(['ready', 'waiting', 'ready', 'ready']);
});

test('a status that says Completed does not count while pods are missing', async () => {
  const { outcome, last } = await wait([keeper], () => ({
    ClickHouseKeeperInstallation: [live(keeper, completed)],
    Pod: [readyPod('chk-keeper-main-0-0-0')],
  }));
  expect(outcome).toBe('timeout');
  expect(last.states[0]).toMatchObject({
    summary: '1 of 3 members ready',
    detail: 'chk-keeper-main-0-1-0: not created yet',
  });
});

test('pods that are ready do not count while the status says that the operator works', async () => {
  const { last } = await wait([chi], () => ({
    ClickHouseInstallation: [live(chi, { status: 'InProgress' })],
    Pod: ['0-0', '0-1'].map((host) => readyPod(`chi-events-main-${host}-0`)),
  }));
  expect(last.states[0]).toMatchObject({ phase: 'waiting', detail: 'the operator finishes its work' });
});

test('an installation that is not the one of the manifests is not waited on as if it were', async () => {
  const older = { ...chi, spec: { configuration: { clusters: [{ name: 'main', layout: { replicasCount: 1 } }] } } };
  const { last } = await wait([chi], () => ({ ClickHouseInstallation: [live(older, completed)] }));
  expect(last.states[0]).toMatchObject({
    summary: 'not applied yet',
    hindrances: [
      {
        object: 'data/events',
        why: 'another version of it is applied: spec.configuration.clusters[0].layout.replicasCount is 1 there and 2 here',
      },
    ],
  });
});

test('an operator that gave up ends it after a while, with the reason', async () => {
  const { outcome, last } = await wait([chi], () => ({
    ClickHouseInstallation: [live(chi, { status: 'Aborted', error: 'no quorum' })],
  }));
  expect(outcome).toBe('failed');
  expect(last.elapsed).toBe(20_000);
  expect(last.states[0]?.hindrances[0]).toEqual({ object: 'data/events', why: 'Aborted, no quorum' });
});

test('a failure left over from before is not the end', async () => {
  const { outcome } = await wait([chi], (look) => ({
    ClickHouseInstallation: [live(chi, look < 3 ? { status: 'Aborted' } : completed)],
    Pod: ['0-0', '0-1'].map((host) => readyPod(`chi-events-main-${host}-0`)),
  }));
  expect(outcome).toBe('ready');
});

test('an installation that no operator takes up is explained after a minute', async () => {
  const { last } = await wait([chi], () => ({ ClickHouseInstallation: [live(chi, {})] }), 62_000);
  expect(last.states[0]?.hindrances).toEqual([
    { object: 'data/events', why: 'no operator has taken it up for 1m 2s; does one watch namespace data?' },
  ]);
});

test('a kind that the cluster does not know means that the operator is missing', async () => {
  const { last } = await wait([chi], () => ({ ClickHouseInstallation: 'unknown' }));
  expect(last.states[0]?.hindrances[0]?.why).toBe(
    'the cluster does not know the kind ClickHouseInstallation: the operator is not installed',
  );
});

test('what is not applied yet is waited for', async () => {
  const { last } = await wait([chi], () => ({}));
  expect(last.states[0]).toMatchObject({ phase: 'waiting', summary: 'not applied yet', hindrances: [] });
});

test('an installation that is to be stopped is ready without pods', async () => {
  const stopped = { ...chi, spec: { ...(chi.spec as object), stop: 'yes' } };
  const { outcome, last } = await wait([stopped], (look) => ({
    ClickHouseInstallation: [live(stopped, completed)],
    Pod: look < 2 ? [pod('chi-events-main-0-0-0', {})] : [],
  }));
  expect(outcome).toBe('ready');
  expect(last.states[0]?.summary).toBe('stopped');
});

test('one that a schedule has stopped, of which its manifest says nothing, is ready, too', async () => {
  const { outcome, last } = await wait([chi], () => ({
    ClickHouseInstallation: [live({ ...chi, spec: { ...(chi.spec as object), stop: 'yes' } }, completed)],
  }));
  expect([outcome, last.states[0]?.summary]).toEqual(['ready', 'stopped']);
});

test('a cluster that is silent for a moment is asked again, one that stays silent is an error', async () => {
  const silentDuring = (silent: (look: number) => boolean) =>
    wait([chi], (look) => {
      if (silent(look)) throw new ClusterError('gone');
      const pods = ['0-0', '0-1'].map((host) => readyPod(`chi-events-main-${host}-0`));
      return { ClickHouseInstallation: [live(chi, completed)], Pod: pods };
    });
  const { outcome, looks } = await silentDuring((look) => look === 1);
  expect(outcome).toBe('ready');
  expect(looks.map(({ trouble }) => trouble)).toEqual([undefined, 'gone', undefined, undefined]);
  await expect(silentDuring((look) => look > 0)).rejects.toThrow('gone');
});

test('events help, but may be forbidden', async () => {
  const { outcome } = await wait([chi], () => ({
    ClickHouseInstallation: [live(chi, completed)],
    Pod: ['0-0', '0-1'].map((host) => readyPod(`chi-events-main-${host}-0`)),
    Event: 'forbidden',
  }));
  expect(outcome).toBe('ready');
});
