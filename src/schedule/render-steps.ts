import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { type Resources, resourceRequirements } from '../environment/pods';
import type { JobContainer } from '../jobs/job';
import { answerDirectory } from './idle-script';
import { groups } from './marks';
import type { ResolvedSchedule, Scheduled } from './options';

/** One call of kubectl. */
export type Step = readonly [name: string, ...args: string[]];

const small: Resources = { cpu: '20m', memory: '64Mi', memoryLimit: '128Mi' };

/** Where a program in a pod looks for the token of its ServiceAccount. */
const tokenDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The token of a ServiceAccount, for the containers that mount it. */
export const tokenVolume: Volume = {
  name: 'token',
  projected: {
    sources: [
      { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    ],
  },
};

/**
 * A merge patch under a name of our own. Flux takes back every field whose manager begins with `kubectl`, at its next look.
 * @see https://github.com/fluxcd/kustomize-controller/blob/main/internal/controller/kustomization_controller.go (to undo changes made with kubectl)
 */
export const merge = ['--type=merge', '--field-manager=anyhouse-schedule'];
const toStop = [...merge, '--patch={"spec":{"stop":"yes"}}'];
const toStart = [...merge, '--patch={"spec":{"stop":"no"}}'];
const asAnswered = [...merge, `--patch-file=${answerDirectory}/patch.json`];

/** ClickHouse first, for replicated tables are read-only without Keeper. */
export function stopSteps(namespace: string, scheduled: Scheduled, { timeoutMinutes }: ResolvedSchedule): Step[] {
  const { clusters, keepers } = scheduled;
  return [
    ['stop-clickhouse', 'patch', ...inside(namespace), ...installations(clusters), ...toStop],
    ['clickhouse-is-down', 'wait', ...inside(namespace), ...pods(clusters), '--for=delete', until(timeoutMinutes)],
    ...(keepers.length === 0
      ? []
      : [['stop-keeper', 'patch', ...inside(namespace), ...quorums(keepers), ...toStop] as const]),
  ];
}

/** Keeper first. It is ready when all of its members are. */
export function startSteps(namespace: string, scheduled: Scheduled, schedule: ResolvedSchedule): Step[] {
  const { clusters, keepers } = scheduled;
  // Their StatefulSets, for pods that do not exist yet can only be waited for one by one.
  const ready = ['--for=jsonpath={.status.readyReplicas}=1', until(schedule.timeoutMinutes)];
  const startKeeper = ['patch', ...inside(namespace), ...quorums(keepers), ...toStart];
  return [
    ...(keepers.length === 0
      ? []
      : [
          ['start-keeper', ...startKeeper] as const,
          ['keeper-is-ready', 'wait', ...inside(namespace), ...sets(keepers), ...ready] as const,
        ]),
    ['start-clickhouse', 'patch', ...inside(namespace), ...installations(clusters), ...toStart],
    ['clickhouse-is-ready', 'wait', ...inside(namespace), ...sets(clusters), ...ready],
    // A check that found them idle a moment before may have gone on to stop Keeper.
    ...(keepers.length === 0 || !schedule.idle ? [] : [['keep-keeper', ...startKeeper] as const]),
  ];
}

/** The same as {@link stopSteps}, as far as the answer says so. */
export function idleSteps(namespace: string, scheduled: Scheduled, { timeoutMinutes }: ResolvedSchedule): Step[] {
  const { clusters, keepers } = scheduled;
  const gone = `--filename=${answerDirectory}/gone.json`;
  return [
    ['stop-clickhouse', 'patch', ...inside(namespace), ...installations(clusters), ...asAnswered],
    ['clickhouse-is-down', 'wait', ...inside(namespace), gone, '--for=delete', until(timeoutMinutes)],
    ...(keepers.length === 0
      ? []
      : [['stop-keeper', 'patch', ...inside(namespace), ...quorums(keepers), ...asAnswered] as const]),
  ];
}

/** A step as a container. Only these have the token. */
export function kubectl(image: string, [name, ...args]: Step, mounts: readonly VolumeMount[] = []): JobContainer {
  return {
    name,
    image,
    args,
    resources: resourceRequirements(small),
    volumeMounts: [{ name: 'token', mountPath: tokenDirectory, readOnly: true }, ...mounts],
  };
}

function installations(clusters: Scheduled['clusters']): string[] {
  return clusters.map(({ name }) => `clickhouseinstallations.${groups.cluster}/${name}`);
}

function quorums(keepers: Scheduled['keepers']): string[] {
  return keepers.map(({ name }) => `clickhousekeeperinstallations.${groups.keeper}/${name}`);
}

function pods(all: readonly { readonly pods: readonly string[] }[]): string[] {
  return all.flatMap((one) => one.pods).map((pod) => `pod/${pod}`);
}

function sets(all: readonly { readonly sets: readonly string[] }[]): string[] {
  return all.flatMap((one) => one.sets).map((set) => `statefulset/${set}`);
}

function inside(namespace: string): string[] {
  return [`--namespace=${namespace}`];
}

/** One wait for all of its pods together. */
function until(minutes: number): string {
  return `--timeout=${minutes}m`;
}
