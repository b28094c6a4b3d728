import type { Row } from './panel';

/** What has a dashboard of its own, in the order of the overview. */
export const dashboardNames = ['clickhouse', 'keeper', 'edge', 'backup'] as const;

/** Part of the names of objects, and of addresses in Grafana. */
export type DashboardName = (typeof dashboardNames)[number];

/** Something with metrics: a cluster, a Keeper, an edge. */
export interface Shown {
  /** What people call it. */
  readonly name: string;
  /** Label `job` of its metrics. */
  readonly job: string;
}

/** Asks Prometheus for the values of a label; the reader chooses some of them. */
export interface LabelVariable {
  readonly name: string;
  /** What stands before the choice. */
  readonly label: string;
  /** PromQL of a metric that has the label. */
  readonly metric: string;
  /** The label whose values are offered. */
  readonly of: string;
}

/** A dashboard about one kind of things. Defined next to what it shows. */
export interface DashboardDefinition {
  readonly name: DashboardName;
  /** Completes "analytics: ". */
  readonly title: string;
  /** What it tells, in one sentence. */
  readonly description: string;
  /** Name of the variable with the things that the reader chose, and what stands before it. Its values are jobs. */
  readonly choice: { readonly name: string; readonly label: string };
  /** Further choices. */
  readonly variables: readonly LabelVariable[];
  /** What is shown. Expressions use the variables. */
  readonly rows: readonly Row[];
  /** What the overview shows about all of them. @param jobs matcher of their metrics: `job="analytics/events"` */
  overview(jobs: string): Row;
}
