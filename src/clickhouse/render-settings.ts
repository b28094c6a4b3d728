import { type Escape, renderPaths } from '../altinity/setting-paths';
import type { Settings } from '../altinity/spec/values';
import { type OperatorVersion, supports } from '../altinity/versions';
import { metricsSettings } from '../monitoring/endpoint';
import type { ResolvedCluster } from './options';
import { renderTlsSettings } from './render-tls';
import { withSystemLogs } from './system-logs';

/** Configuration of the server: what this library sets, under what the user says. */
export function renderServerSettings(cluster: ResolvedCluster, version: OperatorVersion, escaped: Escape) {
  const { name, settings, contributed } = cluster;
  const usual: Settings = {
    ...renderTlsSettings(cluster),
    // ON CLUSTER statements hang without it, from ClickHouse 25.8.10 on.
    ...(!supports(version, 'ddlReplicasPath') && {
      'distributed_ddl/replicas_path': `/clickhouse/${name}/task_queue/replicas`,
    }),
    // Addresses of pods change, and a remembered one may belong to a pod of somebody else by then.
    disable_internal_dns_cache: 1,
    'logger/count': 5,
    'logger/level': 'information',
    'logger/size': '100M',
    ...(cluster.monitoring && metricsSettings),
  };
  const own = Object.fromEntries(renderPaths(withSystemLogs(settings), escaped));
  const all = Object.entries({ ...usual, ...own, ...contributed.settings });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Settings profiles. What `default` says holds for all users, whichever profile they have. */
export function renderProfiles({ profiles, zoneOrder }: ResolvedCluster, escaped: Escape): Settings {
  const usual = {
    // Small inserts are collected into parts by the server, and acknowledged once they are written.
    ...{ async_insert: true, wait_for_async_insert: true },
    // Names of hosts end with the number of their copy, so that the nearest name is in the same zone.
    ...(zoneOrder === 'aligned' && { load_balancing: 'nearest_hostname' }),
  };
  return Object.fromEntries(renderPaths({ ...profiles, default: { ...usual, ...profiles.default } }, escaped));
}
