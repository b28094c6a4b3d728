import { Environment, Keeper, type KeeperProps, type Manifest, Tls } from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import type { App } from 'cdk8s';
import { keeperSteps } from '../../../src/tools/keeper-steps/keeper-steps';
import type { KeeperSteps } from '../../../src/tools/keeper-steps/types';
import { eks } from '../../support/environments';

const program = (props: KeeperProps, name = 'keeper') =>
  synthesized((app: App) => {
    const environment = new Environment(app, 'analytics', {
      platform: eks,
    });
    new Keeper(environment, name, props);
  });
const between = (old: KeeperProps, now: KeeperProps): KeeperSteps => {
  const [steps, ...others] = keeperSteps(program(old), program(now));
  expect(others).toEqual([]);
  return steps as KeeperSteps;
};
const kinds = ({ changes }: KeeperSteps) => changes.map(({ kind, grade, members }) => [kind, grade, members.join()]);

const image = 'clickhouse/clickhouse-keeper:26.8.19.9';
const snapshots = (kept: number) => ({ keeper_server: { coordination_settings: { snapshots_to_keep: kept } } });
const level = { keeper_server: { coordination_settings: { raft_logs_level: 'warning' as const } } };
const all = '0,1,2';

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, KeeperProps, KeeperProps, KeeperSteps['grade'], readonly (readonly string[])[]])[] = [
  ['nothing', {}, {}, 'none', []],
  ['an image for all members', {}, { image }, 'staged', [['pod', 'staged', all]]],
  ['an image for one member', {}, { rollout: { members: [2], image } }, 'safe', [['pod', 'safe', '2']]],
  ['the next member of a rollout', { rollout: { members: [2], image } }, { rollout: { members: [2, 1], image } }, 'safe', [['pod', 'safe', '1']]],
  ['two members of a rollout', { rollout: { members: [2], image } }, { rollout: { members: [2, 1, 0], image } }, 'staged', [['pod', 'staged', '0,1']]],
  ['the end of a rollout', { rollout: { members: [2, 1, 0], image } }, { image }, 'none', []],
  ['a setting for all members', {}, { settings: snapshots(5) }, 'staged', [['pod', 'staged', all], ['settings', 'staged', all]]],
  ['a setting for one member', {}, { rollout: { members: [1], settings: snapshots(5) } }, 'safe', [['pod', 'safe', '1'], ['settings', 'safe', '1']]],
  ['a setting that members share', {}, { settings: level }, 'staged', [['settings', 'downtime', all], ['pod', 'staged', all]]],
  ['an image for the only member', { replicas: 1 }, { replicas: 1, image }, 'downtime', [['pod', 'downtime', '0']]],
  ['logs', {}, { settings: { logger: { level: 'debug' } } }, 'safe', [['settings', 'safe', '']]],
  ['larger disks', {}, { storage: '20Gi' }, 'safe', [['storage', 'safe', all]]],
  ['smaller disks', {}, { storage: '5Gi' }, 'refused', [['storage', 'refused', all]]],
  ['another class', {}, { storageClass: 'other' }, 'refused', [['storage', 'refused', all]]],
  ['1 to 3 members', { replicas: 1 }, { replicas: 3 }, 'refused', [['size', 'refused', '1,2']]],
  ['1 to 2 members', { replicas: 1 }, { replicas: 3, resize: { from: 1, members: 2 } }, 'safe', [['size', 'safe', '1']]],
  ['2 to 3 members', { replicas: 3, resize: { from: 1, members: 2 } }, { replicas: 3, resize: { from: 1, members: 3 } }, 'safe', [['size', 'safe', '2']]],
  ['the end of growth', { replicas: 3, resize: { from: 1, members: 3 } }, { replicas: 3 }, 'none', []],
  ['3 to 5 members', { replicas: 3 }, { replicas: 5 }, 'staged', [['size', 'staged', '3,4']]],
  ['3 to 7 members', { replicas: 3 }, { replicas: 7 }, 'refused', [['size', 'refused', '3,4,5,6']]],
  ['3 to 1 members', { replicas: 3 }, { replicas: 1 }, 'refused', [['size', 'refused', '1,2']]],
  ['3 to 2 members', { replicas: 3 }, { replicas: 1, resize: { from: 3, members: 2 } }, 'safe', [['size', 'safe', '2']]],
  ['5 to 3 members', { replicas: 5 }, { replicas: 3 }, 'staged', [['size', 'staged', '3,4']]],
  ['growth with an image', { replicas: 3 }, { replicas: 5, resize: { from: 3, members: 4 }, image }, 'refused', [['size', 'refused', '3'], ['pod', 'staged', all]]],
  ['volumes that go with the quorum', {}, { onDelete: 'delete' }, 'refused', [['switch', 'refused', '']]],
];

test.each(cases)('%s', (_, old, now, grade, expected) => {
  const steps = between(old, now);
  expect(kinds(steps)).toEqual(expected);
  expect(steps.grade).toBe(grade);
  // What is safe may go as it is, without a step; what is not has a way out.
  expect(grade === 'none' || grade === 'safe' || steps.steps.length > 0).toBe(true);
});

test('members change one after the other, and the quorum is looked at in between', () => {
  const { steps } = between({}, { image });
  expect(steps.map(({ text }) => text.replace(/ \(Keeper.*/, ''))).toEqual([
    'Find the leader.',
    'Change the followers first and the leader last: where the order below meets the leader, take another member.',
    ...[2, 1, 0].flatMap((member) => [
      `Merge it for member ${member} alone${member === 0 ? ', the leader if nothing has changed' : ''}`,
      `Wait until the operator has made member ${member} anew and it is ready; status Completed alone says nothing.`,
      'All 3 members answer, one of them leads, and its zk_synced_followers is 2.',
    ]),
    'Move the change from rollout to the props, and remove rollout: nothing changes in the cluster any more.',
  ]);
  expect(steps[3]?.command).toBe(
    'kubectl -n analytics wait --for=condition=Ready pod/chk-keeper-main-0-2-0 --timeout=10m',
  );
});

test('every merge on the way that is printed is one that this library takes and calls safe', () => {
  const from = (old: KeeperProps, now: KeeperProps) => {
    const { steps } = between(old, now);
    const stages = steps.flatMap(({ text }) => [...text.matchAll(/resize: \{ from: (\d), members: (\d) \}/g)]);
    return stages.map(([, start, members]) => ({ ...now, resize: { from: Number(start), members: Number(members) } }));
  };
  for (const [old, now] of [
    [1, 3],
    [3, 1],
    [3, 5],
    [5, 3],
  ] as const) {
    const way = [{ replicas: old }, ...from({ replicas: old }, { replicas: now }), { replicas: now }] as KeeperProps[];
    expect(way).toHaveLength(Math.abs(old - now) + 2);
    const grades = way.slice(1).map((stage, index) => between(way[index] as KeeperProps, stage).grade);
    expect(grades).toEqual([...new Array(Math.abs(old - now)).fill('safe'), 'none']);
  }
});

test('a quorum of another name is a new one, and the old one goes', () => {
  const steps = keeperSteps(program({}), program({}, 'coordination'));
  expect(steps.map(({ name, grade }) => [name, grade])).toEqual([
    ['coordination', 'safe'],
    ['keeper', 'refused'],
  ]);
});

/** What somebody else wrote. */
const foreign = (spec: object, metadata: object = {}): Manifest[] => [
  {
    apiVersion: 'clickhouse-keeper.altinity.com/v1',
    kind: 'ClickHouseKeeperInstallation',
    metadata: { name: 'k', ...metadata },
    spec,
  },
];
const quorum = (cluster: object = {}, more: object = {}) => ({
  configuration: { clusters: [{ name: 'main', layout: { replicasCount: 3 }, ...cluster }], ...more },
});

// biome-ignore format: one case a line is easier to read
const foreignCases: readonly (readonly [string, Manifest[], Manifest[], readonly (readonly string[])[]])[] = [
  ['a cluster with another name', foreign(quorum()), foreign(quorum({ name: 'other' })), [['renamed', 'refused', all]]],
  ['a setting for all', foreign(quorum()), foreign(quorum({}, { settings: { 'keeper_server/x': 1 } })), [['settings', 'downtime', all]]],
  ['a file for all', foreign(quorum()), foreign(quorum({}, { files: { 'x.xml': '<a/>' } })), [['settings', 'downtime', all]]],
  ['a label', foreign(quorum()), foreign(quorum(), { labels: { team: 'a' } }), [['marks', 'staged', '']]],
  ['a label of a tool', foreign(quorum()), foreign(quorum(), { annotations: { 'argocd.argoproj.io/sync-options': 'x' } }), []],
  ['a stop', foreign(quorum()), foreign({ ...quorum(), stop: 'yes' }), [['switch', 'downtime', '']]],
  ['a pause', foreign(quorum()), foreign({ ...quorum(), suspend: true }), [['switch', 'safe', '']]],
  ['another domain', foreign(quorum()), foreign({ ...quorum(), namespaceDomainPattern: '%s.svc.x' }), [['other', 'staged', '']]],
  ['nonsense', foreign(quorum()), foreign(null as never), [['renamed', 'refused', '0']]],
];

test.each(foreignCases)('%s in YAML of others', (_, old, now, expected) => {
  expect(kinds(keeperSteps(old, now)[0] as KeeperSteps)).toEqual(expected);
});

test('a quorum without a plain port is asked through its encrypted one', () => {
  const command = (tls: Tls) => {
    const program = (props: KeeperProps) =>
      synthesized((app: App) => {
        new Keeper(new Environment(app, 'analytics', { platform: eks, tls }), 'keeper', props);
      });
    const [steps] = keeperSteps(program({}), program({ image }));
    return steps?.steps[0]?.command;
  };
  expect(command(Tls.off('a test'))).toContain("exec $pod -- bash -c 'exec 3<>/dev/tcp/127.0.0.1/2181; printf mntr");
  expect(command(Tls.certManager())).toBe(
    'for pod in chk-keeper-main-0-0-0 chk-keeper-main-0-1-0 chk-keeper-main-0-2-0; do ' +
      '(kubectl -n analytics port-forward $pod 12281:2281 >/dev/null & sleep 2; ' +
      'printf mntr | openssl s_client -quiet -connect 127.0.0.1:12281 2>/dev/null; kill $!) | ' +
      'grep -H --label=$pod zk_server_state; done',
  );
});
