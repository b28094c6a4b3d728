import { topologyOf } from '../../altinity/topology';
import { usualPorts } from '../../altinity/usual-ports';
import type { Manifest } from '../../kubernetes/manifest';
import { plural } from '../text';
import { membersOf } from './members';
import { type KeeperChange, type KeeperStep, keeperGrades } from './types';

/** How to carry changes out, in order. */
export function stepsFor(old: Manifest, now: Manifest, changes: readonly KeeperChange[]): readonly KeeperStep[] {
  const worst = Math.max(...changes.map(({ grade }) => keeperGrades.indexOf(grade)), 0);
  if (worst === 0) return [];
  const shell = new Shell(now, old);
  const grows = changes.find(({ kind }) => kind === 'size');
  const restarts = changes.filter(({ kind }) => kind === 'pod' || kind === 'settings');
  const together = restarts.some(({ kind, grade }) => kind === 'settings' && grade === 'downtime') && shell.size > 1;
  const restarted = [...new Set(restarts.flatMap(({ members }) => members))].sort((a, b) => b - a);
  const refused = changes.filter(({ kind, grade }) => grade === 'refused' && kind !== 'size');
  const marks = changes.some(({ kind, grade }) => ['marks', 'other'].includes(kind) && grade === 'staged');
  return [
    ...refused.map(({ kind }) => ({ text: waysOut[kind] ?? 'Take this change back.' })),
    ...(marks
      ? [
          {
            text: 'Leave the labels, annotations and other fields as they are, or plan for a short loss of the quorum.',
          },
        ]
      : []),
    ...(together ? atOnce(shell) : restarted.length > 0 ? restartSteps(restarted, shell) : []),
    ...(grows ? resizeSteps(old, now, shell) : []),
  ];
}

const waysOut: Readonly<Record<string, string>> = {
  renamed: 'Give the names back. For other names, make a second quorum, move the tables to it, and remove the first.',
  removed: 'Keep the quorum until no cluster uses it any more: tables that replicate are read-only without it.',
  storage: 'Take the change of the volumes back: it has no effect.',
  switch: "Set the reclaim policy back to 'Retain'.",
};

/** A change of all members together. */
function atOnce(shell: Shell): readonly KeeperStep[] {
  return [
    { text: 'Take every other change out, and bring it afterwards, member by member.' },
    { text: 'Merge it at a quiet time.' },
    ...shell.all().map((member) => shell.ready(member)),
    {
      text: 'Where a member has no pod, give the installation another taskID: the operator can forget to start it again.',
    },
    shell.healthy('All', shell.size),
  ];
}

/** Restarts member by member. The leader is known to the quorum alone, so it is looked up before each step. */
function restartSteps(members: readonly number[], shell: Shell): readonly KeeperStep[] {
  if (shell.size === 1) {
    return [{ text: 'Merge it at a quiet time.' }, shell.ready(0)];
  }
  if (members.length === 1)
    return [
      shell.healthy('Before the merge: all', shell.size),
      { text: 'Merge it.' },
      shell.ready(members[0] ?? 0),
      shell.healthy('All', shell.size),
    ];
  const stages = members.flatMap((member, index) => {
    const listed = members.slice(0, index + 1).join(', ');
    const last = index === members.length - 1 ? ', the leader if nothing has changed' : '';
    return [
      {
        text: `Merge it for member ${member} alone${last} (Keeper: rollout.members: [${listed}]; YAML: its own pod template and settings).`,
      },
      shell.ready(member),
      shell.healthy('All', shell.size),
    ];
  });
  return [
    shell.leader(),
    {
      text: 'Change the followers first and the leader last: where the order below meets the leader, take another member.',
    },
    ...stages,
    { text: 'Move the change from rollout to the props, and remove rollout: nothing changes in the cluster any more.' },
  ];
}

function resizeSteps(old: Manifest, now: Manifest, shell: Shell): readonly KeeperStep[] {
  const [before, after] = [membersOf(old), membersOf(now)];
  const [from, to] = [before.length, after.length];
  const single = Math.abs(to - from) === 1;
  const merge = (members: number) =>
    single
      ? 'Merge it.'
      : `Merge ${plural(members, 'member')} (Keeper: replicas: ${to}, resize: { from: ${from}, members: ${members} }; YAML: ${plural(members, 'replica')}).`;
  const last = single ? [] : [done];
  if (to > from) {
    const stages = after
      .slice(from)
      .flatMap(({ host }) => [
        shell.absent(host.claims),
        { text: merge(host.index + 1) },
        shell.ready(host.index),
        shell.healthy('All', host.index + 1),
      ]);
    return [shell.healthy('Before the first merge: all', from), ...stages, ...last];
  }
  const stages = before
    .slice(to)
    .reverse()
    .flatMap(({ host }) => [
      {
        text: `${merge(host.index)} The operator waits two minutes first, and looks at no other Keeper meanwhile.`,
      },
      shell.healthy('All', host.index),
      shell.deleted(host.claims),
    ]);
  return [shell.lead(), ...stages, ...last];
}

const done: KeeperStep = { text: 'Remove resize: clients learn the new list of members.' };

/** Commands for the members of a quorum. */
class Shell {
  readonly size: number;
  private readonly namespace: string;
  private readonly pods: readonly string[];
  /** The encrypted port, where the one that runs has no plain one. */
  private readonly encrypted?: number;

  constructor(now: Manifest, old: Manifest) {
    const [topology, previous] = [topologyOf(now), topologyOf(old)];
    this.namespace = topology.namespace;
    this.size = topology.hosts.length;
    const largest = previous.hosts.length > this.size ? previous : topology;
    this.pods = largest.hosts.map(({ pod }) => pod);
    const [running] = previous.hosts;
    if (running?.insecure === false) this.encrypted = running.ports.zkSecure ?? usualPorts.zkSecure;
  }

  /** Who leads. */
  leader(): KeeperStep {
    return { text: 'Find the leader.', command: this.ask('mntr', 'grep -H --label=$pod zk_server_state') };
  }

  lead(): KeeperStep {
    const text = 'Make member 0, which stays, the leader.';
    return { text, command: this.say('rqld', this.pods[0] ?? '') };
  }

  ready(member: number): KeeperStep {
    const pod = this.pods[member];
    const text = `Wait until the operator has made member ${member} anew and it is ready; status Completed alone says nothing.`;
    return { text, command: `kubectl -n ${this.namespace} wait --for=condition=Ready pod/${pod} --timeout=10m` };
  }

  all(): readonly number[] {
    return Array.from({ length: this.size }, (_, member) => member);
  }

  healthy(which: string, members: number): KeeperStep {
    const filter = "grep -H --label=$pod -E 'zk_server_state|zk_synced_followers'";
    const command = this.ask('mntr', filter, members);
    if (members === 1) return { text: 'The one member answers.', command };
    const text = `${which} ${members} members answer, one of them leads, and its zk_synced_followers is ${members - 1}.`;
    return { text, command };
  }

  absent(claims: readonly string[]): KeeperStep {
    const text = 'Make sure that the new member starts empty: a claim that an earlier one left has an old state.';
    return { text, command: `kubectl -n ${this.namespace} get pvc ${claims.join(' ')} --ignore-not-found` };
  }

  deleted(claims: readonly string[]): KeeperStep {
    const text = 'Delete the claim that stays behind: a later member with this number would start with its old state.';
    return { text, command: `kubectl -n ${this.namespace} delete pvc ${claims.join(' ')}` };
  }

  private ask(word: string, filter: string, members = this.size): string {
    return `for pod in ${this.pods.slice(0, members).join(' ')}; do ${this.say(word, '$pod')} | ${filter}; done`;
  }

  /**
   * Asks a member with a word of four letters. Its image has bash, which the liveness probe of the operator relies on,
   * too; bash speaks no TLS, so the encrypted port is asked from outside.
   */
  private say(word: string, pod: string): string {
    const kubectl = `kubectl -n ${this.namespace}`;
    if (this.encrypted === undefined)
      return `${kubectl} exec ${pod} -- bash -c 'exec 3<>/dev/tcp/127.0.0.1/${usualPorts.zk}; printf ${word} >&3; cat <&3'`;
    const [here, there] = [10_000 + this.encrypted, this.encrypted];
    const ask = `printf ${word} | openssl s_client -quiet -connect 127.0.0.1:${here} 2>/dev/null`;
    return `(${kubectl} port-forward ${pod} ${here}:${there} >/dev/null & sleep 2; ${ask}; kill $!)`;
  }
}
