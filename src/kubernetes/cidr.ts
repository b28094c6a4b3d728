import type * as IpAddr from 'ipaddr.js';

/** An address range, taken apart. */
export interface Cidr {
  readonly family: 'ipv4' | 'ipv6';
  /** Bits of the network part. */
  readonly prefix: number;
  /** The range with its host bits cleared: `10.0.0.0/8`. */
  readonly network: string;
  /** Whether the text had bits set behind the prefix, as in `10.0.0.7/8`. */
  readonly hostBits: boolean;
}

// Loaded on first use: the root entry may load nothing but cdk8s and constructs.
const library = (): typeof IpAddr => require('ipaddr.js');

/** Takes an address range apart; undefined unless it is `address/prefix` in plain notation. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', bits = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(bits)) return undefined;
  const { IPv4, IPv6 } = library();
  const prefix = Number(bits);
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address) && !/(^|\.)0\d/.test(address)) {
    if (!IPv4.isValid(address) || prefix > 32) return undefined;
    return described('ipv4', IPv4.parse(address), IPv4.networkAddressFromCIDR(text), prefix);
  }
  // A dotted tail or a zone would be read differently by ClickHouse, HAProxy and the API server.
  if (!/^[0-9a-fA-F:]+$/.test(address) || !IPv6.isValid(address) || prefix > 128) return undefined;
  return described('ipv6', IPv6.parse(address), IPv6.networkAddressFromCIDR(text), prefix);
}

function described(
  family: Cidr['family'],
  address: IpAddr.IPv4 | IpAddr.IPv6,
  network: IpAddr.IPv4 | IpAddr.IPv6,
  prefix: number,
): Cidr {
  return {
    family,
    prefix,
    network: `${network.toString()}/${prefix}`,
    hostBits: address.toNormalizedString() !== network.toNormalizedString(),
  };
}

/** Whether two ranges have an address in common. */
export function cidrsOverlap(first: string, second: string): boolean {
  const { parseCIDR } = library();
  const [one, bits] = parseCIDR(first);
  const [other, otherBits] = parseCIDR(second);
  return one.kind() === other.kind() && one.match(other, Math.min(bits, otherBits));
}

/**
 * Whether all addresses of a range are private: RFC 1918, or RFC 6598, which clouds take for pods, too.
 * Both ends decide, as no larger range than a private one begins and ends inside of it.
 */
export function isPrivateCidr(range: string): boolean {
  const { IPv4 } = library();
  if (!IPv4.isValidCIDR(range)) return false;
  const ends = [IPv4.networkAddressFromCIDR(range), IPv4.broadcastAddressFromCIDR(range)];
  return ends.every((end) => ['private', 'carrierGradeNat'].includes(end.range()));
}
