import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { ServiceSpec } from 'kubernetes-types/core/v1';
import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import type { Acknowledge } from '../checks/acknowledge';
import type { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import type { Resources } from '../environment/pods';
import type { IssuerReference } from '../environment/tls';
import type { Transform } from '../keeper/options';
import type { Exposure } from '../platform/exposure';
import type { NodePool } from '../platform/pools';
import type { ResolvedExposure } from '../platform/resolve-exposure';
import type { EdgeAlertOptions, ResolvedEdgeAlerts } from './alert-options';
import type { EdgeAllow, EdgeProcess } from './data-plane/model';

/** The certificate that clients of a gateway see: a Secret, or an issuer of cert-manager that makes one. */
export type EdgeTls =
  | {
      /** Secret in the namespace of the gateway, with `tls.crt` and `tls.key` for `*.<domain>`. */
      readonly secret: string;
      readonly issuer?: never;
    }
  | {
      /** Who signs it. For a wildcard of a public authority it has to use DNS01. */
      readonly issuer: IssuerReference;
      readonly secret?: never;
    };

/** Ports that clients connect to. */
export interface EdgeListeners {
  /** HTTP interface over TLS. @default 8443 */
  readonly https?: number | 'off';
  /** Native protocol over TLS. @default 9440 */
  readonly native?: number | 'off';
}

/** Bounds of a gateway, in each of its pods. */
export interface EdgeGatewayLimits {
  /** Connections that are open at the same time. @default - 5000 in production, 2000 in development, 500 on a laptop */
  readonly connections?: number;
  /** New connections of one client in ten seconds; further ones are refused. @default 500 */
  readonly clientConnections?: number;
  /** Refused connections of one client in ten seconds, after which all of them are refused. @default 20 */
  readonly clientRefusals?: number;
}

/** Bounds of one route, in each pod of the gateway. */
export interface EdgeRouteLimits {
  /** Connections that are open at the same time. @default - those of the gateway */
  readonly connections?: number;
  /** New connections per second, as an average over ten seconds. @default 500 */
  readonly newPerSecond?: number;
}

/** Pods that come and go with the load. A pod that goes cuts streams that are still open after the drain. */
export interface EdgeAutoscaling {
  /** Fewest pods. @default - `replicas` */
  readonly least?: number;
  /** Most pods. */
  readonly most: number;
  /** Use of the promised processors that is aimed for, in percent. @default 60 */
  readonly cpuPercent?: number;
}

/** Options of {@link EdgeGateway.route}. */
export interface EdgeRouteOptions {
  /** Ranges of clients, inside of those that the gateway allows. @default - all that the gateway allows */
  readonly allow?: readonly string[];
  /**
   * `terminate`: TLS of clients ends in the gateway; where servers encrypt, it starts anew towards them, and the gateway
   * believes the authority of the environment only. `passthrough`: servers hold a certificate for the public names, and
   * the gateway sees no plain text.
   * @default 'terminate'
   */
  readonly tls?: 'terminate' | 'passthrough';
  /** Whether single replicas have names, too: `<cluster>-<shard>-<replica>.<domain>`. @default 'shared' */
  readonly replicas?: 'shared' | 'each';
  /** Further names of the cluster, outside of the domain. The certificate of the gateway is for them, too. @default - none */
  readonly hosts?: readonly string[];
  /** Users that may log in through the gateway. @default - all but the administrator */
  readonly users?: readonly string[];
  /** Bounds. @default - see {@link EdgeRouteLimits} */
  readonly limits?: EdgeRouteLimits;
  /**
   * What servers see as the address of a client. `gateway`: that of a pod of the gateway, from which users may log in
   * whatever their `networks` say. `forwarded`: its own, told with the PROXY protocol, and compared with `networks`;
   * servers then believe forwarded addresses on every HTTP port, so that those are closed for pods, which demands
   * enforced network policies.
   * @default 'gateway'
   * @see https://clickhouse.com/docs/operations/server-configuration-parameters/settings#auth_use_forwarded_address
   */
  readonly clientAddress?: 'gateway' | 'forwarded';
  /**
   * ConfigMap in the namespace of the gateway with the authority of a cluster of another one, under `ca.crt`. Somebody has
   * to copy it there. Needed where that cluster encrypts and TLS ends in the gateway.
   * @default - the authority of the environment
   */
  readonly authority?: string;
}

/** Options of {@link EdgeGateway}. */
export interface EdgeGatewayProps {
  /** Name of the Deployment and of what belongs to it. @default - the id */
  readonly name?: string;
  /** Clusters behind the gateway, with default routes; {@link EdgeGateway.route} takes options. @default - none yet */
  readonly clusters?: readonly ClickHouseCluster[];
  /**
   * Ranges of clients that may connect. Nobody else may; an empty list lets nobody in. Each route can narrow it.
   * @default - what `exposure` allows, if that says it
   */
  readonly allow?: readonly string[];
  /**
   * Where the load balancer stands. A public one needs its own `allow`, or the reason why everybody may connect.
   * @default Exposure.internal()
   */
  readonly exposure?: Exposure;
  /**
   * Ranges of load balancers that tell the address of clients with the PROXY protocol. Only they may connect then, and
   * whoever connects from there can claim any address: best a subnet that holds nothing else.
   * @default - none: the load balancer of the platform keeps the address
   */
  readonly trustedLoadBalancers?: readonly string[];
  /** Ports. @default - 8443 and 9440 */
  readonly listeners?: EdgeListeners;
  /**
   * Certificate that clients see.
   * @default - cert-manager makes one from an authority of its own, where the environment uses cert-manager; else Secret
   * `<name>-tls`, which `anyhouse credentials` makes for development
   */
  readonly tls?: EdgeTls;
  /**
   * How changed routes reach the pods. `mounted`: through the volume, in up to two minutes, with no rights at all. `watch`:
   * in about a second, with the right to read one ConfigMap.
   * @default 'mounted'
   */
  readonly propagation?: 'mounted' | 'watch';
  /** Pods. @default - 1 on a laptop, else 2 */
  readonly replicas?: number;
  /** Pods by load, in place of a fixed number. @default - none */
  readonly autoscaling?: EdgeAutoscaling;
  /** Bounds of each pod. @default - see {@link EdgeGatewayLimits} */
  readonly limits?: EdgeGatewayLimits;
  /** What each pod asks of its node. @default - half a processor and 512Mi in production, less otherwise */
  readonly resources?: Resources;
  /** Nodes set apart for it. @default - any node */
  readonly pool?: NodePool;
  /** Addresses that it listens on; the others need a cluster that has IPv6. @default 'ipv4' */
  readonly family?: 'ipv4' | 'ipv6' | 'dual';
  /** Seconds that open streams have after a stop or a reload before they are cut. @default 280 */
  readonly drainSeconds?: number;
  /** Image of HAProxy, 2.6 to 3.4, with `socat`. @default - the pinned release of this library */
  readonly image?: string;
  /** When alerts are raised, where the environment has `monitoring`. @default - see {@link EdgeAlertOptions} */
  readonly alerts?: EdgeAlertOptions;
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly deployment?: Transform<DeploymentSpec>;
    readonly service?: Transform<ServiceSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
    readonly disruptionBudget?: Transform<PodDisruptionBudgetSpec>;
  };
  /** Rules to silence for this gateway, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** The certificate with all defaults applied. */
export interface ResolvedEdgeTls {
  /** Secret in the namespace of the gateway. */
  readonly secret: string;
  /** Who signs it. @default - the Secret is made elsewhere */
  readonly issuer?: IssuerReference;
  /** Whether the issuer is an authority that the gateway brings along. */
  readonly ownAuthority: boolean;
}

/** A gateway with all defaults applied. Plain data. */
export interface ResolvedGateway {
  readonly name: string;
  readonly allow: EdgeAllow;
  readonly exposure: ResolvedExposure;
  readonly trustedLoadBalancers?: readonly string[];
  /** Port of the Service by listener; absent where it is off. */
  readonly listeners: Readonly<Partial<Record<'https' | 'native', number>>>;
  readonly tls: ResolvedEdgeTls;
  readonly propagation: 'mounted' | 'watch';
  readonly replicas: number;
  readonly autoscaling?: Required<EdgeAutoscaling>;
  readonly limits: Required<EdgeGatewayLimits>;
  readonly resources: Resources;
  readonly pool?: NodePool;
  readonly family: EdgeProcess['family'];
  readonly drainSeconds: number;
  readonly image: string;
  readonly alerts: ResolvedEdgeAlerts;
}
