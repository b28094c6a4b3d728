/**
 * Settings that only the configuration of all members can hold. The operator ships values for them in
 * `keeper_config.d`, and ClickHouse reads that directory after `conf.d`, where those of a single member lie: what is
 * set for one member is overridden without a word. ClickHouse, `ConfigProcessor::getConfigMergeFiles`; operator,
 * `config/chk/keeper_config.d`. `four_letter_word_white_list` joined them in 0.27.0.
 */
export const sharedKeeperSettings: readonly string[] = [
  ...['max_connections', 'keeper_server/hostname_checks_enabled', 'keeper_server/four_letter_word_white_list'],
  ...['min_session_timeout_ms', 'session_timeout_ms', 'operation_timeout_ms', 'raft_logs_level'].map(
    (name) => `keeper_server/coordination_settings/${name}`,
  ),
];

/** Whether a setting, as a slash path, is one of all members. */
export function isShared(path: string): boolean {
  return appliesLive(path) || sharedKeeperSettings.includes(path);
}

/**
 * Whether the operator leaves members alone when a setting changes. Its rules say so for `logger` alone among those of
 * Keeper (`configurationRestartPolicy` in `config/config.yaml`), also for what Keeper itself could take over live.
 */
export function appliesLive(path: string): boolean {
  return path.startsWith('logger/');
}
