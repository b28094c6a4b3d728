/*
 * Parts of the server's configuration that its tables of settings do not list. From the reference of server settings
 * and the configuration that ClickHouse ships.
 */

/** What writes a setting that is not to be set by hand, and what to do instead. */
export const ownedSettings: Readonly<Record<string, string>> = {
  listen_host: 'the operator lets the server listen on all addresses',
  ...ports('tcp_port', 'tcp_port_secure', 'tcp_with_proxy_port', 'http_port', 'https_port'),
  ...ports('interserver_http_port', 'interserver_https_port', 'mysql_port', 'postgresql_port', 'grpc_port'),
  ...ports('arrowflight_port', 'prometheus_port', 'protocols'),
  interserver_http_host: 'the operator writes the name of each host',
  interserver_https_host: 'the operator writes the name of each host',
  zookeeper: 'replication.keeper makes it',
  keeper_server: 'Keeper is a construct of its own',
  remote_servers: 'shards and replication make it',
  macros: 'the operator writes those of each host',
  user_directories: 'users are declared in users',
  users_config: 'users are declared in users',
  users: 'users are declared in users',
  profiles: 'profiles are declared in profiles',
  quotas: 'quotas are declared in quotas',
  path: 'data lies on the volume of storage',
  include_from: 'files are mounted by the operator',
  'distributed_ddl/path': 'the operator gives every installation its own queue',
  'distributed_ddl/replicas_path': 'the operator gives every installation its own queue',
};

function ports(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, 'ports stand in Services, policies and probes, too, so the cluster decides them']),
  );
}

/** Sections for logs in tables of the database `system`. */
export const systemLogs = [
  ...['aggregated_zookeeper_log', 'asynchronous_insert_log', 'asynchronous_metric_log', 'azure_queue_log'],
  ...['background_schedule_pool_log', 'backup_log', 'blob_storage_log', 'crash_log', 'dead_letter_queue'],
  ...['delta_lake_metadata_log', 'error_log', 'filesystem_cache_log', 'filesystem_read_prefetches_log'],
  ...['iceberg_metadata_log', 'latency_log', 'metric_log', 'opentelemetry_span_log', 'part_log'],
  ...['processors_profile_log', 'query_log', 'query_metric_log', 'query_thread_log', 'query_views_log'],
  ...['s3queue_log', 'session_log', 'text_log', 'trace_log', 'transactions_info_log', 'transposed_metric_log'],
  ...['zookeeper_connection_log', 'zookeeper_log'],
] as const;

/** Settings of a log in a table. */
export const systemLogSettings = [
  ...['database', 'table', 'engine', 'partition_by', 'order_by', 'ttl', 'storage_policy', 'settings'],
  ...['flush_interval_milliseconds', 'max_size_rows', 'reserved_size_rows', 'buffer_size_rows_flush_threshold'],
  ...['flush_on_crash', 'collect_interval_milliseconds', 'schema_type', 'level', 'symbolize', 'turn_off_logger'],
] as const;

/** Settings of a log that cannot stand beside its `engine`: the server does not start. */
export const insideEngine = ['order_by', 'partition_by', 'settings', 'storage_policy', 'ttl'] as const;

/** Settings of the section `logger`. */
export const loggerSettings = [
  ...['async', 'async_queue_max_size', 'async_queye_max_size', 'color_enabled', 'console', 'console_log_level'],
  ...['console_shutdown_level', 'console_startup_level', 'count', 'errorlog', 'errorlog_level', 'formatting'],
  ...['level', 'levels', 'log', 'rotateOnOpen', 'rotation', 'shutdown_level', 'size', 'startup_level'],
  ...['stream_compress', 'syslog', 'syslog_level', 'syslog_shutdown_level', 'syslog_startup_level', 'use_syslog'],
] as const;

/** Levels of logs, from silence to everything. */
export const logLevels = [
  ...(['none', 'fatal', 'critical', 'error', 'warning', 'notice', 'information', 'debug', 'trace', 'test'] as const),
] as const;

/** Sections and single settings that may hold anything. */
export const openSettings = [
  ...['access_control_improvements', 'acme', 'allow_implicit_no_password', 'allow_no_password'],
  ...['allow_plaintext_password', 'auth_use_forwarded_address', 'auxiliary_zookeepers', 'azure', 'backups'],
  ...['bcrypt_workfactor', 'builtin_dictionaries_reload_interval', 'compression', 'core_dump', 'core_path'],
  ...['custom_cached_disks_base_directory', 'custom_settings_prefixes', 'default_password_type', 'default_profile'],
  ...['default_session_timeout', 'dictionaries_config', 'display_name', 'distributed_ddl', 'enable_system_unfreeze'],
  ...['encryption_codecs', 'gcs', 'graphite', 'graphite_rollup', 'hdfs'],
  ...['hsts_max_age', 'http_handlers', 'http_options_response', 'http_server_default_response'],
  ...['interserver_http_credentials', 'interserver_listen_host', 'jwt_validators', 'kafka', 'keeper_map_path_prefix'],
  ...['kerberos', 'ldap_servers', 'max_session_timeout', 'merge_tree_metadata_cache', 'named_collections'],
  ...['named_collections_storage', 'nats', 'openSSL', 'password_complexity', 'path_to_regions_hierarchy_file'],
  ...['path_to_regions_names_files', 'prometheus', 'proxy', 'query_cache', 'query_masking_rules', 'query_rules'],
  ...['rabbitmq', 'redis', 'remote_url_allow_hosts', 'resources_and_workloads', 'rocksdb', 's3', 'send_crash_reports'],
  ...['startup_scripts', 'ssh_server', 'storage_configuration', 'timezone', 'top_level_domains_lists', 'umask'],
  ...['url_scheme_mappers', 'user_defined_executable_functions_config', 'user_defined_zookeeper_path'],
  ...['wait_for_zookeeper_at_startup', 'workload_path', 'workload_zookeeper_path'],
] as const;
