import { type Manifest, text } from '../../kubernetes/manifest';
import { changesOf } from './changes';
import { stepsFor } from './steps';
import { type KeeperChange, type KeeperGrade, type KeeperSteps, keeperGrades } from './types';

/**
 * What a change of manifests does to each Keeper quorum, and the steps that do it without losing the quorum.
 * Reads what stands in the manifests, whoever wrote them; what an operator has not carried out yet is not in them.
 * @param old what is in the cluster now
 * @param now what is to be merged
 */
export function keeperSteps(old: readonly Manifest[], now: readonly Manifest[]): readonly KeeperSteps[] {
  const [before, after] = [keepersOf(old), keepersOf(now)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.map((id) => stepsOf(before.get(id), after.get(id)));
}

/** The worst of several grades. */
export function worstGrade(grades: readonly KeeperGrade[]): KeeperGrade {
  return keeperGrades[Math.max(0, ...grades.map((grade) => keeperGrades.indexOf(grade)))] ?? 'none';
}

function stepsOf(old: Manifest | undefined, now: Manifest | undefined): KeeperSteps {
  const { metadata } = (now ?? old) as Manifest;
  const changes = old && now ? changesOf(old, now) : [comingOrGoing(now)];
  const steps = now ? stepsFor(old ?? now, now, changes) : [{ text: removal }];
  const grade = worstGrade(changes.map((change) => change.grade));
  return {
    namespace: namespaceOf(metadata),
    name: metadata.name,
    grade,
    changes,
    steps: grade === 'none' || !old ? [] : steps,
  };
}

const removal = 'Keep it until no cluster uses it any more: tables that replicate are read-only without it.';

function comingOrGoing(now: Manifest | undefined): KeeperChange {
  if (now) return { kind: 'created', grade: 'safe', members: [], text: 'A new quorum, which starts empty.' };
  const text = 'The quorum is removed. One of another name does not take over what it holds.';
  return { kind: 'removed', grade: 'refused', members: [], text };
}

function keepersOf(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const keepers = manifests.filter(({ kind }) => kind === 'ClickHouseKeeperInstallation');
  return new Map(keepers.map((keeper) => [`${namespaceOf(keeper.metadata)}/${keeper.metadata.name}`, keeper]));
}

function namespaceOf({ namespace }: Manifest['metadata']): string {
  return text(namespace) ?? 'default';
}
