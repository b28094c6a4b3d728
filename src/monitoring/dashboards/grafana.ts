/*
 * The part of Grafana's dashboard JSON that is written here. Tests hold it to the types that Grafana publishes.
 * See https://github.com/grafana/grafana/blob/v12.4.0/kinds/dashboard/dashboard_kind.cue
 */

/** Place of a panel on the grid of 24 columns; one unit of height is 30 pixels. */
export interface GridPosition {
  readonly h: number;
  readonly w: number;
  readonly x: number;
  readonly y: number;
}

/** A panel or the heading of a row. */
export interface GrafanaPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: GridPosition;
  readonly [field: string]: unknown;
}

/** A choice above the panels. */
export interface GrafanaVariable {
  readonly name: string;
  readonly type: 'datasource' | 'custom' | 'query';
  readonly query: string;
  readonly [field: string]: unknown;
}

/** What Grafana loads. */
export interface GrafanaDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly schemaVersion: number;
  readonly graphTooltip: number;
  readonly refresh: string;
  readonly links: readonly unknown[];
  readonly templating: { readonly list: readonly GrafanaVariable[] };
  readonly panels: readonly GrafanaPanel[];
}
