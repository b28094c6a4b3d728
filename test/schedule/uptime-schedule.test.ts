import { ClickHouseCluster, Environment, Keeper, Platform, UptimeSchedule } from 'anyhouse';
import { findingsOf } from 'anyhouse/testing';
import { App } from 'cdk8s';
import { at, list, record } from '../../src/kubernetes/manifest';
import { type Changes, schedule, scheduled, scheduledProgram } from './support';

const job = (name: string, changes?: Changes) =>
  scheduled(changes).find((one) => one.kind === 'CronJob' && one.metadata.name === name);
const names = (changes?: Changes) =>
  scheduled(changes)
    .filter(({ metadata }) => metadata.name.startsWith('nights'))
    .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
const stepsOf = (object: unknown) => {
  const pod = record(at(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec'));
  return [...list(pod.initContainers), ...list(pod.containers)].map((one) => record(one).name);
};

test('it emits its rights, its way out and two jobs', () => {
  expect(names()).toEqual([
    'NetworkPolicy/nights',
    'ServiceAccount/nights',
    'Role/nights',
    'RoleBinding/nights',
    'CronJob/nights-stop',
    'CronJob/nights-start',
  ]);
});

test('no patch is made as kubectl, whose fields Flux takes back', () => {
  for (const name of ['nights-stop', 'nights-start', 'nights-idle']) {
    const pod = record(at(job(name, { props: { idle: {} } }), 'spec', 'jobTemplate', 'spec', 'template', 'spec'));
    const patches = [...list(pod.initContainers), ...list(pod.containers)]
      .map((one) => list(record(one).args))
      .filter(([verb]) => verb === 'patch');
    expect(patches.length).toBeGreaterThan(1);
    for (const args of patches) expect(args).toContain('--field-manager=anyhouse-schedule');
  }
});

test('Keeper stops last and starts first', () => {
  expect(stepsOf(job('nights-stop'))).toEqual(['stop-clickhouse', 'clickhouse-is-down', 'stop-keeper']);
  expect(stepsOf(job('nights-start'))).toEqual([
    'start-keeper',
    'keeper-is-ready',
    'start-clickhouse',
    'clickhouse-is-ready',
  ]);
});

test('a Keeper that another cluster uses is left alone, also one that is made later', () => {
  const more: Changes['more'] = (environment, keeper) => {
    new ClickHouseCluster(environment, 'orders', { replication: { replicas: 2, keeper }, storage: { size: '1Gi' } });
  };
  expect(stepsOf(job('nights-stop', { more }))).toEqual(['stop-clickhouse', 'clickhouse-is-down']);
  expect(stepsOf(job('nights-start', { more }))).toEqual(['start-clickhouse', 'clickhouse-is-ready']);
});

test('one that is named and shared is refused', () => {
  const found = findingsFor((app: App) => {
    const keepers: Keeper[] = [];
    scheduledProgram({
      props: { keepers },
      more: (environment, keeper) => {
        keepers.push(keeper);
        new ClickHouseCluster(environment, 'orders', {
          replication: { replicas: 2, keeper },
          storage: { size: '1Gi' },
        });
      },
    })(app);
  });
  expect(found.filter(({ rule }) => rule === 'schedule/shared-keeper').map(({ message }) => message)).toEqual([
    expect.stringContaining("it stops Keeper 'keeper', which cluster 'orders' of namespace 'analytics' uses, too."),
  ]);
});

test('an idle check brings its user to the clusters, and its pods a name by which ClickHouse knows them', () => {
  const objects = scheduled({ props: { idle: {} } });
  const users = record(
    at(
      objects.find(({ kind }) => kind === 'ClickHouseInstallation'),
      'spec',
      'configuration',
      'users',
    ),
  );
  expect(users['uptime/networks/host']).toEqual(['nights-idle.analytics.svc.cluster.local']);
  expect(users['uptime/grants/query']).toContain('GRANT SELECT ON system.processes');
  expect(stepsOf(job('nights-idle', { props: { idle: {} } }))).toEqual([
    'ask-events',
    'stop-clickhouse',
    'clickhouse-is-down',
    'stop-keeper',
  ]);
});

test('only kubectl has the token', () => {
  const pod = record(
    at(job('nights-idle', { props: { idle: {} } }), 'spec', 'jobTemplate', 'spec', 'template', 'spec'),
  );
  expect(pod.automountServiceAccountToken).toBe(false);
  const [ask, ...steps] = [...list(pod.initContainers), ...list(pod.containers)].map((one) =>
    list(record(one).volumeMounts).map((mount) => record(mount).name),
  );
  expect(ask).not.toContain('token');
  expect(steps.every((mounts) => mounts.includes('token'))).toBe(true);
});

test('without times of its own the start waits for somebody to make a Job of it', () => {
  const start = job('nights-start', { props: { up: undefined, down: undefined, idle: {} } });
  // A sync of Argo CD waits without end for a CronJob that is suspended.
  expect(at(start, 'spec')).toMatchObject({ schedule: '0 0 29 2 *' });
  expect(at(start, 'spec', 'suspend')).toBeUndefined();
  expect(at(start, 'metadata', 'annotations')).toBeUndefined();
});

test('it tells what it saves by the clock', () => {
  expect(schedule().downtime).toEqual({ hoursPerWeek: 103, share: 0.613 });
  expect(schedule({ props: { up: undefined, down: undefined, idle: {} } }).downtime).toEqual({
    hoursPerWeek: 0,
    share: 0,
  });
});

test('a late run ends before the other one begins', () => {
  expect(at(job('nights-stop'), 'spec', 'startingDeadlineSeconds')).toBe(10 * 3600);
  expect(at(job('nights-start'), 'spec', 'startingDeadlineSeconds')).toBe(12 * 3600);
});

test('it says which fields are its own to whoever delivers the environment', () => {
  const fields = Environment.of(schedule()).delivery.ownedFields;
  expect(fields.map(({ kind, name, jsonPointers }) => `${kind}/${name} ${jsonPointers}`)).toEqual([
    'ClickHouseInstallation/events /spec/stop',
    'ClickHouseKeeperInstallation/keeper /spec/stop',
  ]);
});

test('a program that says whether a scheduled cluster is stopped is refused', () => {
  const found = findingsFor((app: App) => {
    scheduledProgram({
      cluster: {
        transform: { installation: (manifest) => ({ ...manifest, spec: { ...manifest.spec, stop: 'no' } }) },
      },
    })(app);
  });
  expect(found.filter(({ rule }) => rule === 'schedule/owned-field').map(({ message }) => message)).toEqual([
    expect.stringContaining(`it is "no" here, and CronJob 'nights-stop' writes it at run time.`),
  ]);
});

/** Findings about a program. */
function findingsFor(build: (app: App) => void) {
  const app = new App();
  build(app);
  return findingsOf(app);
}

const wrong = (props: Changes['props']) => () => schedule({ props });

test.each([
  [
    'no zone',
    { timeZone: undefined },
    "UptimeSchedule 'analytics/nights': timeZone must say where the clock hangs, got nothing. Fix: write timeZone: 'Europe/Berlin'. [props/required]",
  ],
  [
    'nothing that stops it',
    { down: undefined },
    "UptimeSchedule 'analytics/nights': down must be given, or idle: nothing stops the clusters, got nothing. Fix: write down: '0 20 * * 1-5', or idle: { minutes: 60 }. [schedule/never-stops]",
  ],
  [
    'nothing that starts it',
    { up: undefined },
    "UptimeSchedule 'analytics/nights': up must be given beside down: nothing starts the clusters again, got nothing. Fix: write up: '0 7 * * 1-5'. [schedule/never-starts]",
  ],
  [
    'the same minute',
    { up: '0 20 * * 5' },
    "UptimeSchedule 'analytics/nights': up must never be the same minute as down, got a minute in which both run. Fix: write two times apart, such as up: '0 7 * * 1-5' and down: '0 20 * * 1-5'. [schedule/same-minute]",
  ],
  [
    'half an hour of rest',
    { up: '30 20 * * 1-5' },
    "UptimeSchedule 'analytics/nights': up must come at least timeoutMinutes (60) after the other one, whose job may still run, got 30 minutes stopped. Fix: move one of the two, or write a lower timeoutMinutes. [schedule/too-short]",
  ],
  [
    'a day that does not exist',
    { up: '0 7 30 2 *' },
    "UptimeSchedule 'analytics/nights': up must fire at some time, got \"0 7 30 2 *\". Fix: write '30 2 * * *' for half past two each night. [schedule/cron]",
  ],
  [
    'no cluster',
    { clusters: [] },
    "UptimeSchedule 'analytics/nights': clusters must list at least one cluster, got []. Fix: write clusters: [events]. [schedule/clusters]",
  ],
  [
    'a Keeper that somebody else runs',
    { keepers: [Keeper.fromNodes([{ host: 'zk' }]) as unknown as Keeper] },
    'UptimeSchedule \'analytics/nights\': keepers[0] must be a Keeper of this program, got {"nodes":[{"host":"zk"}]}. Fix: create it first: const keeper = new Keeper(environment, \'keeper\'). [schedule/keepers]',
  ],
] as const)('%s is refused', (_, props, message) => {
  expect(wrong(props as Changes['props'])).toThrow(message);
});

test('a cluster of another namespace is refused', () => {
  const app = new App();
  const platform = Platform.minikube();
  const events = new ClickHouseCluster(new Environment(app, 'shop', { platform }), 'events', {
    storage: { size: '1Gi' },
  });
  const build = () =>
    new UptimeSchedule(new Environment(app, 'analytics', { platform }), 'nights', {
      clusters: [events],
      down: '0 20 * * *',
      up: '0 7 * * *',
      timeZone: 'Etc/UTC',
    });
  expect(build).toThrow(
    "UptimeSchedule 'analytics/nights': clusters[0] must stand in the environment of the schedule (namespace 'analytics'), got 'events' in namespace 'shop'. Fix: write a schedule in its own environment. [schedule/namespace]",
  );
});
