import type { Host } from '../altinity/topology';
import type { ResolvedCluster } from '../clickhouse/options';
import type { ResolvedEnvironment } from '../environment/options';
import type { EdgeRoute } from './data-plane/model';
import type { ResolvedGateway } from './options';

/** A cluster, as routes see it. Plain data. */
export interface RoutedCluster {
  /** Path of the construct. */
  readonly path: string;
  readonly cluster: ResolvedCluster;
  readonly hosts: readonly Host[];
  readonly environment: ResolvedEnvironment;
}

/** Routes to one cluster with all defaults applied. */
export interface ResolvedRoute {
  readonly routed: RoutedCluster;
  /** Domain of its environment. */
  readonly domain: string;
  /** All names under which clients find it, the shared one first. */
  readonly names: readonly string[];
  /** Names outside of the domain. */
  readonly extraHosts: readonly string[];
  readonly routes: readonly EdgeRoute[];
  readonly mode: EdgeRoute['mode'];
  readonly clientAddress: 'gateway' | 'forwarded';
  /** Users that log in through the gateway. */
  readonly users: readonly string[];
  /** Authority of its servers, where the gateway has to believe one. */
  readonly authority?: EdgeAuthoritySource;
}

/** Where the certificate of an authority comes from: a Secret of the namespace, or a ConfigMap in it. */
export interface EdgeAuthoritySource {
  /** Name among the authorities of the gateway. */
  readonly name: string;
  readonly kind: 'Secret' | 'ConfigMap';
  /** Name of the object. */
  readonly object: string;
}

/** The gateway that routes are added to. */
export interface RoutingGateway {
  readonly path: string;
  readonly gateway: ResolvedGateway;
  readonly environment: ResolvedEnvironment;
  /** Who has which name already. */
  readonly taken: ReadonlyMap<string, string>;
}

/** A name for clients, and where it leads inside. */
export interface Target {
  readonly name: string;
  readonly host: string;
}
