import type { ServiceSpec } from 'kubernetes-types/core/v1';

/** Whether clients come from the private network or from anywhere. */
export type ExposureScope = 'internal' | 'public';

/**
 * What pods see as the address of a client. `preserve`: its own. `proxy`: that of the load balancer, which sends the
 * client's in the PROXY protocol. `any`: that of a node or of the load balancer.
 */
export type ClientAddress = 'preserve' | 'proxy' | 'any';

/** What is asked of a load balancer. Plain data, the same on all platforms. */
export interface LoadBalancerSpec {
  readonly scope: ExposureScope;
  readonly clientAddress: ClientAddress;
  /** Ranges that may connect; `world` is everybody. */
  readonly allow: readonly string[] | 'world';
  /** Ports of the Service. */
  readonly ports: readonly number[];
  /** Seconds without a packet after which a connection may be cut. @default - long, where it can be set */
  readonly idleTimeoutSeconds?: number;
  /** Addresses, or names of reserved ones, that the load balancer takes. @default - whichever it is given */
  readonly staticAddresses?: readonly string[];
  /** Subnets that the load balancer stands in. @default - found by the controller */
  readonly subnets?: readonly string[];
  /** Name in DNS, which external-dns makes. @default - none */
  readonly hostname?: string;
}

/** How a Service of type LoadBalancer has to be written. */
export interface LoadBalancerFields {
  /** `spec.loadBalancerClass`. @default - none: the controller takes every Service */
  readonly class?: string;
  /** Annotations; every value is text. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Labels that address pools select by. */
  readonly labels: Readonly<Record<string, string>>;
  /** Other fields of the Service. */
  readonly serviceFields: Pick<
    ServiceSpec,
    'type' | 'externalTrafficPolicy' | 'loadBalancerSourceRanges' | 'allocateLoadBalancerNodePorts' | 'loadBalancerIP'
  >;
}

/** What a kind of load balancer can do. Data, with the source of each surprising fact beside it. */
export interface LoadBalancerCapabilities {
  /** How people call it. */
  readonly title: string;
  /** Who keeps an allowlist: the load balancer, kube-proxy on the nodes only, or nobody. */
  readonly sourceRanges: 'enforced' | 'kube-proxy-only' | 'unsupported';
  /** What pods can see of clients, the best first. */
  readonly clientAddress: readonly ClientAddress[];
  /** Versions of the PROXY protocol that it sends. ClickHouse reads the first only. */
  readonly proxyVersions: readonly ('v1' | 'v2')[];
  /**
   * Bounds in seconds, and what is written when nothing is asked for. `none`: connections are never cut. A number: fixed.
   */
  readonly idleTimeout: { readonly least: number; readonly most: number; readonly usual: number } | number | 'none';
  /** Most addresses that can be given; 0 when none can. */
  readonly staticAddresses: number;
  /** Most subnets that can be given; 0 when none can. */
  readonly subnets: number;
  /** Scopes for which subnets can be given. @default - both */
  readonly subnetScopes?: readonly ExposureScope[];
}
