import { createHash } from 'node:crypto';
import type { LabelVariable } from './definition';
import type { GrafanaDashboard, GrafanaVariable } from './grafana';
import { placeRows } from './layout';
import type { Row } from './panel';
import { renderPanel } from './render-panel';

/** The form of Grafana 11.0; newer ones bring it to theirs when they load it. */
const schemaVersion = 39;

/** The most that Grafana takes. Longer ones are "uid too long, max 40 characters". @see https://github.com/fluent/helm-charts/pull/509 */
const longestUid = 40;

/** A dashboard, before it has a place. */
export interface Dashboard {
  /** Namespace of the environment that it is about. */
  readonly namespace: string;
  /** Part of its address. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly GrafanaVariable[];
  readonly rows: readonly Row[];
  /** Time between two values of a metric: `30s`. */
  readonly interval: string;
}

/** A dashboard as Grafana reads it. */
export function renderDashboard(dashboard: Dashboard): GrafanaDashboard {
  const { namespace, name, title, description, variables, rows, interval } = dashboard;
  const tags = ['anyhouse', namespace];
  return {
    uid: uidOf(namespace, name),
    title: `${namespace}: ${title}`,
    description,
    tags,
    schemaVersion,
    // A line at the same time in all panels.
    graphTooltip: 1,
    refresh: '1m',
    links: [linkTo(namespace, tags)],
    templating: { list: [datasourceVariable, ...variables] },
    panels: placeRows(rows).map((placed, index) =>
      placed.panel
        ? renderPanel(placed.panel, index + 1, placed.place, interval)
        : { id: index + 1, type: 'row', title: placed.row.title, collapsed: false, gridPos: placed.place, panels: [] },
    ),
  };
}

/**
 * Address of a dashboard: `analytics-keeper`. It stays the same, so that links to it do. Of a namespace with a long
 * name only the first part is left, and a mark that tells it from others.
 */
export function uidOf(namespace: string, name: string): string {
  const uid = `${namespace}-${name}`;
  if (uid.length <= longestUid) return uid;
  const mark = createHash('sha256').update(namespace).digest('hex').slice(0, 8);
  return `${namespace.slice(0, longestUid - name.length - mark.length - 2)}-${mark}-${name}`;
}

const datasourceVariable: GrafanaVariable = {
  name: 'datasource',
  label: 'Prometheus',
  type: 'datasource',
  query: 'prometheus',
  // The one that Grafana has as default, if it is a Prometheus; else the first.
  current: { text: 'default', value: 'default' },
};

/** The other dashboards of the environment; time and choices come along. */
function linkTo(namespace: string, tags: readonly string[]): object {
  return {
    type: 'dashboards',
    title: namespace,
    tags,
    asDropdown: true,
    includeVars: true,
    keepTime: true,
    targetBlank: false,
    icon: 'external link',
    tooltip: '',
  };
}

const all = { includeAll: true, multi: true, current: { text: ['All'], value: ['$__all'] } };

/** A choice among values that are known now: what is down can be chosen, too. */
export function choiceVariable(
  { name, label }: { readonly name: string; readonly label: string },
  choices: readonly { readonly text: string; readonly value: string }[],
): GrafanaVariable {
  const query = choices.map(({ text, value }) => `${text} : ${value}`).join(', ');
  return { name, label, type: 'custom', query, ...all };
}

/** A choice among the values of a label. They are asked for whenever the time changes. */
export function labelVariable({ name, label, metric, of }: LabelVariable): GrafanaVariable {
  const datasource = { type: 'prometheus', uid: '$datasource' };
  const query = `label_values(${metric}, ${of})`;
  return { name, label, type: 'query', datasource, query, refresh: 2, sort: 1, ...all };
}
