import { join } from 'node:path';
import { root } from '../house/sources';
import { compileTexts } from '../types/programs';

/**
 * Grafana publishes the form of its dashboards as types. A dashboard that is written into a program as a literal has to
 * fit: the compiler refuses fields that are unknown, missing or of another type. Values of enums are plain text in JSON.
 */
const head = `
import type * as grafana from '@grafana/schema';
import type { Options as BarGauge } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as Stat } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { FieldConfig as TableField, Options as Table } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type { FieldConfig as TimeField, Options as TimeSeries } from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

type Plain<T> = T extends string ? \`\${T}\` : T extends readonly (infer Part)[] ? Plain<Part>[]
  : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;

interface Target { refId: string; expr: string; legendFormat?: string; instant?: boolean; format?: 'table'; interval?: string }
type Fields<Custom> = Omit<Plain<grafana.FieldConfig>, 'custom'> & { custom?: Partial<Plain<Custom>> };
type Property =
  | { id: 'unit'; value: string }
  | { id: 'mappings'; value: Plain<grafana.ValueMapping>[] }
  | { id: 'thresholds'; value: Plain<grafana.ThresholdsConfig> }
  | { id: 'custom.cellOptions'; value: Plain<TableField['cellOptions']> };
type Override = { matcher: { id: 'byName'; options: string }; properties: Property[] };
type Organize = { excludeByName: Record<string, boolean>; indexByName: Record<string, number>; renameByName: Record<string, string> };
type Transformation = { id: 'merge'; options: {} } | { id: 'organize'; options: Organize };
type Kind<Type extends string, Options, Custom> =
  Omit<Plain<grafana.Panel>, 'type' | 'options' | 'fieldConfig' | 'targets' | 'transformations'>
  & { type: Type; options?: Partial<Plain<Options>>; fieldConfig: { defaults: Fields<Custom>; overrides: Override[] }
    targets: Target[]; transformations?: Transformation[] };
type Panel = Plain<grafana.RowPanel> | Kind<'stat', Stat, {}> | Kind<'bargauge', BarGauge, {}>
  | Kind<'table', Table, TableField> | Kind<'timeseries', TimeSeries, TimeField>;
type Dashboard = Omit<Plain<grafana.Dashboard>, 'panels'> & { panels: Panel[] };
`;

/** What Grafana's types have against dashboards, by their names. */
export function againstGrafana(
  dashboards: readonly (readonly [name: string, dashboard: unknown])[],
): ReadonlyMap<string, readonly string[]> {
  const programs = dashboards.map(
    ([name, dashboard]) =>
      [`${name}.ts`, `${head}export const dashboard: Dashboard = ${JSON.stringify(dashboard)};\n`] as const,
  );
  const compiled = compileTexts(join(root, 'test/monitoring'), programs);
  return new Map(
    [...compiled].map(([file, { complaints }]) => [
      file.replace(/\.ts$/, ''),
      complaints.map(({ message }) => message),
    ]),
  );
}
