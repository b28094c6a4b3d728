import type { JsonObject, ObjectMetadata } from '../../kubernetes/manifest';
import type { ResourceKind } from './resources';

/** An object as a cluster has it. */
export interface LiveObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: ObjectMetadata & {
    readonly uid?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly [section: string]: unknown;
}

/** What a cluster is asked for. */
export interface Query {
  /** @default - all namespaces */
  readonly namespace?: string;
}

/** A Kubernetes cluster, for reading only. */
export interface Cluster {
  /** The kubectl context through which it is reached. */
  readonly context: string;
  /**
   * Objects of a kind; undefined when the cluster does not know the kind.
   * @throws ForbiddenError when these may not be read
   * @throws ClusterError when the cluster does not answer
   */
  list(kind: ResourceKind, query?: Query): Promise<readonly LiveObject[] | undefined>;
  /** One object; undefined when there is none. Throws as {@link list} does. */
  get(kind: ResourceKind, name: string, namespace?: string): Promise<LiveObject | undefined>;
  /** Answer of a path that is no resource: `/version`. */
  raw(path: string): Promise<JsonObject>;
  /** Gives up open connections. */
  close(): void;
}

/** A cluster that does not answer, or not as it should. One sentence for the person at the terminal. */
export class ClusterError extends Error {
  override readonly name: string = 'ClusterError';
}

/** The cluster answers, but these credentials may not read this. */
export class ForbiddenError extends ClusterError {
  override readonly name = 'ForbiddenError';
}
