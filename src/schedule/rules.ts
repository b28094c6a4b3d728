import { topologyOf } from '../altinity/topology';
import type { ManifestSet } from '../checks/manifest-set';
import type { Fault, Rule } from '../checks/rule';
import { at, list, type Manifest, record, text } from '../kubernetes/manifest';
import { kinds, marks } from './marks';
import { backupsInDowntime, contradictions } from './rules-times';
import { marked, owner, type Target, targetsOf } from './targets';

/** Installations that a schedule writes to, with the CronJob that does. */
function* scheduledObjects(set: ManifestSet): Generator<{ readonly job: Manifest; readonly object: Manifest }> {
  for (const job of set.ofKind('CronJob'))
    for (const target of targetsOf(job)) {
      const object = found(set, job, target);
      if (object) yield { job, object };
    }
}

function found(set: ManifestSet, job: Manifest, { kind, name }: Target): Manifest | undefined {
  return set
    .ofKind(kind)
    .find(
      (one) =>
        one.metadata.name === name && one.metadata.namespace === job.metadata.namespace && sameCluster(set, one, job),
    );
}

function sameCluster(set: ManifestSet, one: Manifest, other: Manifest): boolean {
  return set.clusterOf(one) === set.clusterOf(other);
}

function* owned(set: ManifestSet): Generator<Fault> {
  const told = new Set<Manifest>();
  for (const { job, object } of scheduledObjects(set)) {
    const stop = at(object, 'spec', 'stop');
    if (stop === undefined || told.has(object)) continue;
    told.add(object);
    yield {
      object,
      pointer: '/spec/stop',
      message: `it is ${JSON.stringify(stop)} here, and ${owner(job)} writes it at run time.`,
    };
  }
}

function* missing(set: ManifestSet): Generator<Fault> {
  for (const job of set.ofKind('CronJob'))
    for (const mark of Object.values(marks))
      for (const target of marked(job, mark)) {
        // Where no installation of the namespace is among the manifests, they may all lie elsewhere.
        const near = set.ofKind(kinds.cluster).some((one) => one.metadata.namespace === job.metadata.namespace);
        if (!near || found(set, job, target)) continue;
        yield {
          object: job,
          pointer: `/metadata/annotations/${mark.replace('/', '~1')}`,
          message: `there is no ${target.kind} '${target.name}' in its namespace.`,
        };
      }
}

/** Keepers that a schedule stops while clusters outside of it use them. */
function* shared(set: ManifestSet): Generator<Fault> {
  for (const job of set.ofKind('CronJob')) {
    const targets = [...marked(job, marks.stops), ...marked(job, marks.stopsWhenIdle)];
    const mark = marked(job, marks.stops).length > 0 ? marks.stops : marks.stopsWhenIdle;
    for (const target of targets.filter(({ kind }) => kind === kinds.keeper)) {
      const keeper = found(set, job, target);
      if (!keeper) continue;
      const names = new Set(topologyOf(keeper).hosts.flatMap(({ service, fqdn }) => [service, fqdn]));
      for (const cluster of set.ofKind(kinds.cluster)) {
        const own =
          cluster.metadata.namespace === job.metadata.namespace &&
          targets.some(({ kind, name }) => kind === kinds.cluster && name === cluster.metadata.name);
        if (own || !sameCluster(set, cluster, job) || !uses(cluster, keeper, names)) continue;
        yield {
          object: job,
          pointer: `/metadata/annotations/${mark.replace('/', '~1')}`,
          message: `it stops Keeper '${target.name}', which cluster '${cluster.metadata.name}' of namespace '${cluster.metadata.namespace}' uses, too.`,
        };
      }
    }
  }
}

function uses(cluster: Manifest, keeper: Manifest, names: ReadonlySet<string>): boolean {
  const near = cluster.metadata.namespace === keeper.metadata.namespace;
  const nodes = topologyOf(cluster).clusters.flatMap((one) => list(record(one.keeper).nodes));
  return nodes.some((node) => {
    const host = text(record(node).host) ?? '';
    return names.has(host) && (near || host.includes('.'));
  });
}

/** Sections of the configuration of a server that stand for tables which take rows in by themselves. */
const consumers = ['kafka', 'rabbitmq', 'nats'];

function* consuming(set: ManifestSet): Generator<Fault> {
  for (const { job, object } of scheduledObjects(set)) {
    if (object.kind !== kinds.cluster || marked(job, marks.stopsWhenIdle).length === 0) continue;
    const settings = record(at(object, 'spec', 'configuration', 'settings'));
    const section = consumers.find((one) =>
      Object.keys(settings).some((key) => key === one || key.startsWith(`${one}/`)),
    );
    if (section !== undefined)
      yield {
        object,
        pointer: '/spec/configuration/settings',
        message: `it is configured for ${section}, whose tables consume without queries, and ${owner(job)} stops it when there are none.`,
      };
  }
}

const silent: readonly (readonly [setting: string, isSilent: (value: string) => boolean])[] = [
  ['log_queries', (value) => value === '0' || value === 'false'],
  ['log_queries_probability', (value) => Number(value) < 1],
  ['log_queries_min_query_duration_ms', (value) => Number(value) > 0],
];

function* unlogged(set: ManifestSet): Generator<Fault> {
  for (const { job, object } of scheduledObjects(set)) {
    if (object.kind !== kinds.cluster || marked(job, marks.stopsWhenIdle).length === 0) continue;
    const configuration = record(record(object.spec).configuration);
    const settings = record(configuration.settings);
    if (settings.query_log === '_removed_')
      yield {
        object,
        pointer: '/spec/configuration/settings',
        message: `it keeps no query_log, from which ${owner(job)} knows whether it is idle.`,
      };
    for (const [path, value] of Object.entries(record(configuration.profiles)))
      if (silent.some(([setting, isSilent]) => path.endsWith(`/${setting}`) && isSilent(String(value))))
        yield {
          object,
          pointer: `/spec/configuration/profiles/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          message: `${path} is ${String(value)}: queries that ${owner(job)} does not see look like none.`,
        };
  }
}

/** Rules about times at which things run. */
export const scheduleRules: readonly Rule[] = [
  {
    id: 'schedule/owned-field',
    severity: 'error',
    title: 'No manifest says whether an installation is stopped that a schedule stops and starts',
    why: 'Whoever applies the manifest would start it in the night, or stop it by day, against the schedule.',
    fix: 'remove spec.stop, or take the installation out of the schedule.',
    source: 'Kubernetes, server-side apply (field ownership); Argo CD, diffing',
    check: owned,
  },
  {
    id: 'schedule/missing',
    severity: 'error',
    title: 'What a schedule stops and starts exists',
    why: 'Its job fails at each time, and nothing is stopped or started.',
    fix: 'correct the name, or remove the schedule.',
    source: 'kubectl patch',
    check: missing,
  },
  {
    id: 'schedule/shared-keeper',
    severity: 'error',
    title: 'A schedule stops no Keeper that a cluster outside of it uses',
    why: 'Replicated tables of that cluster are read-only until the Keeper is back.',
    fix: 'leave that Keeper out of keepers, add the cluster to the schedule, or give it a Keeper of its own.',
    source: 'ClickHouse, replication (Keeper not available)',
    check: shared,
  },
  {
    id: 'schedule/backup-in-downtime',
    severity: 'error',
    title: 'Backups run while their cluster is up',
    why: 'There is no server then that could be saved: the job fails, and the newest backup grows old.',
    fix: 'move the backup to a time at which the cluster has been up for ten minutes.',
    source: 'CloudNativePG issue 8508: backups of a hibernated cluster',
    check: backupsInDowntime,
  },
  {
    id: 'schedule/contradiction',
    severity: 'error',
    title: 'An installation is never stopped and started at the same time, and starts again after each stop',
    why: 'Two jobs would write different things to one field, or the installation stays down for ever.',
    fix: 'move one of the times, and let one schedule do both.',
    source: 'Kubernetes, CronJob',
    check: contradictions,
  },
  {
    id: 'schedule/idle-consumer',
    severity: 'warning',
    title: 'A cluster that is stopped when idle does not consume from queues',
    why: 'Tables of Kafka, RabbitMQ and NATS take rows in without a query. The check finds them and never stops the cluster.',
    fix: 'stop it by the clock instead: leave idle out.',
    source: 'ClickHouse, Kafka table engine',
    check: consuming,
  },
  {
    id: 'schedule/query-log',
    severity: 'error',
    title: 'A cluster that is stopped when idle logs all of its queries',
    why: 'Without them nobody knows when it was last used: it would be stopped in the middle of work, or never.',
    fix: 'keep query_log, and log all queries of all users.',
    source: 'ClickHouse, system.query_log',
    check: unlogged,
  },
  {
    id: 'schedule/clusters',
    severity: 'error',
    title: 'A schedule names at least one cluster, each once',
    why: 'It would stop nothing, or write one field twice.',
    fix: 'write clusters: [events].',
    source: 'design of this library',
  },
  {
    id: 'schedule/keepers',
    severity: 'error',
    title: 'A schedule stops Keepers of this program only',
    why: 'It has no rights to those that somebody else runs.',
    fix: 'leave keepers out.',
    source: 'design of this library',
  },
  {
    id: 'schedule/namespace',
    severity: 'error',
    title: 'A schedule stands in the environment of its clusters',
    why: 'Its Role is one of its own namespace: elsewhere it may do nothing.',
    fix: 'write a schedule in each environment.',
    source: 'Kubernetes, using RBAC authorization',
  },
  {
    id: 'schedule/never-stops',
    severity: 'error',
    title: 'A schedule stops its clusters, by the clock or when they are idle',
    why: 'It would only start what is up already.',
    fix: "write down: '0 20 * * 1-5', or idle: { minutes: 60 }.",
    source: 'design of this library',
  },
  {
    id: 'schedule/never-starts',
    severity: 'error',
    title: 'What is stopped by the clock is started by the clock',
    why: 'It would stay down from the first evening on.',
    fix: "write up: '0 7 * * 1-5'.",
    source: 'design of this library',
  },
  {
    id: 'schedule/same-minute',
    severity: 'error',
    title: 'A schedule does not stop and start in the same minute',
    why: 'Kubernetes starts both jobs, and whichever comes last wins.',
    fix: 'write two times apart.',
    source: 'Kubernetes, CronJob',
  },
  {
    id: 'schedule/too-short',
    severity: 'error',
    title: 'Clusters have time to stop before they start, and the other way round',
    why: 'The job of the earlier time may still run, and stop Keeper below a cluster that starts.',
    fix: 'move one of the times, or write a lower timeoutMinutes.',
    source: 'operator 0.26.0: a host stops in 5 seconds and starts in 25',
  },
];
