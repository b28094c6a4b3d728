import { isQuantity, Quantity } from '../../kubernetes/quantity';
import type { Member } from './members';
import type { KeeperChange } from './types';

/** What becomes of volumes. The operator accepts edits that change nothing, and calls them completed. */
export function storageChange(before: readonly Member[], after: readonly Member[]): readonly KeeperChange[] {
  const changes: KeeperChange[] = [];
  for (const [index, { claim }] of after.entries()) {
    const old = before[index]?.claim ?? {};
    const [from, to] = [bytesOf(old.size), bytesOf(claim.size)];
    const report = (grade: KeeperChange['grade'], text: string) =>
      changes.push({ kind: 'storage', grade, members: [index], text });
    if (old.storageClass !== claim.storageClass) {
      report('refused', `Volumes keep their class '${old.storageClass}': only new ones get '${claim.storageClass}'.`);
    }
    if (from !== undefined && to !== undefined && to > from) {
      report('safe', `Volumes grow from ${old.size} to ${claim.size}, where their class allows it.`);
    } else if (from !== undefined && to !== undefined && to < from) {
      report('refused', `Volumes stay at ${old.size}: they never shrink to ${claim.size}.`);
    } else if (old.size !== claim.size && (from === undefined || to === undefined)) {
      report('refused', `Whether '${claim.size}' is more than '${old.size}' is not known: write amounts such as 20Gi.`);
    }
  }
  return merged(changes);
}

/** Members to which the same happens, told once. */
function merged(changes: readonly KeeperChange[]): readonly KeeperChange[] {
  const byText = new Map<string, KeeperChange>();
  for (const change of changes) {
    const same = byText.get(change.text);
    byText.set(change.text, same ? { ...same, members: [...same.members, ...change.members] } : change);
  }
  return [...byText.values()];
}

/** Bytes of an amount; undefined where it is written in a way that this library does not write. */
function bytesOf(amount: string | undefined): number | undefined {
  return isQuantity(amount) ? Quantity.bytes(amount) : undefined;
}
