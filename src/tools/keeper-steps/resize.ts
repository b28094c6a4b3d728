import type { KeeperChange } from './types';

/**
 * A change of the number of members. Empty members that are a majority of the new quorum can elect one of them, and its
 * emptiness then holds for all (operator #1639, #1661; 0.27.3 still does it). Members that leave together before their
 * removal is agreed upon leave too few behind to agree on anything.
 */
export function resizeChange(before: number, after: number, restarted: readonly number[]): readonly KeeperChange[] {
  if (before === after) return [];
  const members = range(Math.min(before, after), Math.max(before, after));
  const change = (grade: KeeperChange['grade'], text: string): KeeperChange[] => [
    { kind: 'size', grade, members, text },
  ];
  const from = `${before} to ${after} members`;
  if (restarted.length > 0) {
    return change('refused', `${from}, while others restart: a quorum may be lost for good. Do one after the other.`);
  }
  if (members.length === 1) {
    const even = after % 2 === 0 ? ` ${after} members tolerate no more failures than ${after - 1}: go on soon.` : '';
    return change('safe', `${from}, one at a time.${even}`);
  }
  if (after > before && members.length >= majority(after)) {
    const text = `${from}: the ${members.length} that start empty are a majority. They can outvote those with the data, which is lost then.`;
    return change('refused', text);
  }
  if (after < majority(before)) {
    return change('refused', `${from}: those that stay are no majority, so they may wait for the others for ever.`);
  }
  return change('staged', `${from} at once: nobody waits until one has joined or left before the next.`);
}

function majority(members: number): number {
  return Math.floor(members / 2) + 1;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
