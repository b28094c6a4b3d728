import { parseCidr } from '../../kubernetes/cidr';

/** The part with this number of a range, when it is cut into parts with this prefix: part 2 with /20 of 10.0.0.0/16. */
export function partOf(range: string, prefix: number, index: number): string {
  const [address = '0.0.0.0'] = (parseCidr(range)?.network ?? '').split('/');
  const start = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const first = start + index * 2 ** (32 - prefix);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join('.')}/${prefix}`;
}

/**
 * Ranges of a VPC: a sixteenth of it for each private subnet, and at its end a 256th for each public one. The last
 * sixteen addresses are for the API server of a cluster in one zone. So the subnets of zones that are added later
 * leave those of the others where they are.
 */
export function rangesOf(vpc: string, zones: number) {
  const prefix = parseCidr(vpc)?.prefix ?? 16;
  const each = [...Array(zones).keys()];
  return {
    privateCidrs: each.map((index) => partOf(vpc, prefix + 4, index)),
    publicCidrs: each.map((index) => partOf(vpc, prefix + 8, 240 + index)),
    controlPlaneCidr: partOf(vpc, 28, 2 ** (28 - prefix) - 1),
  };
}
