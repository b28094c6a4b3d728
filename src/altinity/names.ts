import { isDnsLabel, nearestDnsLabel } from '../kubernetes/names';
import type { Problems } from '../kubernetes/prop-error';
import { type Check, leaf } from '../kubernetes/shape';

/**
 * Most characters that names of an installation, its cluster and its longest host may have together. The binding limit
 * is the volume `chi-{installation}-deploy-confd-{cluster}-{host}` of 63 characters; beyond it pods are never created,
 * without an error in the status (helm-charts #65, cozystack #4083).
 */
export const nameBudget = 44;

/** The shape of a name; whether it fits is judged by {@link checkInstallationName}. */
export const installationName: Check = leaf((name) => typeof name === 'string' && isDnsLabel(name), {
  rule: 'names/installation',
  must: 'be lower case letters, digits and "-", starting with a letter, at most 63 characters, without dots',
  fix: "write a name such as 'events'.",
  decides: 'names',
});

/** What decides the length of the names that the operator makes. */
export interface NamedLayout {
  readonly kind: 'chi' | 'chk';
  readonly cluster: string;
  readonly shards: number;
  readonly replicas: number;
}

/** Reports a name, or the id in its place, that is invalid or makes the operator's names too long. */
export function checkInstallationName(problems: Problems, name: unknown, id: string, layout: NamedLayout): void {
  const prop = name === undefined ? 'id' : 'name';
  const used = name ?? id;
  if (typeof used !== 'string' || problems.has('name')) return;
  const { kind, cluster, shards, replicas } = layout;
  const counted = [shards, replicas].every((count) => Number.isInteger(count) && count > 0);
  const host = counted ? `${shards - 1}-${replicas - 1}` : '0-0';
  const room = nameBudget - cluster.length - host.length;
  const near = nearestDnsLabel(used, room);
  if (prop === 'id' && !isDnsLabel(used)) {
    problems.add({
      rule: 'names/installation',
      prop,
      must: 'be lower case letters, digits and "-", starting with a letter, at most 63 characters, without dots',
      got: used,
      fix: near ? `write '${near}', or give name.` : 'give name.',
    });
  } else if (used.length > room) {
    const volume = `${kind}-${used}-deploy-confd-${cluster}-${host}`;
    problems.add({
      rule: 'names/too-long',
      prop,
      must: `be at most ${room} characters, because the operator makes '${volume}' (${volume.length} of 63) of it`,
      gotText: `${used.length} characters`,
      fix: `shorten it, for example to '${near}'.`,
    });
  }
}
