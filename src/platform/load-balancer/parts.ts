import type { LoadBalancerFields, LoadBalancerSpec } from './spec';

/** What a kind of load balancer adds to what they all have. */
export interface LoadBalancerParts {
  readonly class?: string;
  readonly annotations?: Readonly<Record<string, string | undefined>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceFields?: Partial<LoadBalancerFields['serviceFields']>;
}

/** Entries that have a value. */
export function given<T>(entries: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, T] => entry[1] !== undefined));
}

/** A list as annotations write it. */
export function listed(values: readonly string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(',') : undefined;
}

/** `Local` keeps the address of the client, and reaches pods of the node alone that the packet came to. */
export function trafficPolicy({ clientAddress }: LoadBalancerSpec): 'Local' | 'Cluster' {
  return clientAddress === 'preserve' ? 'Local' : 'Cluster';
}

/** Ranges for the field of the Service; none when everybody may connect. */
export function sourceRanges({ allow }: LoadBalancerSpec): string[] | undefined {
  return allow === 'world' ? undefined : [...allow];
}
