import { type Host, topologyOf } from '../../src/altinity/topology';

const metadata = { name: 'events', namespace: 'analytics' };

/** A ClickHouse installation with the given spec. */
export function chi(spec: unknown) {
  return { apiVersion: 'clickhouse.altinity.com/v1', kind: 'ClickHouseInstallation', metadata, spec };
}

/** A Keeper installation with the given spec. */
export function chk(spec: unknown) {
  return { apiVersion: 'clickhouse-keeper.altinity.com/v1', kind: 'ClickHouseKeeperInstallation', metadata, spec };
}

/** A ClickHouse installation with one cluster named `main`. */
export function laidOut(layout: unknown, rest: Record<string, unknown> = {}) {
  return chi({ configuration: { clusters: [{ name: 'main', layout }] }, ...rest });
}

/** Hosts of an installation. */
export function hostsOf(manifest: unknown): readonly Host[] {
  return topologyOf(manifest).hosts;
}
