import { isDeepStrictEqual } from 'node:util';
import { at, type Manifest, record } from '../../kubernetes/manifest';
import { type Member, membersOf } from './members';
import { resizeChange } from './resize';
import { storageChange } from './storage';
import type { KeeperChange } from './types';

/** What differs between two states of one quorum. */
export function changesOf(old: Manifest, now: Manifest): readonly KeeperChange[] {
  const [before, after] = [membersOf(old), membersOf(now)];
  const renamed = renamedChange(before, after);
  if (renamed) return [renamed];
  const stay = after.slice(0, before.length);
  const pairs = stay.map((member, index) => [before[index] as Member, member] as const);
  const differing = (of: (member: Member) => unknown) =>
    pairs.flatMap(([from, to], index) => (isDeepStrictEqual(of(from), of(to)) ? [] : [index]));
  const pods = differing(({ pod }) => pod);
  const settings = differing((member) => member.settings);
  const shared = differing((member) => member.shared);
  const restarted = [...new Set([...pods, ...settings, ...shared])].sort();
  return [
    ...switches(old, now),
    ...resizeChange(before.length, after.length, restarted),
    ...(shared.length > 0 ? [sharedRestart(shared, namesOf(pairs, shared, 'shared'))] : []),
    ...(pods.length > 0 ? [restart('pod', pods, 'a new pod', after.length, restarted)] : []),
    ...(settings.length > 0
      ? [restart('settings', settings, `another ${namesOf(pairs, settings, 'settings')}`, after.length, restarted)]
      : []),
    ...(differing(({ live }) => live).length > 0 ? [logging] : []),
    ...storageChange(before, stay),
    ...markChange(old, now),
    ...otherChange(old, now),
  ];
}

const logging: KeeperChange = {
  kind: 'settings',
  grade: 'safe',
  members: [],
  text: 'Members log in another way, without a restart.',
};

/** Settings of all members: the operator restarts every one of them, and waits for none. */
function sharedRestart(members: readonly number[], names: string): KeeperChange {
  const text = `All members restart within seconds for another ${names}, which they cannot have one by one: tables are read-only until a majority is back.`;
  return { kind: 'settings', grade: 'downtime', members, text };
}

/** Objects of members get new names, so that they start on empty volumes. */
function renamedChange(before: readonly Member[], after: readonly Member[]): KeeperChange | undefined {
  const [from, to] = [before, after].map((members) => members.map(({ host }) => host.object));
  const moved = after.flatMap(({ host, claim }, index) =>
    index < before.length && (from?.[index] !== host.object || before[index]?.claim.template !== claim.template)
      ? [index]
      : [],
  );
  if (moved.length === 0) return undefined;
  const text = `${membersText(moved)} ${moved.length === 1 ? 'starts' : 'start'} on empty volumes, because names of objects or claims change: ${from?.[moved[0] ?? 0]} becomes ${to?.[moved[0] ?? 0]}.`;
  return { kind: 'renamed', grade: 'refused', members: moved, text };
}

function restart(
  kind: 'pod' | 'settings',
  members: readonly number[],
  what: string,
  size: number,
  restarted: readonly number[],
): KeeperChange {
  const verb = members.length === 1 ? 'restarts' : 'restart';
  const start = `${membersText(members)} ${verb} for ${what}`;
  if (size === 1) return { kind, grade: 'downtime', members, text: `${start}: tables are read-only until it is back.` };
  if (restarted.length === 1) return { kind, grade: 'safe', members, text: `${start}; the others keep the quorum.` };
  return { kind, grade: 'staged', members, text: `${start}, within seconds of each other: the quorum is lost.` };
}

function namesOf(
  pairs: readonly (readonly [Member, Member])[],
  members: readonly number[],
  of: 'settings' | 'shared',
): string {
  const names = members.flatMap((index) => {
    const [from, to] = pairs[index] ?? [];
    return Object.keys({ ...from?.[of], ...to?.[of] }).filter(
      (path) => !isDeepStrictEqual(from?.[of][path], to?.[of][path]),
    );
  });
  return [...new Set(names.map((name) => name.split('/').at(-1)))].join(', ');
}

/** `Member 2`, `Members 0, 1 and 2`. */
function membersText(members: readonly number[]): string {
  if (members.length === 1) return `Member ${members[0]}`;
  return `Members ${members.slice(0, -1).join(', ')} and ${members.at(-1)}`;
}

const isOn = (value: unknown) => /^(yes|true|1|on|enable|enabled)$/i.test(String(value));

function switches(old: Manifest, now: Manifest): readonly KeeperChange[] {
  const turned = (name: string) => !isOn(at(old, 'spec', name)) && isOn(at(now, 'spec', name));
  const reclaim = (keeper: Manifest) => String(at(keeper, 'spec', 'defaults', 'storageManagement', 'reclaimPolicy'));
  const arms = !/^delete$/i.test(reclaim(old)) && /^delete$/i.test(reclaim(now));
  const change = (grade: KeeperChange['grade'], text: string): KeeperChange => ({
    kind: 'switch',
    grade,
    members: [],
    text,
  });
  return [
    ...(turned('stop') ? [change('downtime', 'All members stop; volumes stay.')] : []),
    ...(turned('suspend') ? [change('safe', 'The operator looks away: every other change waits.')] : []),
    ...(arms ? [change('refused', 'Volumes are deleted from now on, together with members or the quorum.')] : []),
  ];
}

/** Marks that tools of delivery write; the operator is told to keep them to itself. */
const ofTools =
  /^(argocd\.argoproj\.io|kustomize\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|kubectl\.kubernetes\.io)\//;

function markChange(old: Manifest, now: Manifest): readonly KeeperChange[] {
  const marksOf = ({ metadata: { labels, annotations } }: Manifest) =>
    Object.entries({ ...record(labels), ...record(annotations) })
      .filter(([key]) => !ofTools.test(key))
      .sort();
  if (isDeepStrictEqual(marksOf(old), marksOf(now))) return [];
  const text =
    'Labels or annotations of the installation differ: the operator copies them to pods and restarts all members, now or with the next change.';
  return [{ kind: 'marks', grade: membersOf(now).length === 1 ? 'downtime' : 'staged', members: [], text }];
}

/** Fields that nothing above has looked at. */
function otherChange(old: Manifest, now: Manifest): readonly KeeperChange[] {
  const rest = (keeper: Manifest) => {
    const { templates, configuration, stop, suspend, taskID, ...spec } = record(keeper.spec);
    const { storageManagement, templates: names, ...defaults } = record(spec.defaults);
    const { podTemplates, volumeClaimTemplates, ...others } = record(templates);
    return { ...spec, defaults, others };
  };
  const [before, after] = [rest(old), rest(now)].map((spec) => record(spec));
  const fields = Object.keys({ ...before, ...after }).filter((key) => !isDeepStrictEqual(before?.[key], after?.[key]));
  if (fields.length === 0) return [];
  const text = `${fields.join(', ')} of the specification differ; what the operator does with that is not known here.`;
  return [{ kind: 'other', grade: 'staged', members: [], text }];
}
