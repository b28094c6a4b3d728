// Written by scripts/settings-catalogue from the system tables of ClickHouse. Do not edit.
import type { Removed, Switch, Text, Amount } from '../values';

/** Settings of MergeTree tables.
 * @hidden the page of the interface would list thousands of names; editors show them
 */
export interface MergeTreeSettings {
  /** NonZeroUInt64, default 16384. */
  readonly adaptive_write_buffer_initial_size?: Amount | Removed;
  /** Bool, default 0. */
  readonly add_implicit_sign_column_constraint_for_collapsing_engine?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly add_minmax_index_for_block_number_column?: Switch | Removed;
  /** Bool, default 0; since 26.5. */
  readonly add_minmax_index_for_block_offset_column?: Switch | Removed;
  /** Bool, default 0. */
  readonly add_minmax_index_for_numeric_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly add_minmax_index_for_string_columns?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly add_minmax_index_for_temporal_columns?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_coalescing_columns_in_partition_or_order_key?: Switch | Removed;
  /** Bool, default 0; since 26.5; tier experimental. */
  readonly allow_commit_order_projection?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_dimensions_outside_sorting_key?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_experimental_replacing_merge_with_cleanup?: Switch | Removed;
  /** Bool, default 0; obsolete 26.7. */
  readonly allow_experimental_reverse_key?: Switch | Removed;
  /** Bool, default 0; since 26.7; tier experimental. */
  readonly allow_experimental_text_index_phrase_search?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_floating_point_partition_key?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_minmax_index_for_json?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_nullable_key?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_part_offset_column_in_projections?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_reduce_blocking_parts_task?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly allow_remote_fs_zero_copy_replication?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_summing_columns_in_partition_or_order_key?: Switch | Removed;
  /** Bool, default 0. */
  readonly allow_suspicious_indices?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly allow_tuple_element_aggregation?: Switch | Removed;
  /** Bool, default 1. */
  readonly allow_vertical_merges_from_compact_to_wide_parts?: Switch | Removed;
  /** AlterColumnSecondaryIndexMode, default rebuild; since 26.1. */
  readonly alter_column_secondary_index_mode?: "compatibility" | "drop" | "rebuild" | "throw" | Removed;
  /** Bool, default 0. */
  readonly always_fetch_merged_part?: Switch | Removed;
  /** Bool, default 0; since 26.9. */
  readonly always_fetch_mutated_part?: Switch | Removed;
  /** Bool, default 0. */
  readonly always_use_copy_instead_of_hardlinks?: Switch | Removed;
  /** Bool, default 1. */
  readonly apply_patches_on_merge?: Switch | Removed;
  /** Bool, default 0. */
  readonly assign_part_uuids?: Switch | Removed;
  /** Milliseconds, default 100. */
  readonly async_block_ids_cache_update_wait_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly async_insert?: Switch | Removed;
  /** String; since 26.1. */
  readonly auto_statistics_types?: Text | Removed;
  /** Milliseconds, default 50. */
  readonly background_task_preferred_step_execution_time_ms?: Amount | Removed;
  /** Bool, default 0. */
  readonly cache_populated_by_fetch?: Switch | Removed;
  /** String. */
  readonly cache_populated_by_fetch_filename_regexp?: Text | Removed;
  /** Bool, default 1. */
  readonly check_sample_column_is_correct?: Switch | Removed;
  /** UInt64, default 30. */
  readonly cleanup_delay_period?: Amount | Removed;
  /** UInt64, default 10. */
  readonly cleanup_delay_period_random_add?: Amount | Removed;
  /** UInt64, default 150. */
  readonly cleanup_thread_preferred_points_per_iteration?: Amount | Removed;
  /** NonZeroUInt64, default 100; since 26.3. */
  readonly clone_replica_zookeeper_create_get_part_batch_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly columns_and_secondary_indices_sizes_lazy_calculation?: Switch | Removed;
  /** String. */
  readonly columns_to_prewarm_mark_cache?: Text | Removed;
  /** UInt64, default 134217728. */
  readonly compact_parts_max_bytes_to_buffer?: Amount | Removed;
  /** NonZeroUInt64, default 128. */
  readonly compact_parts_max_granules_to_buffer?: Amount | Removed;
  /** UInt64, default 16777216. */
  readonly compact_parts_merge_max_bytes_to_prefetch_part?: Amount | Removed;
  /** Bool, default 0. */
  readonly compatibility_allow_sampling_expression_not_in_primary_key?: Switch | Removed;
  /** Bool, default 1. */
  readonly compress_marks?: Switch | Removed;
  /** Bool, default 1; since 26.5. */
  readonly compress_per_column_in_compact_parts?: Switch | Removed;
  /** Bool, default 1. */
  readonly compress_primary_key?: Switch | Removed;
  /** Bool, default 1; since 26.7; tier beta. */
  readonly compute_exact_num_defaults_for_sparse_columns?: Switch | Removed;
  /** UInt64, default 100. */
  readonly concurrent_part_removal_threshold?: Amount | Removed;
  /** UInt64, default 16; since 26.5. */
  readonly concurrent_part_removal_threshold_for_remote_disk?: Amount | Removed;
  /** UInt64, default 100000; since 26.7. */
  readonly dead_blobs_to_delay_insert?: Amount | Removed;
  /** UInt64, default 1000000; since 26.7. */
  readonly dead_blobs_to_throw_insert?: Amount | Removed;
  /** DeduplicateMergeProjectionMode, default throw. */
  readonly deduplicate_merge_projection_mode?: "drop" | "ignore" | "rebuild" | "throw" | Removed;
  /** Milliseconds, default 100; since 26.7. */
  readonly deduplication_hashes_cache_update_wait_ms?: Amount | Removed;
  /** String. */
  readonly default_compression_codec?: Text | Removed;
  /** Bool, default 0. */
  readonly detach_not_byte_identical_parts?: Switch | Removed;
  /** Bool, default 1. */
  readonly detach_old_local_parts_when_cloning_replica?: Switch | Removed;
  /** Bool, default 1. */
  readonly disable_detach_partition_for_zero_copy_replication?: Switch | Removed;
  /** Bool, default 1. */
  readonly disable_fetch_partition_for_zero_copy_replication?: Switch | Removed;
  /** Bool, default 1. */
  readonly disable_freeze_partition_for_zero_copy_replication?: Switch | Removed;
  /** String. */
  readonly disk?: Text | Removed;
  /** UInt64, default 1073741824; since 26.3; tier experimental. */
  readonly distributed_index_analysis_min_indexes_bytes_to_activate?: Amount | Removed;
  /** UInt64, default 10; since 26.3; tier experimental. */
  readonly distributed_index_analysis_min_parts_to_activate?: Amount | Removed;
  /** MergeTreeDynamicSerializationVersion, default v3. */
  readonly dynamic_serialization_version?: "v1" | "v2" | "v3" | Removed;
  /** Bool, default 0; since 26.9; tier experimental. */
  readonly enable_adaptive_codec_selection?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_block_number_column?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_block_offset_column?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_index_granularity_compression?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_max_bytes_limit_for_min_age_to_force_merge?: Switch | Removed;
  /** Bool, default 1. */
  readonly enable_mixed_granularity_parts?: Switch | Removed;
  /** Bool, default 0; tier experimental. */
  readonly enable_replacing_merge_with_cleanup_for_min_age_to_force_merge?: Switch | Removed;
  /** Bool, default 0. */
  readonly enable_the_endpoint_id_with_zookeeper_name_prefix?: Switch | Removed;
  /** UInt64, default 1. */
  readonly enable_vertical_merge_algorithm?: Amount | Removed;
  /** Bool, default 0. */
  readonly enforce_index_structure_match_on_partition_manipulation?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly escape_index_filenames?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly escape_variant_subcolumn_filenames?: Switch | Removed;
  /** Bool, default 0. */
  readonly exclude_deleted_rows_for_part_size_in_merge?: Switch | Removed;
  /** String; since 26.1. */
  readonly exclude_materialize_skip_indexes_on_merge?: Text | Removed;
  /** Seconds, default 0. */
  readonly execute_merges_on_single_replica_time_threshold?: Amount | Removed;
  /** Float, default 0. */
  readonly fault_probability_after_part_commit?: Amount | Removed;
  /** Float, default 0. */
  readonly fault_probability_before_part_commit?: Amount | Removed;
  /** UInt64, default 100. */
  readonly finished_mutations_to_keep?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly force_read_through_cache_for_merges?: Switch | Removed;
  /** Bool, default 0. */
  readonly fsync_after_insert?: Switch | Removed;
  /** Bool, default 0. */
  readonly fsync_part_directory?: Switch | Removed;
  /** UInt64, default 0. */
  readonly inactive_parts_to_delay_insert?: Amount | Removed;
  /** UInt64, default 0. */
  readonly inactive_parts_to_throw_insert?: Amount | Removed;
  /** UInt64, default 8192. */
  readonly index_granularity?: Amount | Removed;
  /** UInt64, default 10485760. */
  readonly index_granularity_bytes?: Amount | Removed;
  /** Seconds, default 60. */
  readonly initialization_retry_period?: Amount | Removed;
  /** LightweightMutationProjectionMode, default throw. */
  readonly lightweight_mutation_projection_mode?: "drop" | "rebuild" | "throw" | Removed;
  /** Bool, default 0. */
  readonly load_existing_rows_count_for_old_parts?: Switch | Removed;
  /** Seconds, default 120. */
  readonly lock_acquire_timeout_for_background_operations?: Amount | Removed;
  /** Float, default 1; since 26.3. */
  readonly map_buckets_coefficient?: Amount | Removed;
  /** UInt64, default 32; since 26.3. */
  readonly map_buckets_min_avg_size?: Amount | Removed;
  /** MergeTreeMapBucketsStrategy, default sqrt; since 26.3. */
  readonly map_buckets_strategy?: "constant" | "linear" | "sqrt" | Removed;
  /** MergeTreeMapSerializationVersion, default basic; since 26.3. */
  readonly map_serialization_version?: "basic" | "with_buckets" | Removed;
  /** MergeTreeMapSerializationVersion, default basic; since 26.3. */
  readonly map_serialization_version_for_zero_level_parts?: "basic" | "with_buckets" | Removed;
  /** NonZeroUInt64, default 65536. */
  readonly marks_compress_block_size?: Amount | Removed;
  /** String. */
  readonly marks_compression_codec?: Text | Removed;
  /** Bool, default 1; since 26.7. */
  readonly materialize_projections_on_insert?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly materialize_projections_on_merge?: Switch | Removed;
  /** Bool, default 1. */
  readonly materialize_skip_indexes_on_merge?: Switch | Removed;
  /** Bool, default 1; since 26.1. */
  readonly materialize_statistics_on_merge?: Switch | Removed;
  /** Bool, default 0. */
  readonly materialize_ttl_recalculate_only?: Switch | Removed;
  /** UInt64, default 1073741824. */
  readonly max_avg_part_size_for_too_many_parts?: Amount | Removed;
  /** NonZeroUInt64, default 32; since 26.3. */
  readonly max_buckets_in_map?: Amount | Removed;
  /** UInt64, default 161061273600. */
  readonly max_bytes_to_merge_at_max_space_in_pool?: Amount | Removed;
  /** UInt64, default 1048576. */
  readonly max_bytes_to_merge_at_min_space_in_pool?: Amount | Removed;
  /** UInt64, default 300. */
  readonly max_cleanup_delay_period?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_compress_block_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_concurrent_queries?: Amount | Removed;
  /** UInt64, default 1. */
  readonly max_delay_to_insert?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_delay_to_mutate_ms?: Amount | Removed;
  /** UInt64, default 127. */
  readonly max_file_name_length?: Amount | Removed;
  /** UInt64, default 75. */
  readonly max_files_to_modify_in_alter_columns?: Amount | Removed;
  /** UInt64, default 50. */
  readonly max_files_to_remove_in_alter_columns?: Amount | Removed;
  /** UInt64, default 40. */
  readonly max_merge_delayed_streams_for_parallel_write?: Amount | Removed;
  /** UInt64, default 60000. */
  readonly max_merge_selecting_sleep_ms?: Amount | Removed;
  /** UInt64, default 2. */
  readonly max_number_of_merges_with_ttl_in_pool?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_number_of_mutations_for_replica?: Amount | Removed;
  /** Int64, default -1. */
  readonly max_partitions_to_read?: Amount | Removed;
  /** UInt64, default 100000. */
  readonly max_parts_in_total?: Amount | Removed;
  /** UInt64, default 100. */
  readonly max_parts_to_merge_at_once?: Amount | Removed;
  /** UInt64, default 300000. */
  readonly max_postpone_time_for_failed_mutations_ms?: Amount | Removed;
  /** UInt64, default 60000. */
  readonly max_postpone_time_for_failed_replicated_fetches_ms?: Amount | Removed;
  /** UInt64, default 60000. */
  readonly max_postpone_time_for_failed_replicated_merges_ms?: Amount | Removed;
  /** UInt64, default 300000. */
  readonly max_postpone_time_for_failed_replicated_tasks_ms?: Amount | Removed;
  /** UInt64, default 25. */
  readonly max_projections?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_replicated_fetches_network_bandwidth?: Amount | Removed;
  /** NonZeroUInt64, default 1000. */
  readonly max_replicated_logs_to_keep?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly max_replicated_merges_in_queue?: Amount | Removed;
  /** UInt64, default 1. */
  readonly max_replicated_merges_with_ttl_in_queue?: Amount | Removed;
  /** UInt64, default 8. */
  readonly max_replicated_mutations_in_queue?: Amount | Removed;
  /** UInt64, default 0. */
  readonly max_replicated_sends_network_bandwidth?: Amount | Removed;
  /** UInt64, default 100. */
  readonly max_suspicious_broken_parts?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly max_suspicious_broken_parts_bytes?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly max_table_size_bytes_compressed?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly max_table_size_bytes_uncompressed?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly max_table_size_rows?: Amount | Removed;
  /** UInt64, default 32212254720. */
  readonly max_uncompressed_bytes_in_patches?: Amount | Removed;
  /** NonZeroUInt64, default 8192. */
  readonly merge_max_block_size?: Amount | Removed;
  /** UInt64, default 10485760. */
  readonly merge_max_block_size_bytes?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly merge_max_bytes_to_prewarm_cache?: Amount | Removed;
  /** UInt64Auto, default auto; since 26.1. */
  readonly merge_max_dynamic_subcolumns_in_compact_part?: Amount | 'auto' | Removed;
  /** UInt64Auto, default auto; since 26.1. */
  readonly merge_max_dynamic_subcolumns_in_wide_part?: Amount | 'auto' | Removed;
  /** UInt64, default 5000. */
  readonly merge_selecting_sleep_ms?: Amount | Removed;
  /** Float, default 1.2. */
  readonly merge_selecting_sleep_slowdown_factor?: Amount | Removed;
  /** MergeSelectorAlgorithm, default Simple; tier experimental. */
  readonly merge_selector_algorithm?: "Manual" | "Simple" | "StochasticSimple" | "Trivial" | Removed;
  /** Float, default 5. */
  readonly merge_selector_base?: Amount | Removed;
  /** UInt64, default 0. */
  readonly merge_selector_blurry_base_scale_factor?: Amount | Removed;
  /** Bool, default 1; since 26.1. */
  readonly merge_selector_enable_heuristic_to_lower_max_parts_to_merge_at_once?: Switch | Removed;
  /** Bool, default 1. */
  readonly merge_selector_enable_heuristic_to_remove_small_parts_at_right?: Switch | Removed;
  /** UInt64, default 5; since 26.1; tier experimental. */
  readonly merge_selector_heuristic_to_lower_max_parts_to_merge_at_once_exponent?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly merge_selector_window_size?: Amount | Removed;
  /** UInt64, default 16106127360. */
  readonly merge_total_max_bytes_to_prewarm_cache?: Amount | Removed;
  /** UInt64, default 1. */
  readonly merge_tree_clear_old_parts_interval_seconds?: Amount | Removed;
  /** UInt64, default 60. */
  readonly merge_tree_clear_old_temporary_directories_interval_seconds?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly merge_use_batch_sorting_queue?: Switch | Removed;
  /** Int64, default 14400. */
  readonly merge_with_recompression_ttl_timeout?: Amount | Removed;
  /** Int64, default 14400. */
  readonly merge_with_ttl_timeout?: Amount | Removed;
  /** String. */
  readonly merge_workload?: Text | Removed;
  /** UInt64, default 0. */
  readonly min_absolute_delay_to_close?: Amount | Removed;
  /** Bool, default 0. */
  readonly min_age_to_force_merge_on_partition_only?: Switch | Removed;
  /** UInt64, default 0. */
  readonly min_age_to_force_merge_seconds?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_bytes_for_full_part_storage?: Amount | Removed;
  /** UInt64, default 10485760. */
  readonly min_bytes_for_wide_part?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_bytes_to_prewarm_caches?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_bytes_to_rebalance_partition_over_jbod?: Amount | Removed;
  /** UInt64, default 500; since 26.1. */
  readonly min_columns_to_activate_adaptive_write_buffer?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_compress_block_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_compressed_bytes_to_fsync_after_fetch?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_compressed_bytes_to_fsync_after_merge?: Amount | Removed;
  /** UInt64, default 10. */
  readonly min_delay_to_insert_ms?: Amount | Removed;
  /** UInt64, default 10. */
  readonly min_delay_to_mutate_ms?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_free_disk_bytes_to_perform_insert?: Amount | Removed;
  /** Float, default 0. */
  readonly min_free_disk_ratio_to_perform_insert?: Amount | Removed;
  /** UInt64, default 1024. */
  readonly min_index_granularity_bytes?: Amount | Removed;
  /** UInt32, default 0; since 26.1. */
  readonly min_level_for_full_part_storage?: Amount | Removed;
  /** UInt32, default 0; since 26.1. */
  readonly min_level_for_wide_part?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_marks_to_honor_max_concurrent_queries?: Amount | Removed;
  /** UInt64, default 10737418240. */
  readonly min_merge_bytes_to_use_direct_io?: Amount | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly min_partition_age_to_force_merge_seconds?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_parts_to_merge_at_once?: Amount | Removed;
  /** UInt64, default 300. */
  readonly min_relative_delay_to_close?: Amount | Removed;
  /** UInt64, default 120. */
  readonly min_relative_delay_to_measure?: Amount | Removed;
  /** UInt64, default 10. */
  readonly min_replicated_logs_to_keep?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_rows_for_full_part_storage?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_rows_for_wide_part?: Amount | Removed;
  /** UInt64, default 0. */
  readonly min_rows_to_fsync_after_merge?: Amount | Removed;
  /** String. */
  readonly mutation_workload?: Text | Removed;
  /** UInt64, default 0. */
  readonly non_replicated_deduplication_window?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly notify_newest_block_number?: Switch | Removed;
  /** MergeTreeNullableSerializationVersion, default basic; since 26.1. */
  readonly nullable_serialization_version?: "allow_sparse" | "basic" | Removed;
  /** UInt64, default 0. */
  readonly number_of_free_entries_in_pool_to_execute_mutation?: Amount | Removed;
  /** UInt64, default 0. */
  readonly number_of_free_entries_in_pool_to_execute_optimize_entire_partition?: Amount | Removed;
  /** UInt64, default 0. */
  readonly number_of_free_entries_in_pool_to_lower_max_size_of_merge?: Amount | Removed;
  /** UInt64, default 500. */
  readonly number_of_mutations_to_delay?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly number_of_mutations_to_throw?: Amount | Removed;
  /** UInt64, default 10. */
  readonly number_of_partitions_to_consider_for_merge?: Amount | Removed;
  /** MergeTreeObjectSerializationVersion, default v3. */
  readonly object_serialization_version?: "v1" | "v2" | "v3" | Removed;
  /** NonZeroUInt64, default 8. */
  readonly object_shared_data_buckets_for_compact_part?: Amount | Removed;
  /** NonZeroUInt64, default 32. */
  readonly object_shared_data_buckets_for_wide_part?: Amount | Removed;
  /** MergeTreeObjectSharedDataSerializationVersion, default advanced. */
  readonly object_shared_data_serialization_version?: "advanced" | "advanced_chunked" | "map" | "map_with_buckets" | Removed;
  /** MergeTreeObjectSharedDataSerializationVersion, default map_with_buckets. */
  readonly object_shared_data_serialization_version_for_zero_level_parts?: "advanced" | "advanced_chunked" | "map" | "map_with_buckets" | Removed;
  /** NonZeroUInt64, default 8192; since 26.9. */
  readonly object_shared_data_target_chunk_rows?: Amount | Removed;
  /** Seconds, default 0. */
  readonly old_parts_lifetime?: Amount | Removed;
  /** Bool, default 0. */
  readonly optimize_row_order?: Switch | Removed;
  /** UInt64, default 1048576; since 26.7; tier beta. */
  readonly packed_skip_index_max_bytes?: Amount | Removed;
  /** MergeTreePartMinMaxIndexColumns, default partition_key_only; since 26.5. */
  readonly part_minmax_index_columns?: "partition_key_only" | "with_block_number_offset" | Removed;
  /** UInt64, default 30; tier experimental. */
  readonly part_moves_between_shards_delay_seconds?: Amount | Removed;
  /** UInt64, default 0; tier experimental. */
  readonly part_moves_between_shards_enable?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly parts_to_delay_insert?: Amount | Removed;
  /** UInt64, default 3000. */
  readonly parts_to_throw_insert?: Amount | Removed;
  /** MergeTreePatchPartsVersion, default v2; since 26.9. */
  readonly patch_parts_version?: "v1" | "v2" | Removed;
  /** UInt64, default 10737418240. */
  readonly prefer_fetch_merged_part_size_threshold?: Amount | Removed;
  /** Seconds, default 3600. */
  readonly prefer_fetch_merged_part_time_threshold?: Amount | Removed;
  /** Bool, default 0. */
  readonly prewarm_mark_cache?: Switch | Removed;
  /** Bool, default 0. */
  readonly prewarm_primary_key_cache?: Switch | Removed;
  /** NonZeroUInt64, default 65536. */
  readonly primary_key_compress_block_size?: Amount | Removed;
  /** String. */
  readonly primary_key_compression_codec?: Text | Removed;
  /** Bool, default 1. */
  readonly primary_key_lazy_load?: Switch | Removed;
  /** Float, default 0.9. */
  readonly primary_key_ratio_of_unique_prefix_values_to_skip_suffix_columns?: Amount | Removed;
  /** Bool, default 1; since 26.3. */
  readonly propagate_types_serialization_versions_to_nested_types?: Switch | Removed;
  /** Float, default 0.9375. */
  readonly ratio_of_defaults_for_sparse_serialization?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly reduce_blocking_parts_sleep_ms?: Amount | Removed;
  /** Seconds, default 0. */
  readonly refresh_parts_interval?: Amount | Removed;
  /** Seconds, default 300; since 26.1. */
  readonly refresh_statistics_interval?: Amount | Removed;
  /** Seconds, default 10800. */
  readonly remote_fs_execute_merges_on_single_replica_time_threshold?: Amount | Removed;
  /** Bool, default 0; tier experimental. */
  readonly remote_fs_zero_copy_path_compatible_mode?: Switch | Removed;
  /** String, default /clickhouse/zero_copy; tier experimental. */
  readonly remote_fs_zero_copy_zookeeper_path?: Text | Removed;
  /** Bool, default 1. */
  readonly remove_empty_parts?: Switch | Removed;
  /** Bool, default 1; tier experimental. */
  readonly remove_rolled_back_parts_immediately?: Switch | Removed;
  /** Bool, default 1. */
  readonly remove_unused_patch_parts?: Switch | Removed;
  /** Bool, default 1. */
  readonly replace_long_file_name_to_hash?: Switch | Removed;
  /** Bool, default 1. */
  readonly replicated_can_become_leader?: Switch | Removed;
  /** UInt64, default 10000. */
  readonly replicated_deduplication_window?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly replicated_deduplication_window_for_async_inserts?: Amount | Removed;
  /** UInt64, default 3600. */
  readonly replicated_deduplication_window_seconds?: Amount | Removed;
  /** UInt64, default 604800. */
  readonly replicated_deduplication_window_seconds_for_async_inserts?: Amount | Removed;
  /** UInt64, default 0; since 26.5. */
  readonly replicated_fetches_min_part_level?: Amount | Removed;
  /** UInt64, default 300; since 26.5. */
  readonly replicated_fetches_min_part_level_timeout_seconds?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly replicated_max_mutations_in_one_entry?: Amount | Removed;
  /** Float, default 0.5. */
  readonly replicated_max_ratio_of_wrong_parts?: Amount | Removed;
  /** SearchOrphanedPartsDisks, default any. */
  readonly search_orphaned_parts_disks?: "any" | "local" | "none" | Removed;
  /** MergeTreeSerializationInfoVersion, default with_types; since 26.1. */
  readonly serialization_info_version?: "basic" | "with_missing_columns" | "with_types" | Removed;
  /** Bool, default 1; since 26.5. */
  readonly share_nested_offsets?: Switch | Removed;
  /** Bool, default 0; since 26.1. */
  readonly shared_merge_tree_activate_coordinated_merges_tasks?: Switch | Removed;
  /** UInt64, default 0; since 26.9. */
  readonly shared_merge_tree_blobs_list_inline_file_max_bytes?: Amount | Removed;
  /** Bool, default 0. */
  readonly shared_merge_tree_create_per_replica_metadata_nodes?: Switch | Removed;
  /** Bool, default 0. */
  readonly shared_merge_tree_disable_merges_and_mutations_assignment?: Switch | Removed;
  /** Seconds, default 86400; since 26.1. */
  readonly shared_merge_tree_empty_partition_lifetime?: Amount | Removed;
  /** Bool, default 1; since 26.1. */
  readonly shared_merge_tree_enable_automatic_empty_partitions_cleanup?: Switch | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_enable_coordinated_merges?: Switch | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_enable_keeper_parts_extra_data?: Switch | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_enable_outdated_parts_check?: Switch | Removed;
  /** UInt64, default 3600. */
  readonly shared_merge_tree_idle_parts_update_seconds?: Amount | Removed;
  /** Seconds, default 0; since 26.7. */
  readonly shared_merge_tree_inactive_replica_cutoff_seconds?: Amount | Removed;
  /** UInt64, default 50. */
  readonly shared_merge_tree_initial_parts_update_backoff_ms?: Amount | Removed;
  /** UInt64, default 100. */
  readonly shared_merge_tree_interserver_http_connection_timeout_ms?: Amount | Removed;
  /** UInt64, default 10000. */
  readonly shared_merge_tree_interserver_http_timeout_ms?: Amount | Removed;
  /** UInt64, default 10. */
  readonly shared_merge_tree_leader_update_period_random_add_seconds?: Amount | Removed;
  /** UInt64, default 30. */
  readonly shared_merge_tree_leader_update_period_seconds?: Amount | Removed;
  /** UInt64, default 1000. */
  readonly shared_merge_tree_max_outdated_parts_to_process_at_once?: Amount | Removed;
  /** UInt64, default 5000. */
  readonly shared_merge_tree_max_parts_update_backoff_ms?: Amount | Removed;
  /** UInt64, default 6. */
  readonly shared_merge_tree_max_parts_update_leaders_in_total?: Amount | Removed;
  /** UInt64, default 2. */
  readonly shared_merge_tree_max_parts_update_leaders_per_az?: Amount | Removed;
  /** UInt64, default 10. */
  readonly shared_merge_tree_max_replicas_for_parts_deletion?: Amount | Removed;
  /** UInt64, default 5. */
  readonly shared_merge_tree_max_replicas_to_merge_parts_for_each_parts_range?: Amount | Removed;
  /** UInt64, default 0. */
  readonly shared_merge_tree_max_suspicious_broken_parts?: Amount | Removed;
  /** UInt64, default 0. */
  readonly shared_merge_tree_max_suspicious_broken_parts_bytes?: Amount | Removed;
  /** Int64, default 1800. */
  readonly shared_merge_tree_memo_ids_remove_timeout_seconds?: Amount | Removed;
  /** MergeCoordinatorDistributionAlgorithm, default sainte_lague; since 26.7. */
  readonly shared_merge_tree_merge_coordinator_distribution_algorithm?: "sainte_lague" | "water_filling" | Removed;
  /** Milliseconds, default 30000. */
  readonly shared_merge_tree_merge_coordinator_election_check_period_ms?: Amount | Removed;
  /** Float, default 1.1. */
  readonly shared_merge_tree_merge_coordinator_factor?: Amount | Removed;
  /** Milliseconds, default 10000. */
  readonly shared_merge_tree_merge_coordinator_fetch_fresh_metadata_period_ms?: Amount | Removed;
  /** UInt64, default 20. */
  readonly shared_merge_tree_merge_coordinator_max_merge_request_size?: Amount | Removed;
  /** Milliseconds, default 10000. */
  readonly shared_merge_tree_merge_coordinator_max_period_ms?: Amount | Removed;
  /** UInt64Auto, default auto. */
  readonly shared_merge_tree_merge_coordinator_merges_prepare_count?: Amount | 'auto' | Removed;
  /** Milliseconds, default 1. */
  readonly shared_merge_tree_merge_coordinator_min_period_ms?: Amount | Removed;
  /** Milliseconds, default 100. */
  readonly shared_merge_tree_merge_worker_fast_timeout_ms?: Amount | Removed;
  /** Milliseconds, default 10000. */
  readonly shared_merge_tree_merge_worker_regular_timeout_ms?: Amount | Removed;
  /** UInt64, default 2; since 26.1. */
  readonly shared_merge_tree_outdated_parts_group_size?: Amount | Removed;
  /** Float, default 0.5. */
  readonly shared_merge_tree_partitions_hint_ratio_to_reload_merge_pred_for_mutations?: Amount | Removed;
  /** UInt64, default 32. */
  readonly shared_merge_tree_parts_load_batch_size?: Amount | Removed;
  /** UInt64, default 0. */
  readonly shared_merge_tree_postpone_next_merge_for_locally_merged_parts_ms?: Amount | Removed;
  /** UInt64, default 1000000. */
  readonly shared_merge_tree_postpone_next_merge_for_locally_merged_parts_rows_threshold?: Amount | Removed;
  /** UInt64, default 10. */
  readonly shared_merge_tree_range_for_merge_window_size?: Amount | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_read_virtual_parts_from_leader?: Switch | Removed;
  /** Seconds, default 1800; since 26.3. */
  readonly shared_merge_tree_replica_set_max_lifetime_seconds?: Amount | Removed;
  /** Bool, default 0. */
  readonly shared_merge_tree_try_fetch_part_in_memory_data_from_replicas?: Switch | Removed;
  /** Bool, default 0; since 26.7. */
  readonly shared_merge_tree_try_fetch_part_in_memory_data_from_replicas_on_startup?: Switch | Removed;
  /** Milliseconds, default 30000. */
  readonly shared_merge_tree_update_replica_flags_delay_ms?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly shared_merge_tree_use_blobs_list_for_parts?: Switch | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_use_metadata_hints_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly shared_merge_tree_use_outdated_parts_compact_format?: Switch | Removed;
  /** Bool, default 0. */
  readonly shared_merge_tree_use_too_many_parts_count_from_virtual_parts?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly shared_merge_tree_use_zookeeper_connection_pool?: Switch | Removed;
  /** UInt64, default 1. */
  readonly shared_merge_tree_virtual_parts_discovery_batch?: Amount | Removed;
  /** Bool, default 1; since 26.7; obsolete 26.9. */
  readonly shared_merge_tree_virtual_parts_partition_atomic_discovery?: Switch | Removed;
  /** UInt64, default 0. */
  readonly simultaneous_parts_removal_limit?: Amount | Removed;
  /** Bool, default 0; since 26.9. */
  readonly skip_empty_columns_on_insert?: Switch | Removed;
  /** Milliseconds, default 0. */
  readonly sleep_before_commit_local_part_in_replicated_table_ms?: Amount | Removed;
  /** UInt64, default 0. */
  readonly sleep_before_loading_outdated_parts_ms?: Amount | Removed;
  /** String, default default. */
  readonly storage_policy?: Text | Removed;
  /** MergeTreeStringSerializationVersion, default with_size_stream; since 26.1. */
  readonly string_serialization_version?: "single_stream" | "with_size_stream" | Removed;
  /** Bool, default 0. */
  readonly table_disk?: Switch | Removed;
  /** Bool, default 0; since 26.3. */
  readonly table_readonly?: Switch | Removed;
  /** Seconds, default 86400. */
  readonly temporary_directories_lifetime?: Amount | Removed;
  /** Bool, default 1; since 26.7. */
  readonly text_index_dictionary_block_frontcoding_compression?: Switch | Removed;
  /** NonZeroUInt64, default 512; since 26.7. */
  readonly text_index_dictionary_block_size?: Amount | Removed;
  /** NonZeroUInt64, default 1073741824; since 26.9. */
  readonly text_index_max_memory_usage_before_flush?: Amount | Removed;
  /** NonZeroUInt64, default 100000000; since 26.9. */
  readonly text_index_max_processed_tokens_before_flush?: Amount | Removed;
  /** NonZeroUInt64, default 1048576; since 26.7. */
  readonly text_index_posting_list_block_size?: Amount | Removed;
  /** TextIndexPostingListCodec, default none; since 26.7. */
  readonly text_index_posting_list_codec?: "bitpacking" | "none" | Removed;
  /** MergeTreeTextIndexSerializationVersion, default v2_with_positions; since 26.9. */
  readonly text_index_serialization_version?: "v0_initial" | "v1_with_codec" | "v2_with_positions" | Removed;
  /** Seconds, default 7200. */
  readonly try_fetch_recompressed_part_timeout?: Amount | Removed;
  /** Bool, default 0. */
  readonly ttl_only_drop_parts?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_adaptive_write_buffer_for_dynamic_subcolumns?: Switch | Removed;
  /** Bool, default 1; obsolete 26.7. */
  readonly use_async_block_ids_cache?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_compact_variant_discriminators_serialization?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_const_adaptive_granularity?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_minimalistic_checksums_in_zookeeper?: Switch | Removed;
  /** Bool, default 1. */
  readonly use_minimalistic_part_header_in_zookeeper?: Switch | Removed;
  /** Bool, default 0. */
  readonly use_primary_key_cache?: Switch | Removed;
  /** UInt64, default 0. */
  readonly vertical_merge_algorithm_min_bytes_to_activate?: Amount | Removed;
  /** UInt64, default 11. */
  readonly vertical_merge_algorithm_min_columns_to_activate?: Amount | Removed;
  /** UInt64, default 131072. */
  readonly vertical_merge_algorithm_min_rows_to_activate?: Amount | Removed;
  /** Bool, default 1; since 26.1. */
  readonly vertical_merge_optimize_lightweight_delete?: Switch | Removed;
  /** Bool, default 1; since 26.3. */
  readonly vertical_merge_optimize_ttl_delete?: Switch | Removed;
  /** Bool, default 1. */
  readonly vertical_merge_remote_filesystem_prefetch?: Switch | Removed;
  /** Milliseconds, default 0. */
  readonly wait_for_unique_parts_send_before_shutdown_ms?: Amount | Removed;
  /** Bool, default 1. */
  readonly write_marks_for_substreams_in_compact_parts?: Switch | Removed;
  /** Float, default 0.05. */
  readonly zero_copy_concurrent_part_removal_max_postpone_ratio?: Amount | Removed;
  /** UInt64, default 5. */
  readonly zero_copy_concurrent_part_removal_max_split_times?: Amount | Removed;
  /** UInt64, default 1073741824. */
  readonly zero_copy_merge_mutation_min_parts_size_sleep_before_lock?: Amount | Removed;
  /** UInt64, default 0. */
  readonly zero_copy_merge_mutation_min_parts_size_sleep_no_scale_before_lock?: Amount | Removed;
  /** Seconds, default 60. */
  readonly zookeeper_session_expiration_check_period?: Amount | Removed;
}
