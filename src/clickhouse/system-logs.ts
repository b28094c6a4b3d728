import { allowedSetting, Setting } from '../altinity/setting-marks';
import type { ServerSettings } from '../settings/server-settings';

type Sections = Readonly<Record<string, unknown>>;

const partOfDay = { partition_by: 'event_date' };
const days = (count: number) => ({ ttl: `event_date + INTERVAL ${count} DAY DELETE` });

/**
 * The image or the operator gives these an `engine`, which cannot stand beside `ttl` and `partition_by`: the server would
 * not start (ClickHouse #88366; operator, config/chi/config.d). A removed one is right where there is none, too.
 */
const withEngine = { engine: Setting.removed };

/** Two weeks, in parts of a day that are dropped as a whole. */
const kept = { ...partOfDay, ...days(14) };

/** Logs that the image or the operator turns on and, but for a few, never empties. */
const usual: Readonly<Record<string, Sections | typeof Setting.removed>> = {
  // Every metric of every second, which the dashboard of the server draws: a few days are enough.
  asynchronous_metric_log: { ...partOfDay, ...days(3) },
  backup_log: kept,
  error_log: kept,
  latency_log: kept,
  metric_log: kept,
  // Its columns have other names.
  opentelemetry_span_log: {
    ...withEngine,
    order_by: 'finish_date, finish_time_us',
    partition_by: 'finish_date',
    ttl: 'finish_date + INTERVAL 14 DAY DELETE',
  },
  part_log: { ...withEngine, ...kept },
  processors_profile_log: kept,
  query_log: { ...withEngine, ...kept },
  query_metric_log: kept,
  query_views_log: kept,
  s3queue_log: kept,
  // The lines of the console once more, and stacks of profilers: large, and rarely read.
  text_log: Setting.removed,
  trace_log: Setting.removed,
};

/** What a log gets when a user turns it on, or gives it settings of his own. */
function usualOf(name: string): Sections {
  const section = usual[name];
  if (typeof section === 'object') return section;
  // Crashes are few, and whoever looks for them looks late.
  return name === 'crash_log' ? {} : { ...withEngine, ...kept };
}

/** Configuration of the server with its logs in tables as this library sets them, under what the user says. */
export function withSystemLogs(settings: ServerSettings): Sections {
  const sections = Object.entries(settings).flatMap(([name, value]) => {
    const section: unknown = allowedSetting(value)?.value ?? value;
    if (!/_log$|^dead_letter_queue$/.test(name) || typeof section !== 'object' || section === null) return [];
    // An engine brings everything that the other settings would say.
    const replaced = 'engine' in section && section.engine !== Setting.removed;
    const base = replaced ? { partition_by: Setting.removed, ttl: Setting.removed } : usualOf(name);
    return [[name, { ...base, ...section }] as const];
  });
  return { ...usual, ...settings, ...Object.fromEntries(sections) };
}
