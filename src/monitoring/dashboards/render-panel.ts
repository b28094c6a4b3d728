import type { GrafanaPanel, GridPosition } from './grafana';
import type { BarGaugePanel, Column, Panel, Query, StatPanel, TablePanel, Thresholds, TimeseriesPanel } from './panel';

/** The data source that the reader chose. */
const datasource = { type: 'prometheus', uid: '$datasource' };

/**
 * A panel as Grafana reads it. What Grafana would assume anyhow is left out.
 * @param interval time between two values. Without it, `$__rate_interval` is 4 times what the data source says, 15
 * seconds at first, and a `rate` over values that are further apart is empty.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-__rate_interval
 */
export function renderPanel(panel: Panel, id: number, gridPos: GridPosition, interval: string): GrafanaPanel {
  const { type, title, description } = panel;
  const { targets, ...body } = bodyOf(panel);
  const timed = targets.map((target) => (target.expr.includes('$__rate_interval') ? { ...target, interval } : target));
  return { id, type, title, description, datasource, gridPos, ...body, targets: timed };
}

interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat?: string;
  readonly instant?: true;
  readonly format?: 'table';
}

interface Body {
  readonly targets: readonly Target[];
  readonly [field: string]: unknown;
}

function bodyOf(panel: Panel): Body {
  if (panel.type === 'stat') return statBody(panel);
  if (panel.type === 'bargauge') return barGaugeBody(panel);
  return panel.type === 'table' ? tableBody(panel) : timeseriesBody(panel);
}

function statBody(panel: StatPanel): Body {
  const fields = { ...fieldsOf(panel), ...(panel.nothing !== undefined && { noValue: panel.nothing }) };
  return { fieldConfig: { defaults: fields, overrides: [] }, targets: [nowTarget(panel.query)] };
}

function barGaugeBody(panel: BarGaugePanel): Body {
  const fields = { ...fieldsOf(panel), min: 0, ...(panel.most !== undefined && { max: panel.most }) };
  return {
    fieldConfig: { defaults: fields, overrides: [] },
    options: { orientation: 'horizontal' },
    targets: [nowTarget(panel.query)],
  };
}

function timeseriesBody(panel: TimeseriesPanel): Body {
  const { unit, thresholds } = fieldsOf(panel);
  const fields = {
    ...(unit !== undefined && { unit }),
    min: 0,
    ...(panel.most !== undefined && { max: panel.most }),
    // Series keep colours of their own; dashed lines show from where on values are bad.
    ...(panel.thresholds && { thresholds, custom: { thresholdsStyle: { mode: 'dashed' } } }),
  };
  return {
    fieldConfig: { defaults: fields, overrides: [] },
    options: { tooltip: { mode: 'multi', sort: 'desc' } },
    targets: panel.queries.map((query, index) => targetOf(query, letter(index))),
  };
}

function tableBody({ labels, columns }: TablePanel): Body {
  const hidden = [
    'Time',
    ...columns.flatMap((column, index) => ('title' in column ? [] : [valueName(index, columns)])),
  ];
  const heads: Record<string, string> = { ...labels };
  for (const [index, column] of columns.entries())
    if ('title' in column) heads[valueName(index, columns)] = column.title;
  // When a single query has an answer, Grafana calls its value so; the first has one for what is down, too.
  const [first] = columns;
  if (columns.length > 1 && first && 'title' in first) heads.Value = first.title;
  return {
    fieldConfig: {
      defaults: {},
      overrides: columns.flatMap((column) => ('title' in column ? overrideOf(column) : [])),
    },
    targets: columns.map(({ expression }, index) => ({
      refId: letter(index),
      expr: expression,
      instant: true,
      format: 'table',
    })),
    transformations: [
      ...(columns.length > 1 ? [{ id: 'merge', options: {} }] : []),
      {
        id: 'organize',
        options: {
          excludeByName: Object.fromEntries(hidden.map((name) => [name, true])),
          indexByName: Object.fromEntries(Object.keys(heads).map((name, index) => [name, index])),
          renameByName: heads,
        },
      },
    ],
  };
}

/** How Grafana calls the value of a query: by its letter as soon as there are several. */
function valueName(index: number, columns: readonly unknown[]): string {
  return columns.length > 1 ? `Value #${letter(index)}` : 'Value';
}

function overrideOf({ title, ...column }: Column): object[] {
  const { unit, thresholds, mappings } = fieldsOf(column);
  const properties = [
    ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
    ...(mappings === undefined ? [] : [{ id: 'mappings', value: mappings }]),
    ...(column.thresholds === undefined
      ? []
      : [
          { id: 'thresholds', value: thresholds },
          { id: 'custom.cellOptions', value: { type: 'color-text' } },
        ]),
  ];
  return properties.length === 0 ? [] : [{ matcher: { id: 'byName', options: title }, properties }];
}

interface Fields {
  readonly unit?: string;
  readonly thresholds?: object;
  readonly mappings?: readonly object[];
}

function fieldsOf({ unit, thresholds, words }: Partial<Pick<StatPanel, 'unit' | 'thresholds' | 'words'>>): Fields {
  return {
    ...(unit !== undefined && { unit }),
    // Without any, Grafana paints what is above 80 red.
    thresholds: { mode: 'absolute', steps: thresholds ? stepsOf(thresholds) : [{ color: 'text', value: null }] },
    ...(words && {
      mappings: [
        {
          type: 'value',
          options: Object.fromEntries(Object.entries(words).map(([value, text]) => [value, { text }])),
        },
      ],
    }),
  };
}

function stepsOf({ worse, warning, critical }: Thresholds): readonly object[] {
  if (worse === 'higher') {
    const middle = warning === undefined ? [] : [{ color: 'orange', value: warning }];
    return [{ color: 'green', value: null }, ...middle, { color: 'red', value: critical }];
  }
  const better = warning === undefined ? [] : [{ color: 'green', value: warning }];
  const middle = warning === undefined ? 'green' : 'orange';
  return [{ color: 'red', value: null }, { color: middle, value: critical }, ...better];
}

/** A query for the value of now. */
function nowTarget(query: Query): Target {
  return { ...targetOf(query, 'A'), instant: true };
}

function targetOf({ expression, legend }: Query, refId: string): Target {
  return { refId, expr: expression, ...(legend !== undefined && { legendFormat: legend }) };
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
