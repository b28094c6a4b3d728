import { allowUnknown, type ServerSettings, Setting, type SettingsProfile } from 'anyhouse';

export const profile: SettingsProfile = {
  profile: 'default',
  max_threads: 'auto',
  max_memory_usage: '10Gi',
  log_queries: true,
  load_balancing: 'in_order',
  max_execution_time: Setting.removed,
  ...allowUnknown({ SQL_tenant: 'web' }),
};

export const settings: ServerSettings = {
  max_concurrent_queries: 200,
  logger: { level: 'information', syslog: { address: 'logs:514' } },
  merge_tree: { parts_to_throw_insert: 3000, ...allowUnknown({ new_setting: true }) },
  query_log: { ttl: 'event_date + INTERVAL 30 DAY' },
  text_log: Setting.removed,
  remote_url_allow_hosts: { host: ['a.example.com', 'b.example.com'] },
  send_crash_reports: { endpoint: { valueFrom: { secretKeyRef: { name: 'sentry', key: 'url' } } } },
  ...allowUnknown({ plugin: { path: { to: ['x'] } } }),
};
export const only: SettingsProfile = allowUnknown({ a: 1 });
