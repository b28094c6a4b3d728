import type { JsonObject } from '../../kubernetes/manifest';
import type { TemplateNames } from './defaults';
import type { ClusterLayout } from './layout';
import type { ClusterReconcile } from './reconcile';
import type { Files, SecretKeyReference, Settings, StringBool } from './values';
import type { Zookeeper } from './zookeeper';

/** One cluster of an installation. Prefer one cluster to an installation: some things exist once for all of them. */
export interface InstallationCluster {
  /**
   * Name: 1 to 15 letters, digits and `-`. It becomes part of object names and an XML element, so it has to be lower
   * case and start with a letter. `all-replicated`, `all-sharded` and `all-clusters` are taken by the operator. A
   * renamed cluster starts on empty volumes.
   */
  readonly name?: string;
  /** Keeper of this cluster. @default - that of the installation */
  readonly zookeeper?: Zookeeper;
  /** Settings of its hosts, in addition to those of the installation. @default - none */
  readonly settings?: Settings;
  /** Files of its hosts. @default - none */
  readonly files?: Files;
  /** Templates of its hosts. @default - those of the installation */
  readonly templates?: TemplateNames;
  /** What the operator creates on new hosts. @default - everything */
  readonly schemaPolicy?: SchemaPolicy;
  /**
   * Whether plain ports are open. Closing them leaves the default Service of the installation on dead ports.
   * @default 'yes'
   */
  readonly insecure?: StringBool;
  /** Whether encrypted ports are open, and hosts use them among themselves. Needs certificates. @default 'no' */
  readonly secure?: StringBool;
  /**
   * Secret that hosts prove themselves to each other with. Without it a distributed query runs as the user `default`,
   * which fails as soon as that has a password. Adding or removing it restarts all hosts.
   * @default - none
   */
  readonly secret?: ClusterSecret;
  /**
   * Limits of the connections that the operator itself makes to this cluster. Since 0.27.1.
   * @default - those of the installation
   */
  readonly security?: JsonObject;
  /**
   * Whether the operator makes a disruption budget. Two budgets on one pod block every eviction. Since 0.25.3.
   * @default 'yes'
   */
  readonly pdbManaged?: StringBool;
  /** Pods of the whole cluster that may be evicted at once, from 0 to 65535. @default 1 */
  readonly pdbMaxUnavailable?: number;
  /** How changes of this cluster are carried out. @default - as in the installation */
  readonly reconcile?: ClusterReconcile;
  /** Shards and replicas. @default - one of each */
  readonly layout?: ClusterLayout;
}

/** What the operator creates on new hosts. */
export interface SchemaPolicy {
  /** Tables of other replicas of the shard. @default 'All' */
  readonly replica?: 'None' | 'All';
  /** Tables of other shards. @default 'All' */
  readonly shard?: 'None' | 'All' | 'DistributedTablesOnly';
}

/**
 * Secret that hosts prove themselves to each other with. One of the three. An installation has one environment variable
 * for it, so clusters of one installation cannot have different ones by `auto` and `valueFrom`.
 */
export interface ClusterSecret {
  /** The operator makes one up and keeps it in a Secret of its own. @default 'no' */
  readonly auto?: StringBool;
  /** The secret itself. It is readable in the resource. @default - none */
  readonly value?: string;
  /** A Secret that holds it. @default - none */
  readonly valueFrom?: {
    /** The key that holds it. */
    readonly secretKeyRef?: SecretKeyReference & {
      /** Whether pods start without it. @default false */
      readonly optional?: boolean;
    };
  };
}
