import type { Fault, Rule } from '../../checks/rule';
import { list, type Manifest, text } from '../../kubernetes/manifest';
import { forEach, textsOf } from './installations';
import { entriesAt, faultAt, podTemplatesOf, whole } from './places';

/** Kinds whose pods are as good as each other, and the way to their containers. */
const interchangeable: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
};

function* bareServers(object: Manifest): Generator<Fault> {
  for (const container of entriesAt(whole(object), ...(interchangeable[object.kind] ?? []), 'containers')) {
    const [, server] =
      /(?:^|\/)(clickhouse(?:-server|-keeper)?)(?=[:@]|$)/.exec(text(container.node.image) ?? '') ?? [];
    if (server === undefined || commandOf(container.node) !== '') continue;
    const message = `a ${object.kind} runs ${server}: its pods take names and volumes from each other.`;
    yield faultAt(object, container, ['image'], message);
  }
}

/** Commands that empty a directory or a disk. */
const deleting = /\b(rm\s+(-\w+\s+)*-\w*r|find\b.*-delete|mkfs|wipefs|blkdiscard|shred|dd\s+.*of=)/;
const data = /\/var\/lib\/clickhouse(-keeper|-\d+)?\b/;

function* deletingStarts(installation: Manifest): Generator<Fault> {
  for (const template of podTemplatesOf(installation)) {
    for (const container of entriesAt(template, 'spec', 'initContainers')) {
      const steps = commandOf(container.node).split(/&&|\|\||[;\n]/);
      if (steps.some((step) => deleting.test(step) && data.test(step)))
        yield faultAt(
          installation,
          container,
          [],
          `init container '${text(container.node.name)}' deletes below the data.`,
        );
    }
  }
}

/** What a container runs instead of its image's own command, in one line; empty when it is the image's own. */
function commandOf(container: Readonly<Record<string, unknown>>): string {
  return [...list(container.command), ...list(container.args)].map((part) => text(part) ?? '').join(' ');
}

/** Rules about what a pod is: one of its kind, with data of its own. */
export const podIdentityRules: readonly Rule[] = [
  {
    id: 'pods/interchangeable',
    severity: 'error',
    title: 'Servers run where pods keep their names and volumes',
    why: 'Two pods of a Deployment share a volume or get an empty one, and Keeper and replicas know each other by name.',
    fix: 'describe it as ClickHouseCluster or Keeper; to connect with a client, give the container a command.',
    source: 'Kubernetes documentation, StatefulSets',
    check: forEach((set) => Object.keys(interchangeable).flatMap((kind) => set.ofKind(kind)), bareServers),
  },
  {
    id: 'pods/deleting-start',
    severity: 'error',
    title: 'No init container deletes data',
    why: 'It runs at every start of the pod, not only at the first one: a moved pod loses what its volume holds.',
    fix: 'delete once, by hand or with a Job, and let the init container only create what is missing.',
    source: 'Kubernetes documentation, Init Containers (init containers are executed again when a pod restarts)',
    check: forEach(textsOf, deletingStarts),
  },
];
