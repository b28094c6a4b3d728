import * as pulumi from '@pulumi/pulumi';
import type { Manifest } from 'anyhouse';
import { type Gates, gatesOf } from '../../../src/pulumi/bridge/gates';
import { ManifestResource } from '../../../src/pulumi/bridge/manifest-resource';
import { withContentTaskId } from '../../../src/pulumi/bridge/wait';
import { ClusterError, type LiveObject } from '../../../src/tools/cluster/cluster';
import { underMocks, valueIn } from '../../support/pulumi-mocks';
import { fakeCluster } from '../../tools/fake-cluster';
import { readyPod } from '../../tools/wait/objects';

const events: Manifest = {
  apiVersion: 'clickhouse.altinity.com/v1',
  kind: 'ClickHouseInstallation',
  metadata: { name: 'events', namespace: 'data' },
  spec: { taskID: 'now', configuration: { clusters: [{ name: 'main', layout: { replicasCount: 2 } }] } },
};

const pods = ['chi-events-main-0-0-0', 'chi-events-main-0-1-0'].map(readyPod);

/** The installation as the cluster has it, with what its operator says. */
const live = (status: object): LiveObject => ({ ...events, status }) as unknown as LiveObject;

interface Look {
  readonly installation: LiveObject;
  readonly pods: readonly LiveObject[];
}

/** A cluster that looks different each time; the last look stays. Time passes only when somebody sleeps. */
function meansOf(looks: readonly Look[]) {
  let now = 0;
  let seen = 0;
  const holdings = () => {
    const look = looks[Math.min(seen, looks.length - 1)] as Look;
    return { ClickHouseInstallation: [look.installation], Pod: look.pods };
  };
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
      seen += 1;
    },
  };
  return { clock, connect: async () => fakeCluster(holdings), seen: () => seen };
}

/** Registers the installation, and one object that depends on it. */
const program = (means: ReturnType<typeof meansOf>, options = { waitMinutes: 5, kubeconfig: 'none' as string }) => {
  const parent = new pulumi.ComponentResource('x:y:Z', 'parent');
  const gates: Gates = gatesOf('it', options, parent, means);
  const resource = new ManifestResource('events', events, {});
  const after = gates.after('analytics/events', resource, events);
  new ManifestResource('edge', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'edge' } }, { dependsOn: after });
  return { gates, resource };
};

beforeEach(() => jest.spyOn(pulumi.log, 'info').mockResolvedValue());

test('what depends on an installation waits for its pods, its status, and its taskID among those that are done', async () => {
  const looks: Look[] = [
    // Completed still tells about the version before.
    { installation: live({ status: 'Completed', taskIDsCompleted: ['before'] }), pods },
    { installation: live({ status: 'InProgress', taskIDsCompleted: ['before'] }), pods: pods.slice(1) },
    { installation: live({ status: 'Completed', taskIDsCompleted: ['now', 'before'] }), pods: pods.slice(1) },
    { installation: live({ status: 'Completed', taskIDsCompleted: ['now', 'before'], endpoint: 'x' }), pods },
  ];
  const means = meansOf(looks);
  const seenAt: number[] = [];
  const { result, resources } = await underMocks(() => program(means), {
    outputs: ({ name }) => {
      if (name === 'edge') seenAt.push(means.seen());
      return {};
    },
  });
  expect(resources.map(({ name }) => name)).toEqual(['parent', 'events', 'edge']);
  // Ready is what is so twice in a row: at the fourth look, and at the fifth.
  expect(seenAt).toEqual([4]);
  expect(await valueIn(result.gates.statusOf(result.resource))).toMatchObject({
    value: { status: 'Completed', endpoint: 'x' },
    secret: false,
  });
  expect(await valueIn(result.gates.ready())).toMatchObject({ value: ['analytics/events'] });
});

test('an installation that stays behind is told with what holds it up, and nothing that depends on it is made', async () => {
  const means = meansOf([{ installation: live({ status: 'InProgress' }), pods: pods.slice(1) }]);
  const names: string[] = [];
  const failing = async () => {
    const parent = new pulumi.ComponentResource('x:y:Z', 'parent');
    const gates = gatesOf('it', { waitMinutes: 5, kubeconfig: 'none' }, parent, means);
    const after = gates.after('analytics/events', new ManifestResource('events', events, {}), events);
    await valueIn(after as pulumi.Output<unknown>);
  };
  const outputs = ({ name }: { readonly name: string }) => {
    names.push(name);
    return {};
  };
  const run = underMocks(failing, { outputs });
  await expect(run).rejects.toThrow(
    'ClickHouseInstallation data/events is not ready after 5 minutes: 1 of 2 hosts ready, chi-events-main-0-0-0: ' +
      'not created yet. It stays as it is in the cluster, and the next update waits again.',
  );
  expect(names).toEqual(['parent', 'events']);
});

test('an update that was given up is told at once, with the reason of the operator', async () => {
  const means = meansOf([{ installation: live({ status: 'Aborted', error: 'host 0-1 is not ready' }), pods }]);
  const run = underMocks(async () => {
    const gates = gatesOf(
      'it',
      { waitMinutes: 60, kubeconfig: 'none' },
      new pulumi.ComponentResource('x:y:Z', 'p'),
      means,
    );
    await valueIn(gates.after('e', new ManifestResource('events', events, {}), events) as pulumi.Output<unknown>);
  });
  await expect(run).rejects.toThrow(/^ClickHouseInstallation data\/events failed: .*Aborted, host 0-1 is not ready/);
  expect(means.clock.now()).toBeLessThan(60_000);
});

test('a field that the cluster dropped is told within half a minute, with what to do', async () => {
  const { configuration, ...spec } = events.spec as Readonly<Record<string, unknown>>;
  const cut = { ...live({ status: 'Completed', taskIDsCompleted: ['now'] }), spec } as LiveObject;
  const means = meansOf([{ installation: cut, pods }]);
  const run = underMocks(async () => {
    const parent = new pulumi.ComponentResource('x:y:Z', 'p');
    const gates = gatesOf('it', { waitMinutes: 60, kubeconfig: 'none' }, parent, means);
    await valueIn(gates.after('e', new ManifestResource('events', events, {}), events) as pulumi.Output<unknown>);
  });
  expect(configuration).toBeDefined();
  await expect(run).rejects.toThrow(
    'ClickHouseInstallation data/events failed: applied in part; data/events: the cluster dropped spec.configuration, as its ' +
      'resource definitions are older than the operator that the program names; update them. ' +
      'It stays as it is in the cluster, and pulumi up --refresh tries again.',
  );
  expect(means.clock.now()).toBeLessThan(30_000);
});

test('a cluster that stops answering is told in its own sentence, without a stack', async () => {
  const silent = async () => {
    throw new ClusterError('Context "kind-dev" does not answer.');
  };
  const failed = underMocks(async () => {
    const parent = new pulumi.ComponentResource('x:y:Z', 'p');
    const means = { ...meansOf([]), connect: silent };
    const gates = gatesOf('it', { waitMinutes: 5, kubeconfig: 'none' }, parent, means);
    await valueIn(gates.after('e', new ManifestResource('events', events, {}), events) as pulumi.Output<unknown>);
  });
  await expect(failed).rejects.toMatchObject({
    message: 'Context "kind-dev" does not answer.',
    stack: 'Context "kind-dev" does not answer.',
  });
});

test.each([
  ['a preview', { preview: 'preview' }, { waitMinutes: 5, kubeconfig: 'none' }],
  ['a mocked engine', {}, { kubeconfig: 'none' }],
  ['a program that does not want to', {}, { waitMinutes: 'none', kubeconfig: 'none' }],
] as const)('%s does not wait', async (_, mocks, options) => {
  const means = meansOf([]);
  const connect = jest.spyOn(means, 'connect');
  const { result, resources } = await underMocks(() => program(means, options as never), mocks);
  expect(resources.map(({ name }) => name)).toEqual(['parent', 'events', 'edge']);
  expect(connect).not.toHaveBeenCalled();
  // The same as after an update, so that a preview without changes shows none.
  expect(await valueIn(result.gates.ready())).toMatchObject({ value: ['analytics/events'], known: true });
});

const taskIdOf = async (spec: Readonly<Record<string, unknown>>) =>
  (await valueIn(withContentTaskId(spec).taskID as pulumi.Output<string>)).value;

test('the taskID follows from the values of a specification, never from tokens, and keeps what was written', async () => {
  await underMocks(async () => {
    const plain = await taskIdOf({ stop: 'no', configuration: { a: 'x', b: ['y'] } });
    expect(plain).toMatch(/^[0-9a-f]{12}$/);
    const late = { configuration: { b: [pulumi.output('y')], a: pulumi.output('x') }, stop: 'no' };
    expect(await taskIdOf(late)).toBe(plain);
    expect(await taskIdOf({ stop: 'no', configuration: { a: 'x', b: ['z'] } })).not.toBe(plain);
    expect(await taskIdOf({ taskID: 'mine', stop: 'no' })).toMatch(/^mine-[0-9a-f]{12}$/);
    expect(await taskIdOf({ taskID: pulumi.output('mine') })).toMatch(/^mine-[0-9a-f]{12}$/);
  });
});

test('the taskID of a specification with a secret is a secret, one with an unknown is unknown', async () => {
  await underMocks(
    async () => {
      const secret = withContentTaskId({ a: pulumi.secret('x') }).taskID as pulumi.Output<string>;
      expect(await valueIn(secret)).toMatchObject({ known: true, secret: true });
      const bucket = new ManifestResource('b', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'b' } }, {});
      const late = withContentTaskId({ a: bucket.status }).taskID as pulumi.Output<string>;
      expect(await valueIn(late)).toMatchObject({ known: false });
    },
    { preview: 'preview' },
  );
});
