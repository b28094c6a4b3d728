import { asText, at, list, record, text } from '../../kubernetes/manifest';
import type { LiveObject } from '../cluster/cluster';
import { printDuration } from '../duration';
import type { Snapshot } from './snapshot';

/** How a pod does. */
export interface PodState {
  readonly ready: boolean;
  /** What goes on: `pulling the image (38 s)`. */
  readonly doing: string;
  /** What holds it up. @default - nothing: it takes its time */
  readonly problem?: string;
}

/** Reasons of a waiting container that do not pass by themselves. */
const stuckReasons = new Set([
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'ErrImageNeverPull',
  'ErrImagePull',
  'ImageInspectError',
  'ImagePullBackOff',
  'InvalidImageName',
  'RunContainerError',
]);

/** Judges a pod by its status, and by what controllers say about it. */
export function podState(pod: LiveObject, snapshot: Snapshot): PodState {
  const ready = conditionOf(pod, 'Ready')?.status === 'True';
  if (at(pod.metadata, 'deletionTimestamp') !== undefined) return { ready: false, doing: 'stopping' };
  if (ready) return { ready, doing: 'ready' };
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status === 'False') {
    // What follows is about pods that could be driven away, which never helps here.
    const [fit] = (text(scheduled.message) ?? 'no node fits').split(/\.? (?:no new claims|preemption:)/);
    const why = claimProblem(pod, snapshot) ?? fit;
    return { ready, doing: 'waits for a node', problem: `Pending, ${why}` };
  }
  const waiting = containersOf(pod).find(({ state }) => stuckReasons.has(asText(at(state, 'waiting', 'reason'))));
  if (waiting) return { ready, doing: 'does not start', problem: containerProblem(waiting) };
  const phase = text(at(pod, 'status', 'phase'));
  const since = Date.parse(text(at(pod, 'status', 'startTime')) ?? pod.metadata.creationTimestamp ?? '');
  const age = Number.isNaN(since) ? '' : ` (${printDuration(snapshot.time - since)})`;
  if (phase === 'Running') return { ready, doing: `runs, not ready yet${age}` };
  if (phase === 'Failed') return { ready, doing: 'failed', problem: text(at(pod, 'status', 'message')) ?? 'it failed' };
  const [latest] = snapshot.notices('Pod', pod.metadata.namespace ?? '', pod.metadata.name);
  if (latest?.warning) return { ready, doing: `waits${age}`, problem: `${latest.reason}: ${latest.message}` };
  return { ready, doing: `${latest?.reason === 'Pulling' ? 'pulling the image' : 'starting'}${age}` };
}

function conditionOf(object: LiveObject, type: string): Readonly<Record<string, unknown>> | undefined {
  return list(at(object, 'status', 'conditions'))
    .map(record)
    .find((condition) => condition.type === type);
}

function containersOf(pod: LiveObject): readonly Readonly<Record<string, unknown>>[] {
  const { initContainerStatuses, containerStatuses } = record(pod.status);
  return [...list(initContainerStatuses), ...list(containerStatuses)].map(record);
}

function containerProblem({ name, state, lastState, restartCount }: Readonly<Record<string, unknown>>): string {
  const { reason, message } = record(at(state, 'waiting'));
  const ended = record(at(lastState, 'terminated'));
  if (reason === 'CrashLoopBackOff') {
    const how = ended.reason === 'OOMKilled' ? 'out of memory' : `exit code ${ended.exitCode ?? 'unknown'}`;
    return `container ${name} keeps stopping: ${how}, started ${Number(restartCount ?? 0) + 1} times`;
  }
  const missing = /^secret ".*" not found$/.test(asText(message)) ? '; anyhouse credentials prints it' : '';
  return `${reason}: ${message ?? `container ${name}`}${missing}`;
}

/** What keeps the volumes of a pod from being made. */
function claimProblem(pod: LiveObject, snapshot: Snapshot): string | undefined {
  const namespace = pod.metadata.namespace ?? '';
  const claims = list(at(pod, 'spec', 'volumes')).flatMap(
    (volume) => text(at(volume, 'persistentVolumeClaim', 'claimName')) ?? [],
  );
  for (const claim of claims) {
    const notice = snapshot.notices('PersistentVolumeClaim', namespace, claim).find(({ warning }) => warning);
    if (notice) return `volume ${claim}: ${notice.message}`;
  }
  return undefined;
}
