import { dashboards } from '../support/dashboards';
import { againstGrafana } from '../support/grafana-types';

type Json = Record<string, unknown>;
const [, edge] = dashboards.find(([name]) => name === 'edge') ?? [];

/** The dashboard with one place changed: `panels.3.type`. */
function changed(place: string, value: unknown): unknown {
  const copy = structuredClone(edge) as unknown as Json;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  keys.reduce<Json>((inner, key) => inner[key] as Json, copy)[last] = value;
  return copy;
}

const wrong: Readonly<Record<string, unknown>> = {
  'unknown-field': changed('panels.2.titel', 'Pods'),
  'unknown-kind': changed('panels.1.type', 'graphs'),
  'unknown-option': changed('panels.4.options.tooltips', {}),
  'wrong-threshold': changed('panels.2.fieldConfig.defaults.thresholds.mode', 'absolut'),
  'wrong-variable': changed('templating.list.1.type', 'choice'),
  'wrong-place': changed('panels.1.gridPos.w', '12'),
  'wrong-cell': changed('panels.1.fieldConfig.overrides.0.properties.2.value.type', 'colour'),
  'no-version': changed('schemaVersion', undefined),
};

const complaints = againstGrafana([...dashboards, ...Object.entries(wrong)]);

test.each(dashboards.map(([name]) => name))('%s has the form that Grafana publishes', (name) => {
  expect(complaints.get(name)).toEqual([]);
});

test.each(Object.keys(wrong))('the form is believed only because it finds what is wrong: %s', (name) => {
  expect(complaints.get(name)).toEqual([expect.stringMatching(/not assignable|does not exist|missing/)]);
});
