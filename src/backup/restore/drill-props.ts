import type { Settings } from '../../altinity/spec/values';
import type { ClickHouseClusterProps } from '../../clickhouse/options';
import type { ResolvedEnvironment } from '../../environment/options';
import { longestGap } from '../../kubernetes/cron';
import { checkOwnName } from '../../kubernetes/own-name';
import { Problems } from '../../kubernetes/prop-error';
import { checkDisks, propsOf } from './clone-props';
import type { RestoreDrillProps } from './options';
import { drillProps } from './shapes';

/** CronJobs have 52 characters at most; the installation has to leave room for the names of its hosts. */
const longestName = 32;

/** A drill with all defaults applied, but for what it restores. Plain data. */
export interface ResolvedDrill {
  /** Name of its job and of the scratch installation. */
  readonly name: string;
  readonly schedule: string;
  readonly timeZone: string;
  readonly deadlineSeconds: number;
  /** Port of the HTTP interface of the source. */
  readonly sourcePort: number;
  /** Seconds after which no drill has gone well for too long. */
  readonly age: number;
}

/**
 * Applies defaults.
 * @throws PropError naming every wrong prop
 */
export function resolveDrill(
  path: string,
  id: string,
  { namespace }: ResolvedEnvironment,
  props: RestoreDrillProps,
): ResolvedDrill {
  const problems = new Problems('RestoreDrill', path);
  const given = problems.check(drillProps, props);
  const { name = id, schedule = '0 5 1 * *', timeZone = 'Etc/UTC', deadlineHours = 24 } = given;
  checkOwnName(problems, id, given.name, {
    longest: longestName,
    because: 'the scratch installation is named after it',
    example: 'drill',
  });
  if (!problems.has('backups')) {
    const { cluster } = given.backups;
    if (cluster.namespace === namespace)
      problems.add({
        rule: 'restore/scratch-namespace',
        prop: 'backups',
        must: 'be those of a cluster in another environment: the job may create and delete installations in its namespace',
        gotText: `'${cluster.name}' in ${namespace}, too`,
        fix: "create the RestoreDrill in an environment of its own: new Environment(app, 'drill', { platform }).",
      });
    if (cluster.resolved.storage.cold && given.databases === undefined)
      problems.add({
        rule: 'restore/cold-storage',
        prop: 'backups',
        must: 'be those of a cluster without storage.cold: scratch servers have volumes only, and cannot create its tables in object storage',
        gotText: `'${cluster.name}'`,
        fix: 'name databases whose tables stay on volumes, or try out the rest with a Clone.',
      });
    if (!problems.has('storageSize'))
      checkDisks(problems, 'storageSize', cluster.resolved, {
        size: given.storageSize,
        volumes: cluster.resolved.storage.volumes,
      });
  }
  problems.throwIfAny();
  const deadlineSeconds = deadlineHours * 3600;
  const gap = (longestGap([schedule]) ?? 0) * 60;
  const { http, hosts } = given.backups.cluster.endpoints;
  return {
    name,
    schedule,
    timeZone,
    deadlineSeconds,
    sourcePort: hosts['0-0']?.http.port ?? http.port,
    age: gap + Math.ceil(gap / 2) + deadlineSeconds,
  };
}

const noRefreshes = { stop_refreshable_materialized_views_on_startup: 1 } as const;

/** The scratch cluster: one copy of each shard, on volumes that go with it. */
export function scratchProps(
  { backups, storageClass, storageSize, resources, identity }: RestoreDrillProps,
  { name }: ResolvedDrill,
  registry: string,
): ClickHouseClusterProps {
  const source = backups.cluster.resolved;
  const { replication: _, logs: __, ...like } = propsOf(source, '', name, registry);
  return {
    ...like,
    name,
    // A view that refreshed itself would replace what was restored, before it is counted.
    profiles: { ...source.profiles, default: { ...source.profiles.default, ...noRefreshes } },
    storage: { size: storageSize ?? source.storage.size, volumes: source.storage.volumes, storageClass },
    ...(resources && { resources }),
    ...(identity && { identity }),
    onDelete: 'delete',
  };
}

/**
 * Each scratch server is its own Keeper, so that replicated tables can be created and nothing stays in that of somebody else. And
 * it merges nothing: what was restored is what is counted.
 * @see https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper
 */
export const embeddedKeeper: Settings = {
  'keeper_server/tcp_port': 9181,
  'keeper_server/server_id': 1,
  'keeper_server/log_storage_path': '/var/lib/clickhouse/coordination/log',
  'keeper_server/snapshot_storage_path': '/var/lib/clickhouse/coordination/snapshots',
  'keeper_server/raft_configuration/server/id': 1,
  'keeper_server/raft_configuration/server/hostname': 'localhost',
  'keeper_server/raft_configuration/server/port': 9234,
  'zookeeper/node/host': 'localhost',
  'zookeeper/node/port': 9181,
  'merge_tree/max_bytes_to_merge_at_max_space_in_pool': 1,
  'merge_tree/max_bytes_to_merge_at_min_space_in_pool': 1,
  'merge_tree/max_number_of_merges_with_ttl_in_pool': 0,
};
