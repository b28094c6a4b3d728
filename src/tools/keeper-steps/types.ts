/**
 * What is to be thought of a change.
 * - `none`: nothing happens
 * - `safe`: the quorum works all the time
 * - `staged`: the quorum is lost unless the change goes member by member
 * - `downtime`: the quorum stops and comes back; no order of steps avoids it
 * - `refused`: state can be lost, or nothing of what was asked for happens
 */
export type KeeperGrade = (typeof keeperGrades)[number];

/** All grades, from the harmless to the worst. */
export const keeperGrades = ['none', 'safe', 'downtime', 'staged', 'refused'] as const;

/** What a change is about. */
export type KeeperChangeKind =
  | 'created'
  | 'removed'
  | 'renamed'
  | 'size'
  | 'pod'
  | 'settings'
  | 'storage'
  | 'marks'
  | 'switch'
  | 'other';

/** One change of a quorum. */
export interface KeeperChange {
  readonly kind: KeeperChangeKind;
  readonly grade: KeeperGrade;
  /** Members that it restarts, adds or removes, by number from 0. */
  readonly members: readonly number[];
  /** What happens, as a sentence. */
  readonly text: string;
}

/** One step of the way. */
export interface KeeperStep {
  readonly text: string;
  /** Command to run. @default - the step is a merge, or something to look at */
  readonly command?: string;
}

/** What a change of manifests does to one quorum, and how to get there. */
export interface KeeperSteps {
  readonly namespace: string;
  readonly name: string;
  /** The worst grade of its changes. */
  readonly grade: KeeperGrade;
  readonly changes: readonly KeeperChange[];
  /** In order. Empty where the change can be merged as it is and nothing is to be watched. */
  readonly steps: readonly KeeperStep[];
}
