import { at, integer, list, record, text } from '../../kubernetes/manifest';
import type { LiveObject } from '../cluster/cluster';
import { plural } from '../text';
import { certificateProblem } from './certificate-state';
import { podState } from './pod-state';
import { refusalText, type Snapshot } from './snapshot';
import type { Target, TargetState } from './state';

/** Judges a Deployment, StatefulSet, DaemonSet or Job by what its controller has observed of this version of it. */
export function workloadState(target: Target, snapshot: Snapshot): TargetState {
  const live = snapshot.get(target.kind, target.namespace, target.name);
  if (!live) return { target, phase: 'waiting', summary: 'not applied yet', hindrances: [] };
  return target.kind === 'Job' ? jobState(target, live, snapshot) : rolloutState(target, live, snapshot);
}

function jobState(target: Target, live: LiveObject, snapshot: Snapshot): TargetState {
  const ended = list(at(live, 'status', 'conditions'))
    .map(record)
    .find(({ type, status }) => status === 'True' && (type === 'Complete' || type === 'Failed'));
  if (ended?.type === 'Complete') return { target, phase: 'ready', summary: 'done', hindrances: [] };
  if (ended) {
    const why = `${text(ended.reason) ?? 'Failed'}: ${text(ended.message) ?? 'the Job failed'}`;
    const object = `${target.namespace}/${target.name}`;
    return { target, phase: 'failed', summary: 'failed', hindrances: [{ object, why }] };
  }
  const { detail, hindrances } = podsOf(target, snapshot);
  return { target, phase: 'waiting', summary: 'not done yet', detail, hindrances };
}

function rolloutState(target: Target, live: LiveObject, snapshot: Snapshot): TargetState {
  const status = record(live.status);
  const daemons = target.kind === 'DaemonSet';
  const wanted = daemons ? count(status.desiredNumberScheduled) : (integer(at(live, 'spec', 'replicas')) ?? 1);
  const updated = count(daemons ? status.updatedNumberScheduled : status.updatedReplicas);
  const available = count(daemons ? status.numberAvailable : status.availableReplicas);
  const seen = count(status.observedGeneration) >= (live.metadata.generation ?? 0);
  const summary = `${Math.min(available, updated)} of ${plural(wanted, 'pod')} ready`;
  const old = daemons || target.kind === 'StatefulSet' ? false : count(status.replicas) > updated;
  if (seen && updated >= wanted && available >= wanted && !old)
    return { target, phase: 'ready', summary, hindrances: [] };
  const { detail, hindrances, certificate } = podsOf(target, snapshot);
  if (certificate !== undefined) {
    const hindrance = { object: `${target.namespace}/${target.name}`, why: certificate };
    return { target, phase: 'waiting', summary: 'waits for its certificate', hindrances: [hindrance] };
  }
  return { target, phase: 'waiting', summary, detail, hindrances };
}

interface PodsState extends Pick<TargetState, 'detail' | 'hindrances'> {
  /** Why they have no certificate. */
  readonly certificate?: string;
}

/** What holds the pods of a workload up. A missing pod is explained by the set that should have made it. */
function podsOf(target: Target, snapshot: Snapshot): PodsState {
  const { namespace, name } = target;
  const selected = record(at(target.manifest, 'spec', 'template', 'metadata', 'labels'));
  const pods = snapshot
    .all('Pod', namespace)
    .filter(({ metadata }) => Object.entries(selected).every(([key, value]) => metadata.labels?.[key] === value))
    .map((pod) => ({ name: pod.metadata.name, ...podState(pod, snapshot) }));
  const waiting = pods.filter((pod) => !pod.ready);
  const [busy] = waiting;
  const stuck = pods.flatMap(({ name, problem }) =>
    problem ? [{ object: `${namespace}/${name}`, why: problem }] : [],
  );
  const refused = stuck.length === 0 ? refusal(target, snapshot) : undefined;
  return {
    ...(busy && { detail: `${busy.name}: ${busy.doing}` }),
    hindrances: refused ? [{ object: `${namespace}/${name}`, why: refused }] : stuck,
    certificate: certificateProblem(
      target,
      waiting.map((pod) => pod.name),
      snapshot,
    ),
  };
}

/** Why no pod could be made. The sets that a Deployment makes tell it to the Deployment. */
function refusal({ kind, namespace, name }: Target, snapshot: Snapshot): string | undefined {
  const failure = list(at(snapshot.get(kind, namespace, name), 'status', 'conditions'))
    .map(record)
    .find(({ type, status }) => type === 'ReplicaFailure' && status === 'True');
  const notice = snapshot.notices(kind, namespace, name).find(({ warning }) => warning);
  if (failure) return refusalText({ reason: text(failure.reason) ?? '', message: text(failure.message) ?? '' });
  return notice && refusalText(notice);
}

function count(value: unknown): number {
  return integer(value) ?? 0;
}
