import { allowUnknown, type ServerSettings, Setting } from 'anyhouse';
import { insideEngine, systemLogs } from '../../src/settings/known-sections';
import { cluster, messageOf, objectOf } from '../support/environments';

const settingsOf = (settings?: ServerSettings) => {
  const { spec } = objectOf(cluster({ settings }), 'ClickHouseInstallation');
  return (spec as { configuration: { settings: Record<string, unknown> } }).configuration.settings;
};

/** Settings of one log, without its name. */
const log = (name: string, settings?: ServerSettings) =>
  Object.fromEntries(
    Object.entries(settingsOf(settings)).flatMap(([path, value]) =>
      path === name || path.startsWith(`${name}/`) ? [[path.slice(name.length + 1), value]] : [],
    ),
  );

const kept = { partition_by: 'event_date', ttl: 'event_date + INTERVAL 14 DAY DELETE' };

test('logs in tables are emptied after two weeks, by the day', () => {
  expect(log('metric_log')).toEqual(kept);
  expect(log('asynchronous_metric_log')).toEqual({ ...kept, ttl: 'event_date + INTERVAL 3 DAY DELETE' });
});

test('an engine of the image or the operator makes room, as the server takes nothing beside it', () => {
  expect(log('query_log')).toEqual({ engine: '_removed_', ...kept });
  expect(log('part_log')).toEqual({ engine: '_removed_', ...kept });
  expect(log('opentelemetry_span_log')).toEqual({
    engine: '_removed_',
    order_by: 'finish_date, finish_time_us',
    partition_by: 'finish_date',
    ttl: 'finish_date + INTERVAL 14 DAY DELETE',
  });
});

test('lines of the console and stacks of profilers are not kept in tables, unless somebody asks', () => {
  expect(log('text_log')).toEqual({ '': '_removed_' });
  expect(log('trace_log')).toEqual({ '': '_removed_' });
  expect(log('trace_log', { trace_log: {} })).toEqual({ engine: '_removed_', ...kept });
});

test('what a user says about a log wins, and the rest stays', () => {
  const week = 'event_date + INTERVAL 7 DAY';
  expect(log('query_log', { query_log: { ttl: week } })).toEqual({ engine: '_removed_', ...kept, ttl: week });
  expect(log('query_log', { query_log: { flush_interval_milliseconds: 1000 } })).toMatchObject(kept);
  expect(log('query_log', { query_log: { ttl: Setting.removed } })).toMatchObject({ ttl: '_removed_' });
  expect(log('query_log', { query_log: Setting.removed })).toEqual({ '': '_removed_' });
  expect(log('query_log', { query_log: allowUnknown({ option_of_tomorrow: 1 }) })).toMatchObject({
    ...kept,
    option_of_tomorrow: 1,
  });
  expect(log('session_log', { session_log: {} })).toEqual({ engine: '_removed_', ...kept });
  expect(log('crash_log', { crash_log: { flush_on_crash: true } })).toEqual({ flush_on_crash: 1 });
});

test('an engine of a user says everything, so what the image says beside it is taken out', () => {
  const engine = 'ENGINE = MergeTree ORDER BY event_time';
  const removed = { partition_by: '_removed_', ttl: '_removed_' };
  expect(log('query_log', { query_log: { engine } })).toEqual({ engine, ...removed });
  expect(log('metric_log', { metric_log: { engine, order_by: Setting.removed } })).toEqual({
    engine,
    order_by: '_removed_',
    ...removed,
  });
});

test('an engine beside what belongs into it is refused', () => {
  const query_log = { engine: 'ENGINE = MergeTree ORDER BY event_time', ttl: 'event_date + INTERVAL 7 DAY' };
  expect(messageOf(() => cluster({ settings: { query_log } }))).toBe(
    `Cluster 'analytics/events': settings.query_log.ttl must be part of engine, which is given, too, got "event_date + INTERVAL 7 DAY". Fix: write all of it in engine, or leave engine out. [settings/log-engine]`,
  );
});

test('no log has an engine and what belongs into it, whatever a user turns on', () => {
  for (const name of systemLogs) {
    const section = log(name, { [name]: { engine: Setting.removed } });
    expect(section.engine).toBe('_removed_');
    const given = log(name, { [name]: { engine: 'ENGINE = Null' } });
    expect(insideEngine.filter((each) => each in given && given[each] !== '_removed_')).toEqual([]);
  }
});
