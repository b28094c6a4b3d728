import { type Host, topologyOf } from '../../altinity/topology';
import { at, list, text } from '../../kubernetes/manifest';
import type { LiveObject } from '../cluster/cluster';
import { printDuration } from '../duration';
import { plural } from '../text';
import { firstDifference, firstMissing } from './difference';
import { podState } from './pod-state';
import { refusalText, type Snapshot } from './snapshot';
import type { Hindrance, Target, TargetState } from './state';

/** An operator that watches a namespace writes a status within seconds. */
const operatorPatience = 60_000;

/**
 * Judges a ClickHouse or Keeper installation by its pods. The status alone does not do: it can say Completed while
 * members of a Keeper are missing, and it keeps saying so for a moment after every edit.
 */
export function installationState(target: Target, snapshot: Snapshot): TargetState {
  const { kind, namespace, name, manifest } = target;
  const live = snapshot.get(kind, namespace, name);
  const { hosts } = topologyOf(manifest);
  const noun = kind === 'ClickHouseKeeperInstallation' ? 'member' : 'host';
  const total = plural(hosts.length, noun);
  if (snapshot.unknown.has(kind)) {
    const why = `the cluster does not know the kind ${kind}: the operator is not installed`;
    return {
      target,
      phase: 'waiting',
      summary: `0 of ${total} ready`,
      hindrances: [{ object: `${namespace}/${name}`, why }],
    };
  }
  if (!live) return { target, phase: 'waiting', summary: 'not applied yet', hindrances: [] };
  const difference = firstDifference(manifest.spec, live.spec, ['spec']);
  if (difference) return unequalState(target, live, difference);
  // A schedule stops it without a word in the manifests.
  if (text(at(live, 'spec', 'stop')) === 'yes') return stoppedState(target, snapshot, live, hosts);

  const pods = hosts.map((host) => hostState(host, namespace, snapshot));
  const ready = pods.filter((pod) => pod.ready).length;
  const summary = `${ready} of ${total} ready`;
  const hindrances = pods.flatMap(({ name, problem }) =>
    problem ? [{ object: `${namespace}/${name}`, why: problem }] : [],
  );
  const status = text(at(live, 'status', 'status'));
  if (status === 'Aborted') {
    const error = text(at(live, 'status', 'error')) ?? 'the operator gave up, without a reason in the status';
    const aborted = { object: `${namespace}/${name}`, why: `Aborted, ${error}` };
    return { target, phase: 'failed', summary, hindrances: [aborted, ...hindrances] };
  }
  const unseen = status === undefined ? unseenBy(target, live, snapshot) : [];
  if (ready === hosts.length && status === 'Completed' && isTakenUp(target, live))
    return { target, phase: 'ready', summary, hindrances: [] };
  const busy = pods.find((pod) => !pod.ready && pod.exists) ?? pods.find((pod) => !pod.ready);
  const detail = busy ? `${busy.name}: ${busy.doing}` : 'the operator finishes its work';
  return { target, phase: 'waiting', summary, detail, hindrances: [...unseen, ...hindrances] };
}

/** Another version is there: an older one, or this one without what the cluster does not know. */
function unequalState(target: Target, live: LiveObject, difference: string): TargetState {
  const { namespace, name, manifest } = target;
  const object = `${namespace}/${name}`;
  const taskId = text(at(manifest, 'spec', 'taskID'));
  const missing =
    taskId !== undefined && taskId === at(live, 'spec', 'taskID') && firstMissing(manifest.spec, live.spec, ['spec']);
  if (missing) {
    const why = `the cluster dropped ${missing}, as its resource definitions are older than the operator that the program names; update them`;
    return { target, phase: 'failed', summary: 'applied in part', hindrances: [{ object, why }] };
  }
  const why = `another version of it is applied: ${difference}`;
  return { target, phase: 'waiting', summary: 'not applied yet', hindrances: [{ object, why }] };
}

function stoppedState(target: Target, snapshot: Snapshot, live: LiveObject, hosts: readonly Host[]): TargetState {
  const running = hosts.filter(({ pod }) => snapshot.get('Pod', target.namespace, pod)).length;
  const done = running === 0 && at(live, 'status', 'status') === 'Completed' && isTakenUp(target, live);
  return {
    target,
    phase: done ? 'ready' : 'waiting',
    summary: done ? 'stopped' : `${running} still running`,
    hindrances: [],
  };
}

/** Whether the status is about this version. A `taskID` tells: the operator lists those that are done, the last one first. */
function isTakenUp({ manifest }: Target, live: LiveObject): boolean {
  const wanted = text(at(manifest, 'spec', 'taskID'));
  return wanted === undefined || list(at(live, 'status', 'taskIDsCompleted'))[0] === wanted;
}

function unseenBy({ namespace, name }: Target, live: LiveObject, snapshot: Snapshot): readonly Hindrance[] {
  const age = snapshot.time - Date.parse(live.metadata.creationTimestamp ?? '');
  if (!(age >= operatorPatience)) return [];
  const why = `no operator has taken it up for ${printDuration(age)}; does one watch namespace ${namespace}?`;
  return [{ object: `${namespace}/${name}`, why }];
}

interface HostState {
  readonly name: string;
  readonly exists: boolean;
  readonly ready: boolean;
  readonly doing: string;
  readonly problem?: string;
}

function hostState({ pod: name, object }: Host, namespace: string, snapshot: Snapshot): HostState {
  const pod = snapshot.get('Pod', namespace, name);
  if (pod) {
    const { ready, doing, problem } = podState(pod, snapshot);
    return { name, exists: true, ready, doing, ...(problem && { problem }) };
  }
  const refused = snapshot.notices('StatefulSet', namespace, object).find(({ warning }) => warning);
  return {
    name,
    exists: false,
    ready: false,
    doing: 'not created yet',
    ...(refused && { problem: refusalText(refused) }),
  };
}
