import { allowUnknown, type ClickHouseClusterProps, Operator, Setting } from 'anyhouse';
import { checkProgram } from '../../src/checks/synth';
import { cluster, environment, messageOf, objectOf } from '../support/environments';

type Configuration = Record<'profiles' | 'settings', Record<string, unknown>>;

const configuration = (props: Partial<ClickHouseClusterProps>, place = environment()) =>
  (objectOf(cluster(props, place), 'ClickHouseInstallation').spec as { configuration: Configuration }).configuration;

test('nested settings become slash paths, sorted, and win over those of the library', () => {
  expect(
    configuration({
      settings: {
        max_concurrent_queries: 200,
        merge_tree: { parts_to_throw_insert: 3000, min_bytes_for_wide_part: '10Mi' },
        logger: { level: 'debug', console: false },
        text_log: Setting.removed,
      },
    }).settings,
  ).toEqual({
    ...configuration({}).settings,
    'logger/console': 0,
    'logger/count': 5,
    'logger/level': 'debug',
    'logger/size': '100M',
    max_concurrent_queries: 200,
    'merge_tree/min_bytes_for_wide_part': '10Mi',
    'merge_tree/parts_to_throw_insert': 3000,
    text_log: '_removed_',
  });
});

test('a list repeats an element, and a value can stay in a Secret', () => {
  const secret = { valueFrom: { secretKeyRef: { name: 'sentry', key: 'url' } } };
  const { settings } = configuration({
    settings: {
      remote_url_allow_hosts: { host: ['a.example.com', 'b.example.com'] },
      send_crash_reports: { endpoint: secret },
    },
  });
  expect(settings).toMatchObject({
    'remote_url_allow_hosts/host': ['a.example.com', 'b.example.com'],
    'send_crash_reports/endpoint': secret,
  });
});

test('numbers that the operator would change are written as text', () => {
  const { settings, profiles } = configuration({
    settings: { merge_tree: { ratio_of_defaults_for_sparse_serialization: 0.0001 } },
    profiles: { web: { max_bytes_to_read: 9007199254740991, max_execution_time: 0.5 } },
  });
  expect(settings['merge_tree/ratio_of_defaults_for_sparse_serialization']).toBe('0.0001');
  expect(profiles).toMatchObject({ 'web/max_bytes_to_read': '9007199254740991', 'web/max_execution_time': 0.5 });
});

test('text is escaped for operators that write it into XML as it is', () => {
  const settings = { query_log: { ttl: 'a < b & c' } };
  const old = environment({ operator: Operator.existing({ version: '0.27.1' }) });
  expect(configuration({ settings }, old).settings['query_log/ttl']).toBe('a &lt; b &amp; c');
  expect(configuration({ settings }).settings['query_log/ttl']).toBe('a < b & c');
});

test('allowUnknown lets any setting through, with a reason in the report', () => {
  const place = environment();
  const { profiles, settings } = configuration(
    {
      profiles: { web: { max_threads: 4, ...allowUnknown({ setting_of_tomorrow: 1 }) } },
      settings: { merge_tree: allowUnknown({ a: true }), ...allowUnknown({ plugin: { path: { to: ['x', 'y'] } } }) },
    },
    place,
  );
  expect(profiles).toMatchObject({ 'web/max_threads': 4, 'web/setting_of_tomorrow': 1 });
  expect(settings).toMatchObject({ 'merge_tree/a': 1, 'plugin/path/to': ['x', 'y'] });
  const { findings, acknowledged } = checkProgram(place.node.root as never);
  expect(findings.filter(({ rule }) => /settings/.test(rule.id) || /acknowledge/.test(rule.id))).toEqual([]);
  expect(new Set(acknowledged.map(({ reason }) => reason))).toEqual(
    new Set(['allowUnknown lets web/setting_of_tomorrow, merge_tree/a, plugin through']),
  );
});

test('a setting that the catalogue cannot know is warned about, not refused', () => {
  const place = environment();
  const image = 'clickhouse/clickhouse-server:27.1.1.1';
  configuration({ image, profiles: { web: { setting_of_tomorrow: 1 } as never } }, place);
  const found = checkProgram(place.node.root as never).findings.filter(({ rule }) => rule.id === 'settings/unknown');
  expect(found.map(({ rule, pointer }) => [rule.severity, pointer])).toEqual([
    ['warning', '/spec/configuration/profiles/web~1setting_of_tomorrow'],
  ]);
});

test('all faults of settings are told at once, each with its way out', () => {
  const wrong = {
    profiles: { web: { max_memory_usge: 1, max_threads: 'many', max_concurrent_queries: 5 } },
    settings: {
      tcp_port: 9001,
      max_concurent_queries: 1,
      merge_tree: { parts_to_throw_inserts: 1 },
      logger: { level: 'verbose', lvl: 1 },
      distributed_ddl: { path: '/x' },
      'merge_tree/parts': 1,
      query_log: 7,
    },
  };
  expect(messageOf(() => cluster(wrong as never))).toMatchInlineSnapshot(`
"11 problems in Cluster 'analytics/events'
  profiles.web.max_memory_usge must be a setting of ClickHouse 26.3, got "max_memory_usge".
    Fix: write "max_memory_usage". [settings/unknown]
  profiles.web.max_threads must be a whole number from 0 to 18446744073709551615, also as text with K, M, G, T, Ki, Mi, Gi or Ti, got "many".
    Fix: write a number such as 1. [settings/value]
  profiles.web.max_concurrent_queries must be a setting of ClickHouse 26.3, got "max_concurrent_queries".
    Fix: move it to settings: { ... }. [settings/unknown]
  settings.tcp_port must not be set: ports stand in Services, policies and probes, too, so the cluster decides them, got "tcp_port".
    Fix: remove it; transform.installation can still change what is emitted. [settings/owned]
  settings.max_concurent_queries must be a setting of ClickHouse 26.3, got "max_concurent_queries".
    Fix: write "max_concurrent_queries". [settings/unknown]
  settings.merge_tree.parts_to_throw_inserts must be a setting of ClickHouse 26.3, got "parts_to_throw_inserts".
    Fix: write "parts_to_throw_insert". [settings/unknown]
  settings.logger.level must be one of none, fatal, critical, error, warning, notice, information, debug, trace, test, got "verbose".
    Fix: write 'information'. [settings/value]
  settings.logger.lvl must be a setting of its section, got "lvl".
    Fix: use one of async, async_queue_max_size, async_queye_max_size, color_enabled, console, console_log_level, console_shutdown_level, console_startup_level, count, errorlog, errorlog_level, formatting, level, levels, log, rotateOnOpen, rotation, shutdown_level, size, startup_level, stream_compress, syslog, syslog_level, syslog_shutdown_level, syslog_startup_level, use_syslog. [settings/unknown]
  settings.distributed_ddl.path must not be set: the operator gives every installation its own queue, got "distributed_ddl/path".
    Fix: remove it; transform.installation can still change what is emitted. [settings/owned]
  settings["merge_tree/parts"] must be the name of an XML element: letters, digits, "_", "." and "-", starting with a letter or "_", got "merge_tree/parts".
    Fix: write sections as nested objects: { logger: { level: ... } }. [settings/key]
  settings.query_log must be a section, got 7.
    Fix: write { name: value }. [settings/value]"
`);
});
