/** How a value is written; ids of Grafana. @see https://github.com/grafana/grafana/blob/v12.4.0/packages/grafana-data/src/valueFormats/categories.ts */
export type Unit =
  | 'short'
  | 'none'
  | 'percentunit'
  | 'bytes'
  | 'binBps'
  | 'ops'
  | 'rowsps'
  | 's'
  | 'ms'
  | 'ns'
  | 'd'
  | 'dateTimeFromNow';

/** From where on a value is not good. */
export interface Thresholds {
  /** Which way it gets worse. */
  readonly worse: 'higher' | 'lower';
  /** First value that is to be looked at (`higher`), or first that is good again (`lower`). @default - there is no such step */
  readonly warning?: number;
  /** First value that is bad (`higher`), or first that is no longer bad (`lower`). */
  readonly critical: number;
}

/** What Prometheus is asked. */
export interface Query {
  /** PromQL; may use variables of the dashboard. */
  readonly expression: string;
  /** Name of a series: `{{pod}}`. @default - Grafana lists all labels */
  readonly legend?: string;
}

interface AnyPanel {
  /** What is shown, in a few words. */
  readonly title: string;
  /** What is good, what is bad, and what it means. */
  readonly description: string;
  /** Columns of the grid, which has 24. */
  readonly width: 4 | 6 | 8 | 12 | 16 | 24;
  /** How values are written. @default - as they are */
  readonly unit?: Unit;
  /** Colours of values. @default - none means anything */
  readonly thresholds?: Thresholds;
}

/** One number, as it is now. */
export interface StatPanel extends AnyPanel {
  readonly type: 'stat';
  readonly query: Query;
  /** Words for numbers: `{ 0: 'failed' }`. @default - the number */
  readonly words?: Readonly<Record<number, string>>;
  /** What stands there when there is no value. @default - Grafana says "No data" */
  readonly nothing?: string;
}

/** Bars side by side, as they are now. */
export interface BarGaugePanel extends AnyPanel {
  readonly type: 'bargauge';
  readonly query: Query;
  /** Value of a full bar. @default - the largest one shown */
  readonly most?: number;
}

/** Lines over time. */
export interface TimeseriesPanel extends AnyPanel {
  readonly type: 'timeseries';
  readonly queries: readonly Query[];
  /** Value at the top. @default - the largest one shown */
  readonly most?: number;
}

/** A column of values. */
export interface Column extends Pick<AnyPanel, 'unit' | 'thresholds'> {
  /** Its head. */
  readonly title: string;
  /** PromQL, with one value for each row. */
  readonly expression: string;
  /** Words for numbers. @default - the number */
  readonly words?: Readonly<Record<number, string>>;
}

/** A row for each set of labels, as they are now. */
export interface TablePanel extends AnyPanel {
  readonly type: 'table';
  /** Heads of columns, by label. Rows with the same labels are one. */
  readonly labels: Readonly<Record<string, string>>;
  /** Columns of values; queries whose values do not matter have no title. */
  readonly columns: readonly (Column | Pick<Column, 'expression'>)[];
}

/** A part of a dashboard. Typed and small; Grafana's own form is made of it. */
export type Panel = StatPanel | BarGaugePanel | TimeseriesPanel | TablePanel;

/** Panels below a heading. They fill lines from left to right. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}
