import { allowedSetting, isSecretValue } from '../altinity/setting-marks';
import type { Settings } from '../altinity/spec/values';
import { type OperatorVersion, supports } from '../altinity/versions';
import type { ResolvedCluster } from './options';
import { renderTlsSettings } from './render-tls';
import { withSystemLogs } from './system-logs';

type Value = Settings[string];
type Scalar = string | number | boolean;

type Escape = (text: string) => string;

/** Configuration of the server: what this library sets, under what the user says. */
export function renderServerSettings(cluster: ResolvedCluster, version: OperatorVersion, escaped: Escape) {
  const { name, settings } = cluster;
  const usual: Settings = {
    ...renderTlsSettings(cluster),
    // ON CLUSTER statements hang without it, from ClickHouse 25.8.10 on.
    ...(!supports(version, 'ddlReplicasPath') && {
      'distributed_ddl/replicas_path': `/clickhouse/${name}/task_queue/replicas`,
    }),
    // Addresses of pods change, and a remembered one may belong to a pod of somebody else by then.
    disable_internal_dns_cache: 1,
    'logger/count': 5,
    'logger/level': 'information',
    'logger/size': '100M',
  };
  const all = Object.entries({ ...usual, ...Object.fromEntries(renderPaths(withSystemLogs(settings), escaped)) });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Settings profiles. What `default` says holds for all users, whichever profile they have. */
export function renderProfiles({ profiles }: ResolvedCluster, escaped: Escape): Settings {
  // Small inserts are collected into parts by the server, and acknowledged once they are written.
  const usual = { async_insert: true, wait_for_async_insert: true };
  return Object.fromEntries(renderPaths({ ...profiles, default: { ...usual, ...profiles.default } }, escaped));
}

/** Nested settings as the operator reads them: a flat map of slash paths, whose values are text or numbers. */
export function renderPaths(
  settings: object,
  escaped: Escape,
  prefix = '',
): readonly (readonly [path: string, value: Value])[] {
  return Object.entries(settings).flatMap(([name, given]) => {
    const value: unknown = allowedSetting(given)?.value ?? given;
    const path = `${prefix}${name}`;
    if (isSecretValue(value)) return [[path, value] as const];
    if (Array.isArray(value)) return [[path, value.map((each) => scalar(each, escaped))] as const];
    if (typeof value === 'object' && value !== null) return renderPaths(value, escaped, `${path}/`);
    return [[path, scalar(value as Scalar, escaped)] as const];
  });
}

function scalar(value: Scalar, escaped: Escape): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return escaped(value);
  return survives(value) ? value : plainDigits(value);
}

/** The operator reads numbers as floating point and writes them back in its own way, so not all come out as they were. */
function survives(value: number): boolean {
  return Number.isInteger(value) ? Math.abs(value) < 1e15 : value >= 0.001 && value < 1e15;
}

/** Digits without an exponent, which ClickHouse does not read in whole numbers. */
function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}
