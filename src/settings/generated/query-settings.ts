// Written by scripts/settings-catalogue from the system tables of ClickHouse. Do not edit.
import type { Removed, Switch, Text, Amount } from '../values';

/** Settings of queries, sessions and users.
 * @hidden the page of the interface would list thousands of names; editors show them
 */
export interface QuerySettings {
  /** UInt64, default 16384; since 26.9. */
  readonly adaptive_aggregator_freeze_threshold?: Amount | Removed;
  /** UInt64, default 4194304; since 26.9. */
  readonly adaptive_aggregator_freeze_threshold_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly add_http_cors_header?: Switch | Removed;
  /** String. */
  readonly additional_result_filter?: Text | Removed;
  /** Map. */
  readonly additional_table_filters?: Text | Removed;
  /** AggregateFunctionInputFormat, default state; since 26.1. */
  readonly aggregate_function_input_format?: "array" | "state" | "value" | Removed;
  /** Bool, default 0. */
  readonly aggregate_functions_null_for_empty?: Switch | Removed;
  /** UInt64, default 50000000. */
  readonly aggregation_in_order_max_block_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly aggregation_memory_efficient_merge_threads?: Amount | Removed;
  /** Bool, default 0; since 26.9; tier beta. */
  readonly ai_function_allow_insecure_endpoint?: Switch | Removed;
  /** String; since 26.7; tier beta. */
  readonly ai_function_embedding_default_credentials?: Text | Removed;
  /** NonZeroUInt64, default 100; since 26.7; tier beta. */
  readonly ai_function_embedding_max_batch_size?: Amount | Removed;
  /** UInt64, default 1000; since 26.5; tier beta. */
  readonly ai_function_max_api_calls_per_query?: Amount | Removed;
  /** UInt64, default 1000000; since 26.5; tier beta. */
  readonly ai_function_max_input_tokens_per_query?: Amount | Removed;
  /** UInt64, default 500000; since 26.5; tier beta. */
  readonly ai_function_max_output_tokens_per_query?: Amount | Removed;
  /** UInt64, default 1; since 26.5; tier beta. */
  readonly ai_function_max_retries?: Amount | Removed;
  /** UInt64, default 60; since 26.5; tier beta. */
  readonly ai_function_request_timeout_sec?: Amount | Removed;
  /** UInt64, default 1000; since 26.5; tier beta. */
  readonly ai_function_retry_initial_delay_ms?: Amount | Removed;
  /** String; since 26.7; tier beta. */
  readonly ai_function_text_default_credentials?: Text | Removed;
  /** Bool, default 1; since 26.5; tier beta. */
  readonly ai_function_throw_on_error?: Switch | Removed;
  /** Bool, default 1; since 26.5; tier beta. */
  readonly ai_function_throw_on_quota_exceeded?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_aggregate_partitions_independently?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_archive_path_syntax?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_asynchronous_read_from_io_pool_for_merge_tree?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly allow_calculating_subcolumns_sizes_for_merge_tree_reading?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_changing_replica_until_first_data_packet?: Switch | Removed;
  /** Bool, default 1; since 26.9; tier beta. */
  readonly allow_correlated_subqueries?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_create_index_without_type?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly allow_creating_set_partitions_independently?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_custom_error_code_in_throwif?: Switch | Removed;
  /** Bool, default 0; tier beta. */
  readonly allow_database_glue_catalog?: Switch | Removed;
  /** Bool, default 0; tier beta. */
  readonly allow_database_iceberg?: Switch | Removed;
  /** Bool, default 0; tier beta. */
  readonly allow_database_unity_catalog?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_ddl?: Switch | Removed;
  /** Bool, default 1; since 26.9; tier beta. */
  readonly allow_delta_kernel_rs?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly allow_delta_lake_create_table?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier beta. */
  readonly allow_delta_lake_writes?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_deprecated_database_ordinary?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_deprecated_error_prone_window_functions?: Switch | Removed;
  /** Bool, default 0; obsolete 26.7. */
  readonly allow_deprecated_snowflake_conversion_functions?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_deprecated_syntax_for_merge_tree?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly allow_distinct_partitions_independently?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_distributed_ddl?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_drop_detached?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly allow_dynamic_type_in_join_keys?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_execute_multiif_columnar?: Switch | Removed;
  /** Bool, default 0; since 26.5; obsolete 26.9. */
  readonly allow_experimental_ai_functions?: Switch | Removed;
  /** Bool, default 0; since 26.1; obsolete 26.5. */
  readonly allow_experimental_alias_table_engine?: Switch | Removed;
  /** Bool, default 1; obsolete 26.9. */
  readonly allow_experimental_analyzer?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier experimental. */
  readonly allow_experimental_cleanup_old_data_files_compaction?: Switch | Removed;
  /** Bool, default 0; obsolete 26.9. */
  readonly allow_experimental_codecs?: Switch | Removed;
  /** Bool, default 1; alias allow_correlated_subqueries; tier beta. */
  readonly allow_experimental_correlated_subqueries?: Switch | Removed;
  /** Bool, default 0; alias allow_database_glue_catalog; tier beta. */
  readonly allow_experimental_database_glue_catalog?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_database_hms_catalog?: Switch | Removed;
  /** Bool, default 0; alias allow_database_iceberg; tier beta. */
  readonly allow_experimental_database_iceberg?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_database_materialized_postgresql?: Switch | Removed;
  /** Bool, default 0; since 26.1; tier experimental. */
  readonly allow_experimental_database_paimon_rest_catalog?: Switch | Removed;
  /** Bool, default 0; alias allow_database_unity_catalog; tier beta. */
  readonly allow_experimental_database_unity_catalog?: Switch | Removed;
  /** Bool, default 1; alias allow_delta_kernel_rs; tier beta. */
  readonly allow_experimental_delta_kernel_rs?: Switch | Removed;
  /** Bool, default 0; alias allow_delta_lake_writes; tier beta. */
  readonly allow_experimental_delta_lake_writes?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly allow_experimental_eval_table_function?: Switch | Removed;
  /** Bool, default 0; since 26.3; tier experimental. */
  readonly allow_experimental_expire_snapshots?: Switch | Removed;
  /** Bool, default 1; alias enable_full_text_index. */
  readonly allow_experimental_full_text_index?: Switch | Removed;
  /** Bool, default 0; alias enable_funnel_functions; tier experimental. */
  readonly allow_experimental_funnel_functions?: Switch | Removed;
  /** Bool, default 0; since 26.5; alias allow_geo_types_in_iceberg. */
  readonly allow_experimental_geo_types_in_iceberg?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_hash_functions?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_iceberg_compaction?: Switch | Removed;
  /** Bool, default 0; alias allow_insert_into_iceberg; tier beta. */
  readonly allow_experimental_insert_into_iceberg?: Switch | Removed;
  /** Bool, default 0; alias allow_join_right_table_sorting; tier experimental. */
  readonly allow_experimental_join_right_table_sorting?: Switch | Removed;
  /** Bool, default 0; since 26.3; alias enable_json_lazy_type_hints; tier beta. */
  readonly allow_experimental_json_lazy_type_hints?: Switch | Removed;
  /** Bool, default 0; alias allow_kafka_offsets_storage_in_keeper; tier experimental. */
  readonly allow_experimental_kafka_offsets_storage_in_keeper?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_kusto_dialect?: Switch | Removed;
  /** Bool, default 1; alias enable_lightweight_delete. */
  readonly allow_experimental_lightweight_delete?: Switch | Removed;
  /** Bool, default 1; alias enable_lightweight_update; tier beta. */
  readonly allow_experimental_lightweight_update?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly allow_experimental_live_view?: Switch | Removed;
  /** Bool, default 0; alias enable_materialized_postgresql_table; tier experimental. */
  readonly allow_experimental_materialized_postgresql_table?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_nlp_functions?: Switch | Removed;
  /** Bool, default 1; since 26.1; alias enable_nullable_tuple_type. */
  readonly allow_experimental_nullable_tuple_type?: Switch | Removed;
  /** Bool, default 0; since 26.1; tier experimental. */
  readonly allow_experimental_object_storage_queue_hive_partitioning?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly allow_experimental_object_type?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier experimental. */
  readonly allow_experimental_paimon_storage_engine?: Switch | Removed;
  /** UInt64, default 0. */
  readonly allow_experimental_parallel_reading_from_replicas?: Amount | Removed;
  /** Bool, default 0; since 26.3; tier experimental. */
  readonly allow_experimental_polyglot_dialect?: Switch | Removed;
  /** Bool, default 1; alias optimize_use_projections. */
  readonly allow_experimental_projection_optimization?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_prql_dialect?: Switch | Removed;
  /** Bool, default 1; since 26.1; obsolete 26.3. */
  readonly allow_experimental_qbit_type?: Switch | Removed;
  /** Bool, default 0; obsolete 26.7. */
  readonly allow_experimental_query_deduplication?: Switch | Removed;
  /** Bool, default 0; obsolete 26.3. */
  readonly allow_experimental_statistic?: Switch | Removed;
  /** Bool, default 1; alias allow_statistics. */
  readonly allow_experimental_statistics?: Switch | Removed;
  /** Bool, default 0; alias enable_time_series_aggregate_functions; tier privatepreview. */
  readonly allow_experimental_time_series_aggregate_functions?: Switch | Removed;
  /** Bool, default 0; alias enable_time_series_table; tier privatepreview. */
  readonly allow_experimental_time_series_table?: Switch | Removed;
  /** Bool, default 1; alias enable_time_time64_type. */
  readonly allow_experimental_time_time64_type?: Switch | Removed;
  /** Bool, default 0; alias enable_time_series_aggregate_functions; tier privatepreview. */
  readonly allow_experimental_ts_to_grid_aggregate_function?: Switch | Removed;
  /** Bool, default 0; since 26.5; alias enable_unique_key; tier experimental. */
  readonly allow_experimental_unique_key?: Switch | Removed;
  /** Bool, default 0; since 26.7; alias allow_url_wildcard_from_index_pages; tier experimental. */
  readonly allow_experimental_url_wildcard_from_index_pages?: Switch | Removed;
  /** Bool, default 0; obsolete 26.9. */
  readonly allow_experimental_window_view?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_ytsaurus_dictionary_source?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_ytsaurus_table_engine?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_ytsaurus_table_function?: Switch | Removed;
  /** Bool, default 0; since 26.3; tier experimental. */
  readonly allow_fuzz_query_functions?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_general_join_planning?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly allow_geo_types_in_iceberg?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_get_client_http_header?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_hyperscan?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier experimental. */
  readonly allow_iceberg_remove_orphan_files?: Switch | Removed;
  /** Bool, default 0; since 26.3; tier beta. */
  readonly allow_insert_into_iceberg?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_introspection_functions?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly allow_join_right_table_sorting?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly allow_kafka_offsets_storage_in_keeper?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly allow_key_condition_coalesce_rewrite?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly allow_limit_by_partitions_independently?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly allow_lossy_numeric_supertype?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_materialized_view_with_bad_select?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly allow_metadata_only_named_tuple_alter?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_minmax_index_for_json?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_named_collection_override_by_default?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_non_metadata_alters?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_nonconst_timezone_arguments?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_nondeterministic_mutations?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_nondeterministic_optimize_skip_unused_shards?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly allow_not_comparable_types_in_comparison_functions?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly allow_not_comparable_types_in_order_by?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly allow_nullable_tuple_in_extracted_subcolumns?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_prefetched_read_pool_for_local_filesystem?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_prefetched_read_pool_for_remote_filesystem?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly allow_preliminary_distinct_abandoning?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_push_predicate_ast_for_distributed_subqueries?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_push_predicate_when_subquery_contains_with?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly allow_python_table_function?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly allow_rank_dense_rank_arguments?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_reorder_prewhere_conditions?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_replace_partition_from_empty_source?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_settings_after_format_in_insert?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_simdjson?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_special_bool_values_inside_variant?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly allow_special_serialization_kinds_in_output_formats?: Switch | Removed;
  /** Bool, default 1; alias allow_statistics_optimize. */
  readonly allow_statistic_optimize?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly allow_statistics?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_statistics_optimize?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_codecs?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_fixed_string_types?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_indices?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_low_cardinality_types?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_primary_key?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_ttl_expressions?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_types_in_group_by?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_types_in_order_by?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_variant_types?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_unrestricted_reads_from_keeper?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly allow_url_wildcard_from_index_pages?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly allow_window_partitions_independently?: Switch | Removed;
  /** Bool, default 0. */
  readonly alter_move_to_space_execute_async?: Switch | Removed;
  /** Bool, default 0. */
  readonly alter_partition_verbose_result?: Switch | Removed;
  /** UInt64, default 1. */
  readonly alter_sync?: Amount | Removed;
  /** AlterUpdateMode, default heavy. */
  readonly alter_update_mode?: "heavy" | "lightweight" | "lightweight_force" | Removed;
  /** Bool, default 1. */
  readonly analyze_index_with_space_filling_curves?: Switch | Removed;
  /** Bool, default 1. */
  readonly analyzer_compatibility_allow_compound_identifiers_in_unflatten_nested?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly analyzer_compatibility_allow_non_aggregate_in_having?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly analyzer_compatibility_apply_final_to_all_joined_tables?: Switch | Removed;
  /** Bool, default 0. */
  readonly analyzer_compatibility_join_using_top_level_identifier?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly analyzer_compatibility_multiple_joins_qualify_column_names?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly analyzer_compatibility_prefer_alias_over_subcolumn?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier experimental. */
  readonly analyzer_inline_views?: Switch | Removed;
  /** Bool, default 0. */
  readonly any_join_distinct_right_table_keys?: Switch | Removed;
  /** Bool, default 1. */
  readonly apply_deleted_mask?: Switch | Removed;
  /** Bool, default 0. */
  readonly apply_mutations_on_fly?: Switch | Removed;
  /** Bool, default 1. */
  readonly apply_patch_parts?: Switch | Removed;
  /** NonZeroUInt64, default 8. */
  readonly apply_patch_parts_join_cache_buckets?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly apply_prewhere_after_final?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly apply_row_policy_after_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly apply_settings_from_server?: Switch | Removed;
  /** UInt64, default 8388608; since 26.1. */
  readonly archive_adaptive_buffer_max_size_bytes?: Amount | Removed;
  /** ArrowFlightDescriptorType, default path; since 26.1. */
  readonly arrow_flight_request_descriptor_type?: "command" | "path" | Removed;
  /** Bool, default 0; since 26.3; tier experimental. */
  readonly ast_fuzzer_any_query?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly ast_fuzzer_oracle?: Switch | Removed;
  /** Float, default 0; since 26.3; tier experimental. */
  readonly ast_fuzzer_runs?: Amount | Removed;
  /** Bool, default 0. */
  readonly asterisk_include_alias_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly asterisk_include_materialized_columns?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly asterisk_include_virtual_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly async_insert?: Switch | Removed;
  /** Double, default 0.2. */
  readonly async_insert_busy_timeout_decrease_rate?: Amount | Removed;
  /** Double, default 0.2. */
  readonly async_insert_busy_timeout_increase_rate?: Amount | Removed;
  /** Milliseconds, default 200. */
  readonly async_insert_busy_timeout_max_ms?: Amount | Removed;
  /** Milliseconds, default 50. */
  readonly async_insert_busy_timeout_min_ms?: Amount | Removed;
  /** Milliseconds, default 200; alias async_insert_busy_timeout_max_ms. */
  readonly async_insert_busy_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly async_insert_deduplicate?: Switch | Removed;
  /** UInt64, default 10485760. */
  readonly async_insert_max_data_size?: Amount | Removed;
  /** UInt64, default 450. */
  readonly async_insert_max_query_number?: Amount | Removed;
  /** Milliseconds, default 10. */
  readonly async_insert_poll_timeout_ms?: Amount | Removed;
  /** Bool, default 1. */
  readonly async_insert_use_adaptive_busy_timeout?: Switch | Removed;
  /** Bool, default 1. */
  readonly async_query_sending_for_remote?: Switch | Removed;
  /** Bool, default 1. */
  readonly async_socket_for_remote?: Switch | Removed;
  /** UInt64, default 1048576; since 26.1; tier experimental. */
  readonly automatic_parallel_replicas_min_bytes_per_replica?: Amount | Removed;
  /** UInt64, default 0; since 26.1; tier experimental. */
  readonly automatic_parallel_replicas_mode?: Amount | Removed;
  /** Bool, default 1. */
  readonly azure_allow_parallel_part_upload?: Switch | Removed;
  /** Bool, default 0. */
  readonly azure_check_objects_after_upload?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly azure_connect_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly azure_create_new_file_on_insert?: Switch | Removed;
  /** Bool, default 0. */
  readonly azure_ignore_file_doesnt_exist?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly azure_list_object_keys_size?: Amount | Removed;
  /** NonZeroUInt64, default 50000. */
  readonly azure_max_blocks_in_multipart_upload?: Amount | Removed;
  /** UInt64, default 0. */
  readonly azure_max_get_burst?: Amount | Removed;
  /** UInt64, default 0. */
  readonly azure_max_get_rps?: Amount | Removed;
  /** UInt64, default 20. */
  readonly azure_max_inflight_parts_for_one_file?: Amount | Removed;
  /** UInt64, default 0. */
  readonly azure_max_put_burst?: Amount | Removed;
  /** UInt64, default 0. */
  readonly azure_max_put_rps?: Amount | Removed;
  /** UInt64, default 10. */
  readonly azure_max_redirects?: Amount | Removed;
  /** UInt64, default 268435456. */
  readonly azure_max_single_part_copy_size?: Amount | Removed;
  /** UInt64, default 33554432. */
  readonly azure_max_single_part_upload_size?: Amount | Removed;
  /** UInt64, default 4. */
  readonly azure_max_single_read_retries?: Amount | Removed;
  /** UInt64, default 4. */
  readonly azure_max_unexpected_write_error_retries?: Amount | Removed;
  /** UInt64, default 5368709120. */
  readonly azure_max_upload_part_size?: Amount | Removed;
  /** UInt64, default 16777216. */
  readonly azure_min_upload_part_size?: Amount | Removed;
  /** UInt64, default 30000. */
  readonly azure_request_timeout_ms?: Amount | Removed;
  /** UInt64, default 10. */
  readonly azure_sdk_max_retries?: Amount | Removed;
  /** UInt64, default 10. */
  readonly azure_sdk_retry_initial_backoff_ms?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly azure_sdk_retry_max_backoff_ms?: Amount | Removed;
  /** Bool, default 1; obsolete 26.1. */
  readonly azure_sdk_use_native_client?: Switch | Removed;
  /** Bool, default 0. */
  readonly azure_skip_empty_files?: Switch | Removed;
  /** UInt64, default 0. */
  readonly azure_strict_upload_part_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly azure_throw_on_zero_files_match?: Switch | Removed;
  /** Bool, default 0. */
  readonly azure_truncate_on_insert?: Switch | Removed;
  /** UInt64, default 2. */
  readonly azure_upload_part_size_multiply_factor?: Amount | Removed;
  /** UInt64, default 500. */
  readonly azure_upload_part_size_multiply_parts_count_threshold?: Amount | Removed;
  /** Bool, default 1. */
  readonly azure_use_adaptive_timeouts?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly backup_restore_batch_size_for_keeper_multi?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly backup_restore_batch_size_for_keeper_multiread?: Amount | Removed;
  /** UInt64, default 3600. */
  readonly backup_restore_failure_after_host_disconnected_for_seconds?: Amount | Removed;
  /** UInt64, default 180. */
  readonly backup_restore_finish_timeout_after_error_sec?: Amount | Removed;
  /** Float, default 0. */
  readonly backup_restore_keeper_fault_injection_probability?: Amount | Removed;
  /** UInt64, default 0. */
  readonly backup_restore_keeper_fault_injection_seed?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly backup_restore_keeper_max_retries?: Amount | Removed;
  /** UInt64, default 20. */
  readonly backup_restore_keeper_max_retries_while_handling_error?: Amount | Removed;
  /** UInt64, default 20. */
  readonly backup_restore_keeper_max_retries_while_initializing?: Amount | Removed;
  /** UInt64, default 100. */
  readonly backup_restore_keeper_retry_initial_backoff_ms?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly backup_restore_keeper_retry_max_backoff_ms?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly backup_restore_keeper_value_max_size?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly backup_restore_s3_retry_attempts?: Amount | Removed;
  /** UInt64, default 25. */
  readonly backup_restore_s3_retry_initial_backoff_ms?: Amount | Removed;
  /** Float, default 0.1. */
  readonly backup_restore_s3_retry_jitter_factor?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly backup_restore_s3_retry_max_backoff_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly backup_slow_all_threads_after_retryable_s3_error?: Switch | Removed;
  /** String, default false. */
  readonly bool_false_representation?: Text | Removed;
  /** String, default true. */
  readonly bool_true_representation?: Text | Removed;
  /** UInt64, default 4. */
  readonly cache_warmer_threads?: Amount | Removed;
  /** Bool, default 1. */
  readonly calculate_text_stack_trace?: Switch | Removed;
  /** Bool, default 0. */
  readonly cancel_http_readonly_queries_on_client_close?: Switch | Removed;
  /** Bool, default 1; since 26.9; tier beta. */
  readonly cascades_aggregation_pushdown?: Switch | Removed;
  /** Bool, default 0. */
  readonly cast_ipv4_ipv6_default_on_conversion_error?: Switch | Removed;
  /** Bool, default 0. */
  readonly cast_keep_nullable?: Switch | Removed;
  /** DateTimeInputFormat, default best_effort. */
  readonly cast_string_to_date_time_mode?: "basic" | "best_effort" | "best_effort_us" | Removed;
  /** Bool, default 0. */
  readonly cast_string_to_dynamic_use_inference?: Switch | Removed;
  /** Bool, default 1. */
  readonly cast_string_to_variant_use_inference?: Switch | Removed;
  /** String; since 26.1; tier experimental. */
  readonly chdb_client_name?: Text | Removed;
  /** Bool, default 1; since 26.1. */
  readonly check_conversion_from_numbers_to_enum?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly check_named_collection_dependencies?: Switch | Removed;
  /** Bool, default 0. */
  readonly check_query_single_value_result?: Switch | Removed;
  /** Bool, default 0. */
  readonly check_referential_table_dependencies?: Switch | Removed;
  /** Bool, default 1. */
  readonly check_table_dependencies?: Switch | Removed;
  /** Bool, default 1. */
  readonly checksum_on_read?: Switch | Removed;
  /** Bool, default 0. */
  readonly cloud_mode?: Switch | Removed;
  /** UInt64, default 1; obsolete 26.7. */
  readonly cloud_mode_database_engine?: Amount | Removed;
  /** UInt64, default 1. */
  readonly cloud_mode_engine?: Amount | Removed;
  /** String. */
  readonly cluster_for_parallel_replicas?: Text | Removed;
  /** Bool, default 1. */
  readonly cluster_function_process_archive_on_multiple_nodes?: Switch | Removed;
  /** UInt64, default 0; since 26.1. */
  readonly cluster_table_function_buckets_batch_size?: Amount | Removed;
  /** ObjectStorageGranularityLevel, default file; since 26.1. */
  readonly cluster_table_function_split_granularity?: "bucket" | "file" | Removed;
  /** Bool, default 1. */
  readonly collect_hash_table_stats_during_aggregation?: Switch | Removed;
  /** Bool, default 1. */
  readonly collect_hash_table_stats_during_joins?: Switch | Removed;
  /** String. */
  readonly column_names_for_schema_inference?: Text | Removed;
  /** String. */
  readonly compatibility?: Text | Removed;
  /** Bool, default 0. */
  readonly compatibility_ignore_auto_increment_in_create_table?: Switch | Removed;
  /** Bool, default 1. */
  readonly compatibility_ignore_collation_in_create_table?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly compatibility_s3_presigned_url_query_in_path?: Switch | Removed;
  /** Bool, default 1. */
  readonly compile_aggregate_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly compile_expressions?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly compile_regular_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly compile_sort_description?: Switch | Removed;
  /** String; since 26.9. */
  readonly compression?: Text | Removed;
  /** Seconds, default 10. */
  readonly connect_timeout?: Amount | Removed;
  /** Milliseconds, default 1000. */
  readonly connect_timeout_with_failover_ms?: Amount | Removed;
  /** Milliseconds, default 1000. */
  readonly connect_timeout_with_failover_secure_ms?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly connection_pool_max_wait_ms?: Amount | Removed;
  /** UInt64, default 3. */
  readonly connections_with_failover_max_tries?: Amount | Removed;
  /** Bool, default 0. */
  readonly convert_query_to_cnf?: Switch | Removed;
  /** DecorrelationJoinKind, default right; since 26.1. */
  readonly correlated_subqueries_default_join_kind?: "left" | "right" | Removed;
  /** Bool, default 1. */
  readonly correlated_subqueries_substitute_equivalent_expressions?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly correlated_subqueries_use_in_memory_buffer?: Switch | Removed;
  /** String, default uniqExact. */
  readonly count_distinct_implementation?: Text | Removed;
  /** Bool, default 0. */
  readonly count_distinct_optimization?: Switch | Removed;
  /** Bool, default 0. */
  readonly count_matches_stop_at_empty_match?: Switch | Removed;
  /** Bool, default 0. */
  readonly create_if_not_exists?: Switch | Removed;
  /** Bool, default 0. */
  readonly create_index_ignore_unique?: Switch | Removed;
  /** Float, default 0. */
  readonly create_replicated_merge_tree_fault_injection_probability?: Amount | Removed;
  /** Bool, default 1. */
  readonly create_table_empty_primary_key_by_default?: Switch | Removed;
  /** UInt64, default 1800; since 26.9. */
  readonly create_token_default_ttl_seconds?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly cross_join_min_bytes_to_compress?: Amount | Removed;
  /** UInt64, default 10000000. */
  readonly cross_join_min_rows_to_compress?: Amount | Removed;
  /** UInt64, default 1. */
  readonly cross_to_inner_join_rewrite?: Amount | Removed;
  /** Bool, default 0. */
  readonly data_type_default_nullable?: Switch | Removed;
  /** String; since 26.9. */
  readonly database?: Text | Removed;
  /** Bool, default 0. */
  readonly database_atomic_wait_for_drop_and_detach_synchronously?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly database_datalake_require_metadata_access?: Switch | Removed;
  /** UInt64, default 0. */
  readonly database_replicated_allow_explicit_uuid?: Amount | Removed;
  /** Bool, default 0. */
  readonly database_replicated_allow_heavy_create?: Switch | Removed;
  /** Bool, default 0. */
  readonly database_replicated_allow_only_replicated_engine?: Switch | Removed;
  /** UInt64, default 0. */
  readonly database_replicated_allow_replicated_engine_arguments?: Amount | Removed;
  /** Bool, default 0. */
  readonly database_replicated_always_detach_permanently?: Switch | Removed;
  /** Bool, default 0. */
  readonly database_replicated_enforce_synchronous_settings?: Switch | Removed;
  /** UInt64, default 300. */
  readonly database_replicated_initial_query_timeout_sec?: Amount | Removed;
  /** UInt64, default 28800; since 26.1. */
  readonly database_shared_drop_table_delay_seconds?: Amount | Removed;
  /** Bool, default 0. */
  readonly date_time_64_output_format_cut_trailing_zeros_align_to_groups_of_thousands?: Switch | Removed;
  /** DateTimeInputFormat, default best_effort. */
  readonly date_time_input_format?: "basic" | "best_effort" | "best_effort_us" | Removed;
  /** DateTimeOutputFormat, default simple. */
  readonly date_time_output_format?: "iso" | "simple" | "unix_timestamp" | Removed;
  /** DateTimeOverflowBehavior, default ignore. */
  readonly date_time_overflow_behavior?: "ignore" | "saturate" | "throw" | Removed;
  /** UInt64, default 0; since 26.7. */
  readonly dead_blobs_to_delay_insert?: Amount | Removed;
  /** UInt64, default 0; since 26.7. */
  readonly dead_blobs_to_throw_insert?: Amount | Removed;
  /** Bool, default 1. */
  readonly decimal_check_overflow?: Switch | Removed;
  /** Bool, default 1. */
  readonly deduplicate_blocks_in_dependent_materialized_views?: Switch | Removed;
  /** DeduplicateInsertMode, default enable; since 26.3. */
  readonly deduplicate_insert?: "backward_compatible_choice" | "disable" | "enable" | Removed;
  /** DeduplicateInsertSelectMode, default enable_when_possible; since 26.1. */
  readonly deduplicate_insert_select?: "disable" | "enable_even_for_bad_queries" | "enable_when_possible" | "force_enable" | Removed;
  /** String; since 26.9. */
  readonly default_format?: Text | Removed;
  /** SQLSecurityType, default DEFINER. */
  readonly default_materialized_view_sql_security?: "DEFINER" | "INVOKER" | "NONE" | Removed;
  /** UInt64, default 1000000000. */
  readonly default_max_bytes_in_join?: Amount | Removed;
  /** SQLSecurityType, default INVOKER. */
  readonly default_normal_view_sql_security?: "DEFINER" | "INVOKER" | "NONE" | Removed;
  /** DefaultTableEngine, default MergeTree. */
  readonly default_table_engine?: "Log" | "Memory" | "MergeTree" | "None" | "ReplacingMergeTree" | "ReplicatedMergeTree" | "ReplicatedReplacingMergeTree" | "SharedMergeTree" | "SharedReplacingMergeTree" | "StripeLog" | Removed;
  /** DefaultTableEngine, default Memory. */
  readonly default_temporary_table_engine?: "Log" | "Memory" | "MergeTree" | "None" | "ReplacingMergeTree" | "ReplicatedMergeTree" | "ReplicatedReplacingMergeTree" | "SharedMergeTree" | "SharedReplacingMergeTree" | "StripeLog" | Removed;
  /** String, default CURRENT_USER. */
  readonly default_view_definer?: Text | Removed;
  /** Bool, default 1; since 26.5. */
  readonly defer_partition_pruning_after_final?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly delta_lake_accurate_write_cast?: Switch | Removed;
  /** Bool, default 1. */
  readonly delta_lake_enable_engine_predicate?: Switch | Removed;
  /** Bool, default 0. */
  readonly delta_lake_enable_expression_visitor_logging?: Switch | Removed;
  /** NonZeroUInt64, default 1073741824; since 26.1. */
  readonly delta_lake_insert_max_bytes_in_data_file?: Amount | Removed;
  /** NonZeroUInt64, default 1000000; since 26.1. */
  readonly delta_lake_insert_max_rows_in_data_file?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly delta_lake_log_metadata?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly delta_lake_reload_schema_for_consistency?: Switch | Removed;
  /** Int64, default -1; since 26.1. */
  readonly delta_lake_snapshot_end_version?: Amount | Removed;
  /** Int64, default -1; since 26.1. */
  readonly delta_lake_snapshot_start_version?: Amount | Removed;
  /** Int64, default -1. */
  readonly delta_lake_snapshot_version?: Amount | Removed;
  /** Bool, default 0. */
  readonly delta_lake_throw_on_engine_predicate_error?: Switch | Removed;
  /** Bool, default 0. */
  readonly describe_compact_output?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly describe_extend_object_types?: Switch | Removed;
  /** Bool, default 0. */
  readonly describe_include_subcolumns?: Switch | Removed;
  /** Bool, default 0. */
  readonly describe_include_virtual_columns?: Switch | Removed;
  /** Dialect, default clickhouse. */
  readonly dialect?: "clickhouse" | "clickhouse_json" | "kusto" | "polyglot" | "promql" | "prql" | "trino" | Removed;
  /** BoolAuto, default auto; since 26.7. */
  readonly dictionary_lazy_load?: Switch | 'auto' | Removed;
  /** Bool, default 0. */
  readonly dictionary_use_async_executor?: Switch | Removed;
  /** Bool, default 0. */
  readonly dictionary_validate_primary_key_type?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly discard_query_data?: Switch | Removed;
  /** OverflowMode, default throw. */
  readonly distinct_overflow_mode?: "break" | "throw" | Removed;
  /** Bool, default 1. */
  readonly distributed_aggregation_memory_efficient?: Switch | Removed;
  /** Bool, default 0. */
  readonly distributed_background_insert_batch?: Switch | Removed;
  /** Milliseconds, default 30000. */
  readonly distributed_background_insert_max_sleep_time_ms?: Amount | Removed;
  /** Milliseconds, default 100. */
  readonly distributed_background_insert_sleep_time_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly distributed_background_insert_split_batch_on_failure?: Switch | Removed;
  /** UInt64, default 0. */
  readonly distributed_background_insert_timeout?: Amount | Removed;
  /** UInt64, default 0. */
  readonly distributed_cache_alignment?: Amount | Removed;
  /** Bool, default 0. */
  readonly distributed_cache_bypass_connection_pool?: Switch | Removed;
  /** String; since 26.9. */
  readonly distributed_cache_client_id?: Text | Removed;
  /** UInt64, default 50. */
  readonly distributed_cache_connect_backoff_max_ms?: Amount | Removed;
  /** UInt64, default 0. */
  readonly distributed_cache_connect_backoff_min_ms?: Amount | Removed;
  /** UInt64, default 5. */
  readonly distributed_cache_connect_max_tries?: Amount | Removed;
  /** UInt64, default 50; since 26.1. */
  readonly distributed_cache_connect_timeout_ms?: Amount | Removed;
  /** UInt64, default 5. */
  readonly distributed_cache_credentials_refresh_period_seconds?: Amount | Removed;
  /** UInt64, default 5. */
  readonly distributed_cache_data_packet_ack_window?: Amount | Removed;
  /** Bool, default 1. */
  readonly distributed_cache_discard_connection_if_unread_data?: Switch | Removed;
  /** Bool, default 1. */
  readonly distributed_cache_fetch_metrics_only_from_current_az?: Switch | Removed;
  /** String; since 26.1. */
  readonly distributed_cache_file_cache_name?: Text | Removed;
  /** DistributedCacheLogMode, default on_error. */
  readonly distributed_cache_log_mode?: "all" | "nothing" | "on_error" | Removed;
  /** UInt64, default 10. */
  readonly distributed_cache_max_unacked_inflight_packets?: Amount | Removed;
  /** UInt64, default 0. */
  readonly distributed_cache_min_bytes_for_seek?: Amount | Removed;
  /** UInt64, default 4194304; since 26.9. */
  readonly distributed_cache_min_inflight_bytes_to_discard_connection_on_seek?: Amount | Removed;
  /** DistributedCachePoolBehaviourOnLimit, default wait. */
  readonly distributed_cache_pool_behaviour_on_limit?: "allocate_bypassing_pool" | "wait" | Removed;
  /** Bool, default 0; since 26.1. */
  readonly distributed_cache_prefer_bigger_buffer_size?: Switch | Removed;
  /** Bool, default 1. */
  readonly distributed_cache_read_only_from_current_az?: Switch | Removed;
  /** UInt64, default 10. */
  readonly distributed_cache_read_request_max_tries?: Amount | Removed;
  /** UInt64, default 60000. */
  readonly distributed_cache_receive_response_wait_milliseconds?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly distributed_cache_receive_timeout_milliseconds?: Amount | Removed;
  /** UInt64, default 3000; since 26.1. */
  readonly distributed_cache_receive_timeout_ms?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly distributed_cache_registry_show_certificate_and_signature?: Switch | Removed;
  /** UInt64, default 3000; since 26.1. */
  readonly distributed_cache_send_timeout_ms?: Amount | Removed;
  /** UInt64, default 2900; since 26.1. */
  readonly distributed_cache_tcp_keep_alive_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly distributed_cache_throw_on_error?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly distributed_cache_use_clients_cache_for_read?: Switch | Removed;
  /** Bool, default 0; since 26.1; obsolete 26.7. */
  readonly distributed_cache_use_clients_cache_for_write?: Switch | Removed;
  /** UInt64, default 100. */
  readonly distributed_cache_wait_connection_from_pool_milliseconds?: Amount | Removed;
  /** UInt64, default 10; since 26.5. */
  readonly distributed_cache_write_request_max_tries?: Amount | Removed;
  /** UInt64, default 1024. */
  readonly distributed_connections_pool_size?: Amount | Removed;
  /** UInt64, default 5. */
  readonly distributed_ddl_entry_format_version?: Amount | Removed;
  /** DistributedDDLOutputMode, default throw. */
  readonly distributed_ddl_output_mode?: "never_throw" | "none" | "none_only_active" | "null_status_on_timeout" | "null_status_on_timeout_only_active" | "throw" | "throw_only_active" | Removed;
  /** Int64, default 180. */
  readonly distributed_ddl_task_timeout?: Amount | Removed;
  /** Bool, default 0; alias distributed_background_insert_batch. */
  readonly distributed_directory_monitor_batch_inserts?: Switch | Removed;
  /** Milliseconds, default 30000; alias distributed_background_insert_max_sleep_time_ms. */
  readonly distributed_directory_monitor_max_sleep_time_ms?: Amount | Removed;
  /** Milliseconds, default 100; alias distributed_background_insert_sleep_time_ms. */
  readonly distributed_directory_monitor_sleep_time_ms?: Amount | Removed;
  /** Bool, default 0; alias distributed_background_insert_split_batch_on_failure. */
  readonly distributed_directory_monitor_split_batch_on_failure?: Switch | Removed;
  /** Bool, default 0. */
  readonly distributed_foreground_insert?: Switch | Removed;
  /** UInt64, default 0. */
  readonly distributed_group_by_no_merge?: Amount | Removed;
  /** Bool, default 0; since 26.1; tier experimental. */
  readonly distributed_index_analysis?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly distributed_index_analysis_for_non_shared_merge_tree?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly distributed_index_analysis_only_on_coordinator?: Switch | Removed;
  /** Bool, default 0. */
  readonly distributed_insert_skip_read_only_replicas?: Switch | Removed;
  /** NonZeroUInt64, default 8; tier experimental. */
  readonly distributed_plan_default_reader_bucket_count?: Amount | Removed;
  /** NonZeroUInt64, default 8; tier experimental. */
  readonly distributed_plan_default_shuffle_join_bucket_count?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly distributed_plan_execute_locally?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly distributed_plan_fallback_to_local_execution?: Switch | Removed;
  /** String; tier experimental. */
  readonly distributed_plan_force_exchange_kind?: Text | Removed;
  /** Bool, default 0; tier experimental. */
  readonly distributed_plan_force_shuffle_aggregation?: Switch | Removed;
  /** UInt64, default 20000; tier experimental. */
  readonly distributed_plan_max_rows_to_broadcast?: Amount | Removed;
  /** Bool, default 1. */
  readonly distributed_plan_optimize_exchanges?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier privatepreview. */
  readonly distributed_plan_prefer_replicas_over_workers?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly distributed_plan_read_in_order?: Switch | Removed;
  /** UInt64, default 0; since 26.7; tier privatepreview. */
  readonly distributed_plan_workers_num?: Amount | Removed;
  /** UInt64, default 10000; since 26.9; tier privatepreview. */
  readonly distributed_plan_workers_provisioning_timeout_ms?: Amount | Removed;
  /** DistributedProductMode, default deny. */
  readonly distributed_product_mode?: "allow" | "deny" | "global" | "local" | Removed;
  /** UInt64, default 1. */
  readonly distributed_push_down_limit?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly distributed_replica_error_cap?: Amount | Removed;
  /** Seconds, default 60. */
  readonly distributed_replica_error_half_life?: Amount | Removed;
  /** UInt64, default 0. */
  readonly distributed_replica_max_ignored_errors?: Amount | Removed;
  /** Bool, default 0. */
  readonly do_not_merge_across_partitions_select_final?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly dynamic_disk_allow_from_env?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly dynamic_disk_allow_from_zk?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly dynamic_disk_allow_include?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly dynamic_throw_on_type_mismatch?: Switch | Removed;
  /** Bool, default 1. */
  readonly empty_result_for_aggregation_by_constant_keys_on_empty_set?: Switch | Removed;
  /** Bool, default 0. */
  readonly empty_result_for_aggregation_by_empty_set?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_adaptive_aggregator?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly enable_adaptive_memory_spill_scheduler?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_add_distinct_to_in_subqueries?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier beta. */
  readonly enable_alp_codec?: Switch | Removed;
  /** Bool, default 1; obsolete 26.9; alias allow_experimental_analyzer. */
  readonly enable_analyzer?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly enable_automatic_decision_for_merging_across_partitions_for_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_blob_storage_log?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly enable_blob_storage_log_for_read_operations?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_cascades_optimizer?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly enable_deflate_qpl_codec?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_early_constant_folding?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_extended_results_for_datetime_functions?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_filesystem_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_filesystem_cache_log?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_filesystem_cache_on_write_operations?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_filesystem_read_prefetches_log?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly enable_full_text_index?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly enable_function_early_short_circuit?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_funnel_functions?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_global_with_statement?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_group_by_top_k_optimization?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_hash_join_row_store?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_hdfs_pread?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_http_compression?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly enable_identifier_resolve_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_job_stack_trace?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly enable_join_fixed_hash_table_conversion?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_join_key_only_hash_tables?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly enable_join_runtime_filters?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly enable_join_runtime_filters_index_analysis?: Switch | Removed;
  /** Bool, default 1; since 26.5; tier beta. */
  readonly enable_join_transitive_predicates?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_json_ast_dialect?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier beta. */
  readonly enable_json_lazy_type_hints?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly enable_lazy_columns_replication?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_lightweight_delete?: Switch | Removed;
  /** Bool, default 1; tier beta. */
  readonly enable_lightweight_update?: Switch | Removed;
  /** Bool, default 0; since 26.3; tier experimental. */
  readonly enable_materialized_cte?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_materialized_postgresql_table?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_memory_bound_merging_of_aggregation_results?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_multiple_prewhere_read_steps?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_named_columns_in_function_tuple?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly enable_nullable_tuple_type?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_optimize_predicate_expression?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_optimize_predicate_expression_to_final_subquery?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_order_by_all?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_packed_string_keys_in_aggregation?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_parallel_blocks_marshalling?: Switch | Removed;
  /** UInt64, default 0; alias allow_experimental_parallel_reading_from_replicas. */
  readonly enable_parallel_replicas?: Amount | Removed;
  /** Bool, default 1; since 26.9. */
  readonly enable_parallel_single_level_merge?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_parsing_to_custom_serialization?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_positional_arguments?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly enable_positional_arguments_for_projections?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly enable_producing_buckets_out_of_order_in_aggregation?: Switch | Removed;
  /** Bool, default 1; since 26.1; obsolete 26.3. */
  readonly enable_qbit_type?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_quantized_codec?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_reads_from_query_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_s3_requests_logging?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_scalar_subquery_optimization?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_scopes_for_with_statement?: Switch | Removed;
  /** Bool, default 0; since 26.7; obsolete 26.9. */
  readonly enable_sharding_aggregator?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_shared_storage_snapshot_in_query?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_sharing_sets_for_mutations?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_software_prefetch_in_aggregation?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly enable_software_prefetch_in_join?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly enable_streaming_queries?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_sz3_codec?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier privatepreview. */
  readonly enable_time_series_aggregate_functions?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier privatepreview. */
  readonly enable_time_series_table?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_time_time64_type?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_trino_dialect?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_unaligned_array_join?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_unique_key?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_url_encoding?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_vertical_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_writes_to_query_cache?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly enable_zstd_qat_codec?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_zxc_codec?: Switch | Removed;
  /** Bool, default 0. */
  readonly enforce_strict_identifier_format?: Switch | Removed;
  /** Bool, default 0. */
  readonly engine_file_allow_create_multiple_files?: Switch | Removed;
  /** Bool, default 0. */
  readonly engine_file_empty_if_not_exists?: Switch | Removed;
  /** Bool, default 0. */
  readonly engine_file_skip_empty_files?: Switch | Removed;
  /** Bool, default 0. */
  readonly engine_file_truncate_on_insert?: Switch | Removed;
  /** Bool, default 0. */
  readonly engine_url_skip_empty_files?: Switch | Removed;
  /** String, default CSV. */
  readonly errors_output_format?: Text | Removed;
  /** FloatAuto, default auto; alias promql_evaluation_time; tier privatepreview. */
  readonly evaluation_time?: Amount | 'auto' | Removed;
  /** Bool, default 0. */
  readonly exact_rows_before_limit?: Switch | Removed;
  /** SetOperationMode, default ALL. */
  readonly except_default_mode?: "" | "ALL" | "DISTINCT" | Removed;
  /** String; since 26.1. */
  readonly exclude_materialize_skip_indexes_on_insert?: Text | Removed;
  /** Bool, default 1. */
  readonly execute_exists_as_scalar_subquery?: Switch | Removed;
  /** ExplainQueryPlanDefault, default pretty; since 26.7. */
  readonly explain_query_plan_default?: "legacy" | "pretty" | Removed;
  /** Bool, default 1; since 26.9. */
  readonly explain_syntax_single_record?: Switch | Removed;
  /** UInt64, default 10. */
  readonly external_storage_connect_timeout_sec?: Amount | Removed;
  /** UInt64, default 0. */
  readonly external_storage_max_read_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly external_storage_max_read_rows?: Amount | Removed;
  /** UInt64, default 300. */
  readonly external_storage_rw_timeout_sec?: Amount | Removed;
  /** Bool, default 1. */
  readonly external_table_functions_use_nulls?: Switch | Removed;
  /** Bool, default 0. */
  readonly external_table_strict_query?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly extract_key_value_pairs_max_pairs_per_row?: Amount | Removed;
  /** UInt64, default 1000; alias extract_key_value_pairs_max_pairs_per_row. */
  readonly extract_kvp_max_pairs_per_row?: Amount | Removed;
  /** Bool, default 0. */
  readonly extremes?: Switch | Removed;
  /** Bool, default 1. */
  readonly fallback_to_stale_replicas_for_distributed_queries?: Switch | Removed;
  /** FileLikeEngineDefaultPartitionStrategy, default hive; since 26.7. */
  readonly file_like_engine_default_partition_strategy?: "hive" | "wildcard" | Removed;
  /** Bool, default 1; since 26.1. */
  readonly filesystem_cache_allow_background_download?: Switch | Removed;
  /** UInt64, default 0. */
  readonly filesystem_cache_boundary_alignment?: Amount | Removed;
  /** Bool, default 1. */
  readonly filesystem_cache_enable_background_download_during_fetch?: Switch | Removed;
  /** Bool, default 1. */
  readonly filesystem_cache_enable_background_download_for_metadata_files_in_packed_storage?: Switch | Removed;
  /** UInt64, default 137438953472. */
  readonly filesystem_cache_max_download_size?: Amount | Removed;
  /** String. */
  readonly filesystem_cache_name?: Text | Removed;
  /** Bool, default 1. */
  readonly filesystem_cache_prefer_bigger_buffer_size?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly filesystem_cache_reserve_space_wait_lock_timeout_milliseconds?: Amount | Removed;
  /** UInt64, default 20. */
  readonly filesystem_cache_segments_batch_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly filesystem_cache_skip_download_if_exceeds_per_query_cache_write_limit?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly filesystem_cache_verbose_logging?: Switch | Removed;
  /** UInt64, default 1000; since 26.9. */
  readonly filesystem_cache_wait_for_concurrent_download_timeout_milliseconds?: Amount | Removed;
  /** NonZeroUInt64, default 1073741824. */
  readonly filesystem_prefetch_max_memory_usage?: Amount | Removed;
  /** UInt64, default 2097152; alias merge_tree_min_bytes_per_task_for_remote_reading. */
  readonly filesystem_prefetch_min_bytes_for_single_read_task?: Amount | Removed;
  /** UInt64, default 0. */
  readonly filesystem_prefetch_step_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly filesystem_prefetch_step_marks?: Amount | Removed;
  /** UInt64, default 200. */
  readonly filesystem_prefetches_limit?: Amount | Removed;
  /** String; since 26.9. */
  readonly filter?: Text | Removed;
  /** Bool, default 0. */
  readonly final?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly finalize_projection_parts_synchronously?: Switch | Removed;
  /** Bool, default 1. */
  readonly flatten_nested?: Switch | Removed;
  /** Bool, default 0. */
  readonly force_aggregate_partitions_independently?: Switch | Removed;
  /** Bool, default 0. */
  readonly force_aggregation_in_order?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly force_creating_set_partitions_independently?: Switch | Removed;
  /** String. */
  readonly force_data_skipping_indices?: Text | Removed;
  /** Bool, default 0; since 26.9. */
  readonly force_distinct_partitions_independently?: Switch | Removed;
  /** Bool, default 1. */
  readonly force_grouping_standard_compatibility?: Switch | Removed;
  /** Bool, default 0. */
  readonly force_index_by_date?: Switch | Removed;
  /** Bool, default 0. */
  readonly force_optimize_projection?: Switch | Removed;
  /** String. */
  readonly force_optimize_projection_name?: Text | Removed;
  /** UInt64, default 0. */
  readonly force_optimize_skip_unused_shards?: Amount | Removed;
  /** UInt64, default 0. */
  readonly force_optimize_skip_unused_shards_nesting?: Amount | Removed;
  /** Bool, default 0. */
  readonly force_primary_key?: Switch | Removed;
  /** BoolAuto, default auto; since 26.9. */
  readonly force_read_through_distributed_cache?: Switch | 'auto' | Removed;
  /** Bool, default 0. */
  readonly force_remove_data_recursively_on_drop?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly force_window_partitions_independently?: Switch | Removed;
  /** BoolAuto, default auto; since 26.9. */
  readonly force_write_through_distributed_cache?: Switch | 'auto' | Removed;
  /** String; since 26.9. */
  readonly format?: Text | Removed;
  /** NonZeroUInt64, default 1; since 26.5. */
  readonly format_avro_schema_registry_connection_timeout?: Amount | Removed;
  /** UInt64, default 5; since 26.7. */
  readonly format_avro_schema_registry_max_retries?: Amount | Removed;
  /** NonZeroUInt64, default 1; since 26.5. */
  readonly format_avro_schema_registry_receive_timeout?: Amount | Removed;
  /** NonZeroUInt64, default 100; since 26.7. */
  readonly format_avro_schema_registry_retry_initial_backoff_ms?: Amount | Removed;
  /** NonZeroUInt64, default 1; since 26.5. */
  readonly format_avro_schema_registry_send_timeout?: Amount | Removed;
  /** URI. */
  readonly format_avro_schema_registry_url?: Text | Removed;
  /** UInt64, default 1073741824. */
  readonly format_binary_max_array_size?: Amount | Removed;
  /** UInt64, default 100000; since 26.1. */
  readonly format_binary_max_object_size?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly format_binary_max_string_size?: Amount | Removed;
  /** CapnProtoEnumComparingMode, default by_values. */
  readonly format_capn_proto_enum_comparising_mode?: "by_names" | "by_names_case_insensitive" | "by_values" | Removed;
  /** UInt64, default 1073741824; since 26.1. */
  readonly format_capn_proto_max_message_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly format_capn_proto_use_autogenerated_schema?: Switch | Removed;
  /** Bool, default 1. */
  readonly format_csv_allow_double_quotes?: Switch | Removed;
  /** Bool, default 0. */
  readonly format_csv_allow_single_quotes?: Switch | Removed;
  /** Char. */
  readonly format_csv_delimiter?: Text | Removed;
  /** String. */
  readonly format_csv_null_representation?: Text | Removed;
  /** EscapingRule, default Escaped. */
  readonly format_custom_escaping_rule?: "CSV" | "Escaped" | "JSON" | "None" | "Quoted" | "Raw" | "XML" | Removed;
  /** String. */
  readonly format_custom_field_delimiter?: Text | Removed;
  /** String. */
  readonly format_custom_result_after_delimiter?: Text | Removed;
  /** String. */
  readonly format_custom_result_before_delimiter?: Text | Removed;
  /** String. */
  readonly format_custom_row_after_delimiter?: Text | Removed;
  /** String. */
  readonly format_custom_row_before_delimiter?: Text | Removed;
  /** String. */
  readonly format_custom_row_between_delimiter?: Text | Removed;
  /** Bool, default 0. */
  readonly format_display_secrets_in_show_and_select?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly format_geojson_validate_geometry?: Switch | Removed;
  /** Char; since 26.9. */
  readonly format_hive_text_rows_delimiter?: Text | Removed;
  /** String. */
  readonly format_json_object_each_row_column_for_object_name?: Text | Removed;
  /** Bool, default 1. */
  readonly format_protobuf_use_autogenerated_schema?: Switch | Removed;
  /** String. */
  readonly format_regexp?: Text | Removed;
  /** EscapingRule, default Raw. */
  readonly format_regexp_escaping_rule?: "CSV" | "Escaped" | "JSON" | "None" | "Quoted" | "Raw" | "XML" | Removed;
  /** Bool, default 0. */
  readonly format_regexp_skip_unmatched?: Switch | Removed;
  /** String. */
  readonly format_schema?: Text | Removed;
  /** String. */
  readonly format_schema_message_name?: Text | Removed;
  /** String, default file. */
  readonly format_schema_source?: Text | Removed;
  /** String. */
  readonly format_template_resultset?: Text | Removed;
  /** String. */
  readonly format_template_resultset_format?: Text | Removed;
  /** String. */
  readonly format_template_row?: Text | Removed;
  /** String. */
  readonly format_template_row_format?: Text | Removed;
  /** String. */
  readonly format_template_rows_between_delimiter?: Text | Removed;
  /** String. */
  readonly format_tsv_null_representation?: Text | Removed;
  /** Bool, default 0. */
  readonly formatdatetime_e_with_space_padding?: Switch | Removed;
  /** Bool, default 0. */
  readonly formatdatetime_f_prints_scale_number_of_digits?: Switch | Removed;
  /** Bool, default 0. */
  readonly formatdatetime_f_prints_single_zero?: Switch | Removed;
  /** Bool, default 0. */
  readonly formatdatetime_format_without_leading_zeros?: Switch | Removed;
  /** Bool, default 1. */
  readonly formatdatetime_parsedatetime_m_is_month_name?: Switch | Removed;
  /** String, default None; since 26.9; tier beta. */
  readonly framing_output_format?: Text | Removed;
  /** Bool, default 1. */
  readonly fsync_metadata?: Switch | Removed;
  /** UInt64, default 10000; since 26.7. */
  readonly function_base58_max_input_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly function_date_trunc_return_type_behavior?: Amount | Removed;
  /** String; obsolete 26.9. */
  readonly function_implementation?: Text | Removed;
  /** Bool, default 0. */
  readonly function_json_value_return_type_allow_complex?: Switch | Removed;
  /** Bool, default 0. */
  readonly function_json_value_return_type_allow_nullable?: Switch | Removed;
  /** Bool, default 1. */
  readonly function_locate_has_mysql_compatible_argument_order?: Switch | Removed;
  /** UInt64, default 500000000. */
  readonly function_range_max_elements_in_block?: Amount | Removed;
  /** UInt64, default 3000000. */
  readonly function_sleep_max_microseconds_per_block?: Amount | Removed;
  /** UInt64, default 1. */
  readonly function_visible_width_behavior?: Amount | Removed;
  /** Bool, default 0; since 26.3. */
  readonly functions_h3_default_if_invalid?: Switch | Removed;
  /** Bool, default 1. */
  readonly geo_distance_returns_float64_on_float64_arguments?: Switch | Removed;
  /** GeoToH3ArgumentOrder, default lat_lon; tier beta. */
  readonly geotoh3_argument_order?: "lat_lon" | "lon_lat" | Removed;
  /** UInt64, default 1000. */
  readonly glob_expansion_max_elements?: Amount | Removed;
  /** NonZeroUInt64, default 1; tier experimental. */
  readonly grace_hash_join_initial_buckets?: Amount | Removed;
  /** NonZeroUInt64, default 1024; tier experimental. */
  readonly grace_hash_join_max_buckets?: Amount | Removed;
  /** OverflowModeGroupBy, default throw. */
  readonly group_by_overflow_mode?: "any" | "break" | "throw" | Removed;
  /** UInt64, default 65536; since 26.9; tier experimental. */
  readonly group_by_top_k_optimization_observation_rows?: Amount | Removed;
  /** UInt64, default 100000. */
  readonly group_by_two_level_threshold?: Amount | Removed;
  /** UInt64, default 50000000. */
  readonly group_by_two_level_threshold_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly group_by_use_nulls?: Switch | Removed;
  /** Bool, default 0. */
  readonly h3togeo_lon_lat_result_order?: Switch | Removed;
  /** Milliseconds, default 10000. */
  readonly handshake_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly hdfs_create_new_file_on_insert?: Switch | Removed;
  /** Bool, default 0. */
  readonly hdfs_ignore_file_doesnt_exist?: Switch | Removed;
  /** UInt64, default 0. */
  readonly hdfs_replication?: Amount | Removed;
  /** Bool, default 0. */
  readonly hdfs_skip_empty_files?: Switch | Removed;
  /** Bool, default 0. */
  readonly hdfs_throw_on_zero_files_match?: Switch | Removed;
  /** Bool, default 0. */
  readonly hdfs_truncate_on_insert?: Switch | Removed;
  /** Milliseconds, default 50. */
  readonly hedged_connection_timeout_ms?: Amount | Removed;
  /** UInt64, default 10000; since 26.5. */
  readonly highlight_max_matches_per_row?: Amount | Removed;
  /** UInt64, default 256. */
  readonly hnsw_candidate_list_size_for_search?: Amount | Removed;
  /** UInt64, default 0. */
  readonly hsts_max_age?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly http_allow_database_as_path?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly http_allow_filters_as_path?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly http_allow_filters_as_unrecognized_url_parameters?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly http_allow_table_as_file?: Switch | Removed;
  /** Seconds, default 1. */
  readonly http_connection_timeout?: Amount | Removed;
  /** UInt64, default 100. */
  readonly http_headers_progress_interval_ms?: Amount | Removed;
  /** Seconds, default 30; since 26.5. */
  readonly http_headers_read_timeout?: Amount | Removed;
  /** Bool, default 1. */
  readonly http_make_head_request?: Switch | Removed;
  /** UInt64, default 4096. */
  readonly http_max_field_name_size?: Amount | Removed;
  /** UInt64, default 131072. */
  readonly http_max_field_value_size?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly http_max_fields?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly http_max_multipart_form_data_size?: Amount | Removed;
  /** UInt64, default 10485760; since 26.5. */
  readonly http_max_request_header_size?: Amount | Removed;
  /** UInt64, default 10485760. */
  readonly http_max_request_param_data_size?: Amount | Removed;
  /** UInt64, default 10. */
  readonly http_max_tries?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly http_max_uri_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly http_native_compression_disable_checksumming_on_decompress?: Switch | Removed;
  /** Seconds, default 30. */
  readonly http_receive_timeout?: Amount | Removed;
  /** UInt64, default 0. */
  readonly http_response_buffer_size?: Amount | Removed;
  /** Map. */
  readonly http_response_headers?: Text | Removed;
  /** UInt64, default 100. */
  readonly http_retry_initial_backoff_ms?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly http_retry_max_backoff_ms?: Amount | Removed;
  /** Seconds, default 30. */
  readonly http_send_timeout?: Amount | Removed;
  /** Bool, default 1. */
  readonly http_skip_not_found_url_for_globs?: Switch | Removed;
  /** Bool, default 0. */
  readonly http_wait_end_of_query?: Switch | Removed;
  /** Bool, default 0. */
  readonly http_write_exception_in_output_format?: Switch | Removed;
  /** Int64, default 3. */
  readonly http_zlib_compression_level?: Amount | Removed;
  /** UInt64, default 100; since 26.9. */
  readonly iceberg_compaction_commit_batch_size?: Amount | Removed;
  /** Seconds, default 10800; since 26.5. */
  readonly iceberg_compaction_data_cleanup?: Amount | Removed;
  /** Seconds, default 10800; since 26.5. */
  readonly iceberg_compaction_delay_bias?: Amount | Removed;
  /** UInt64, default 536870912; since 26.9. */
  readonly iceberg_compaction_max_bytes_in_data_file?: Amount | Removed;
  /** UInt64, default 18446744073709551615; since 26.9. */
  readonly iceberg_compaction_max_rows_in_data_file?: Amount | Removed;
  /** UInt64, default 402653184; since 26.5. */
  readonly iceberg_data_file_size_lower_threshold_compaction?: Amount | Removed;
  /** UInt64, default 966367641; since 26.5. */
  readonly iceberg_data_file_size_upper_threshold_compaction?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly iceberg_delete_data_on_drop?: Switch | Removed;
  /** NonZeroUInt64, default 4; since 26.9; alias iceberg_manifest_decode_concurrency. */
  readonly iceberg_delete_manifest_decode_concurrency?: Amount | Removed;
  /** Int64, default 9223372036854775807; since 26.3. */
  readonly iceberg_expire_default_max_ref_age_ms?: Amount | Removed;
  /** Int64, default 432000000; since 26.3. */
  readonly iceberg_expire_default_max_snapshot_age_ms?: Amount | Removed;
  /** Int64, default 1; since 26.3. */
  readonly iceberg_expire_default_min_snapshots_to_keep?: Amount | Removed;
  /** NonZeroUInt64, default 100; since 26.9. */
  readonly iceberg_file_entries_queue_size?: Amount | Removed;
  /** UInt64, default 536870912; since 26.1. */
  readonly iceberg_insert_max_bytes_in_data_file?: Amount | Removed;
  /** UInt64, default 100; since 26.1. */
  readonly iceberg_insert_max_partitions?: Amount | Removed;
  /** UInt64, default 1000000; since 26.1. */
  readonly iceberg_insert_max_rows_in_data_file?: Amount | Removed;
  /** NonZeroUInt64, default 4; since 26.9. */
  readonly iceberg_manifest_decode_concurrency?: Amount | Removed;
  /** UInt64, default 100; since 26.7; tier experimental. */
  readonly iceberg_manifest_min_count_to_compact?: Amount | Removed;
  /** UInt64, default 1000; since 26.5. */
  readonly iceberg_max_number_datafiles_to_compact?: Amount | Removed;
  /** String; tier experimental. */
  readonly iceberg_metadata_compression_method?: Text | Removed;
  /** IcebergMetadataLogLevel, default none. */
  readonly iceberg_metadata_log_level?: "manifest_file_entry" | "manifest_file_metadata" | "manifest_list_entry" | "manifest_list_metadata" | "metadata" | "none" | Removed;
  /** UInt64, default 0; since 26.3. */
  readonly iceberg_metadata_staleness_ms?: Amount | Removed;
  /** UInt64, default 259200; since 26.5; tier experimental. */
  readonly iceberg_orphan_files_older_than_seconds?: Amount | Removed;
  /** Int64, default 0. */
  readonly iceberg_snapshot_id?: Amount | Removed;
  /** Int64, default 0. */
  readonly iceberg_timestamp_ms?: Amount | Removed;
  /** UInt64, default 3600. */
  readonly idle_connection_timeout?: Amount | Removed;
  /** Int64, default 0. */
  readonly ignore_cold_parts_seconds?: Amount | Removed;
  /** String. */
  readonly ignore_data_skipping_indices?: Text | Removed;
  /** Float, default 0. */
  readonly ignore_drop_queries_probability?: Amount | Removed;
  /** Bool, default 1; since 26.3. */
  readonly ignore_format_null_for_explain?: Switch | Removed;
  /** Bool, default 0. */
  readonly ignore_materialized_views_with_dropped_target_table?: Switch | Removed;
  /** Bool, default 0. */
  readonly ignore_on_cluster_for_replicated_access_entities_queries?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly ignore_on_cluster_for_replicated_database?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly ignore_on_cluster_for_replicated_handler_queries?: Switch | Removed;
  /** Bool, default 0. */
  readonly ignore_on_cluster_for_replicated_named_collections_queries?: Switch | Removed;
  /** Bool, default 0. */
  readonly ignore_on_cluster_for_replicated_udf_queries?: Switch | Removed;
  /** Bool, default 0. */
  readonly implicit_select?: Switch | Removed;
  /** String. */
  readonly implicit_table_at_top_level?: Text | Removed;
  /** Bool, default 0; tier experimental. */
  readonly implicit_transaction?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly inject_random_order_for_select_without_order_by?: Switch | Removed;
  /** String; since 26.9. */
  readonly input_format?: Text | Removed;
  /** UInt64, default 0. */
  readonly input_format_allow_errors_num?: Amount | Removed;
  /** Float, default 0. */
  readonly input_format_allow_errors_ratio?: Amount | Removed;
  /** Bool, default 1. */
  readonly input_format_allow_seeks?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_arrow_allow_missing_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_arrow_case_insensitive_column_matching?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_arrow_skip_columns_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** Bool, default 1; since 26.7; obsolete 26.9. */
  readonly input_format_arrow_use_native_reader?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_avro_allow_missing_fields?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_avro_null_as_default?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_binary_decode_types_in_binary_format?: Switch | Removed;
  /** UInt64, default 1000; since 26.1. */
  readonly input_format_binary_max_type_complexity?: Amount | Removed;
  /** Bool, default 0. */
  readonly input_format_binary_read_json_as_string?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_bson_skip_fields_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_capn_proto_skip_fields_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** InputFormatColumnMatchingCaseSensitivity, default auto; since 26.5. */
  readonly input_format_column_name_matching_mode?: "auto" | "ignore_case" | "match_case" | Removed;
  /** Bool, default 0; since 26.3. */
  readonly input_format_connection_handling?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_allow_cr_end_of_line?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_allow_variable_number_of_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_allow_whitespace_or_tab_as_delimiter?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_arrays_as_nested_csv?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_deserialize_separate_columns_into_tuple?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_detect_header?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_empty_as_default?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_enum_as_number?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly input_format_csv_missing_nullable_as_empty_string?: Switch | Removed;
  /** UInt64, default 0. */
  readonly input_format_csv_skip_first_lines?: Amount | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_skip_trailing_empty_lines?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_trim_whitespaces?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_try_infer_numbers_from_strings?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_try_infer_strings_from_quoted_tuples?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_csv_use_best_effort_in_schema_inference?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_csv_use_default_on_bad_values?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_custom_allow_variable_number_of_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_custom_detect_header?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_custom_skip_trailing_empty_lines?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_defaults_for_omitted_fields?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_force_null_for_omitted_fields?: Switch | Removed;
  /** GeoJSONUnsupportedGeometryHandling, default throw; since 26.7. */
  readonly input_format_geojson_unsupported_geometry_handling?: "null" | "throw" | Removed;
  /** Bool, default 1. */
  readonly input_format_hive_text_allow_variable_number_of_columns?: Switch | Removed;
  /** Char. */
  readonly input_format_hive_text_collection_items_delimiter?: Text | Removed;
  /** Char. */
  readonly input_format_hive_text_fields_delimiter?: Text | Removed;
  /** Char. */
  readonly input_format_hive_text_map_keys_delimiter?: Text | Removed;
  /** Bool, default 0. */
  readonly input_format_import_nested_json?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_ipv4_default_on_conversion_error?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_ipv6_default_on_conversion_error?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_json_compact_allow_variable_number_of_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_defaults_for_missing_elements_in_named_tuple?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_json_empty_as_default?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_ignore_unknown_keys_in_named_tuple?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_ignore_unnecessary_fields?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_infer_array_of_dynamic_from_array_of_different_types?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_infer_incomplete_types_as_strings?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_json_map_as_array_of_tuples?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly input_format_json_max_depth?: Amount | Removed;
  /** UInt64, default 536870912; since 26.9. */
  readonly input_format_json_max_object_size?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly input_format_json_max_string_column_growth_step?: Amount | Removed;
  /** Bool, default 1. */
  readonly input_format_json_named_tuples_as_objects?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_read_arrays_as_strings?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_read_bools_as_numbers?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_read_bools_as_strings?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_read_numbers_as_strings?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_read_objects_as_strings?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_throw_on_bad_escape_sequence?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_try_infer_named_tuples_from_objects?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_json_try_infer_numbers_from_strings?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_json_use_string_type_for_ambiguous_paths_in_named_tuples_inference_from_objects?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_json_validate_types_from_metadata?: Switch | Removed;
  /** UInt64, default 0. */
  readonly input_format_max_block_size_bytes?: Amount | Removed;
  /** UInt64, default 0; since 26.3. */
  readonly input_format_max_block_wait_ms?: Amount | Removed;
  /** UInt64, default 33554432. */
  readonly input_format_max_bytes_to_read_for_schema_inference?: Amount | Removed;
  /** UInt64, default 25000. */
  readonly input_format_max_rows_to_read_for_schema_inference?: Amount | Removed;
  /** UInt64, default 0. */
  readonly input_format_msgpack_number_of_columns?: Amount | Removed;
  /** Bool, default 1. */
  readonly input_format_mysql_dump_map_column_names?: Switch | Removed;
  /** String. */
  readonly input_format_mysql_dump_table_name?: Text | Removed;
  /** Bool, default 1. */
  readonly input_format_native_allow_types_conversion?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_native_decode_types_in_binary_format?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_null_as_default?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_orc_allow_missing_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_orc_case_insensitive_column_matching?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_orc_dictionary_as_low_cardinality?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_orc_filter_push_down?: Switch | Removed;
  /** String, default GMT. */
  readonly input_format_orc_reader_time_zone_name?: Text | Removed;
  /** Int64, default 100000. */
  readonly input_format_orc_row_batch_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly input_format_orc_skip_columns_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** Bool, default 1; obsolete 26.9. */
  readonly input_format_orc_use_fast_decoder?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parallel_parsing?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_allow_geoparquet_parser?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_allow_missing_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_bloom_filter_push_down?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_parquet_case_insensitive_column_matching?: Switch | Removed;
  /** UInt64, default 1048576; since 26.9. */
  readonly input_format_parquet_dictionary_filter_push_down?: Amount | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_enable_json_parsing?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_enable_row_group_prefetch?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_filter_push_down?: Switch | Removed;
  /** UInt64, default 8192. */
  readonly input_format_parquet_local_file_min_bytes_for_seek?: Amount | Removed;
  /** Bool, default 1; since 26.1. */
  readonly input_format_parquet_local_time_as_utc?: Switch | Removed;
  /** NonZeroUInt64, default 65409. */
  readonly input_format_parquet_max_block_size?: Amount | Removed;
  /** UInt64, default 4294967296. */
  readonly input_format_parquet_memory_high_watermark?: Amount | Removed;
  /** UInt64, default 2097152. */
  readonly input_format_parquet_memory_low_watermark?: Amount | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_page_filter_push_down?: Switch | Removed;
  /** UInt64, default 16744704. */
  readonly input_format_parquet_prefer_block_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly input_format_parquet_preserve_order?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_parquet_skip_columns_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly input_format_parquet_spatial_filter_push_down?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly input_format_parquet_use_native_reader?: Switch | Removed;
  /** Bool, default 1; obsolete 26.5. */
  readonly input_format_parquet_use_native_reader_v3?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_parquet_use_offset_index?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly input_format_parquet_verify_checksums?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_protobuf_flatten_google_wrappers?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly input_format_protobuf_oneof_presence?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_protobuf_skip_fields_with_unsupported_types_in_schema_inference?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly input_format_read_datetime_number_as_raw_value?: Switch | Removed;
  /** String. */
  readonly input_format_record_errors_file_path?: Text | Removed;
  /** Bool, default 1. */
  readonly input_format_skip_unknown_fields?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_try_infer_dates?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_try_infer_datetimes?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_try_infer_datetimes_only_datetime64?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_try_infer_exponent_floats?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_try_infer_integers?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_try_infer_variants?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_tsv_allow_variable_number_of_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_tsv_crlf_end_of_line?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_tsv_detect_header?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_tsv_empty_as_default?: Switch | Removed;
  /** Bool, default 0. */
  readonly input_format_tsv_enum_as_number?: Switch | Removed;
  /** UInt64, default 0. */
  readonly input_format_tsv_skip_first_lines?: Amount | Removed;
  /** Bool, default 0. */
  readonly input_format_tsv_skip_trailing_empty_lines?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_tsv_use_best_effort_in_schema_inference?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_values_accurate_types_of_literals?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_values_deduce_templates_of_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_values_interpret_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_with_names_use_header?: Switch | Removed;
  /** Bool, default 1. */
  readonly input_format_with_types_use_header?: Switch | Removed;
  /** Bool, default 0. */
  readonly insert_allow_materialized_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly insert_deduplicate?: Switch | Removed;
  /** String. */
  readonly insert_deduplication_token?: Text | Removed;
  /** Bool, default 0. */
  readonly insert_distributed_one_random_shard?: Switch | Removed;
  /** Bool, default 0; alias distributed_foreground_insert. */
  readonly insert_distributed_sync?: Switch | Removed;
  /** UInt64, default 0; alias distributed_background_insert_timeout. */
  readonly insert_distributed_timeout?: Amount | Removed;
  /** Float, default 0. */
  readonly insert_keeper_fault_injection_probability?: Amount | Removed;
  /** UInt64, default 0. */
  readonly insert_keeper_fault_injection_seed?: Amount | Removed;
  /** UInt64, default 20. */
  readonly insert_keeper_max_retries?: Amount | Removed;
  /** UInt64, default 100. */
  readonly insert_keeper_retry_initial_backoff_ms?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly insert_keeper_retry_max_backoff_ms?: Amount | Removed;
  /** Bool, default 1. */
  readonly insert_null_as_default?: Switch | Removed;
  /** UInt64Auto, default 0. */
  readonly insert_quorum?: Amount | 'auto' | Removed;
  /** Bool, default 1. */
  readonly insert_quorum_parallel?: Switch | Removed;
  /** Milliseconds, default 600000. */
  readonly insert_quorum_timeout?: Amount | Removed;
  /** UInt64, default 0. */
  readonly insert_shard_id?: Amount | Removed;
  /** UInt64, default 100000. */
  readonly interactive_delay?: Amount | Removed;
  /** SetOperationMode, default ALL. */
  readonly intersect_default_mode?: "" | "ALL" | "DISTINCT" | Removed;
  /** IntervalOutputFormat, default numeric. */
  readonly interval_output_format?: "kusto" | "numeric" | Removed;
  /** Bool, default 0; since 26.1. */
  readonly into_outfile_create_parent_directories?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly jemalloc_collect_profile_samples_in_trace_log?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly jemalloc_enable_profiler?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly jemalloc_profile_text_collapsed_use_count?: Switch | Removed;
  /** JemallocProfileFormat, default collapsed; since 26.3. */
  readonly jemalloc_profile_text_output_format?: "collapsed" | "raw" | "symbolized" | Removed;
  /** Bool, default 1; since 26.3. */
  readonly jemalloc_profile_text_symbolize_with_inline?: Switch | Removed;
  /** JoinAlgorithm. */
  readonly join_algorithm?: Text | Removed;
  /** Bool, default 0. */
  readonly join_any_take_last_row?: Switch | Removed;
  /** JoinStrictness, default ALL. */
  readonly join_default_strictness?: "" | "ALL" | "ANY" | Removed;
  /** UInt64, default 64. */
  readonly join_on_disk_max_files_to_merge?: Amount | Removed;
  /** UInt64, default 5. */
  readonly join_output_by_rowlist_perkey_rows_threshold?: Amount | Removed;
  /** OverflowMode, default throw. */
  readonly join_overflow_mode?: "break" | "throw" | Removed;
  /** UInt64, default 524288; since 26.1. */
  readonly join_runtime_bloom_filter_bytes?: Amount | Removed;
  /** UInt64, default 3; since 26.1. */
  readonly join_runtime_bloom_filter_hash_functions?: Amount | Removed;
  /** Double, default 0.7; since 26.1. */
  readonly join_runtime_bloom_filter_max_ratio_of_set_bits?: Amount | Removed;
  /** UInt64, default 30; since 26.1. */
  readonly join_runtime_filter_blocks_to_skip_before_reenabling?: Amount | Removed;
  /** UInt64, default 10000; since 26.1. */
  readonly join_runtime_filter_exact_values_limit?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly join_runtime_filter_from_fixed_hash_table?: Switch | Removed;
  /** UInt64, default 1000; since 26.9. */
  readonly join_runtime_filter_min_probe_rows?: Amount | Removed;
  /** Double, default 0.7; since 26.1. */
  readonly join_runtime_filter_pass_ratio_threshold_for_disabling?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly join_runtime_filter_size_from_hash_table_stats?: Switch | Removed;
  /** UInt64, default 10000; tier experimental. */
  readonly join_to_sort_maximum_table_rows?: Amount | Removed;
  /** UInt64, default 40; tier experimental. */
  readonly join_to_sort_minimum_perkey_rows?: Amount | Removed;
  /** Bool, default 0. */
  readonly join_use_nulls?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly joined_block_split_single_row?: Switch | Removed;
  /** Bool, default 1. */
  readonly joined_subquery_requires_alias?: Switch | Removed;
  /** Bool, default 0. */
  readonly json_type_escape_dots_in_keys?: Switch | Removed;
  /** Bool, default 0. */
  readonly kafka_disable_num_consumers_limit?: Switch | Removed;
  /** Milliseconds, default 5000. */
  readonly kafka_max_wait_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly keeper_map_strict_mode?: Switch | Removed;
  /** UInt64, default 10. */
  readonly keeper_max_retries?: Amount | Removed;
  /** UInt64, default 100. */
  readonly keeper_retry_initial_backoff_ms?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly keeper_retry_max_backoff_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly least_greatest_legacy_null_behavior?: Switch | Removed;
  /** Bool, default 0. */
  readonly legacy_column_name_of_tuple_literal?: Switch | Removed;
  /** LightweightDeleteMode, default alter_update. */
  readonly lightweight_delete_mode?: "alter_update" | "lightweight_update" | "lightweight_update_force" | Removed;
  /** UInt64, default 2. */
  readonly lightweight_deletes_sync?: Amount | Removed;
  /** Double, default 0. */
  readonly limit?: Amount | Removed;
  /** Seconds, default 15; obsolete 26.1. */
  readonly live_view_heartbeat_interval?: Amount | Removed;
  /** LoadBalancing, default random. */
  readonly load_balancing?: "first_or_random" | "hostname_levenshtein_distance" | "hostname_longest_common_prefix" | "hostname_longest_common_suffix" | "in_order" | "nearest_hostname" | "random" | "round_robin" | Removed;
  /** UInt64, default 0. */
  readonly load_balancing_first_offset?: Amount | Removed;
  /** Bool, default 1. */
  readonly load_marks_asynchronously?: Switch | Removed;
  /** String, default pread_threadpool. */
  readonly local_filesystem_read_method?: Text | Removed;
  /** Bool, default 0. */
  readonly local_filesystem_read_prefetch?: Switch | Removed;
  /** Seconds, default 120. */
  readonly lock_acquire_timeout?: Amount | Removed;
  /** String. */
  readonly log_comment?: Text | Removed;
  /** Bool, default 0. */
  readonly log_formatted_queries?: Switch | Removed;
  /** Bool, default 1. */
  readonly log_processors_profiles?: Switch | Removed;
  /** Bool, default 1. */
  readonly log_profile_events?: Switch | Removed;
  /** Bool, default 1. */
  readonly log_queries?: Switch | Removed;
  /** UInt64, default 100000. */
  readonly log_queries_cut_to_length?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly log_queries_min_query_duration_ms?: Amount | Removed;
  /** LogQueriesType, default QUERY_START. */
  readonly log_queries_min_type?: "EXCEPTION_BEFORE_START" | "EXCEPTION_WHILE_PROCESSING" | "QUERY_FINISH" | "QUERY_START" | Removed;
  /** Float, default 1. */
  readonly log_queries_probability?: Amount | Removed;
  /** Bool, default 1. */
  readonly log_query_settings?: Switch | Removed;
  /** Bool, default 0. */
  readonly log_query_threads?: Switch | Removed;
  /** Bool, default 1. */
  readonly log_query_views?: Switch | Removed;
  /** Bool, default 1. */
  readonly low_cardinality_allow_in_native_format?: Switch | Removed;
  /** UInt64, default 8192. */
  readonly low_cardinality_max_dictionary_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly low_cardinality_use_single_dictionary_for_part?: Switch | Removed;
  /** Milliseconds, default 1000; tier beta. */
  readonly low_priority_query_wait_time_ms?: Amount | Removed;
  /** Bool, default 0; tier privatepreview. */
  readonly make_distributed_plan?: Switch | Removed;
  /** Bool, default 1. */
  readonly materialize_skip_indexes_on_insert?: Switch | Removed;
  /** Bool, default 1. */
  readonly materialize_statistics_on_insert?: Switch | Removed;
  /** UInt64, default 26843545600; since 26.9. */
  readonly materialize_statistics_on_insert_max_table_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly materialize_ttl_after_modify?: Switch | Removed;
  /** Bool, default 0. */
  readonly materialized_views_ignore_errors?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly materialized_views_populate_atomically?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly materialized_views_squash_parallel_inserts?: Switch | Removed;
  /** UInt64, default 5000. */
  readonly max_analyze_depth?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_ast_depth?: Amount | Removed;
  /** UInt64, default 50000. */
  readonly max_ast_elements?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_autoincrement_series?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_backup_bandwidth?: Amount | Removed;
  /** NonZeroUInt64, default 65409. */
  readonly max_block_size?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly max_bytes_before_external_distinct?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_before_external_group_by?: Amount | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly max_bytes_before_external_join?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_before_external_sort?: Amount | Removed;
  /** UInt64, default 1000000000. */
  readonly max_bytes_before_remerge_sort?: Amount | Removed;
  /** UInt64, default 256000000; since 26.5. */
  readonly max_bytes_for_lazy_final?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_in_distinct?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_in_join?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_in_set?: Amount | Removed;
  /** Double, default 0.5; since 26.9. */
  readonly max_bytes_ratio_before_external_distinct?: Amount | Removed;
  /** Double, default 0.5. */
  readonly max_bytes_ratio_before_external_group_by?: Amount | Removed;
  /** Double, default 0.5; since 26.5. */
  readonly max_bytes_ratio_before_external_join?: Amount | Removed;
  /** Double, default 0.5. */
  readonly max_bytes_ratio_before_external_sort?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_to_read?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_to_read_leaf?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_to_sort?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_bytes_to_transfer?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_columns_to_read?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly max_compress_block_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_concurrent_queries_for_all_users?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_concurrent_queries_for_user?: Amount | Removed;
  /** UInt64, default 0; since 26.5; tier experimental. */
  readonly max_consume_snapshots?: Amount | Removed;
  /** UInt64, default 1024. */
  readonly max_distributed_connections?: Amount | Removed;
  /** UInt64, default 5. */
  readonly max_distributed_depth?: Amount | Removed;
  /** UInt64, default 10485760. */
  readonly max_download_buffer_size?: Amount | Removed;
  /** MaxThreads, default 4. */
  readonly max_download_threads?: Amount | 'auto' | Removed;
  /** UInt64Auto, default auto; since 26.1. */
  readonly max_dynamic_subcolumns_in_json_type_parsing?: Amount | 'auto' | Removed;
  /** Seconds, default 0. */
  readonly max_estimated_execution_time?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_execution_speed?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_execution_speed_bytes?: Amount | Removed;
  /** Seconds, default 0. */
  readonly max_execution_time?: Amount | Removed;
  /** Seconds, default 0. */
  readonly max_execution_time_leaf?: Amount | Removed;
  /** UInt64, default 500000. */
  readonly max_expanded_ast_elements?: Amount | Removed;
  /** UInt64, default 5. */
  readonly max_fetch_partition_retries_count?: Amount | Removed;
  /** MaxThreads, default auto. */
  readonly max_final_threads?: Amount | 'auto' | Removed;
  /** UInt64, default 0. */
  readonly max_http_get_redirects?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_hyperscan_regexp_length?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_hyperscan_regexp_total_length?: Amount | Removed;
  /** NonZeroUInt64, default 1048449. */
  readonly max_insert_block_size?: Amount | Removed;
  /** UInt64, default 0; since 26.1. */
  readonly max_insert_block_size_bytes?: Amount | Removed;
  /** NonZeroUInt64, default 1048449; since 26.1; alias max_insert_block_size. */
  readonly max_insert_block_size_rows?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_insert_delayed_streams_for_parallel_write?: Amount | Removed;
  /** MaxThreads, default auto. */
  readonly max_insert_threads?: Amount | 'auto' | Removed;
  /** UInt64, default 4294967296; since 26.5. */
  readonly max_insert_threads_min_free_memory_per_thread?: Amount | Removed;
  /** UInt64, default 4194304. */
  readonly max_joined_block_size_bytes?: Amount | Removed;
  /** UInt64, default 65409. */
  readonly max_joined_block_size_rows?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_limit_for_vector_search_queries?: Amount | Removed;
  /** UInt64, default 64; obsolete 26.1. */
  readonly max_live_view_insert_blocks_before_refresh?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_local_read_bandwidth?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_local_write_bandwidth?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_memory_usage?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_memory_usage_for_user?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_network_bandwidth?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_network_bandwidth_for_all_users?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_network_bandwidth_for_user?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_network_bytes?: Amount | Removed;
  /** UInt64, default 128. */
  readonly max_number_of_partitions_for_independent_aggregation?: Amount | Removed;
  /** UInt64, default 128; since 26.9. */
  readonly max_number_of_partitions_for_independent_distinct?: Amount | Removed;
  /** UInt64, default 128; since 26.9. */
  readonly max_number_of_partitions_for_independent_window?: Amount | Removed;
  /** Float, default 0. */
  readonly max_os_cpu_wait_time_ratio_to_throw?: Amount | Removed;
  /** NonZeroUInt64, default 1000. */
  readonly max_parallel_replicas?: Amount | Removed;
  /** UInt64, default 1000000. */
  readonly max_parser_backtracks?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_parser_depth?: Amount | Removed;
  /** MaxThreads, default auto. */
  readonly max_parsing_threads?: Amount | 'auto' | Removed;
  /** UInt64, default 50000000000. */
  readonly max_partition_size_to_drop?: Amount | Removed;
  /** UInt64, default 100. */
  readonly max_partitions_per_insert_block?: Amount | Removed;
  /** Int64, default -1. */
  readonly max_partitions_to_read?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_parts_to_move?: Amount | Removed;
  /** UInt64, default 1000000; since 26.1. */
  readonly max_projection_rows_to_use_projection_index?: Amount | Removed;
  /** UInt64, default 262144. */
  readonly max_query_size?: Amount | Removed;
  /** Float, default 1000000; since 26.5. */
  readonly max_rand_distribution_parameter?: Amount | Removed;
  /** UInt64, default 1000000000; since 26.5. */
  readonly max_rand_distribution_trials?: Amount | Removed;
  /** NonZeroUInt64, default 1048576. */
  readonly max_read_buffer_size?: Amount | Removed;
  /** UInt64, default 131072. */
  readonly max_read_buffer_size_local_fs?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_read_buffer_size_remote_fs?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_recursive_cte_evaluation_depth?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_remote_read_network_bandwidth?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_remote_write_network_bandwidth?: Amount | Removed;
  /** UInt64, default 300. */
  readonly max_replica_delay_for_distributed_queries?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_result_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_result_rows?: Amount | Removed;
  /** UInt64, default 104857600; since 26.1. */
  readonly max_reverse_dictionary_lookup_cache_size_bytes?: Amount | Removed;
  /** UInt64, default 10000000; since 26.5. */
  readonly max_rows_for_lazy_final?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_in_distinct?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_in_join?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_in_set?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_in_set_to_optimize_join?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_to_group_by?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_to_read?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_to_read_leaf?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_to_sort?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_rows_to_transfer?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_sessions_for_user?: Amount | Removed;
  /** UInt64, default 1000000000000. */
  readonly max_size_to_preallocate_for_aggregation?: Amount | Removed;
  /** UInt64, default 1000000000000. */
  readonly max_size_to_preallocate_for_joins?: Amount | Removed;
  /** UInt64, default 0; since 26.3. */
  readonly max_skip_unavailable_shards_num?: Amount | Removed;
  /** Float, default 0; since 26.3. */
  readonly max_skip_unavailable_shards_ratio?: Amount | Removed;
  /** UInt64, default 0; since 26.1. */
  readonly max_streams_for_files_processing_in_cluster_functions?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_streams_for_merge_tree_reading?: Amount | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly max_streams_for_union_step?: Amount | Removed;
  /** Float, default 8; since 26.5. */
  readonly max_streams_for_union_step_to_max_threads_ratio?: Amount | Removed;
  /** Float, default 5. */
  readonly max_streams_multiplier_for_merge_tables?: Amount | Removed;
  /** Float, default 1. */
  readonly max_streams_to_max_threads_ratio?: Amount | Removed;
  /** UInt64, default 100. */
  readonly max_subquery_depth?: Amount | Removed;
  /** UInt64, default 50000000000. */
  readonly max_table_size_to_drop?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_temporary_columns?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_temporary_data_on_disk_size_for_query?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_temporary_data_on_disk_size_for_user?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_temporary_non_const_columns?: Amount | Removed;
  /** MaxThreads, default auto. */
  readonly max_threads?: Amount | 'auto' | Removed;
  /** UInt64, default 0. */
  readonly max_threads_for_indexes?: Amount | Removed;
  /** UInt64, default 1073741824; since 26.5. */
  readonly max_threads_min_free_memory_per_thread?: Amount | Removed;
  /** UInt64, default 4194304. */
  readonly max_untracked_memory?: Amount | Removed;
  /** UInt64, default 1000000; since 26.5. */
  readonly max_wkb_geometry_elements?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly memory_overcommit_ratio_denominator?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly memory_overcommit_ratio_denominator_for_user?: Amount | Removed;
  /** UInt64, default 0. */
  readonly memory_profiler_sample_max_allocation_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly memory_profiler_sample_min_allocation_size?: Amount | Removed;
  /** Float, default 0. */
  readonly memory_profiler_sample_probability?: Amount | Removed;
  /** UInt64, default 4194304. */
  readonly memory_profiler_step?: Amount | Removed;
  /** Float, default 0. */
  readonly memory_tracker_fault_probability?: Amount | Removed;
  /** UInt64, default 5000000. */
  readonly memory_usage_overcommit_max_wait_microseconds?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly merge_table_max_tables_to_look_for_schema_inference?: Amount | Removed;
  /** UInt64, default 8. */
  readonly merge_tree_coarse_index_granularity?: Amount | Removed;
  /** UInt64, default 16. */
  readonly merge_tree_compact_parts_min_granules_to_multibuffer_read?: Amount | Removed;
  /** Bool, default 1. */
  readonly merge_tree_determine_task_size_by_prewhere_columns?: Switch | Removed;
  /** UInt64, default 0; since 26.7. */
  readonly merge_tree_generic_exclusion_search_max_steps?: Amount | Removed;
  /** UInt64, default 2013265920. */
  readonly merge_tree_max_bytes_to_use_cache?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly merge_tree_max_rows_to_use_cache?: Amount | Removed;
  /** UInt64, default 251658240. */
  readonly merge_tree_min_bytes_for_concurrent_read?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_tree_min_bytes_for_concurrent_read_for_remote_filesystem?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_tree_min_bytes_for_seek?: Amount | Removed;
  /** UInt64, default 65536; since 26.9. */
  readonly merge_tree_min_bytes_per_read_stream?: Amount | Removed;
  /** UInt64, default 2097152. */
  readonly merge_tree_min_bytes_per_task_for_remote_reading?: Amount | Removed;
  /** NonZeroUInt64, default 8. */
  readonly merge_tree_min_read_task_size?: Amount | Removed;
  /** UInt64, default 163840. */
  readonly merge_tree_min_rows_for_concurrent_read?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_tree_min_rows_for_concurrent_read_for_remote_filesystem?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_tree_min_rows_for_seek?: Amount | Removed;
  /** Bool, default 1; since 26.9. */
  readonly merge_tree_prefetch_json_shared_data_substreams?: Switch | Removed;
  /** Float, default 0. */
  readonly merge_tree_read_split_ranges_into_intersecting_and_non_intersecting_injection_probability?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_tree_storage_snapshot_sleep_ms?: Amount | Removed;
  /** Bool, default 1. */
  readonly merge_tree_use_const_size_tasks_for_remote_reading?: Switch | Removed;
  /** Bool, default 1. */
  readonly merge_tree_use_deserialization_prefixes_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly merge_tree_use_prefixes_deserialization_thread_pool?: Switch | Removed;
  /** Bool, default 0. */
  readonly merge_tree_use_v1_object_and_dynamic_serialization?: Switch | Removed;
  /** Bool, default 0. */
  readonly metrics_perf_events_enabled?: Switch | Removed;
  /** String. */
  readonly metrics_perf_events_list?: Text | Removed;
  /** UInt64, default 0. */
  readonly min_bytes_to_use_direct_io?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_bytes_to_use_mmap_io?: Amount | Removed;
  /** NonZeroUInt64, default 10485760. */
  readonly min_chunk_bytes_for_parallel_parsing?: Amount | Removed;
  /** UInt64, default 65536. */
  readonly min_compress_block_size?: Amount | Removed;
  /** UInt64, default 3. */
  readonly min_count_to_compile_aggregate_expression?: Amount | Removed;
  /** UInt64, default 3. */
  readonly min_count_to_compile_expression?: Amount | Removed;
  /** UInt64, default 3; since 26.7. */
  readonly min_count_to_compile_regular_expression?: Amount | Removed;
  /** UInt64, default 3. */
  readonly min_count_to_compile_sort_description?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_execution_speed?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_execution_speed_bytes?: Amount | Removed;
  /** UInt64, default 268402944. */
  readonly min_external_table_block_size_bytes?: Amount | Removed;
  /** UInt64, default 1048449. */
  readonly min_external_table_block_size_rows?: Amount | Removed;
  /** Float, default 0.5; since 26.5. */
  readonly min_filtered_ratio_for_lazy_final?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_free_disk_bytes_to_perform_insert?: Amount | Removed;
  /** Float, default 0. */
  readonly min_free_disk_ratio_to_perform_insert?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_free_disk_space_for_temporary_data?: Amount | Removed;
  /** Float, default 0.5. */
  readonly min_hit_rate_to_use_consecutive_keys_optimization?: Amount | Removed;
  /** UInt64, default 268402944. */
  readonly min_insert_block_size_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_insert_block_size_bytes_for_materialized_views?: Amount | Removed;
  /** UInt64, default 1048449. */
  readonly min_insert_block_size_rows?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_insert_block_size_rows_for_materialized_views?: Amount | Removed;
  /** UInt64, default 524288. */
  readonly min_joined_block_size_bytes?: Amount | Removed;
  /** UInt64, default 65409. */
  readonly min_joined_block_size_rows?: Amount | Removed;
  /** Float, default 0. */
  readonly min_os_cpu_wait_time_ratio_to_throw?: Amount | Removed;
  /** UInt64, default 24. */
  readonly min_outstreams_per_resize_after_split?: Amount | Removed;
  /** Double, default 5; since 26.9. */
  readonly min_rows_ratio_for_hash_join_row_store?: Amount | Removed;
  /** UInt64, default 1000000; since 26.1. */
  readonly min_table_rows_to_use_projection_index?: Amount | Removed;
  /** Bool, default 1. */
  readonly mongodb_throw_on_unsupported_query?: Switch | Removed;
  /** Bool, default 1. */
  readonly move_all_conditions_to_prewhere?: Switch | Removed;
  /** Bool, default 1. */
  readonly move_primary_key_columns_to_end_of_prewhere?: Switch | Removed;
  /** Bool, default 0. */
  readonly multiple_joins_try_to_keep_original_names?: Switch | Removed;
  /** Bool, default 0. */
  readonly mutations_execute_nondeterministic_on_initiator?: Switch | Removed;
  /** Bool, default 0. */
  readonly mutations_execute_subqueries_on_initiator?: Switch | Removed;
  /** UInt64, default 16384. */
  readonly mutations_max_literal_size_to_replace?: Amount | Removed;
  /** UInt64, default 1. */
  readonly mutations_sync?: Amount | Removed;
  /** MySQLDataTypesSupport. */
  readonly mysql_datatypes_support_level?: Text | Removed;
  /** Bool, default 1. */
  readonly mysql_map_fixed_string_to_text_in_show_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly mysql_map_string_to_text_in_show_columns?: Switch | Removed;
  /** UInt64, default 65536. */
  readonly mysql_max_rows_to_insert?: Amount | Removed;
  /** String, default ZSTD. */
  readonly network_compression_method?: Text | Removed;
  /** Int64, default 3. */
  readonly network_zstd_compression_level?: Amount | Removed;
  /** Bool, default 1. */
  readonly normalize_function_names?: Switch | Removed;
  /** UInt64, default 0. */
  readonly number_of_mutations_to_delay?: Amount | Removed;
  /** UInt64, default 0. */
  readonly number_of_mutations_to_throw?: Amount | Removed;
  /** UInt64, default 16. */
  readonly odbc_bridge_connection_pool_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly odbc_bridge_use_connection_pooling?: Switch | Removed;
  /** Double, default 0. */
  readonly offset?: Amount | Removed;
  /** FloatAuto, default auto; since 26.3. */
  readonly opentelemetry_start_keeper_trace_probability?: Amount | 'auto' | Removed;
  /** Float, default 0. */
  readonly opentelemetry_start_trace_probability?: Amount | Removed;
  /** Bool, default 0. */
  readonly opentelemetry_trace_cpu_scheduling?: Switch | Removed;
  /** Bool, default 0. */
  readonly opentelemetry_trace_processors?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_aggregation_in_order?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_aggregation_in_order_limit?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_aggregators_of_group_by_keys?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_and_compare_chain?: Switch | Removed;
  /** UInt64, default 5000000; since 26.7. */
  readonly optimize_and_compare_chain_max_hash_work?: Amount | Removed;
  /** Bool, default 0. */
  readonly optimize_append_index?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_arithmetic_operations_in_aggregate_functions?: Switch | Removed;
  /** Int64, default 256; since 26.1. */
  readonly optimize_const_name_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly optimize_count_from_files?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly optimize_dictget_tuple_element?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_distinct_in_order?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_distributed_group_by_sharding_key?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly optimize_dry_run_check_part?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly optimize_empty_string_comparisons?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_extract_common_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_functions_to_subcolumns?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_group_by_constant_keys?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_group_by_function_keys?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_if_chain_to_multiif?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_if_transform_strings_to_enum?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_injective_functions_in_group_by?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_injective_functions_in_limit_by?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_injective_functions_inside_uniq?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly optimize_inverse_dictionary_lookup?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_limit_by_function_keys?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_limit_by_in_order?: Switch | Removed;
  /** UInt64, default 3. */
  readonly optimize_min_equality_disjunction_chain_length?: Amount | Removed;
  /** UInt64, default 3. */
  readonly optimize_min_inequality_conjunction_chain_length?: Amount | Removed;
  /** Bool, default 1. */
  readonly optimize_move_to_prewhere?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_move_to_prewhere_if_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_multiif_to_if?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly optimize_mutations_with_partition_pruning?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_normalize_count_variants?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_on_insert?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_or_like_chain?: Switch | Removed;
  /** UInt64, default 10; since 26.7. */
  readonly optimize_or_like_chain_min_patterns?: Amount | Removed;
  /** UInt64, default 4; since 26.7. */
  readonly optimize_or_like_chain_min_substrings?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly optimize_prewhere_after_pushdown?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly optimize_qbit_distance_function_reads?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_read_in_order?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly optimize_read_in_reverse_order_final?: Switch | Removed;
  /** Bool, default 0; alias query_plan_reuse_storage_ordering_for_window_functions. */
  readonly optimize_read_in_window_order?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_redundant_comparisons?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_redundant_functions_in_order_by?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_respect_aliases?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_rewrite_aggregate_function_with_if?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_rewrite_array_exists_to_has?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly optimize_rewrite_has_to_in?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly optimize_rewrite_like_perfect_affix?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_rewrite_regexp_functions?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_rewrite_sum_if_to_count_if?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_skip_merged_partitions?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_skip_unused_shards?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly optimize_skip_unused_shards_limit?: Amount | Removed;
  /** UInt64, default 0. */
  readonly optimize_skip_unused_shards_nesting?: Amount | Removed;
  /** Bool, default 1. */
  readonly optimize_skip_unused_shards_rewrite_in?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_sorting_by_input_stream_properties?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_substitute_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_syntax_fuse_functions?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_throw_if_noop?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_time_filter_with_preimage?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_trivial_approximate_count_query?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_trivial_count_query?: Switch | Removed;
  /** Bool, default 1; since 26.7; tier beta. */
  readonly optimize_trivial_count_with_sparsity_filter?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly optimize_trivial_group_by_limit_query?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_trivial_insert_select?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly optimize_trivial_view_pushdown_to_distributed?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly optimize_truncate_order_by_after_group_by_keys?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_uniq_to_count?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_use_implicit_projections?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_use_projection_filtering?: Switch | Removed;
  /** Bool, default 1. */
  readonly optimize_use_projections?: Switch | Removed;
  /** Bool, default 0. */
  readonly optimize_using_constraints?: Switch | Removed;
  /** String; since 26.9. */
  readonly order?: Text | Removed;
  /** Int32, default 0; alias os_threads_nice_value_query. */
  readonly os_thread_priority?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly os_threads_nice_value_materialized_view?: Amount | Removed;
  /** Int32, default 0; since 26.1. */
  readonly os_threads_nice_value_query?: Amount | Removed;
  /** String; since 26.9. */
  readonly output_format?: Text | Removed;
  /** Bool, default 0; since 26.7. */
  readonly output_format_always_write_decimal_point_in_float_and_decimal?: Switch | Removed;
  /** ArrowCompression, default lz4_frame. */
  readonly output_format_arrow_compression_method?: "lz4_frame" | "none" | "zstd" | Removed;
  /** Bool, default 0; since 26.3. */
  readonly output_format_arrow_date_as_uint16?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_arrow_fixed_string_as_fixed_byte_array?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_arrow_low_cardinality_as_dictionary?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly output_format_arrow_parallel_encoding?: Switch | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly output_format_arrow_record_batch_size?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly output_format_arrow_record_batch_size_bytes?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_arrow_string_as_string?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly output_format_arrow_unsupported_types_as_binary?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_arrow_use_64_bit_indexes_for_dictionary?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly output_format_arrow_use_native_writer?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_arrow_use_signed_indexes_for_dictionary?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly output_format_arrow_uuid_as_fixed_byte_array?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly output_format_arrow_variant_as_string?: Switch | Removed;
  /** String. */
  readonly output_format_avro_codec?: Text | Removed;
  /** String; since 26.5. */
  readonly output_format_avro_confluent_subject?: Text | Removed;
  /** UInt64, default 1. */
  readonly output_format_avro_rows_in_file?: Amount | Removed;
  /** String. */
  readonly output_format_avro_string_column_pattern?: Text | Removed;
  /** UInt64, default 16384. */
  readonly output_format_avro_sync_interval?: Amount | Removed;
  /** Bool, default 0. */
  readonly output_format_binary_encode_types_in_binary_format?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_binary_write_json_as_string?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_bson_string_as_string?: Switch | Removed;
  /** UInt64, default 3. */
  readonly output_format_compression_level?: Amount | Removed;
  /** UInt64, default 0. */
  readonly output_format_compression_zstd_window_log?: Amount | Removed;
  /** Bool, default 0. */
  readonly output_format_csv_crlf_end_of_line?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly output_format_csv_header_serialize_tuple_into_separate_columns?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_csv_serialize_tuple_into_separate_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_decimal_trailing_zeros?: Switch | Removed;
  /** UInt64, default 0; since 26.7. */
  readonly output_format_float_precision?: Amount | Removed;
  /** UInt64, default 1024; since 26.7. */
  readonly output_format_image_height?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly output_format_image_streaming_animation?: Switch | Removed;
  /** String; since 26.7. */
  readonly output_format_image_terminal_mode?: Text | Removed;
  /** UInt64, default 60; since 26.9. */
  readonly output_format_image_time_divisor_seconds?: Amount | Removed;
  /** UInt64, default 1; since 26.9. */
  readonly output_format_image_time_multiplier_seconds?: Amount | Removed;
  /** UInt64, default 1024; since 26.7. */
  readonly output_format_image_width?: Amount | Removed;
  /** Bool, default 0. */
  readonly output_format_json_array_of_rows?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_json_escape_forward_slashes?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_map_as_array_of_tuples?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_json_named_tuples_as_objects?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_json_pretty_print?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_quote_64bit_floats?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_quote_64bit_integers?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_quote_decimals?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_quote_denormals?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_skip_null_value_in_named_tuples?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_json_validate_utf8?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_markdown_escape_special_characters?: Switch | Removed;
  /** MsgPackUUIDRepresentation, default ext. */
  readonly output_format_msgpack_uuid_representation?: "bin" | "ext" | "str" | Removed;
  /** Bool, default 0. */
  readonly output_format_native_encode_types_in_binary_format?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_native_use_flattened_dynamic_and_json_serialization?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_native_write_json_as_string?: Switch | Removed;
  /** UInt64, default 262144. */
  readonly output_format_orc_compression_block_size?: Amount | Removed;
  /** ORCCompression, default zstd. */
  readonly output_format_orc_compression_method?: "lz4" | "none" | "snappy" | "zlib" | "zstd" | Removed;
  /** Double, default 0. */
  readonly output_format_orc_dictionary_key_size_threshold?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly output_format_orc_row_index_stride?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_orc_string_as_string?: Switch | Removed;
  /** String, default GMT. */
  readonly output_format_orc_writer_time_zone_name?: Text | Removed;
  /** Bool, default 1. */
  readonly output_format_parallel_formatting?: Switch | Removed;
  /** NonZeroUInt64, default 1024. */
  readonly output_format_parquet_batch_size?: Amount | Removed;
  /** Double, default 10.5. */
  readonly output_format_parquet_bloom_filter_bits_per_value?: Amount | Removed;
  /** UInt64, default 134217728. */
  readonly output_format_parquet_bloom_filter_flush_threshold_bytes?: Amount | Removed;
  /** Bool, default 1; obsolete 26.5. */
  readonly output_format_parquet_compliant_nested_types?: Switch | Removed;
  /** ParquetCompression, default zstd. */
  readonly output_format_parquet_compression_method?: "brotli" | "gzip" | "lz4" | "none" | "snappy" | "zstd" | Removed;
  /** UInt64, default 1048576. */
  readonly output_format_parquet_data_page_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly output_format_parquet_date_as_uint16?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_parquet_datetime_as_uint32?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_enum_as_byte_array?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_fixed_string_as_fixed_byte_array?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_geometadata?: Switch | Removed;
  /** UInt64, default 1048576. */
  readonly output_format_parquet_max_dictionary_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_parallel_encoding?: Switch | Removed;
  /** UInt64, default 1000000. */
  readonly output_format_parquet_row_group_size?: Amount | Removed;
  /** UInt64, default 536870912. */
  readonly output_format_parquet_row_group_size_bytes?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_string_as_string?: Switch | Removed;
  /** Bool, default 1; obsolete 26.5. */
  readonly output_format_parquet_use_custom_encoder?: Switch | Removed;
  /** ParquetVersion, default 2.latest; obsolete 26.5. */
  readonly output_format_parquet_version?: "1.0" | "2.4" | "2.6" | "2.latest" | Removed;
  /** Bool, default 0; since 26.9. */
  readonly output_format_parquet_wide_integer_as_decimal?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_write_bloom_filter?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly output_format_parquet_write_checksums?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_parquet_write_page_index?: Switch | Removed;
  /** UInt64Auto, default auto. */
  readonly output_format_pretty_color?: Amount | 'auto' | Removed;
  /** UInt64, default 1. */
  readonly output_format_pretty_display_footer_column_names?: Amount | Removed;
  /** UInt64, default 50. */
  readonly output_format_pretty_display_footer_column_names_min_rows?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_pretty_fallback_to_vertical?: Switch | Removed;
  /** UInt64, default 10. */
  readonly output_format_pretty_fallback_to_vertical_max_rows_per_chunk?: Amount | Removed;
  /** UInt64, default 5. */
  readonly output_format_pretty_fallback_to_vertical_min_columns?: Amount | Removed;
  /** UInt64, default 250. */
  readonly output_format_pretty_fallback_to_vertical_min_table_width?: Amount | Removed;
  /** UInt64Auto, default auto. */
  readonly output_format_pretty_glue_chunks?: Amount | 'auto' | Removed;
  /** String, default UTF-8. */
  readonly output_format_pretty_grid_charset?: Text | Removed;
  /** Bool, default 1. */
  readonly output_format_pretty_highlight_digit_groups?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_pretty_highlight_trailing_spaces?: Switch | Removed;
  /** UInt64, default 24. */
  readonly output_format_pretty_max_column_name_width_cut_to?: Amount | Removed;
  /** UInt64, default 4. */
  readonly output_format_pretty_max_column_name_width_min_chars_to_cut?: Amount | Removed;
  /** UInt64, default 250. */
  readonly output_format_pretty_max_column_pad_width?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly output_format_pretty_max_rows?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly output_format_pretty_max_value_width?: Amount | Removed;
  /** UInt64, default 0. */
  readonly output_format_pretty_max_value_width_apply_for_single_value?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_pretty_multiline_fields?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly output_format_pretty_named_tuples_as_json?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_pretty_row_numbers?: Switch | Removed;
  /** UInt64, default 1000000. */
  readonly output_format_pretty_single_large_number_tip_threshold?: Amount | Removed;
  /** UInt64, default 50. */
  readonly output_format_pretty_squash_consecutive_ms?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly output_format_pretty_squash_max_wait_ms?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly output_format_pretty_use_nbsp_for_padding?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_protobuf_nullables_with_google_wrappers?: Switch | Removed;
  /** String. */
  readonly output_format_schema?: Text | Removed;
  /** Bool, default 1. */
  readonly output_format_sql_insert_include_column_names?: Switch | Removed;
  /** UInt64, default 65409. */
  readonly output_format_sql_insert_max_batch_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly output_format_sql_insert_quote_names?: Switch | Removed;
  /** String, default table. */
  readonly output_format_sql_insert_table_name?: Text | Removed;
  /** Bool, default 0. */
  readonly output_format_sql_insert_use_replace?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly output_format_trim_fixed_string?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_tsv_crlf_end_of_line?: Switch | Removed;
  /** Bool, default 0. */
  readonly output_format_values_escape_quote_with_quote?: Switch | Removed;
  /** Bool, default 1. */
  readonly output_format_write_statistics?: Switch | Removed;
  /** Double, default 0; since 26.9. */
  readonly page?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly page_cache_block_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly page_cache_inject_eviction?: Switch | Removed;
  /** UInt64, default 16. */
  readonly page_cache_lookahead_blocks?: Amount | Removed;
  /** UInt64, default 16777216; since 26.5. */
  readonly page_cache_max_coalesced_bytes?: Amount | Removed;
  /** Int64, default -1; since 26.5; tier experimental. */
  readonly paimon_target_snapshot_id?: Amount | Removed;
  /** Int64, default 10000; tier experimental. */
  readonly pandas_analyze_sample?: Amount | Removed;
  /** UInt64, default 2. */
  readonly parallel_distributed_insert_select?: Amount | Removed;
  /** UInt64, default 100000. */
  readonly parallel_hash_join_threshold?: Amount | Removed;
  /** Bool, default 1; since 26.3. */
  readonly parallel_non_joined_rows_processing?: Switch | Removed;
  /** UInt64, default 0; tier beta. */
  readonly parallel_replica_offset?: Amount | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_allow_in_with_subquery?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly parallel_replicas_allow_materialized_views?: Switch | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly parallel_replicas_allow_merge_tables?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier beta. */
  readonly parallel_replicas_allow_view_over_mergetree?: Switch | Removed;
  /** Milliseconds, default 300. */
  readonly parallel_replicas_connect_timeout_ms?: Amount | Removed;
  /** UInt64, default 0; tier beta. */
  readonly parallel_replicas_count?: Amount | Removed;
  /** String; tier beta. */
  readonly parallel_replicas_custom_key?: Text | Removed;
  /** UInt64, default 0; tier beta. */
  readonly parallel_replicas_custom_key_range_lower?: Amount | Removed;
  /** UInt64, default 0; tier beta. */
  readonly parallel_replicas_custom_key_range_upper?: Amount | Removed;
  /** Bool, default 0; since 26.1; tier beta. */
  readonly parallel_replicas_filter_pushdown?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_for_cluster_engines?: Switch | Removed;
  /** Bool, default 0. */
  readonly parallel_replicas_for_non_replicated_merge_tree?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_index_analysis_only_on_coordinator?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_insert_select_local_pipeline?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_local_plan?: Switch | Removed;
  /** UInt64, default 0. */
  readonly parallel_replicas_mark_segment_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly parallel_replicas_min_number_of_rows_per_replica?: Amount | Removed;
  /** ParallelReplicasMode, default read_tasks. */
  readonly parallel_replicas_mode?: "auto" | "custom_key_range" | "custom_key_sampling" | "read_tasks" | "sampling_key" | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_only_with_analyzer?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly parallel_replicas_plan_based?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_prefer_local_join?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly parallel_replicas_prefer_local_replica?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallel_replicas_support_projection?: Switch | Removed;
  /** Bool, default 0. */
  readonly parallel_view_processing?: Switch | Removed;
  /** Bool, default 1. */
  readonly parallelize_output_from_storages?: Switch | Removed;
  /** Bool, default 0. */
  readonly parsedatetime_e_requires_space_padding?: Switch | Removed;
  /** Bool, default 1. */
  readonly parsedatetime_parse_without_leading_zeros?: Switch | Removed;
  /** UInt64, default 0. */
  readonly partial_merge_join_left_table_buffer_bytes?: Amount | Removed;
  /** UInt64, default 65536. */
  readonly partial_merge_join_rows_in_right_blocks?: Amount | Removed;
  /** Bool, default 0. */
  readonly partial_result_on_first_cancel?: Switch | Removed;
  /** UInt64, default 0. */
  readonly parts_to_delay_insert?: Amount | Removed;
  /** UInt64, default 0. */
  readonly parts_to_throw_insert?: Amount | Removed;
  /** Bool, default 0. */
  readonly per_part_index_stats?: Switch | Removed;
  /** Seconds, default 60; obsolete 26.1. */
  readonly periodic_live_view_refresh?: Amount | Removed;
  /** UInt64, default 10. */
  readonly poll_interval?: Amount | Removed;
  /** String; since 26.3; tier experimental. */
  readonly polyglot_dialect?: Text | Removed;
  /** UInt64, default 2. */
  readonly postgresql_connection_attempt_timeout?: Amount | Removed;
  /** Bool, default 0. */
  readonly postgresql_connection_pool_auto_close_connection?: Switch | Removed;
  /** UInt64, default 2. */
  readonly postgresql_connection_pool_retries?: Amount | Removed;
  /** UInt64, default 16. */
  readonly postgresql_connection_pool_size?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly postgresql_connection_pool_wait_timeout?: Amount | Removed;
  /** Float, default 0. */
  readonly postgresql_fault_injection_probability?: Amount | Removed;
  /** Bool, default 1. */
  readonly precise_float_parsing?: Switch | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly predicate_statistics_sample_rate?: Amount | Removed;
  /** Bool, default 0. */
  readonly prefer_column_name_to_alias?: Switch | Removed;
  /** UInt64, default 16744704. */
  readonly prefer_external_sort_block_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly prefer_global_in_and_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly prefer_localhost_replica?: Switch | Removed;
  /** Int64, default 0. */
  readonly prefer_warmed_unmerged_parts_seconds?: Amount | Removed;
  /** UInt64, default 1000000. */
  readonly preferred_block_size_bytes?: Amount | Removed;
  /** UInt64, default 0. */
  readonly preferred_max_column_in_block_size_bytes?: Amount | Removed;
  /** String. */
  readonly preferred_optimize_projection_name?: Text | Removed;
  /** UInt64, default 1048576. */
  readonly prefetch_buffer_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly print_pretty_type_names?: Switch | Removed;
  /** UInt64, default 0. */
  readonly priority?: Amount | Removed;
  /** String; tier privatepreview. */
  readonly promql_database?: Text | Removed;
  /** FloatAuto, default auto; since 26.1; tier privatepreview. */
  readonly promql_evaluation_time?: Amount | 'auto' | Removed;
  /** String; tier privatepreview. */
  readonly promql_table?: Text | Removed;
  /** Bool, default 1. */
  readonly push_external_roles_in_interserver_queries?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_cache_compress_entries?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly query_cache_for_subqueries?: Switch | Removed;
  /** UInt64, default 0. */
  readonly query_cache_max_entries?: Amount | Removed;
  /** UInt64, default 0. */
  readonly query_cache_max_size_in_bytes?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly query_cache_min_query_duration?: Amount | Removed;
  /** UInt64, default 0. */
  readonly query_cache_min_query_runs?: Amount | Removed;
  /** QueryResultCacheNondeterministicFunctionHandling, default throw. */
  readonly query_cache_nondeterministic_function_handling?: "ignore" | "save" | "throw" | Removed;
  /** Bool, default 0. */
  readonly query_cache_share_between_users?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_cache_squash_partial_results?: Switch | Removed;
  /** QueryResultCacheSystemTableHandling, default throw. */
  readonly query_cache_system_table_handling?: "ignore" | "save" | "throw" | Removed;
  /** String. */
  readonly query_cache_tag?: Text | Removed;
  /** Seconds, default 60. */
  readonly query_cache_ttl?: Amount | Removed;
  /** Bool, default 0; obsolete 26.3. */
  readonly query_condition_cache_store_conditions_as_plaintext?: Switch | Removed;
  /** Int64, default -1. */
  readonly query_metric_log_interval?: Amount | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_aggregation_bucket_top_k?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_aggregation_in_order?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly query_plan_convert_any_join_to_semi_or_anti_join?: Switch | Removed;
  /** Bool, default 0. */
  readonly query_plan_convert_join_to_in?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_convert_outer_join_to_inner_join?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly query_plan_direct_read_from_text_index?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly query_plan_display_internal_aliases?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_enable_multithreading_after_window_functions?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_enable_optimizations?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_execute_functions_after_sorting?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_filter_push_down?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_fuse_filter_into_array_join?: Switch | Removed;
  /** Bool, default 0. */
  readonly query_plan_join_shard_by_pk_ranges?: Switch | Removed;
  /** BoolAuto, default auto. */
  readonly query_plan_join_swap_table?: Switch | 'auto' | Removed;
  /** Bool, default 1. */
  readonly query_plan_lift_up_array_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_lift_up_union?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly query_plan_lower_array_join_function?: Switch | Removed;
  /** UInt64, default 1000; since 26.7. */
  readonly query_plan_max_limit_for_join_lazy_indexing?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly query_plan_max_limit_for_lazy_materialization?: Amount | Removed;
  /** UInt64, default 1000; since 26.1. */
  readonly query_plan_max_limit_for_top_k_optimization?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly query_plan_max_optimizations_to_apply?: Amount | Removed;
  /** UInt64, default 10000; since 26.7. */
  readonly query_plan_max_set_size_for_projection_match?: Amount | Removed;
  /** UInt64, default 500; since 26.1. */
  readonly query_plan_max_step_description_length?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly query_plan_merge_expression_into_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_merge_expressions?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_merge_filter_into_join_condition?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_merge_filters?: Switch | Removed;
  /** UInt64, default 3; since 26.7. */
  readonly query_plan_min_columns_for_join_lazy_indexing?: Amount | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_optimize_count_from_text_index?: Switch | Removed;
  /** JoinOrderAlgorithm, default greedy; since 26.1; tier experimental. */
  readonly query_plan_optimize_join_order_algorithm?: Text | Removed;
  /** JoinOrderConflictDetector; since 26.9; tier experimental. */
  readonly query_plan_optimize_join_order_conflict_detector?: "" | "a" | "c" | Removed;
  /** UInt64, default 10; since 26.1. */
  readonly query_plan_optimize_join_order_limit?: Amount | Removed;
  /** UInt64, default 100000; since 26.7; tier experimental. */
  readonly query_plan_optimize_join_order_max_searched_plans?: Amount | Removed;
  /** UInt64, default 0; since 26.5; tier experimental. */
  readonly query_plan_optimize_join_order_randomize?: Amount | Removed;
  /** Bool, default 0; since 26.5. */
  readonly query_plan_optimize_lazy_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_optimize_lazy_materialization?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_optimize_lazy_materialization_for_file?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_optimize_lazy_materialization_for_object_storage?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_optimize_prewhere?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_propagate_predicate_across_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_push_down_limit?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_push_down_volume_reducing_functions?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly query_plan_push_limit_by_into_sort?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_read_in_order?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly query_plan_read_in_order_through_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_remove_redundant_distinct?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_remove_redundant_sorting?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly query_plan_remove_unused_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly query_plan_reuse_storage_ordering_for_window_functions?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly query_plan_short_circuit_constant_false_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_split_filter?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly query_plan_text_index_add_hint?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly query_plan_top_k_through_join?: Switch | Removed;
  /** Bool, default 1. */
  readonly query_plan_try_use_vector_search?: Switch | Removed;
  /** Bool, default 1; since 26.1; obsolete 26.5. */
  readonly query_plan_use_logical_join_step?: Switch | Removed;
  /** Bool, default 1; obsolete 26.5. */
  readonly query_plan_use_new_logical_join_step?: Switch | Removed;
  /** UInt64, default 1000000000. */
  readonly query_profiler_cpu_time_period_ns?: Amount | Removed;
  /** UInt64, default 1000000000. */
  readonly query_profiler_real_time_period_ns?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly queue_max_wait_ms?: Amount | Removed;
  /** Milliseconds, default 5000. */
  readonly rabbitmq_max_wait_ms?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly read_backoff_max_throughput?: Amount | Removed;
  /** UInt64, default 1. */
  readonly read_backoff_min_concurrency?: Amount | Removed;
  /** UInt64, default 2. */
  readonly read_backoff_min_events?: Amount | Removed;
  /** Milliseconds, default 1000. */
  readonly read_backoff_min_interval_between_events_ms?: Amount | Removed;
  /** Milliseconds, default 1000. */
  readonly read_backoff_min_latency_ms?: Amount | Removed;
  /** Bool, default 0; since 26.1. */
  readonly read_from_distributed_cache_if_exists_otherwise_bypass_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly read_from_filesystem_cache_if_exists_otherwise_bypass_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly read_from_page_cache_if_exists_otherwise_bypass_cache?: Switch | Removed;
  /** UInt64, default 100. */
  readonly read_in_order_two_level_merge_threshold?: Amount | Removed;
  /** Bool, default 1. */
  readonly read_in_order_use_buffering?: Switch | Removed;
  /** Bool, default 1. */
  readonly read_in_order_use_virtual_row?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly read_in_order_use_virtual_row_per_block?: Switch | Removed;
  /** OverflowMode, default throw. */
  readonly read_overflow_mode?: "break" | "throw" | Removed;
  /** OverflowMode, default throw. */
  readonly read_overflow_mode_leaf?: "break" | "throw" | Removed;
  /** Int64, default 0. */
  readonly read_priority?: Amount | Removed;
  /** Bool, default 0; obsolete 26.9. */
  readonly read_through_distributed_cache?: Switch | Removed;
  /** UInt64, default 1048576; since 26.9; tier experimental. */
  readonly reader_executor_block_size?: Amount | Removed;
  /** UInt64, default 1048576; since 26.7; tier experimental. */
  readonly reader_executor_max_tail_for_drain?: Amount | Removed;
  /** UInt64, default 2097152; since 26.7; tier experimental. */
  readonly reader_executor_min_bytes_for_seek?: Amount | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly reader_executor_use_long_connections?: Switch | Removed;
  /** UInt64, default 8388608; since 26.9; tier experimental. */
  readonly reader_executor_window_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly readonly?: Amount | Removed;
  /** Milliseconds, default 2000. */
  readonly receive_data_timeout_ms?: Amount | Removed;
  /** Seconds, default 300. */
  readonly receive_timeout?: Amount | Removed;
  /** UInt64, default 10; since 26.5. */
  readonly recursive_cte_max_steps_in_type_inference?: Amount | Removed;
  /** Bool, default 1. */
  readonly regexp_dict_allow_hyperscan?: Switch | Removed;
  /** Bool, default 0. */
  readonly regexp_dict_flag_case_insensitive?: Switch | Removed;
  /** Bool, default 0. */
  readonly regexp_dict_flag_dotall?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly regexp_max_matches_per_row?: Amount | Removed;
  /** Bool, default 1. */
  readonly reject_expensive_hyperscan_regexps?: Switch | Removed;
  /** Float, default 2. */
  readonly remerge_sort_lowered_memory_bytes_ratio?: Amount | Removed;
  /** String, default threadpool. */
  readonly remote_filesystem_read_method?: Text | Removed;
  /** Bool, default 1. */
  readonly remote_filesystem_read_prefetch?: Switch | Removed;
  /** UInt64, default 5. */
  readonly remote_fs_read_backoff_max_tries?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly remote_fs_read_max_backoff_ms?: Amount | Removed;
  /** UInt64, default 4194304. */
  readonly remote_read_min_bytes_for_seek?: Amount | Removed;
  /** String. */
  readonly rename_files_after_processing?: Text | Removed;
  /** Bool, default 0. */
  readonly replace_running_query?: Switch | Removed;
  /** Milliseconds, default 5000. */
  readonly replace_running_query_max_wait_ms?: Amount | Removed;
  /** UInt64, default 1; alias alter_sync. */
  readonly replication_alter_partitions_sync?: Amount | Removed;
  /** Int64, default 120. */
  readonly replication_wait_for_inactive_replica_timeout?: Amount | Removed;
  /** UInt64, default 0; since 26.7; tier experimental. */
  readonly reserve_memory?: Amount | Removed;
  /** Bool, default 0. */
  readonly restore_replace_external_dictionary_source_to_null?: Switch | Removed;
  /** Bool, default 0. */
  readonly restore_replace_external_engines_to_null?: Switch | Removed;
  /** Bool, default 0. */
  readonly restore_replace_external_table_functions_to_null?: Switch | Removed;
  /** Bool, default 0. */
  readonly restore_replicated_merge_tree_to_shared_merge_tree?: Switch | Removed;
  /** OverflowMode, default throw. */
  readonly result_overflow_mode?: "break" | "throw" | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly resumable_backup_from_snapshot?: Switch | Removed;
  /** Bool, default 0. */
  readonly rewrite_count_distinct_if_with_count_distinct_implementation?: Switch | Removed;
  /** Bool, default 0; since 26.1; tier experimental. */
  readonly rewrite_in_to_join?: Switch | Removed;
  /** Bool, default 0. */
  readonly rows_before_aggregation?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly run_query_in_background?: Switch | Removed;
  /** Bool, default 1. */
  readonly s3_allow_multipart_copy?: Switch | Removed;
  /** Bool, default 1. */
  readonly s3_allow_parallel_part_upload?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly s3_allow_server_credentials_in_user_queries?: Switch | Removed;
  /** String; since 26.9. */
  readonly s3_base?: Text | Removed;
  /** Bool, default 0. */
  readonly s3_check_objects_after_upload?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly s3_connect_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly s3_create_new_file_on_insert?: Switch | Removed;
  /** Bool, default 0; obsolete 26.9. */
  readonly s3_disable_checksum?: Switch | Removed;
  /** Bool, default 0. */
  readonly s3_ignore_file_doesnt_exist?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly s3_list_object_keys_size?: Amount | Removed;
  /** UInt64, default 1024. */
  readonly s3_max_connections?: Amount | Removed;
  /** UInt64, default 0. */
  readonly s3_max_get_burst?: Amount | Removed;
  /** UInt64, default 0. */
  readonly s3_max_get_rps?: Amount | Removed;
  /** UInt64, default 20. */
  readonly s3_max_inflight_parts_for_one_file?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly s3_max_part_number?: Amount | Removed;
  /** UInt64, default 0. */
  readonly s3_max_put_burst?: Amount | Removed;
  /** UInt64, default 0. */
  readonly s3_max_put_rps?: Amount | Removed;
  /** UInt64, default 10; obsolete 26.1. */
  readonly s3_max_redirects?: Amount | Removed;
  /** UInt64, default 33554432. */
  readonly s3_max_single_operation_copy_size?: Amount | Removed;
  /** UInt64, default 33554432. */
  readonly s3_max_single_part_upload_size?: Amount | Removed;
  /** UInt64, default 4. */
  readonly s3_max_single_read_retries?: Amount | Removed;
  /** UInt64, default 4. */
  readonly s3_max_unexpected_write_error_retries?: Amount | Removed;
  /** UInt64, default 5368709120. */
  readonly s3_max_upload_part_size?: Amount | Removed;
  /** UInt64, default 16777216. */
  readonly s3_min_upload_part_size?: Amount | Removed;
  /** UInt64, default 1000; since 26.1. */
  readonly s3_path_filter_limit?: Amount | Removed;
  /** UInt64, default 30000. */
  readonly s3_request_timeout_ms?: Amount | Removed;
  /** UInt64, default 500; obsolete 26.1. */
  readonly s3_retry_attempts?: Amount | Removed;
  /** Bool, default 1. */
  readonly s3_skip_empty_files?: Switch | Removed;
  /** Bool, default 1. */
  readonly s3_slow_all_threads_after_network_error?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly s3_slow_all_threads_after_retryable_error?: Switch | Removed;
  /** UInt64, default 0. */
  readonly s3_strict_upload_part_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly s3_throw_on_zero_files_match?: Switch | Removed;
  /** Bool, default 0. */
  readonly s3_truncate_on_insert?: Switch | Removed;
  /** String; since 26.9. */
  readonly s3_upload_checksum_algorithm?: Text | Removed;
  /** UInt64, default 2. */
  readonly s3_upload_part_size_multiply_factor?: Amount | Removed;
  /** UInt64, default 500. */
  readonly s3_upload_part_size_multiply_parts_count_threshold?: Amount | Removed;
  /** S3UriStyle, default auto; since 26.5. */
  readonly s3_uri_style?: "auto" | "path" | "virtual_hosted" | Removed;
  /** Bool, default 1. */
  readonly s3_use_adaptive_timeouts?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly s3_validate_etag_on_read?: Switch | Removed;
  /** Bool, default 1. */
  readonly s3_validate_request_settings?: Switch | Removed;
  /** String, default /clickhouse/s3queue/. */
  readonly s3queue_default_zookeeper_path?: Text | Removed;
  /** Bool, default 0. */
  readonly s3queue_enable_logging_to_s3queue_log?: Switch | Removed;
  /** Float, default 0; since 26.1. */
  readonly s3queue_keeper_fault_injection_probability?: Amount | Removed;
  /** Bool, default 0. */
  readonly s3queue_migrate_old_metadata_to_buckets?: Switch | Removed;
  /** Bool, default 1. */
  readonly schema_inference_cache_require_modification_time_for_url?: Switch | Removed;
  /** String. */
  readonly schema_inference_hints?: Text | Removed;
  /** UInt64Auto, default 3. */
  readonly schema_inference_make_columns_nullable?: Amount | 'auto' | Removed;
  /** Bool, default 0. */
  readonly schema_inference_make_json_columns_nullable?: Switch | Removed;
  /** SchemaInferenceMode, default default. */
  readonly schema_inference_mode?: "default" | "union" | Removed;
  /** Bool, default 1. */
  readonly schema_inference_use_cache_for_azure?: Switch | Removed;
  /** Bool, default 1. */
  readonly schema_inference_use_cache_for_file?: Switch | Removed;
  /** Bool, default 1. */
  readonly schema_inference_use_cache_for_hdfs?: Switch | Removed;
  /** Bool, default 1. */
  readonly schema_inference_use_cache_for_s3?: Switch | Removed;
  /** Bool, default 1. */
  readonly schema_inference_use_cache_for_url?: Switch | Removed;
  /** Bool, default 1. */
  readonly secondary_indices_enable_bulk_filtering?: Switch | Removed;
  /** String; since 26.9. */
  readonly select?: Text | Removed;
  /** UInt64, default 0. */
  readonly select_sequential_consistency?: Amount | Removed;
  /** LogsLevel, default fatal. */
  readonly send_logs_level?: "debug" | "error" | "fatal" | "information" | "none" | "test" | "trace" | "warning" | Removed;
  /** String. */
  readonly send_logs_source_regexp?: Text | Removed;
  /** Bool, default 1; since 26.1. */
  readonly send_profile_events?: Switch | Removed;
  /** Bool, default 0. */
  readonly send_progress_in_http_headers?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly send_table_structure_on_insert_with_inline_data?: Switch | Removed;
  /** Seconds, default 300. */
  readonly send_timeout?: Amount | Removed;
  /** Bool, default 0. */
  readonly serialize_query_plan?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly serialize_string_in_memory_with_zero_byte?: Switch | Removed;
  /** UInt64, default 1000; since 26.9. */
  readonly session_query_ids_history_size?: Amount | Removed;
  /** Timezone; tier beta. */
  readonly session_timezone?: Text | Removed;
  /** OverflowMode, default throw. */
  readonly set_overflow_mode?: "break" | "throw" | Removed;
  /** UInt64, default 50; since 26.5. */
  readonly shared_merge_tree_sequential_consistency_initial_parts_update_backoff_ms?: Amount | Removed;
  /** UInt64, default 1000; since 26.5. */
  readonly shared_merge_tree_sequential_consistency_max_parts_update_backoff_ms?: Amount | Removed;
  /** UInt64, default 10; since 26.5. */
  readonly shared_merge_tree_sequential_consistency_parts_update_max_retries?: Amount | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_sync_parts_on_partition_operations?: Switch | Removed;
  /** ShortCircuitFunctionEvaluation, default enable. */
  readonly short_circuit_function_evaluation?: "disable" | "enable" | "force_enable" | Removed;
  /** Bool, default 1. */
  readonly short_circuit_function_evaluation_for_nulls?: Switch | Removed;
  /** Double, default 1. */
  readonly short_circuit_function_evaluation_for_nulls_threshold?: Amount | Removed;
  /** IdentifierQuotingRule, default when_necessary. */
  readonly show_create_query_identifier_quoting_rule?: "always" | "user_display" | "when_necessary" | Removed;
  /** IdentifierQuotingStyle, default Backticks. */
  readonly show_create_query_identifier_quoting_style?: "Backticks" | "BackticksMySQL" | "DoubleQuotes" | Removed;
  /** Bool, default 0. */
  readonly show_data_lake_catalogs_in_system_tables?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly show_processlist_include_internal?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly show_remote_databases_in_system_tables?: Switch | Removed;
  /** Bool, default 0. */
  readonly show_table_uuid_in_table_create_query_if_not_nil?: Switch | Removed;
  /** UInt64, default 16777216; since 26.9. */
  readonly shrink_over_allocated_columns_min_waste_bytes?: Amount | Removed;
  /** Float, default 1; since 26.9. */
  readonly shrink_over_allocated_columns_min_waste_ratio?: Amount | Removed;
  /** Bool, default 1. */
  readonly single_join_prefer_left_table?: Switch | Removed;
  /** Bool, default 1; alias filesystem_cache_skip_download_if_exceeds_per_query_cache_write_limit. */
  readonly skip_download_if_exceeds_query_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly skip_redundant_aliases_in_udf?: Switch | Removed;
  /** Bool, default 0. */
  readonly skip_unavailable_shards?: Switch | Removed;
  /** SkipUnavailableShardsMode, default unavailable_or_table_missing; since 26.7. */
  readonly skip_unavailable_shards_mode?: "unavailable" | "unavailable_or_exception_before_processing" | "unavailable_or_table_missing" | Removed;
  /** Milliseconds, default 0. */
  readonly sleep_after_receiving_query_ms?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly sleep_in_send_data_ms?: Amount | Removed;
  /** Milliseconds, default 0. */
  readonly sleep_in_send_tables_status_ms?: Amount | Removed;
  /** SnappyMode, default basic; since 26.7. */
  readonly snappy_mode?: "basic" | "framed" | Removed;
  /** String; since 26.9. */
  readonly sort?: Text | Removed;
  /** OverflowMode, default throw. */
  readonly sort_overflow_mode?: "break" | "throw" | Removed;
  /** Bool, default 1. */
  readonly split_intersecting_parts_ranges_into_layers_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly split_parts_ranges_into_intersecting_and_non_intersecting_final?: Switch | Removed;
  /** Bool, default 0. */
  readonly splitby_max_substrings_includes_remaining_string?: Switch | Removed;
  /** UInt64, default 10000; since 26.9. */
  readonly statistics_max_set_size_for_exact_selectivity_estimation?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly stop_refreshable_materialized_views_on_startup?: Switch | Removed;
  /** LocalFSReadMethod, default pread. */
  readonly storage_file_read_method?: "io_uring" | "mmap" | "pread" | "pread_fake_async" | "pread_threadpool" | "read" | Removed;
  /** Milliseconds, default 100. */
  readonly storage_system_stack_trace_pipe_read_timeout_ms?: Amount | Removed;
  /** Milliseconds, default 7500. */
  readonly stream_flush_interval_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly stream_like_engine_allow_direct_select?: Switch | Removed;
  /** String. */
  readonly stream_like_engine_insert_queue?: Text | Removed;
  /** Milliseconds, default 500. */
  readonly stream_poll_timeout_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly system_events_show_zero_values?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly system_metric_log_show_zero_values_in_histograms?: Switch | Removed;
  /** Bool, default 0. */
  readonly table_engine_read_through_distributed_cache?: Switch | Removed;
  /** UInt64, default 1000. */
  readonly table_function_remote_max_addresses?: Amount | Removed;
  /** Seconds, default 290. */
  readonly tcp_keep_alive_timeout?: Amount | Removed;
  /** UInt64, default 600000. */
  readonly temporary_data_in_cache_reserve_space_wait_lock_timeout_milliseconds?: Amount | Removed;
  /** NonZeroUInt64, default 1048576; since 26.1. */
  readonly temporary_files_buffer_size?: Amount | Removed;
  /** String, default LZ4. */
  readonly temporary_files_codec?: Text | Removed;
  /** Float, default 0.2; since 26.7; alias text_index_lazy_intersection_density_threshold. */
  readonly text_index_density_threshold?: Amount | Removed;
  /** Float, default 0.2; since 26.1. */
  readonly text_index_hint_max_selectivity?: Amount | Removed;
  /** Float, default 0.2; since 26.7. */
  readonly text_index_lazy_intersection_density_threshold?: Amount | Removed;
  /** UInt64, default 50; since 26.5. */
  readonly text_index_like_max_postings_to_read?: Amount | Removed;
  /** UInt64, default 4; since 26.5. */
  readonly text_index_like_min_pattern_length?: Amount | Removed;
  /** TextIndexPostingListApplyMode, default lazy; since 26.7. */
  readonly text_index_posting_list_apply_mode?: "lazy" | "materialize" | Removed;
  /** Bool, default 1; since 26.1; obsolete 26.3. */
  readonly text_index_use_bloom_filter?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly throw_if_deduplication_in_dependent_materialized_views_enabled_with_async_insert?: Switch | Removed;
  /** Bool, default 1. */
  readonly throw_if_no_data_to_insert?: Switch | Removed;
  /** Bool, default 0. */
  readonly throw_on_error_from_cache_on_write_operations?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly throw_on_hive_partitioning_resolution_failure?: Switch | Removed;
  /** Bool, default 1. */
  readonly throw_on_max_partitions_per_insert_block?: Switch | Removed;
  /** Bool, default 1; tier experimental. */
  readonly throw_on_unsupported_query_inside_transaction?: Switch | Removed;
  /** Bool, default 1; since 26.9; tier privatepreview. */
  readonly time_series_prefer_recent_samples_table?: Switch | Removed;
  /** Seconds, default 10. */
  readonly timeout_before_checking_execution_speed?: Amount | Removed;
  /** OverflowMode, default throw. */
  readonly timeout_overflow_mode?: "break" | "throw" | Removed;
  /** OverflowMode, default throw. */
  readonly timeout_overflow_mode_leaf?: "break" | "throw" | Removed;
  /** Float, default 0.5. */
  readonly totals_auto_threshold?: Amount | Removed;
  /** TotalsMode, default after_having_exclusive. */
  readonly totals_mode?: "after_having_auto" | "after_having_exclusive" | "after_having_inclusive" | "before_having" | Removed;
  /** Bool, default 0. */
  readonly trace_profile_events?: Switch | Removed;
  /** String; since 26.1. */
  readonly trace_profile_events_list?: Text | Removed;
  /** OverflowMode, default throw. */
  readonly transfer_overflow_mode?: "break" | "throw" | Removed;
  /** Bool, default 0. */
  readonly transform_null_in?: Switch | Removed;
  /** Bool, default 0. */
  readonly traverse_shadow_remote_data_paths?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly type_json_allow_duplicated_key_with_literal_and_nested_object?: Switch | Removed;
  /** Bool, default 0. */
  readonly type_json_skip_duplicated_paths?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly type_json_skip_invalid_typed_paths?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly type_json_skip_null_typed_paths?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly type_json_use_partial_match_to_skip_paths_by_regexp?: Switch | Removed;
  /** SetOperationMode. */
  readonly union_default_mode?: "" | "ALL" | "DISTINCT" | Removed;
  /** UInt64, default 256; since 26.7; tier experimental. */
  readonly unique_key_max_encoded_size?: Amount | Removed;
  /** UniqueKeyProbeImplementation, default auto; since 26.9; tier experimental. */
  readonly unique_key_probe_implementation?: "auto" | "simple" | Removed;
  /** UInt64, default 0. */
  readonly unknown_packet_in_send_data?: Amount | Removed;
  /** UpdateParallelMode, default auto. */
  readonly update_parallel_mode?: "async" | "auto" | "sync" | Removed;
  /** Bool, default 1. */
  readonly update_sequential_consistency?: Switch | Removed;
  /** String; since 26.5. */
  readonly url_base?: Text | Removed;
  /** UInt64, default 100000; since 26.7. */
  readonly url_wildcard_max_directories_to_read?: Amount | Removed;
  /** Bool, default 0. */
  readonly use_async_executor_for_materialized_views?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_cache_for_count_from_files?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_client_time_zone?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_compact_format_in_distributed_parts_names?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_concurrency_control?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly use_constant_folding_in_index_analysis?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_hash_table_stats_for_join_reordering?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_hedged_requests?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_hive_partitioning?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly use_iceberg_manifest_list_partition_pruning?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_iceberg_metadata_files_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_iceberg_partition_pruning?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_index_for_in_with_subqueries?: Switch | Removed;
  /** UInt64, default 0. */
  readonly use_index_for_in_with_subqueries_max_values?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly use_indexes_refiner_in_read_pools?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_join_disjunctions_push_down?: Switch | Removed;
  /** Bool, default 0; obsolete 26.1. */
  readonly use_json_alias_for_old_object_type?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_legacy_to_time?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly use_lightweight_primary_key_index_analysis?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_page_cache_for_disks_without_file_cache?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly use_page_cache_for_local_disks?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly use_page_cache_for_object_storage?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_page_cache_with_distributed_cache?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly use_paimon_metadata_files_cache?: Switch | Removed;
  /** Bool, default 0; since 26.1; tier experimental. */
  readonly use_paimon_partition_pruning?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly use_parquet_metadata_cache?: Switch | Removed;
  /** Bool, default 1; since 26.3; alias use_partition_pruning. */
  readonly use_partition_key?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly use_partition_minmax_for_primary_key_pruning?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly use_partition_pruning?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_primary_key?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_query_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_query_condition_cache?: Switch | Removed;
  /** Bool, default 1; since 26.7. */
  readonly use_query_condition_cache_for_top_k?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly use_reader_executor?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_roaring_bitmap_iceberg_positional_deletes?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_skip_indexes?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_skip_indexes_for_disjunctions?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_skip_indexes_for_top_k?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_skip_indexes_if_final?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_skip_indexes_if_final_exact_mode?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_skip_indexes_on_data_read?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_statistics?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_statistics_cache?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly use_statistics_for_min_max_aggregation?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly use_statistics_for_part_pruning?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly use_streaming_marks_compression?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly use_strict_insert_block_limits?: Switch | Removed;
  /** UInt64, default 2. */
  readonly use_structure_from_insertion_table_in_table_functions?: Amount | Removed;
  /** Bool, default 0; since 26.1; obsolete 26.3. */
  readonly use_text_index_dictionary_cache?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_text_index_header_cache?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly use_text_index_like_evaluation_by_dictionary_scan?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly use_text_index_negative_tokens_cache?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly use_text_index_postings_cache?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly use_text_index_tokens_cache?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_top_k_dynamic_filtering?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly use_top_k_dynamic_filtering_for_variable_length_types?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_uncompressed_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_variant_as_common_type?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly use_variant_default_implementation_for_comparisons?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_with_fill_by_sorting_prefix?: Switch | Removed;
  /** Bool, default 0. */
  readonly validate_enum_literals_in_operators?: Switch | Removed;
  /** Bool, default 1. */
  readonly validate_experimental_and_suspicious_types_inside_nested_types?: Switch | Removed;
  /** Bool, default 1; since 26.9. */
  readonly validate_group_by_all_key_types?: Switch | Removed;
  /** Bool, default 1. */
  readonly validate_mutation_query?: Switch | Removed;
  /** Bool, default 1. */
  readonly validate_polygons?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly variant_throw_on_type_mismatch?: Switch | Removed;
  /** VectorSearchFilterStrategy, default auto. */
  readonly vector_search_filter_strategy?: "auto" | "postfilter" | "prefilter" | Removed;
  /** Float, default 1. */
  readonly vector_search_index_fetch_multiplier?: Amount | Removed;
  /** Float, default 1; alias vector_search_index_fetch_multiplier. */
  readonly vector_search_postfilter_multiplier?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly vector_search_use_quantized_codes?: Switch | Removed;
  /** Bool, default 0. */
  readonly vector_search_with_rescoring?: Switch | Removed;
  /** TransactionsWaitCSNMode, default wait_unknown; tier experimental. */
  readonly wait_changes_become_visible_after_commit_mode?: "async" | "wait" | "wait_unknown" | Removed;
  /** Bool, default 1. */
  readonly wait_for_async_insert?: Switch | Removed;
  /** Seconds, default 120. */
  readonly wait_for_async_insert_timeout?: Amount | Removed;
  /** Bool, default 0; since 26.7. */
  readonly wait_for_part_commit_in_dependent_materialized_views?: Switch | Removed;
  /** Seconds, default 10; obsolete 26.9. */
  readonly wait_for_window_view_fire_signal_timeout?: Amount | Removed;
  /** Float, default 0.5; since 26.9; tier experimental. */
  readonly webassembly_udf_input_split_memory_ratio?: Amount | Removed;
  /** UInt64, default 100000; since 26.3; tier experimental. */
  readonly webassembly_udf_max_fuel?: Amount | Removed;
  /** UInt64, default 0; since 26.3; tier experimental. */
  readonly webassembly_udf_max_input_block_size?: Amount | Removed;
  /** UInt64, default 32; since 26.3; tier experimental. */
  readonly webassembly_udf_max_instances?: Amount | Removed;
  /** UInt64, default 134217728; since 26.3; tier experimental. */
  readonly webassembly_udf_max_memory?: Amount | Removed;
  /** Seconds, default 60; obsolete 26.9. */
  readonly window_view_clean_interval?: Amount | Removed;
  /** Seconds, default 15; obsolete 26.9. */
  readonly window_view_heartbeat_interval?: Amount | Removed;
  /** String, default default. */
  readonly workload?: Text | Removed;
  /** Milliseconds, default 0; since 26.9. */
  readonly workload_admission_timeout_ms?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly write_full_path_in_iceberg_metadata?: Switch | Removed;
  /** Bool, default 0; obsolete 26.9. */
  readonly write_through_distributed_cache?: Switch | Removed;
  /** UInt64, default 0. */
  readonly write_through_distributed_cache_buffer_size?: Amount | Removed;
  /** Int64, default 0. */
  readonly zstd_window_log_max?: Amount | Removed;
}
