import { allowUnknown, Environment, Keeper, type KeeperProps, Operator } from 'anyhouse';
import { findingsOf } from 'anyhouse/testing';
import { App } from 'cdk8s';
import { eks, environment, messageOf, minikube, objectOf } from '../support/environments';

interface Template {
  metadata?: { annotations: Record<string, string> };
  spec: { containers: { image: string; resources: unknown }[] };
}
interface Spec {
  configuration: {
    settings: Record<string, unknown>;
    clusters: { layout: { replicas: { settings?: Record<string, unknown> }[] } }[];
  };
  templates: { podTemplates: Template[] };
}

const specOf = (props: KeeperProps, place = environment()) =>
  objectOf(new Keeper(place, 'keeper', props), 'ClickHouseKeeperInstallation').spec as Spec;
const own = ({ configuration }: Spec) => configuration.clusters[0]?.layout.replicas.map(({ settings }) => settings);
const marks = ({ templates }: Spec) =>
  templates.podTemplates.map(({ metadata }) => metadata?.annotations['anyhouse.dev/settings']);
const images = ({ templates }: Spec) => templates.podTemplates.map(({ spec }) => spec.containers[0]?.image);
const snapshots = (kept: number) => ({ keeper_server: { coordination_settings: { snapshots_to_keep: kept } } });
const path = 'keeper_server/coordination_settings/snapshots_to_keep';
const newer = 'clickhouse/clickhouse-keeper:26.8.19.9';

test('without settings there is nothing but logs, and pods have no mark', () => {
  const spec = specOf({});
  expect(spec.configuration.settings).toEqual({
    'logger/count': 5,
    'logger/level': 'information',
    'logger/size': '100M',
  });
  expect(own(spec)).toEqual([undefined, undefined, undefined]);
  expect(marks(spec)).toEqual([undefined, undefined, undefined]);
});

test('settings that restart are written for each member, with a mark that changes with them', () => {
  const [five, six] = [specOf({ settings: snapshots(5) }), specOf({ settings: snapshots(6) })];
  expect(own(five)).toEqual([{ [path]: 5 }, { [path]: 5 }, { [path]: 5 }]);
  expect(five.configuration.settings).not.toHaveProperty([path]);
  expect(new Set(marks(five)).size).toBe(1);
  expect(marks(five)[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(marks(six)[0]).not.toBe(marks(five)[0]);
});

test('logs, and what the operator ships for all members, are written for all of them', () => {
  const spec = specOf({
    settings: {
      logger: { level: 'debug' },
      keeper_server: { coordination_settings: { raft_logs_level: 'warning' } },
    },
  });
  expect(spec.configuration.settings).toMatchObject({
    'logger/level': 'debug',
    'keeper_server/coordination_settings/raft_logs_level': 'warning',
  });
  expect(own(spec)).toEqual([undefined, undefined, undefined]);
  expect(marks(spec)[0]).toBeDefined();
  expect(marks(specOf({ settings: { logger: { level: 'debug' } } }))[0]).toBeUndefined();
});

test('any setting gets through with allowUnknown, and text is escaped for operators that do not', () => {
  const settings = { keeper_server: { ...allowUnknown({ new_thing: 'a<b' }) } };
  expect(own(specOf({ settings }))?.[0]).toEqual({ 'keeper_server/new_thing': 'a<b' });
  const old = new Environment(new App(), 'analytics', {
    platform: eks,
    operator: Operator.existing({ version: '0.26.0' }),
  });
  expect(own(specOf({ settings }, old))?.[0]).toEqual({ 'keeper_server/new_thing': 'a&lt;b' });
});

test('a rollout changes the members that it lists, and no other', () => {
  const resources = { cpu: '2', memory: '8Gi' } as const;
  const spec = specOf({ rollout: { members: [2, 0], image: newer, settings: snapshots(5), resources } });
  const [before] = images(specOf({}));
  expect(images(spec)).toEqual([newer, before, newer]);
  expect(own(spec)).toEqual([{ [path]: 5 }, undefined, { [path]: 5 }]);
  expect(marks(spec).map((mark) => mark !== undefined)).toEqual([true, false, true]);
  expect(spec.templates.podTemplates.map(({ spec: pod }) => pod.containers[0]?.resources)).toMatchObject([
    { requests: { cpu: '2', memory: '8Gi' } },
    { requests: { cpu: '1', memory: '4Gi' } },
    { requests: { cpu: '2', memory: '8Gi' } },
  ]);
});

test('the last stage of a rollout and the props that take its place give the same manifest', () => {
  const rollout = { members: [0, 1, 2], image: newer, settings: snapshots(5) };
  expect(specOf({ rollout })).toEqual(specOf({ image: newer, settings: snapshots(5) }));
});

test('a quorum grows one by one, and neither members nor clients notice before all are there', () => {
  const keeper = (props: KeeperProps) => new Keeper(environment(), 'keeper', props);
  const hosts = (props: KeeperProps) =>
    keeper(props)
      .nodesFor('analytics')
      .map(({ host }) => host);
  const steps: readonly KeeperProps[] = [
    { replicas: 1 },
    { replicas: 3, resize: { from: 1, members: 2 } },
    { replicas: 3, resize: { from: 1, members: 3 } },
    { replicas: 3 },
  ];
  expect(steps.map((props) => specOf(props).templates.podTemplates.length)).toEqual([1, 2, 3, 3]);
  expect(steps.map((props) => hosts(props).length)).toEqual([1, 1, 1, 3]);
  const first = steps.map((props) => specOf(props).templates.podTemplates[0]);
  expect(first).toEqual([first[0], first[0], first[0], first[0]]);
});

test('a quorum shrinks one by one, and clients leave before members do', () => {
  const keeper = new Keeper(environment(), 'keeper', { replicas: 1, resize: { from: 3, members: 2 } });
  expect(keeper.hosts).toHaveLength(2);
  expect(keeper.nodesFor('analytics')).toHaveLength(1);
});

test('two members on the way are no error, and neither of them may be drained', () => {
  const place = environment();
  const keeper = new Keeper(place, 'keeper', { replicas: 3, resize: { from: 1, members: 2 } });
  expect(findingsOf(place.node.root as App).map(({ rule }) => rule)).not.toContain('keeper/size');
  expect(objectOf(keeper, 'PodDisruptionBudget').spec).toMatchObject({ minAvailable: 2 });
  const four = new Keeper(environment(), 'keeper', { replicas: 5, resize: { from: 3, members: 4 } });
  expect(objectOf(four, 'PodDisruptionBudget').spec).toMatchObject({ minAvailable: 3 });
});

test('every fault of settings is told at once', () => {
  const settings = {
    keper_server: {},
    keeper_server: { coordination_settings: { force_sync: 'maybe', raft_logs_level: 'loud' } },
  };
  const message = messageOf(() => specOf({ settings } as never, environment({ platform: minikube })));
  expect(message).toContain('settings.keper_server must be a setting of ClickHouse Keeper');
  expect(message).toContain('write "keeper_server"');
  expect(message).toContain('force_sync must be true or false');
  expect(message).toContain('raft_logs_level must be one of');
});

test('settings that are no section are refused', () => {
  const message = messageOf(() => specOf({ settings: { keeper_server: { coordination_settings: 5 } } } as never));
  expect(message).toBe(
    "Keeper 'analytics/keeper': settings.keeper_server.coordination_settings must be a section, got 5. Fix: write { name: value }. [settings/value]",
  );
});
