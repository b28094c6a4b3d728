import fc from 'fast-check';
import { options } from './random-options';

const { constantFrom } = fc;

/** Configuration of Keeper. */
export const keeperSettings = options({
  logger: options({ level: constantFrom('debug', 'warning') }),
  max_connections: constantFrom(1000, '4Ki'),
  keeper_server: options({
    max_memory_usage_soft_limit_ratio: constantFrom(0.7, '0.8'),
    coordination_settings: options({
      snapshots_to_keep: constantFrom(3, 5),
      snapshot_distance: constantFrom(50_000, '200K'),
      raft_logs_level: constantFrom('warning', 'information'),
    }),
  }),
});
