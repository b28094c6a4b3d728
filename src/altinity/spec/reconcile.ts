import type { ClusterHooks, HostHooks } from './hooks';
import type { ReclaimPolicy, StringBool } from './values';

/** What to do with objects that the operator finds or fails at. Keeper knows no more than this. */
export interface KeeperReconcile {
  /**
   * Short for all three switches of `host.wait`: `wait` sets them, `nowait` clears them.
   * @default - each switch has its own default
   */
  readonly policy?: 'wait' | 'nowait';
  /**
   * How long a changed ConfigMap may take to reach a pod, in seconds from 0 to 3600.
   * @default - configured in the operator
   */
  readonly configMapPropagationTimeout?: number;
  /** What happens to objects that are left over. @default - see there */
  readonly cleanup?: Cleanup;
}

/** How the operator carries out changes of a ClickHouse installation. */
export interface Reconcile extends KeeperReconcile {
  /** Where macros such as `{shard}` are filled in. Since 0.25.1. @default - nowhere in the configuration */
  readonly macros?: ReconcileMacros;
  /** How many shards change at once. @default - configured in the operator */
  readonly runtime?: ReconcileRuntime;
  /**
   * What to do when a StatefulSet cannot be created or updated. Known to be in 0.27.2.
   * @default - configured in the operator
   */
  readonly statefulSet?: ReconcileStatefulSet;
  /** What to wait for at each host, and what to drop with it. Since 0.25.4. @default - see there */
  readonly host?: ReconcileHost;
  /** What all clusters share. Since 0.27.1. @default - nothing */
  readonly cluster?: ReconcileClusterDefaults;
}

/** How the operator carries out changes of one cluster. */
export interface ClusterReconcile {
  /** How many shards change at once. @default - as in the installation */
  readonly runtime?: ReconcileRuntime;
  /** What to wait for at each host, and what to drop with it. Since 0.25.4. @default - as in the installation */
  readonly host?: ReconcileHost;
  /** SQL before and after, in addition to that of the installation. Since 0.27.1. @default - none */
  readonly hooks?: ClusterHooks;
}

/** What all clusters share. */
export interface ReconcileClusterDefaults {
  /** SQL before and after the work on each cluster. @default - none */
  readonly hooks?: ClusterHooks;
}

/** What happens to objects that are left over. */
export interface Cleanup {
  /**
   * Objects that look like the operator's but belong to no installation that it knows. The default deletes volumes,
   * also those of an installation that a downgraded operator no longer understands.
   * @default - Delete for all kinds
   */
  readonly unknownObjects?: CleanupPolicies;
  /** Objects of hosts that failed to change. @default - Retain for all kinds */
  readonly reconcileFailedObjects?: CleanupPolicies;
}

/** What happens to left over objects, by kind. */
export interface CleanupPolicies {
  /** StatefulSets. @default - see {@link Cleanup} */
  readonly statefulSet?: ReclaimPolicy;
  /** Claims, and the data with them. @default - see {@link Cleanup} */
  readonly pvc?: ReclaimPolicy;
  /** ConfigMaps. @default - see {@link Cleanup} */
  readonly configMap?: ReclaimPolicy;
  /** Services. @default - see {@link Cleanup} */
  readonly service?: ReclaimPolicy;
}

/** Where macros such as `{shard}` are filled in. */
export interface ReconcileMacros {
  /** Sections of the configuration. @default - none */
  readonly sections?: MacroSections;
}

/** Sections of the configuration whose keys and values have macros. */
export interface MacroSections {
  /** Users. @default - off */
  readonly users?: MacroSection;
  /** Profiles. @default - off */
  readonly profiles?: MacroSection;
  /** Quotas. @default - off */
  readonly quotas?: MacroSection;
  /** Settings. @default - off */
  readonly settings?: MacroSection;
  /** Files. @default - off */
  readonly files?: MacroSection;
}

/** One section of the configuration. */
export interface MacroSection {
  /** Whether its macros are filled in. @default 'no' */
  readonly enabled?: StringBool;
}

/**
 * How many shards change at once. The first shard always goes alone. Disruption budgets do not hold the operator back,
 * so this is what keeps shards with one replica apart; one thread is the only setting that always means one shard.
 */
export interface ReconcileRuntime {
  /** Most shards at once, from 1 to 65535. @default - configured in the operator, 5 in its chart */
  readonly reconcileShardsThreadsNumber?: number;
  /**
   * Most shards at once in percent of all, from 0 to 100. 0 means not set, not none.
   * @default - configured in the operator, 50 in its chart
   */
  readonly reconcileShardsMaxConcurrencyPercent?: number;
}

/** What to do when a StatefulSet cannot be created or updated. */
export interface ReconcileStatefulSet {
  /** Creation. @default - configured in the operator */
  readonly create?: {
    /** What to do with one that does not become ready. @default - configured in the operator, `ignore` in its chart */
    readonly onFailure?: 'abort' | 'delete' | 'ignore';
  };
  /** Update. @default - configured in the operator */
  readonly update?: {
    /**
     * How long it may take to become ready, in seconds from 0 to 3600.
     * @default - configured in the operator, 300 in its chart
     */
    readonly timeout?: number;
    /** How often it is looked at, in seconds from 1 to 600. @default - configured in the operator, 5 in its chart */
    readonly pollInterval?: number;
    /** What to do with one that does not become ready. @default - configured in the operator, `abort` in its chart */
    readonly onFailure?: 'abort' | 'rollback' | 'ignore';
  };
  /**
   * Deleting it and making it anew, which replaces the pod without draining it.
   * @default - configured in the operator
   */
  readonly recreate?: {
    /** When its volume is gone. @default - configured in the operator */
    readonly onDataLoss?: 'abort' | 'recreate';
    /**
     * When an update is refused, for example because of a changed claim template.
     * @default - configured in the operator
     */
    readonly onUpdateFailure?: 'abort' | 'recreate';
  };
}

/** What to wait for at each host, and what to drop with it. */
export interface ReconcileHost {
  /** What to wait for before the next host. @default - see there */
  readonly wait?: HostWait;
  /** What to remove from Keeper when a host goes away. Since 0.25.5. @default - see there */
  readonly drop?: HostDrop;
  /** SQL before and after the work on each host. Since 0.27.1. @default - none */
  readonly hooks?: HostHooks;
}

/**
 * What to wait for before the next host. Only the probes are read from an installation; for all others the configuration
 * of the operator counts (operator 0.26.0, worker-wait-exclude-include-restart.go).
 */
export interface HostWait {
  /** That the host has left the cluster before it stops. @default 'yes' */
  readonly exclude?: StringBool;
  /** That its running queries are done before it stops. @default 'yes' */
  readonly queries?: StringBool;
  /** That it is back in the cluster. @default 'no' */
  readonly include?: StringBool;
  /** That its tables have caught up. @default - new replicas, up to a lag of 10 seconds */
  readonly replicas?: {
    /** All replicas. @default 'no' */
    readonly all?: StringBool;
    /** Replicas that were just created. @default 'yes' */
    readonly new?: StringBool;
    /** Lag that counts as caught up, in seconds. @default 10 */
    readonly delay?: number;
  };
  /** Probes of the pod. @default - readiness */
  readonly probes?: {
    /** The startup probe; it only exists when this is set. @default 'no' */
    readonly startup?: StringBool;
    /** The readiness probe. @default 'yes' */
    readonly readiness?: StringBool;
  };
}

/** What to remove from Keeper when a host goes away. */
export interface HostDrop {
  /** Replicas. A claim with Retain blocks this: its replica stays in Keeper. @default - see there */
  readonly replicas?: {
    /** When the host is removed. @default 'yes' */
    readonly onDelete?: StringBool;
    /** When its volume is lost. @default 'yes' */
    readonly onLostVolume?: StringBool;
    /** Also when the replica is still active. @default 'no' */
    readonly active?: StringBool;
  };
}
