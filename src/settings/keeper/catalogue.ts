/** What a setting of Keeper holds, in the words of ClickHouse. */
export type KeeperSettingType =
  | 'UInt64'
  | 'NonZeroUInt64'
  | 'Milliseconds'
  | 'Bool'
  | 'Double'
  | 'String'
  | 'LogsLevel';

/** What is known about a setting of Keeper. */
export interface KeeperSetting {
  readonly type: KeeperSettingType;
  /** Value where nobody sets it, in the newest release that was read. */
  readonly fallback: string;
  /** First release that has it. Absent where it is in all releases from 25.8 on. */
  readonly since?: string;
}

const milliseconds = <Fallback extends number>(fallback: Fallback) =>
  ({ type: 'Milliseconds', fallback: String(fallback) }) as const;
const count = <Fallback extends number>(fallback: Fallback) =>
  ({ type: 'UInt64', fallback: String(fallback) }) as const;
const toggle = (fallback: boolean) => ({ type: 'Bool', fallback: String(fallback) }) as const;

/**
 * `keeper_server.coordination_settings`. Keeper does not start with a name that it does not know.
 * Read from `src/Coordination/CoordinationSettings.cpp` of ClickHouse: one of 2024 and one of autumn 2026. `since` is the
 * release that the pull request of a setting was merged into; those of the old source are in every release from 25.8 on.
 * Left out: what does nothing any more (`max_requests_quick_batch_size`), and newer names whose release is not established.
 */
export const coordinationSettings = {
  min_session_timeout_ms: milliseconds(10_000),
  session_timeout_ms: milliseconds(100_000),
  operation_timeout_ms: milliseconds(10_000),
  dead_session_check_period_ms: milliseconds(500),
  heart_beat_interval_ms: milliseconds(500),
  election_timeout_lower_bound_ms: milliseconds(1000),
  election_timeout_upper_bound_ms: milliseconds(2000),
  leadership_expiry_ms: milliseconds(0),
  reserved_log_items: count(100_000),
  snapshot_distance: count(100_000),
  auto_forwarding: toggle(true),
  shutdown_timeout: milliseconds(5000),
  session_shutdown_timeout: milliseconds(10_000),
  startup_timeout: milliseconds(180_000),
  sleep_before_leader_change_ms: milliseconds(8000),
  raft_logs_level: { type: 'LogsLevel', fallback: 'information' },
  rotate_log_storage_interval: { type: 'NonZeroUInt64', fallback: '100000' },
  snapshots_to_keep: count(3),
  stale_log_gap: count(10_000),
  fresh_log_gap: count(200),
  max_request_queue_size: count(100_000),
  // Zero makes a quorum of several members loop for ever: ClickHouse #110200.
  max_requests_batch_size: { type: 'NonZeroUInt64', fallback: '100' },
  max_requests_batch_bytes_size: count(102_400),
  max_requests_append_size: { type: 'NonZeroUInt64', fallback: '100' },
  max_flush_batch_size: count(1000),
  quorum_reads: toggle(false),
  force_sync: toggle(true),
  compress_logs: toggle(false),
  compress_snapshots_with_zstd_format: toggle(true),
  configuration_change_tries_count: count(20),
  max_log_file_size: count(52_428_800),
  log_file_overallocate_size: count(52_428_800),
  min_request_size_for_cache: count(51_200),
  raft_limits_reconnect_limit: count(50),
  raft_limits_response_limit: count(20),
  async_replication: toggle(true),
  latest_logs_cache_size_threshold: count(1_073_741_824),
  commit_logs_cache_size_threshold: count(524_288_000),
  disk_move_retries_wait_ms: count(1000),
  disk_move_retries_during_init: count(100),
  log_slow_total_threshold_ms: count(5000),
  log_slow_cpu_threshold_ms: count(100),
  log_slow_connection_operation_threshold_ms: count(1000),
  // ClickHouse #88513
  check_node_acl_on_remove: { ...toggle(false), since: '25.10' },
  // ClickHouse #99651, #100778, #101427
  snapshot_transfer_chunk_size: { ...count(0), since: '26.4' },
  parallel_read_threads: { ...count(8), since: '26.4' },
  nuraft_streaming_mode: { ...toggle(true), since: '26.4' },
  nuraft_max_log_gap_in_stream: { ...count(0), since: '26.4' },
  nuraft_max_bytes_in_flight_in_stream: { ...count(33_554_432), since: '26.4' },
  // ClickHouse #105770, #106108: both came to 26.5 after its first release
  use_new_dispatcher: { ...toggle(true), since: '26.5' },
  max_in_flight_request_batches: { ...count(20), since: '26.5' },
  nuraft_max_uncommitted_log_entries: { ...count(100_000), since: '26.5' },
  nuraft_append_entries_backward_probe_throttle_threshold: { ...count(5), since: '26.5' },
  // ClickHouse #100397, #106285
  ttl_gc_period_ms: { ...milliseconds(250), since: '26.6' },
  ttl_gc_batch_size: { type: 'NonZeroUInt64', fallback: '256', since: '26.6' },
  nuraft_use_bg_thread_for_snapshot_io: { ...toggle(false), since: '26.6' },
  // ClickHouse #109881
  log_startup_read_max_streams: { ...count(0), since: '26.8' },
  log_startup_read_buffer_size: { type: 'NonZeroUInt64', fallback: '8388608', since: '26.8' },
} as const satisfies Readonly<Record<string, KeeperSetting>>;

/** Settings of `keeper_server` itself, from the documentation of Keeper and `KeeperContext.cpp`. */
export const keeperServerSettings = {
  max_memory_usage_soft_limit: count(0),
  max_memory_usage_soft_limit_ratio: { type: 'Double', fallback: '0.9' },
  cgroups_memory_observer_wait_time: count(15),
  create_snapshot_on_exit: toggle(true),
  digest_enabled: toggle(true),
  hostname_checks_enabled: toggle(true),
  four_letter_word_white_list: {
    type: 'String',
    fallback: 'conf,cons,crst,envi,ruok,srst,srvr,stat,wchs,dirs,mntr,isro',
  },
} as const satisfies Readonly<Record<string, KeeperSetting>>;

/** Sections whose content is not checked. */
export const openKeeperSections = ['prometheus', 'placement', 'storage_configuration'] as const;

/** The same inside of `keeper_server`. */
export const openKeeperServerSections = ['feature_flags', 's3_snapshot'] as const;

const byOperator = 'the operator writes it for each member';
const onVolume = 'data lies on the volume of storage';

/** What writes a setting that is not to be set by hand, by slash path. */
export const ownedKeeperSettings: Readonly<Record<string, string>> = {
  listen_host: 'the operator lets Keeper listen on all addresses',
  path: onVolume,
  zookeeper: 'a Keeper has none of its own',
  'keeper_server/server_id': byOperator,
  'keeper_server/raft_configuration': byOperator,
  'keeper_server/tcp_port': 'Services, policies and clients expect 2181',
  'keeper_server/tcp_port_secure': 'Services, policies and clients would not follow',
  'keeper_server/http_control': 'the readiness probe of the operator asks it',
  'keeper_server/enable_reconfiguration':
    'the operator changes members through the configuration, which this switches off',
  'keeper_server/storage_path': onVolume,
  'keeper_server/log_storage_path': onVolume,
  'keeper_server/snapshot_storage_path': onVolume,
};
