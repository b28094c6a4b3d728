// Written by scripts/settings-catalogue from the system tables of ClickHouse. Do not edit.
import type { Removed, Switch, Text, Amount } from '../values';

/** Settings of the server itself.
 * @hidden the page of the interface would list thousands of names; editors show them
 */
export interface CataloguedServerSettings {
  /** Bool, default 0; changes without a restart. */
  readonly abort_on_logical_error?: Switch | Removed;
  /** GroupArrayActionWhenLimitReached, default throw. */
  readonly aggregate_function_group_array_action_when_limit_is_reached?: Text | Removed;
  /** UInt64, default 16777215. */
  readonly aggregate_function_group_array_max_element_size?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_experimental_executable_udf_drivers?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly allow_experimental_webassembly_udf?: Switch | Removed;
  /** Bool, default 1; since 26.5; obsolete 26.7. */
  readonly allow_experimental_webterminal?: Switch | Removed;
  /** UInt32, default 0; changes without a restart. */
  readonly allow_feature_tier?: Amount | Removed;
  /** Bool, default 0; since 26.1; obsolete 26.3. */
  readonly allow_impersonate_user?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_use_jemalloc_memory?: Switch | Removed;
  /** String; since 26.1. */
  readonly allowed_disks_for_table_engines?: Text | Removed;
  /** Bool, default 1. */
  readonly async_insert_queue_flush_on_shutdown?: Switch | Removed;
  /** UInt64, default 16. */
  readonly async_insert_threads?: Amount | Removed;
  /** Bool, default 1. */
  readonly async_load_databases?: Switch | Removed;
  /** Bool, default 0. */
  readonly async_load_system_database?: Switch | Removed;
  /** UInt32, default 120. */
  readonly asynchronous_heavy_metrics_update_period_s?: Amount | Removed;
  /** Bool, default 0. */
  readonly asynchronous_metrics_enable_heavy_metrics?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly asynchronous_metrics_keeper_metrics_only?: Switch | Removed;
  /** AsynchronousMetricsKeyValuesMode, default key_values; since 26.9; changes without a restart. */
  readonly asynchronous_metrics_key_values_mode?: Text | Removed;
  /** UInt32, default 1. */
  readonly asynchronous_metrics_update_period_s?: Amount | Removed;
  /** UInt64, default 2; live IncreaseOnly. */
  readonly background_buffer_flush_schedule_pool_size?: Amount | Removed;
  /** UInt64, default 1. */
  readonly background_common_pool_size?: Amount | Removed;
  /** UInt64, default 0; live IncreaseOnly. */
  readonly background_distributed_schedule_pool_size?: Amount | Removed;
  /** UInt64, default 1. */
  readonly background_fetches_pool_size?: Amount | Removed;
  /** Float, default 2. */
  readonly background_merges_mutations_concurrency_ratio?: Amount | Removed;
  /** String, default round_robin. */
  readonly background_merges_mutations_scheduling_policy?: Text | Removed;
  /** UInt64, default 2; live IncreaseOnly. */
  readonly background_message_broker_schedule_pool_size?: Amount | Removed;
  /** UInt64, default 1. */
  readonly background_move_pool_size?: Amount | Removed;
  /** UInt64, default 2. */
  readonly background_pool_size?: Amount | Removed;
  /** UInt64, default 16; since 26.7. */
  readonly background_schedule_pool_initial_size?: Amount | Removed;
  /** Float, default 0.8; since 26.1. */
  readonly background_schedule_pool_max_parallel_tasks_per_type_ratio?: Amount | Removed;
  /** UInt64, default 2; live IncreaseOnly. */
  readonly background_schedule_pool_size?: Amount | Removed;
  /** UInt64, default 2; since 26.7; live IncreaseOnly. */
  readonly background_streaming_schedule_pool_size?: Amount | Removed;
  /** NonZeroUInt64, default 16. */
  readonly backup_threads?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly backups_io_thread_pool_queue_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly cache_size_to_ram_max_ratio?: Amount | Removed;
  /** Double, default 0. */
  readonly cannot_allocate_thread_fault_injection_probability?: Amount | Removed;
  /** Double, default 0.95; until 25.8. */
  readonly cgroup_memory_watcher_hard_limit_ratio?: Amount | Removed;
  /** Double, default 0.9; until 25.8. */
  readonly cgroup_memory_watcher_soft_limit_ratio?: Amount | Removed;
  /** UInt64, default 15. */
  readonly cgroups_memory_usage_observer_wait_time?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly compiled_expression_cache_elements_size?: Amount | Removed;
  /** UInt64, default 134217728. */
  readonly compiled_expression_cache_size?: Amount | Removed;
  /** Bool, default 1; since 26.7; changes without a restart. */
  readonly concurrent_threads_lazy_allocation?: Switch | Removed;
  /** String, default max_min_fair; changes without a restart. */
  readonly concurrent_threads_scheduler?: Text | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly concurrent_threads_soft_limit_num?: Amount | Removed;
  /** UInt64, default 2; changes without a restart. */
  readonly concurrent_threads_soft_limit_ratio_to_cores?: Amount | Removed;
  /** UInt64, default 2000; changes without a restart. */
  readonly config_reload_interval_ms?: Amount | Removed;
  /** Bool, default 1; changes without a restart. */
  readonly cpu_slot_preemption?: Switch | Removed;
  /** UInt64, default 1000; changes without a restart. */
  readonly cpu_slot_preemption_timeout_ms?: Amount | Removed;
  /** UInt64, default 10000000; changes without a restart. */
  readonly cpu_slot_quantum_ns?: Amount | Removed;
  /** UInt64, default 480. */
  readonly database_atomic_delay_before_drop_table_sec?: Amount | Removed;
  /** UInt64, default 5. */
  readonly database_catalog_drop_error_cooldown_sec?: Amount | Removed;
  /** UInt64, default 16. */
  readonly database_catalog_drop_table_concurrency?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly database_catalog_shutdown_table_concurrency?: Amount | Removed;
  /** UInt64, default 86400. */
  readonly database_catalog_unused_dir_cleanup_period_sec?: Amount | Removed;
  /** UInt64, default 3600. */
  readonly database_catalog_unused_dir_hide_timeout_sec?: Amount | Removed;
  /** UInt64, default 2592000. */
  readonly database_catalog_unused_dir_rm_timeout_sec?: Amount | Removed;
  /** Bool, default 1. */
  readonly database_replicated_allow_detach_permanently?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly database_replicated_drop_broken_tables?: Switch | Removed;
  /** String, default default. */
  readonly default_database?: Text | Removed;
  /** String. */
  readonly default_replica_name?: Text | Removed;
  /** String. */
  readonly default_replica_path?: Text | Removed;
  /** String, default default; since 26.9. */
  readonly default_session_user?: Text | Removed;
  /** Bool, default 1. */
  readonly dictionaries_lazy_load?: Switch | Removed;
  /** String, default /var/lib/clickhouse/dictionaries_lib/; since 26.1; obsolete 26.9. */
  readonly dictionaries_lib_path?: Text | Removed;
  /** UInt64, default 1000. */
  readonly dictionary_background_reconnect_interval?: Amount | Removed;
  /** Bool, default 0. */
  readonly disable_insertion_and_mutation?: Switch | Removed;
  /** Bool, default 0. */
  readonly disable_internal_dns_cache?: Switch | Removed;
  /** UInt64, default 200000; since 26.1. */
  readonly disk_connections_hard_limit?: Amount | Removed;
  /** UInt64, default 204800; since 26.5; changes without a restart. */
  readonly disk_connections_rcvbuf?: Amount | Removed;
  /** UInt64, default 0; since 26.5; changes without a restart. */
  readonly disk_connections_sndbuf?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly disk_connections_soft_limit?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly disk_connections_store_limit?: Amount | Removed;
  /** UInt64, default 8000. */
  readonly disk_connections_warn_limit?: Amount | Removed;
  /** Bool, default 1; since 26.3. */
  readonly disk_transaction_wait_for_blob_removal?: Switch | Removed;
  /** Bool, default 0. */
  readonly display_secrets_in_show_and_select?: Switch | Removed;
  /** Bool, default 1. */
  readonly distributed_cache_apply_throttling_settings_from_client?: Switch | Removed;
  /** Float, default 0.1. */
  readonly distributed_cache_keep_up_free_connections_ratio?: Amount | Removed;
  /** UInt64, default 100; since 26.7. */
  readonly distributed_cache_write_pool_size?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly distributed_ddl_use_initial_user_and_roles?: Switch | Removed;
  /** Bool, default 1; changes without a restart. */
  readonly dns_allow_resolve_names_to_ipv4?: Switch | Removed;
  /** Bool, default 1; changes without a restart. */
  readonly dns_allow_resolve_names_to_ipv6?: Switch | Removed;
  /** UInt64, default 10000. */
  readonly dns_cache_max_entries?: Amount | Removed;
  /** Int32, default 15. */
  readonly dns_cache_update_period?: Amount | Removed;
  /** UInt32, default 5. */
  readonly dns_max_consecutive_failures?: Amount | Removed;
  /** UInt64, default 8. */
  readonly drop_distributed_cache_pool_size?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly drop_distributed_cache_queue_size?: Amount | Removed;
  /** String; since 26.7. */
  readonly dynamic_user_defined_executable_functions_path?: Text | Removed;
  /** Bool, default 0. */
  readonly enable_azure_sdk_logging?: Switch | Removed;
  /** Bool, default 0; since 26.9; changes without a restart. */
  readonly enable_read_through_distributed_cache?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly enable_silk_runtime?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly enable_webterminal?: Switch | Removed;
  /** Bool, default 0; since 26.9; changes without a restart. */
  readonly enable_write_through_distributed_cache?: Switch | Removed;
  /** String, default SLRU; since 26.7. */
  readonly encryption_header_cache_policy?: Text | Removed;
  /** UInt64, default 52428800; since 26.7; changes without a restart. */
  readonly encryption_header_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.7. */
  readonly encryption_header_cache_size_ratio?: Amount | Removed;
  /** Bool, default 0; since 26.3. */
  readonly enforce_keeper_component_tracking?: Switch | Removed;
  /** String; since 26.1. */
  readonly filesystem_caches_path?: Text | Removed;
  /** UInt64, default 10000; changes without a restart. */
  readonly format_parsing_thread_pool_queue_size?: Amount | Removed;
  /** String, default /var/lib/clickhouse/format_schemas/; since 26.1. */
  readonly format_schema_path?: Text | Removed;
  /** UInt64, default 10000000000. */
  readonly global_profiler_cpu_time_period_ns?: Amount | Removed;
  /** UInt64, default 10000000000. */
  readonly global_profiler_real_time_period_ns?: Amount | Removed;
  /** String, default /usr/share/clickhouse/protos/; since 26.1. */
  readonly google_protos_path?: Text | Removed;
  /** UInt64, default 30000; since 26.5. */
  readonly handshake_timeout_milliseconds?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly http_allow_path_requests?: Switch | Removed;
  /** UInt64, default 200000; since 26.1. */
  readonly http_connections_hard_limit?: Amount | Removed;
  /** UInt64, default 0; since 26.5; changes without a restart. */
  readonly http_connections_rcvbuf?: Amount | Removed;
  /** UInt64, default 0; since 26.5; changes without a restart. */
  readonly http_connections_sndbuf?: Amount | Removed;
  /** UInt64, default 100. */
  readonly http_connections_soft_limit?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly http_connections_store_limit?: Amount | Removed;
  /** UInt64, default 500. */
  readonly http_connections_warn_limit?: Amount | Removed;
  /** UInt64, default 10; since 26.3. */
  readonly iceberg_background_schedule_pool_size?: Amount | Removed;
  /** UInt64, default 50. */
  readonly iceberg_catalog_threadpool_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly iceberg_catalog_threadpool_queue_size?: Amount | Removed;
  /** UInt64, default 50; since 26.5. */
  readonly iceberg_compaction_threadpool_pool_size?: Amount | Removed;
  /** UInt64, default 1000000; since 26.5. */
  readonly iceberg_compaction_threadpool_queue_size?: Amount | Removed;
  /** UInt64, default 10000; since 26.9; changes without a restart. */
  readonly iceberg_manifest_decode_thread_pool_queue_size?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly iceberg_metadata_files_cache_max_entries?: Amount | Removed;
  /** String, default SLRU. */
  readonly iceberg_metadata_files_cache_policy?: Text | Removed;
  /** UInt64, default 134217728; changes without a restart. */
  readonly iceberg_metadata_files_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly iceberg_metadata_files_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 50; since 26.5. */
  readonly iceberg_scheduler_compaction_threadpool_pool_size?: Amount | Removed;
  /** UInt64, default 1000000; since 26.5. */
  readonly iceberg_scheduler_compaction_threadpool_queue_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly ignore_empty_sql_security_in_create_view_query?: Switch | Removed;
  /** String, default SLRU. */
  readonly index_mark_cache_policy?: Text | Removed;
  /** Double, default 0.95; since 26.3. */
  readonly index_mark_cache_prewarm_ratio?: Amount | Removed;
  /** UInt64, default 5368709120; changes without a restart. */
  readonly index_mark_cache_size?: Amount | Removed;
  /** Double, default 0.3. */
  readonly index_mark_cache_size_ratio?: Amount | Removed;
  /** String, default SLRU. */
  readonly index_uncompressed_cache_policy?: Text | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly index_uncompressed_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly index_uncompressed_cache_size_ratio?: Amount | Removed;
  /** String, default new_unified_hash; since 26.3. */
  readonly insert_deduplication_version?: Text | Removed;
  /** Bool, default 1; since 26.7. */
  readonly interserver_tables_status_require_auth?: Switch | Removed;
  /** UInt64, default 10000; changes without a restart. */
  readonly io_thread_pool_queue_size?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly jemalloc_collect_global_profile_samples_in_trace_log?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly jemalloc_enable_background_threads?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly jemalloc_enable_global_profiler?: Switch | Removed;
  /** UInt64, default 0. */
  readonly jemalloc_flush_profile_interval_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly jemalloc_flush_profile_on_memory_exceeded?: Switch | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly jemalloc_flush_profile_on_memory_exceeded_interval?: Amount | Removed;
  /** UInt64, default 0; since 26.1. */
  readonly jemalloc_max_background_threads_num?: Amount | Removed;
  /** UInt64, default 1; since 26.7. */
  readonly jemalloc_merge_tree_arenas?: Amount | Removed;
  /** UInt64, default 19; since 26.3. */
  readonly jemalloc_profiler_sampling_rate?: Amount | Removed;
  /** Seconds, default 30. */
  readonly keep_alive_timeout?: Amount | Removed;
  /** String; since 26.1. */
  readonly keeper_hosts?: Text | Removed;
  /** UInt64, default 10000. */
  readonly keeper_multiread_batch_size?: Amount | Removed;
  /** String; since 26.1; until 26.7; changes without a restart. */
  readonly license_file?: Text | Removed;
  /** String; until 25.8. */
  readonly license_key?: Text | Removed;
  /** String; since 26.1. */
  readonly license_public_key_for_testing?: Text | Removed;
  /** UInt32, default 4096; since 26.1. */
  readonly listen_backlog?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly listen_reuse_port?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly listen_try?: Switch | Removed;
  /** UInt64, default 50. */
  readonly load_marks_threadpool_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly load_marks_threadpool_queue_size?: Amount | Removed;
  /** String, default SLRU. */
  readonly mark_cache_policy?: Text | Removed;
  /** Double, default 0.95. */
  readonly mark_cache_prewarm_ratio?: Amount | Removed;
  /** UInt64, default 5368709120; changes without a restart. */
  readonly mark_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly mark_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 64; changes without a restart. */
  readonly max_active_parts_loading_thread_pool_size?: Amount | Removed;
  /** UInt64, default 100. */
  readonly max_authentication_methods_per_user?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_backup_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_backups_io_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 1000; changes without a restart. */
  readonly max_backups_io_thread_pool_size?: Amount | Removed;
  /** UInt64, default 16. */
  readonly max_build_vector_similarity_index_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_concurrent_insert_queries?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_concurrent_queries?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_concurrent_select_queries?: Amount | Removed;
  /** Int32, default 4096. */
  readonly max_connections?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_database_num_to_throw?: Amount | Removed;
  /** UInt64, default 1000; changes without a restart. */
  readonly max_database_num_to_warn?: Amount | Removed;
  /** UInt32, default 1. */
  readonly max_database_replicated_create_table_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_dictionary_num_to_throw?: Amount | Removed;
  /** UInt64, default 1000; changes without a restart. */
  readonly max_dictionary_num_to_warn?: Amount | Removed;
  /** UInt64, default 0; since 26.1; changes without a restart. */
  readonly max_distributed_cache_read_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; since 26.1; changes without a restart. */
  readonly max_distributed_cache_write_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly max_entries_for_hash_table_stats?: Amount | Removed;
  /** UInt64, default 64; changes without a restart. */
  readonly max_fetch_partition_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_format_parsing_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 100; changes without a restart. */
  readonly max_format_parsing_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly max_held_snapshots?: Amount | Removed;
  /** UInt64, default 10485760; since 26.7. */
  readonly max_http_index_page_size?: Amount | Removed;
  /** UInt64, default 0; since 26.9; changes without a restart. */
  readonly max_iceberg_manifest_decode_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 100; since 26.9; changes without a restart. */
  readonly max_iceberg_manifest_decode_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_io_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 100; changes without a restart. */
  readonly max_io_thread_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly max_keep_alive_requests?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_local_read_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_local_write_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_materialized_views_count_for_table?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_merges_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_mutations_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; since 26.1; changes without a restart. */
  readonly max_named_collection_num_to_throw?: Amount | Removed;
  /** UInt64, default 1000; since 26.1; changes without a restart. */
  readonly max_named_collection_num_to_warn?: Amount | Removed;
  /** UInt64, default 0; since 26.1. */
  readonly max_open_files?: Amount | Removed;
  /** Float, default 0; changes without a restart. */
  readonly max_os_cpu_wait_time_ratio_to_drop_connection?: Amount | Removed;
  /** UInt64, default 32; changes without a restart. */
  readonly max_outdated_parts_loading_thread_pool_size?: Amount | Removed;
  /** UInt64, default 100000; changes without a restart. */
  readonly max_part_num_to_warn?: Amount | Removed;
  /** UInt64, default 50000000000; changes without a restart. */
  readonly max_partition_size_to_drop?: Amount | Removed;
  /** UInt64, default 128; changes without a restart. */
  readonly max_parts_cleaning_thread_pool_size?: Amount | Removed;
  /** UInt64, default 86400; changes without a restart. */
  readonly max_pending_mutations_execution_time_to_warn?: Amount | Removed;
  /** UInt64, default 500; changes without a restart. */
  readonly max_pending_mutations_to_warn?: Amount | Removed;
  /** UInt64, default 8388608; since 26.7; changes without a restart. */
  readonly max_per_cpu_untracked_memory?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_prefixes_deserialization_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 100; changes without a restart. */
  readonly max_prefixes_deserialization_thread_pool_size?: Amount | Removed;
  /** UInt64, default 1000; since 26.7. */
  readonly max_remote_read_connections?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_remote_read_network_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_remote_write_network_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_replicated_fetches_network_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_replicated_sends_network_bandwidth_for_server?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_replicated_table_num_to_throw?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_server_memory_usage?: Amount | Removed;
  /** Double, default 0.9. */
  readonly max_server_memory_usage_to_ram_ratio?: Amount | Removed;
  /** UInt64, default 0; since 26.3; changes without a restart. */
  readonly max_snapshot_commit_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 16; since 26.3; changes without a restart. */
  readonly max_snapshot_commit_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_table_num_to_throw?: Amount | Removed;
  /** UInt64, default 5000; changes without a restart. */
  readonly max_table_num_to_warn?: Amount | Removed;
  /** UInt64, default 50000000000; changes without a restart. */
  readonly max_table_size_to_drop?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_temporary_data_on_disk_size?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_thread_pool_free_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly max_thread_pool_size?: Amount | Removed;
  /** UInt64, default 8. */
  readonly max_unexpected_parts_loading_thread_pool_size?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_view_num_to_throw?: Amount | Removed;
  /** UInt64, default 10000; changes without a restart. */
  readonly max_view_num_to_warn?: Amount | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly max_waiting_queries?: Amount | Removed;
  /** UInt64, default 0; since 26.3. */
  readonly max_zookeeper_pooled_connections?: Amount | Removed;
  /** Bool, default 0. */
  readonly memory_worker_correct_memory_tracker?: Switch | Removed;
  /** UInt64, default 5000; since 26.3. */
  readonly memory_worker_decay_adjustment_period_ms?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly memory_worker_dynamic_hard_limit?: Switch | Removed;
  /** UInt64, default 0. */
  readonly memory_worker_period_ms?: Amount | Removed;
  /** Double, default 0.2; since 26.1. */
  readonly memory_worker_purge_dirty_pages_threshold_ratio?: Amount | Removed;
  /** Double, default 0.9; since 26.1. */
  readonly memory_worker_purge_total_memory_threshold_ratio?: Amount | Removed;
  /** Double, default 1; since 26.7. */
  readonly memory_worker_rss_speculative_reserve_ratio?: Amount | Removed;
  /** Bool, default 1. */
  readonly memory_worker_use_cgroup?: Switch | Removed;
  /** String, default default; changes without a restart. */
  readonly merge_workload?: Text | Removed;
  /** UInt64, default 0. */
  readonly merges_mutations_memory_usage_soft_limit?: Amount | Removed;
  /** Double, default 0.5. */
  readonly merges_mutations_memory_usage_to_ram_ratio?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly message_queue_disable_insertion?: Switch | Removed;
  /** UInt64, default 0; since 26.7; changes without a restart. */
  readonly min_allocation_size_to_throw_on_memory_limit?: Amount | Removed;
  /** Float, default 0; changes without a restart. */
  readonly min_os_cpu_wait_time_ratio_to_drop_connection?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly mlock_executable?: Switch | Removed;
  /** UInt64, default 5000000000; since 26.1. */
  readonly mlock_executable_min_total_memory_amount_bytes?: Amount | Removed;
  /** UInt64, default 1024; changes without a restart. */
  readonly mmap_cache_size?: Amount | Removed;
  /** String, default default; changes without a restart. */
  readonly mutation_workload?: Text | Removed;
  /** Bool, default 0; since 26.1. */
  readonly mysql_require_secure_transport?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly oom_canary_enable?: Switch | Removed;
  /** UInt64, default 1; since 26.7. */
  readonly oom_canary_initial_backoff_seconds?: Amount | Removed;
  /** UInt64, default 60; since 26.7. */
  readonly oom_canary_max_backoff_seconds?: Amount | Removed;
  /** UInt64, default 10; since 26.7. */
  readonly oom_canary_max_rapid_relaunches?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly oom_canary_relaunch?: Switch | Removed;
  /** UInt64, default 104857600; since 26.7. */
  readonly oom_canary_size?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly oom_score?: Amount | Removed;
  /** Bool, default 1; since 26.1. */
  readonly os_collect_psi_metrics?: Switch | Removed;
  /** UInt64, default 1000000. */
  readonly os_cpu_busy_time_threshold?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly os_threads_nice_value_distributed_cache_tcp_handler?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly os_threads_nice_value_merge_mutate?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly os_threads_nice_value_zookeeper_client_send_receive?: Amount | Removed;
  /** Double, default 0.15. */
  readonly page_cache_free_memory_ratio?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly page_cache_history_window_ms?: Amount | Removed;
  /** UInt64, default 0. */
  readonly page_cache_max_size?: Amount | Removed;
  /** UInt64, default 104857600. */
  readonly page_cache_min_size?: Amount | Removed;
  /** String, default SLRU. */
  readonly page_cache_policy?: Text | Removed;
  /** UInt64, default 4. */
  readonly page_cache_shards?: Amount | Removed;
  /** Double, default 0.5. */
  readonly page_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 1000; since 26.7; changes without a restart. */
  readonly paimon_metadata_files_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.7. */
  readonly paimon_metadata_files_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.7; changes without a restart. */
  readonly paimon_metadata_files_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.7. */
  readonly paimon_metadata_files_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 5000; since 26.3. */
  readonly parquet_metadata_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.3. */
  readonly parquet_metadata_cache_policy?: Text | Removed;
  /** UInt64, default 536870912; since 26.3; changes without a restart. */
  readonly parquet_metadata_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.3. */
  readonly parquet_metadata_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 30. */
  readonly parts_kill_delay_period?: Amount | Removed;
  /** UInt64, default 10. */
  readonly parts_kill_delay_period_random_add?: Amount | Removed;
  /** NonZeroUInt64, default 100000; since 26.7. */
  readonly parts_killer_max_condemned_parts_per_batch?: Amount | Removed;
  /** UInt64, default 128. */
  readonly parts_killer_pool_size?: Amount | Removed;
  /** UInt64, default 32768; since 26.7; changes without a restart. */
  readonly per_cpu_untracked_memory_thread_buffer?: Amount | Removed;
  /** UInt64, default 268435456; since 26.7; changes without a restart. */
  readonly point_in_polygon_cache_size?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly postgresql_require_secure_transport?: Switch | Removed;
  /** NonZeroUInt64, default 100. */
  readonly prefetch_threadpool_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly prefetch_threadpool_queue_size?: Amount | Removed;
  /** UInt64, default 10000; changes without a restart. */
  readonly prefixes_deserialization_thread_pool_thread_pool_queue_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly prepare_system_log_tables_on_startup?: Switch | Removed;
  /** String, default SLRU. */
  readonly primary_index_cache_policy?: Text | Removed;
  /** Double, default 0.95. */
  readonly primary_index_cache_prewarm_ratio?: Amount | Removed;
  /** UInt64, default 5368709120; changes without a restart. */
  readonly primary_index_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly primary_index_cache_size_ratio?: Amount | Removed;
  /** Bool, default 0. */
  readonly process_query_plan_packet?: Switch | Removed;
  /** String, default SLRU. */
  readonly query_condition_cache_policy?: Text | Removed;
  /** UInt64, default 104857600; changes without a restart. */
  readonly query_condition_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly query_condition_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 95; since 26.9; changes without a restart. */
  readonly reader_executor_memory_pressure_critical_level_pct?: Amount | Removed;
  /** UInt64, default 75; since 26.9; changes without a restart. */
  readonly reader_executor_memory_pressure_elevated_level_pct?: Amount | Removed;
  /** UInt64, default 90; since 26.9; changes without a restart. */
  readonly reader_executor_memory_pressure_high_level_pct?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly remap_executable?: Switch | Removed;
  /** Seconds, default 0. */
  readonly replicated_fetches_http_connection_timeout?: Amount | Removed;
  /** Seconds, default 0. */
  readonly replicated_fetches_http_receive_timeout?: Amount | Removed;
  /** Seconds, default 0. */
  readonly replicated_fetches_http_send_timeout?: Amount | Removed;
  /** NonZeroUInt64, default 16. */
  readonly restore_threads?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly s3_allow_server_credentials_for_system_table_disks?: Switch | Removed;
  /** UInt64, default 100; since 26.1. */
  readonly s3_credentials_provider_max_cache_size?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly s3_load_table_anonymously_if_credentials_restricted?: Switch | Removed;
  /** UInt64, default 10; since 26.1. */
  readonly s3_max_redirects?: Amount | Removed;
  /** UInt64, default 500; since 26.1. */
  readonly s3_retry_attempts?: Amount | Removed;
  /** Bool, default 0; changes without a restart. */
  readonly s3queue_disable_streaming?: Switch | Removed;
  /** String, default /clickhouse/series. */
  readonly series_keeper_path?: Text | Removed;
  /** Bool, default 1. */
  readonly show_addresses_in_stack_traces?: Switch | Removed;
  /** Bool, default 1; since 26.7; changes without a restart. */
  readonly show_license_expiration_warnings?: Switch | Removed;
  /** Bool, default 1. */
  readonly shutdown_wait_backups_and_restores?: Switch | Removed;
  /** UInt64, default 120. */
  readonly shutdown_wait_unfinished?: Amount | Removed;
  /** Bool, default 0. */
  readonly shutdown_wait_unfinished_queries?: Switch | Removed;
  /** Bool, default 0. */
  readonly skip_binary_checksum_checks?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly skip_check_for_incorrect_settings?: Switch | Removed;
  /** UInt64, default 120; since 26.3. */
  readonly snapshot_cleaner_period?: Amount | Removed;
  /** UInt64, default 128; since 26.3. */
  readonly snapshot_cleaner_pool_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly startup_mv_delay_ms?: Amount | Removed;
  /** UInt64, default 200000; since 26.1. */
  readonly storage_connections_hard_limit?: Amount | Removed;
  /** UInt64, default 0; since 26.5; changes without a restart. */
  readonly storage_connections_rcvbuf?: Amount | Removed;
  /** UInt64, default 0; since 26.5; changes without a restart. */
  readonly storage_connections_sndbuf?: Amount | Removed;
  /** UInt64, default 100. */
  readonly storage_connections_soft_limit?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly storage_connections_store_limit?: Amount | Removed;
  /** UInt64, default 500. */
  readonly storage_connections_warn_limit?: Amount | Removed;
  /** Bool, default 1; obsolete 26.1. */
  readonly storage_metadata_write_full_object_key?: Switch | Removed;
  /** Bool, default 1. */
  readonly storage_shared_set_join_use_inner_uuid?: Switch | Removed;
  /** UInt64, default 0. */
  readonly tables_loader_background_pool_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly tables_loader_foreground_pool_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly tcp_close_connection_after_queries_num?: Amount | Removed;
  /** UInt64, default 0. */
  readonly tcp_close_connection_after_queries_seconds?: Amount | Removed;
  /** String. */
  readonly temporary_data_in_cache?: Text | Removed;
  /** Bool, default 0; since 26.1. */
  readonly temporary_data_in_distributed_cache?: Switch | Removed;
  /** UInt64, default 1000000; since 26.1; until 26.1. */
  readonly text_index_dictionary_block_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.1; until 26.1. */
  readonly text_index_dictionary_block_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.1; until 26.1. */
  readonly text_index_dictionary_block_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.1; until 26.1. */
  readonly text_index_dictionary_block_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 100000; since 26.1. */
  readonly text_index_header_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.1. */
  readonly text_index_header_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.1; changes without a restart. */
  readonly text_index_header_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.1. */
  readonly text_index_header_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 1000000; since 26.1. */
  readonly text_index_postings_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.1. */
  readonly text_index_postings_cache_policy?: Text | Removed;
  /** UInt64, default 2147483648; since 26.1; changes without a restart. */
  readonly text_index_postings_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.1. */
  readonly text_index_postings_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 1000000; since 26.3. */
  readonly text_index_tokens_cache_max_entries?: Amount | Removed;
  /** String, default SLRU; since 26.3. */
  readonly text_index_tokens_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.3; changes without a restart. */
  readonly text_index_tokens_cache_size?: Amount | Removed;
  /** Double, default 0.5; since 26.3. */
  readonly text_index_tokens_cache_size_ratio?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly thread_pool_queue_size?: Amount | Removed;
  /** NonZeroUInt64, default 100. */
  readonly threadpool_local_fs_reader_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly threadpool_local_fs_reader_queue_size?: Amount | Removed;
  /** NonZeroUInt64, default 250. */
  readonly threadpool_remote_fs_reader_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly threadpool_remote_fs_reader_queue_size?: Amount | Removed;
  /** NonZeroUInt64, default 100. */
  readonly threadpool_writer_pool_size?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly threadpool_writer_queue_size?: Amount | Removed;
  /** Bool, default 0; changes without a restart. */
  readonly throw_on_unknown_workload?: Switch | Removed;
  /** String, default /var/lib/clickhouse/tmp/; since 26.1. */
  readonly tmp_path?: Text | Removed;
  /** String. */
  readonly tmp_policy?: Text | Removed;
  /** String, default /var/lib/clickhouse/top_level_domains/; since 26.1. */
  readonly top_level_domains_path?: Text | Removed;
  /** UInt64, default 0. */
  readonly total_memory_profiler_sample_max_allocation_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly total_memory_profiler_sample_min_allocation_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly total_memory_profiler_step?: Amount | Removed;
  /** Double, default 0. */
  readonly total_memory_tracker_sample_probability?: Amount | Removed;
  /** String, default SLRU. */
  readonly uncompressed_cache_policy?: Text | Removed;
  /** UInt64, default 0; changes without a restart. */
  readonly uncompressed_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly uncompressed_cache_size_ratio?: Amount | Removed;
  /** String, default SLRU; since 26.7. */
  readonly unique_key_bitmap_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.7; changes without a restart. */
  readonly unique_key_bitmap_cache_size_bytes?: Amount | Removed;
  /** Double, default 0.5; since 26.7. */
  readonly unique_key_bitmap_cache_size_ratio?: Amount | Removed;
  /** String, default SLRU; since 26.7. */
  readonly unique_key_index_cache_policy?: Text | Removed;
  /** UInt64, default 1073741824; since 26.7. */
  readonly unique_key_index_cache_size_bytes?: Amount | Removed;
  /** Double, default 0.5; since 26.7. */
  readonly unique_key_index_cache_size_ratio?: Amount | Removed;
  /** Bool, default 1; since 26.5. */
  readonly use_separate_cache_arena?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly use_shared_merge_tree_log_pipeline?: Switch | Removed;
  /** String, default /var/lib/clickhouse/user_files/; since 26.1. */
  readonly user_files_path?: Text | Removed;
  /** Bool, default 1; since 26.7. */
  readonly user_profile_events_per_cpu?: Switch | Removed;
  /** String, default /var/lib/clickhouse/user_scripts/; since 26.1. */
  readonly user_scripts_path?: Text | Removed;
  /** String; since 26.3. */
  readonly users_to_ignore_early_memory_limit_check?: Text | Removed;
  /** Bool, default 0. */
  readonly validate_tcp_client_information?: Switch | Removed;
  /** UInt64, default 10000000. */
  readonly vector_similarity_index_cache_max_entries?: Amount | Removed;
  /** String, default SLRU. */
  readonly vector_similarity_index_cache_policy?: Text | Removed;
  /** UInt64, default 5368709120; changes without a restart. */
  readonly vector_similarity_index_cache_size?: Amount | Removed;
  /** Double, default 0.5. */
  readonly vector_similarity_index_cache_size_ratio?: Amount | Removed;
  /** Bool, default 1. */
  readonly wait_dictionaries_load_at_startup?: Switch | Removed;
  /** String, default wasmtime; since 26.3. */
  readonly webassembly_udf_engine?: Text | Removed;
  /** String; since 26.5. */
  readonly webterminal_allowed_origins?: Text | Removed;
}
