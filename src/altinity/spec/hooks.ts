/**
 * SQL that the operator runs around its own work, as its own user. It runs again at every event that matches, so it has
 * to be idempotent. Since 0.27.1.
 */
export interface HostHooks {
  /** Before the host is worked on. Skipped while it has no pod. @default - none */
  readonly pre?: readonly HostHook[];
  /** After the host is done. Skipped in silence unless its pod is ready. @default - none */
  readonly post?: readonly HostHook[];
}

/** SQL that the operator runs around its work on a cluster. Since 0.27.1. */
export interface ClusterHooks {
  /** Before the cluster is worked on. @default - none */
  readonly pre?: readonly ClusterHook[];
  /** After the cluster is done. @default - none */
  readonly post?: readonly ClusterHook[];
}

/**
 * What happens to a host. `HostCreate` is its first reconcile and `HostUpdate` every later one; list both, because a
 * hook that was skipped at creation comes back only as an update. `HostShutdown` is any of stop, restart, rollout and
 * removal. `Any` is everything.
 */
export type HostEvent =
  | 'Any'
  | 'HostCreate'
  | 'HostDelete'
  | 'HostUpdate'
  | 'HostStart'
  | 'HostStop'
  | 'HostConfigRestart'
  | 'HostRollout'
  | 'HostShutdown';

/** What happens to a cluster. `ClusterCreate`: all of its hosts are new; `ClusterReconcile`: some were there before. */
export type ClusterEvent = 'Any' | 'ClusterCreate' | 'ClusterDelete' | 'ClusterReconcile';

/** What hooks of hosts and of clusters share. */
interface Hook {
  /** What to run. */
  readonly sql?: HookSql;
  /** A command in the pod. Not implemented in 0.27: only `sql` works, the rest is refused. @default - none */
  readonly shell?: HookShell;
  /** A web request. Not implemented in 0.27: only `sql` works, the rest is refused. @default - none */
  readonly http?: HookHttp;
  /** Which hosts a hook of a cluster runs on. Hooks of a host run on that host. @default 'FirstHost' */
  readonly target?: 'FirstHost' | 'AllHosts' | 'AllShards';
  /**
   * Whether a failed hook stops the work that it stands before. After the work a failure is only logged.
   * @default 'Fail'
   */
  readonly failurePolicy?: 'Fail' | 'Ignore';
}

/** SQL around the work on a host. */
export interface HostHook extends Hook {
  /** When it runs. At least one. */
  readonly events: readonly HostEvent[];
}

/** SQL around the work on a cluster. */
export interface ClusterHook extends Hook {
  /** When it runs. At least one. */
  readonly events: readonly ClusterEvent[];
}

/** SQL of a hook. */
export interface HookSql {
  /** Statements, run one after the other. */
  readonly queries?: readonly string[];
}

/** Command of a hook. */
export interface HookShell {
  /** Command and arguments. @default - none */
  readonly command?: readonly string[];
  /** Container that it runs in. @default - the server's */
  readonly container?: string;
}

/** Web request of a hook. */
export interface HookHttp {
  /** Address. @default - none */
  readonly url?: string;
  /** Method. @default - not documented */
  readonly method?: string;
}
