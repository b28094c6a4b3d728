import type * as IpAddr from 'ipaddr.js';
import { parseCidr } from '../../kubernetes/cidr';

/** An address range as a number, so that ranges can be compared. */
export interface Range {
  readonly family: 'ipv4' | 'ipv6';
  /** First address. */
  readonly first: bigint;
  /** Bits of the network part. */
  readonly prefix: number;
}

const library = (): typeof IpAddr => require('ipaddr.js');
const width = (family: Range['family']): number => (family === 'ipv4' ? 32 : 128);

/** The range that a CIDR names; host bits are cleared. Undefined for any other text. */
export function parseRange(text: string): Range | undefined {
  const cidr = parseCidr(text);
  if (!cidr) return undefined;
  const [address = ''] = cidr.network.split('/');
  const bytes = library().parse(address).toByteArray();
  return {
    family: cidr.family,
    prefix: cidr.prefix,
    first: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
  };
}

/** The CIDR of a range, in the one spelling that ids are made of. */
export function printRange({ family, first, prefix }: Range): string {
  const size = width(family) / 8;
  const bytes = Array.from({ length: size }, (_, index) => Number((first >> BigInt(8 * (size - 1 - index))) & 255n));
  return `${library().fromByteArray(bytes).toString()}/${prefix}`;
}

/** Whether every address of the second range is in the first. */
export function contains(outer: Range, inner: Range): boolean {
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false;
  const shift = BigInt(width(outer.family) - outer.prefix);
  return outer.first >> shift === inner.first >> shift;
}

/** By family and address; a range comes before those inside of it. */
export function compareRanges(a: Range, b: Range): number {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}

/** The same addresses in as few ranges as can be, sorted, so that equal sets are written alike. */
export function union(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    const last = result.at(-1);
    if (last && contains(last, range)) continue;
    result.push(range);
    mergeTail(result);
  }
  return result;
}

/** Joins the last two ranges into the one that they are halves of, as long as they are. */
function mergeTail(ranges: Range[]): void {
  for (;;) {
    const [low, high] = ranges.slice(-2);
    if (!low || !high || low.family !== high.family || low.prefix !== high.prefix) return;
    const size = 1n << BigInt(width(low.family) - low.prefix);
    if (low.first % (2n * size) !== 0n || low.first + size !== high.first) return;
    ranges.splice(-2, 2, { ...low, prefix: low.prefix - 1 });
  }
}

/** Addresses that are in both. */
export function intersection(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  const [left, right] = [union(a), union(b)];
  const result: Range[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [left[i], right[j]];
    if (!one || !other) return union(result);
    if (contains(one, other)) {
      result.push(other);
      j++;
    } else if (contains(other, one)) {
      result.push(one);
      i++;
    } else if (compareRanges(one, other) < 0) i++;
    else j++;
  }
}
