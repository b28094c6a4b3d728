import { type Cluster, ClusterError } from '../cluster/cluster';
import { installationState } from './installation-state';
import { takeSnapshot } from './snapshot';
import type { Target, TargetState } from './state';
import { workloadState } from './workload-state';

/** The passing of time; tests bring their own. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** What an observer of {@link waitForTargets} is told after each look. */
export interface Progress {
  /** Milliseconds since the start. */
  readonly elapsed: number;
  readonly states: readonly TargetState[];
  /** Set while the cluster does not answer. */
  readonly trouble?: string;
}

/** Options of {@link waitForTargets}. */
export interface WaitOptions {
  /** Milliseconds after which it gives up. */
  readonly timeout: number;
  readonly clock: Clock;
  readonly observe: (progress: Progress) => void;
}

/** How waiting ended. */
export type Outcome = 'ready' | 'failed' | 'timeout';

/** Time between two looks. */
const interval = 2000;

/** A failure of this age is one: fresh ones may be left over from before the last edit. */
const failurePatience = 20_000;

/** A cluster that stays silent for longer does not come back by waiting. */
const silencePatience = 30_000;

/**
 * Looks at a cluster until everything is ready. Ready means so twice in a row: for a moment after an edit, the status of
 * an installation still tells about the version before.
 * @throws ClusterError when the cluster stops answering
 */
export async function waitForTargets(
  cluster: Cluster,
  targets: readonly Target[],
  { timeout, clock, observe }: WaitOptions,
): Promise<Outcome> {
  const start = clock.now();
  let readyBefore = false;
  let failedSince: number | undefined;
  let heardAt = start;
  let states: readonly TargetState[] = [];
  for (;;) {
    let trouble: string | undefined;
    try {
      const snapshot = await takeSnapshot(cluster, targets, clock.now());
      states = targets.map((target) => stateOf(target, snapshot));
      heardAt = clock.now();
    } catch (error) {
      if (!(error instanceof ClusterError) || clock.now() - heardAt >= silencePatience) throw error;
      trouble = error.message;
    }
    const now = clock.now();
    observe({ elapsed: now - start, states, ...(trouble !== undefined && { trouble }) });
    const ready = trouble === undefined && states.every(({ phase }) => phase === 'ready');
    if (ready && readyBefore) return 'ready';
    readyBefore = ready;
    failedSince = states.some(({ phase }) => phase === 'failed') ? (failedSince ?? now) : undefined;
    if (failedSince !== undefined && now - failedSince >= failurePatience) return 'failed';
    if (now - start >= timeout) return 'timeout';
    await clock.sleep(Math.min(interval, Math.max(0, start + timeout - now)));
  }
}

function stateOf(target: Target, snapshot: Awaited<ReturnType<typeof takeSnapshot>>): TargetState {
  return target.kind === 'ClickHouseInstallation' || target.kind === 'ClickHouseKeeperInstallation'
    ? installationState(target, snapshot)
    : workloadState(target, snapshot);
}
