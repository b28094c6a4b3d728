import { BlockList, isIPv4 } from 'node:net';
import { parseRange, printRange, type Range } from '../../../src/edge/data-plane/cidr-set';
import type { EdgeAllow, EdgeData } from '../../../src/edge/data-plane/model';
import { route } from './scene';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Whether a client may come in, decided without any of our code: by the lists of Node. */
export function mayEnter(client: string, ...lists: readonly EdgeAllow[]): boolean {
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(client);
  const address = mapped ? [mapped[1], mapped[2]].flatMap((part) => bytesOf(part ?? '')).join('.') : client;
  const never = new BlockList();
  never.addSubnet('2002::', 16, 'ipv6');
  if (!isIPv4(address) && (never.check(address, 'ipv6') || /^::([0-9a-f]{1,4}(:[0-9a-f]{1,4})?)?$/.test(address)))
    return false;
  return lists.every((list) => list === 'open' || inList(address, list));
}

function inList(address: string, list: readonly string[]): boolean {
  const ranges = new BlockList();
  for (const range of list) {
    const [network = '', prefix] = range.split('/');
    ranges.addSubnet(network, Number(prefix), isIPv4(network) ? 'ipv4' : 'ipv6');
  }
  return ranges.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function bytesOf(hex: string): readonly number[] {
  const value = Number.parseInt(hex, 16);
  return [value >> 8, value & 255];
}

/** Routes `r0`, `r1` ... with random lists of ranges that lie inside of each other. */
export function randomData(random: () => number, ports: readonly number[]): EdgeData {
  const pool = nestedRanges(random, 14);
  const some = () => pool.filter(() => random() < 0.4);
  const list = (): EdgeAllow => (random() < 0.08 ? 'open' : random() < 0.06 ? [] : some());
  // Four lists lie inside of each other in any case, and inside of every list of the environment.
  const network = `10.${random() < 0.5 ? 0 : 64}.0.0`;
  const deep = [10, 14, 18, 22].map((prefix) => [`${network}/${prefix}`]);
  const routes = ports.map((port, index) => ({ ...route({ name: `r${index}` }, port), allow: deep[index] ?? list() }));
  const allow: EdgeAllow = random() < 0.4 ? 'open' : [...some(), '10.0.0.0/9'];
  return {
    environments: [{ domain: 'ch.example.com', extraHosts: [], allow, routes }],
    clientAddress: { loadBalancers: ['127.0.0.1/32'] },
  };
}

/** Clients at the edges of ranges, inside of them and in the clothes of the other family. */
export function clientsNear(random: () => number, ranges: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const range = parseRange(ranges[Math.floor(random() * ranges.length)] ?? '10.0.0.0/8') as Range;
    const width = range.family === 'ipv4' ? 32 : 128;
    const size = 1n << BigInt(width - range.prefix);
    const inside = BigInt(Math.floor(random() * 2 ** 32)) % size;
    const offset = [0n, size - 1n, -1n, size, inside, inside][Math.floor(random() * 6)] ?? 0n;
    const first = range.first + offset;
    if (range.family === 'ipv6' || random() < 0.8) return address({ ...range, first });
    const clothes = [0xffffn << 32n, 0n, (0x2002n << 112n) | (first << 80n)][Math.floor(random() * 3)] ?? 0n;
    return address({
      family: 'ipv6',
      prefix: 128,
      first: clothes >> 112n === 0x2002n ? clothes | 1n : clothes | first,
    });
  });
}

function nestedRanges(random: () => number, count: number): readonly string[] {
  const ranges: Range[] = ['10.0.0.0/8', '2001:db8::/32', '172.16.0.0/12'].map((text) => parseRange(text) as Range);
  while (ranges.length < count) {
    const parent = ranges[random() < 0.6 ? ranges.length - 1 : Math.floor(random() * ranges.length)] as Range; // rather deep
    const width = parent.family === 'ipv4' ? 32 : 128;
    if (parent.prefix === width) continue;
    const prefix = Math.min(width, parent.prefix + 1 + Math.floor(random() * (width / 10)));
    const part = BigInt(Math.floor(random() * 2 ** 32)) % (1n << BigInt(Math.min(prefix - parent.prefix, 32)));
    ranges.push({ ...parent, prefix, first: parent.first + (part << BigInt(width - prefix)) });
  }
  return ranges.map(printRange);
}

function address(range: Range): string {
  return printRange({ ...range, prefix: range.family === 'ipv4' ? 32 : 128 }).split('/')[0] ?? '';
}
