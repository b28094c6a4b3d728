import { contains, parseRange, type Range } from './cidr-set';

/**
 * Addresses that no backend has: the pod itself, the node's neighbours and the services in which clouds hand out
 * credentials. The edge would fetch those for anybody who may connect.
 * Sources: RFC 6890; docs of AWS (169.254.169.254, fd00:ec2::254), Azure (168.63.129.16), Alibaba Cloud (100.100.100.200).
 */
export const refusedBackends: readonly string[] = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.0/24',
  '224.0.0.0/3',
  '::/96',
  '2002::/16',
  '64:ff9b::/96',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::254/128',
];

// Not in the list above, which HAProxy reads: IPv4 addresses match it there.
const mappedAddresses = '::ffff:0:0/96';

/** Whether a text is one address, without brackets, zone or dotted tail. */
export function isAddress(text: string): boolean {
  return addressRange(text) !== undefined;
}

/** The range that an address is in and no backend may be in: {@link refusedBackends}, and IPv4 written as IPv6. */
export function refusedRangeOf(address: string): string | undefined {
  const range = addressRange(address);
  return range && [...refusedBackends, mappedAddresses].find((refused) => contains(rangeOf(refused), range));
}

// IPv4 in IPv6 clothes. HAProxy takes 6to4 and v4-compatible addresses for the IPv4 address in them (pattern.c), so it
// refuses such clients; and it tries IPv4 clients against IPv6 ranges, too, as ::ffff:a.b.c.d.
const neverClients = ['::/96', '2002::/16'];

/** Whether a range of clients holds IPv4 addresses written as IPv6, or only clients that are always refused. */
export function mixesFamilies(range: Range): boolean {
  const mapped = rangeOf(mappedAddresses);
  const never = neverClients.some((refused) => contains(rangeOf(refused), range));
  return never || contains(range, mapped) || contains(mapped, range);
}

function addressRange(text: string): Range | undefined {
  return parseRange(`${text}/${text.includes(':') ? 128 : 32}`);
}

function rangeOf(text: string): Range {
  const range = parseRange(text);
  if (!range) throw new Error(`${text} is no range`);
  return range;
}
