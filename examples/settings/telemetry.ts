import {
  allowUnknown,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Keeper,
  type Operator,
  type Platform,
  Setting,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** A cluster for many small inserts and a few dashboards, with the settings that such clusters change. */
export function telemetry(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'telemetry', { platform });
  return new ClickHouseCluster(environment, 'metrics', {
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '200Gi' },
    settings: {
      max_concurrent_queries: 200,
      background_pool_size: 32,
      logger: { level: 'warning' },
      merge_tree: { parts_to_delay_insert: 1500, parts_to_throw_insert: 3000 },
      query_log: { ttl: 'event_date + INTERVAL 30 DAY DELETE' },
      query_views_log: Setting.removed,
      custom_settings_prefixes: 'SQL_',
    },
    profiles: {
      collector: { async_insert: true, wait_for_async_insert: true, async_insert_max_data_size: '10Mi' },
      dashboards: {
        profile: 'default',
        readonly: 2,
        max_memory_usage: '10G',
        constraints: { max_memory_usage: { max: '20G' }, max_threads: { readonly: true } },
        max_execution_time: 30,
        load_balancing: 'in_order',
        ...allowUnknown({ SQL_source: 'dashboards' }),
      },
    },
    quotas: { dashboards: { seconds: 3600, queries: 10_000 } },
    users: {
      collector: { networks: ['10.0.0.0/8'], grants: ['INSERT ON metrics.*'], profile: 'collector' },
      dashboards: {
        networks: ['10.0.0.0/8'],
        grants: ['SELECT ON metrics.*'],
        profile: 'dashboards',
        quota: 'dashboards',
      },
    },
    databases: ['metrics'],
  });
}
