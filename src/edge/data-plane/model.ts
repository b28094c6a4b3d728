/** Where clients connect. The name is part of every key of the route table. */
export type EdgeListener = 'https' | 'native';

/** All listeners, in the order in which they are rendered. */
export const edgeListeners: readonly EdgeListener[] = ['https', 'native'];

/**
 * What happens to TLS: `passthrough` hands the client's TLS to the backend as it came; `terminate` ends it in the edge,
 * with the certificate of the edge, and the backend gets plain bytes, or TLS of the edge where it has an authority.
 */
export type EdgeMode = 'passthrough' | 'terminate';

/** How the backend learns the address of the client. ClickHouse reads version 1 only. */
export type BackendProxyProtocol = 'none' | 'v1' | 'v2';

/** Who may connect: address ranges, or `open` for everybody, which is never a default. An empty list lets nobody in. */
export type EdgeAllow = 'open' | readonly string[];

/** What a route leads to. */
export interface EdgeBackend {
  /** Full name of a Service or of a pod behind one, `chi-events.analytics.svc.cluster.local`, or an address. */
  readonly host: string;
  /** Port there. */
  readonly port: number;
  /** Header in front of the bytes of the client, and in front of TLS. */
  readonly proxyProtocol: BackendProxyProtocol;
  /**
   * Name of the {@link EdgeAuthority} that the certificate of the backend has to come from; the certificate must be for
   * {@link host}. Only with mode `terminate`.
   * @default plain bytes
   */
  readonly authority?: string;
}

/** Bounds of one route in each pod of the edge. */
export interface EdgeLimits {
  /** Connections that are open at the same time. */
  readonly connections: number;
  /** New connections per second, as an average over ten seconds. */
  readonly newPerSecond: number;
}

/** One name on one listener, and what it leads to. */
export interface EdgeRoute {
  readonly listener: EdgeListener;
  /** Name that clients connect to: one label below the domain of its environment, or one of its extra hosts. */
  readonly host: string;
  readonly mode: EdgeMode;
  readonly backend: EdgeBackend;
  /** Clients of this route; those that the environment does not allow stay out. */
  readonly allow: EdgeAllow;
  readonly limits: EdgeLimits;
}

/** The routes that share a domain and an allowlist. One edge may serve several environments. */
export interface EdgeEnvironment {
  /** The wildcard certificate is for one label below it. */
  readonly domain: string;
  /** Names outside of the domain, each in full. */
  readonly extraHosts: readonly string[];
  /** Clients of all routes. A route may narrow it and never widen it. */
  readonly allow: EdgeAllow;
  readonly routes: readonly EdgeRoute[];
}

/**
 * How the edge learns the address of a client. `direct`: it is the peer of the connection, as where a load balancer
 * keeps it. Otherwise load balancers tell it with the PROXY protocol: only they may connect, and never without a header.
 */
export type ClientAddress = 'direct' | { readonly loadBalancers: readonly string[] };

/** Everything that changes while the edge runs. */
export interface EdgeData {
  readonly environments: readonly EdgeEnvironment[];
  readonly clientAddress: ClientAddress;
}

/** Certificates by which the edge believes backends. */
export interface EdgeAuthority {
  /** One DNS label of at most 32 characters. */
  readonly name: string;
  /** Path of a PEM file with one or more certificates of authorities. */
  readonly file: string;
}

/** What is fixed while the edge runs: a change reloads HAProxy, or replaces its pods. */
export interface EdgeProcess {
  /** Directory that the configuration, its data and the sockets are in; a memory or empty volume. */
  readonly directory: string;
  readonly ports: Readonly<Record<EdgeListener, number>> & {
    /** Health and metrics, in plain HTTP. */
    readonly metrics: number;
  };
  /** Addresses to listen on. `dual` takes IPv4, too, and needs a node that has IPv6. */
  readonly family: 'ipv4' | 'ipv6' | 'dual';
  /** How clients' addresses are learnt: see {@link EdgeData}. */
  readonly clientAddress: 'direct' | 'proxyProtocol';
  /** Directories of certificates, each with `tls.crt` and `tls.key`, as cert-manager and the kubelet write them. */
  readonly certificates: readonly string[];
  /** Authorities that routes may name. The applying script takes copies of their files. */
  readonly authorities: readonly EdgeAuthority[];
  /** Threads. HAProxy would start one for each processor of the node, however few of them the pod may use. */
  readonly threads: number;
  /** Connections of clients that one pod serves at the same time. */
  readonly maxConnections: number;
  /** Open files that the container may have (`ulimit -n`). */
  readonly openFiles: number;
  /** Streams that are still open so many seconds after a reload or a stop are cut. */
  readonly drainSeconds: number;
  /** What one client may do in ten seconds before it is refused for as long as it goes on. */
  readonly abuse: { readonly refusals: number; readonly connections: number };
  /** Name servers; `resolv.conf` takes those of the pod. */
  readonly nameServers: 'resolv.conf' | readonly string[];
  /** Domain of the Kubernetes cluster. Only names below it are looked up. */
  readonly clusterDomain: string;
  /** Addresses that a backend never has, whatever its name resolves to. */
  readonly refusedBackends: readonly string[];
  /** How many declared ranges may lie inside of each other: `chainDepth` of the data, at least 8. */
  readonly chainDepth: number;
}
