import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { Volume } from 'kubernetes-types/core/v1';
import type { ResolvedEnvironment } from '../environment/options';
import { imageIn, type Resources, resourceRequirements } from '../environment/pods';
import { type JobContainer, type JobOptions, jobLabels, renderCronJob, scriptsDirectory } from '../jobs/job';
import type { ManifestOf } from '../kubernetes/manifest';
import { answerDirectory, idleFiles } from './idle-script';
import { kinds, marks } from './marks';
import type { ResolvedSchedule, Scheduled, ScheduledCluster } from './options';
import { idleSteps, kubectl, type Step, startSteps, stopSteps, tokenVolume } from './render-steps';
import { idleUser } from './resolve';

const client: Resources = { cpu: '100m', memory: '256Mi', memoryLimit: '512Mi' };

/** The CronJob that stops clusters at its times; nothing where none are given. */
export function renderStop(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  scheduled: Scheduled,
): ManifestOf<CronJobSpec> | undefined {
  if (schedule.down === undefined) return undefined;
  const steps = stopSteps(environment.namespace, scheduled, schedule);
  return renderCronJob(
    environment,
    { ...when(schedule, schedule.down), startingDeadlineSeconds: schedule.latestSeconds.stop },
    { ...jobOf(schedule, 'stop', marks.stops, scheduled), ...containersOf(schedule, steps) },
  );
}

/**
 * The CronJob that starts them. Without times of its own it serves as the form of Jobs that somebody makes:
 * `kubectl create job --from=cronjob/nights-start`. It is not suspended then, for a sync of Argo CD waits without end for a
 * CronJob that is; it fires on 29 February, and the check stops again what nobody uses.
 * @see https://github.com/argoproj/argo-cd/blob/master/resource_customizations/batch/CronJob/health.lua
 * @see https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/sync/sync_context.go (Sync: Healthy and Degraded end a task)
 */
export function renderStart(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  scheduled: Scheduled,
): ManifestOf<CronJobSpec> {
  const steps = startSteps(environment.namespace, scheduled, schedule);
  const { up } = schedule;
  return renderCronJob(
    environment,
    { ...when(schedule, up ?? '0 0 29 2 *'), startingDeadlineSeconds: schedule.latestSeconds.start },
    {
      ...jobOf(schedule, 'start', up === undefined ? undefined : marks.starts, scheduled),
      ...containersOf(schedule, steps),
    },
  );
}

/** The CronJob that stops them when they are idle. Its first containers ask, without a token; the others act. */
export function renderIdle(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  scheduled: Scheduled,
): ManifestOf<CronJobSpec> | undefined {
  if (!schedule.idle) return undefined;
  const steps = idleSteps(environment.namespace, scheduled, schedule);
  const {
    initContainers = [],
    containers,
    volumes = [],
  } = containersOf(schedule, steps, [{ name: 'answer', mountPath: answerDirectory, readOnly: true }]);
  const job = jobOf(schedule, 'idle', marks.stopsWhenIdle, scheduled);
  const reach = Object.assign({}, ...scheduled.clusters.map(({ clientLabels }) => clientLabels));
  return renderCronJob(
    environment,
    { ...when(schedule, schedule.idle.check), startingDeadlineSeconds: 60 },
    {
      ...job,
      podLabels: { ...job.podLabels, ...reach },
      scripts: idleName(schedule),
      initContainers: [...scheduled.clusters.map((cluster) => question(cluster, environment)), ...initContainers],
      containers,
      volumes: [
        ...volumes,
        { name: 'answer', emptyDir: { sizeLimit: '1Mi' } },
        ...scheduled.clusters.flatMap(({ name, authority }): Volume[] =>
          authority
            ? [
                {
                  name: `authority-${name}`,
                  secret: { secretName: authority.name, items: [{ key: authority.key, path: 'ca.crt' }] },
                },
              ]
            : [],
        ),
      ],
    },
  );
}

/** Name of the idle check: its CronJob, its scripts, and the Service that ClickHouse knows its pods by. */
export function idleName({ name }: ResolvedSchedule): string {
  return `${name}-idle`;
}

/** Labels of all pods of a schedule. */
export function scheduleLabels({ name }: ResolvedSchedule): Readonly<Record<string, string>> {
  return jobLabels(name);
}

function when({ timeZone }: ResolvedSchedule, schedule: string) {
  return { schedule, timeZone };
}

function jobOf(
  schedule: ResolvedSchedule,
  what: 'stop' | 'start' | 'idle',
  mark: string | undefined,
  { clusters, keepers }: Scheduled,
): Pick<JobOptions, 'name' | 'podLabels' | 'annotations' | 'cloudAccountName' | 'deadlineSeconds' | 'retries'> {
  const all = [
    ...clusters.map(({ name }) => `${kinds.cluster}/${name}`),
    ...keepers.map(({ name }) => `${kinds.keeper}/${name}`),
  ];
  return {
    name: `${schedule.name}-${what}`,
    podLabels: scheduleLabels(schedule),
    ...(mark !== undefined && { annotations: { [mark]: all.join(' ') } }),
    // Its token is mounted by hand: the containers that ask do not need it.
    cloudAccountName: schedule.name,
    deadlineSeconds: schedule.timeoutMinutes * 60,
    // The next check comes soon; a stop or a start comes once a day.
    retries: what === 'idle' ? 0 : 3,
  };
}

/** Steps run one after the other: Kubernetes starts a container when the one before it has ended well. */
function containersOf(
  { image }: ResolvedSchedule,
  steps: readonly Step[],
  mounts: Parameters<typeof kubectl>[2] = [],
): Pick<JobOptions, 'initContainers' | 'containers' | 'volumes'> {
  const containers = steps.map((step) => kubectl(image, step, mounts));
  return { initContainers: containers.slice(0, -1), containers: containers.slice(-1), volumes: [tokenVolume] };
}

function question(
  { name, image, servers, authority }: ScheduledCluster,
  environment: ResolvedEnvironment,
): JobContainer {
  return {
    name: `ask-${name}`,
    image: imageIn(environment, image),
    command: ['sh', `${scriptsDirectory}/${idleFiles.script}`],
    env: [
      { name: 'CLUSTER', value: name },
      { name: 'HOSTS', value: servers.map(({ host }) => host).join(' ') },
      { name: 'PORT', value: String(servers[0]?.port) },
      ...(authority ? [{ name: 'SECURE', value: 'yes' }] : []),
      { name: 'CLICKHOUSE_USER', value: idleUser },
      {
        name: 'CLICKHOUSE_PASSWORD',
        valueFrom: { secretKeyRef: { name: `${name}-${idleUser}`, key: 'password' } },
      },
    ],
    resources: resourceRequirements(client),
    volumeMounts: [
      { name: 'answer', mountPath: answerDirectory },
      ...(authority ? [{ name: `authority-${name}`, mountPath: '/authority', readOnly: true }] : []),
    ],
  };
}
