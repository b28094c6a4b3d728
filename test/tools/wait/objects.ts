import type { Manifest } from 'anyhouse';
import type { LiveObject } from '../../../src/tools/cluster/cluster';

export const chi: Manifest = {
  apiVersion: 'clickhouse.altinity.com/v1',
  kind: 'ClickHouseInstallation',
  metadata: { name: 'events', namespace: 'data' },
  spec: { configuration: { clusters: [{ name: 'main', layout: { replicasCount: 2 } }] } },
};

export const keeper: Manifest = {
  apiVersion: 'clickhouse-keeper.altinity.com/v1',
  kind: 'ClickHouseKeeperInstallation',
  metadata: { name: 'keeper', namespace: 'data' },
  spec: { configuration: { clusters: [{ name: 'main', layout: { replicasCount: 3 } }] } },
};

export const pod = (name: string, status: object, more: object = {}): LiveObject => ({
  metadata: { name, namespace: 'data' },
  status: { startTime: '2026-01-01T00:00:00Z', ...status },
  ...more,
});

export const readyPod = (name: string) =>
  pod(name, { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] });

/** A notice about an object of the namespace. */
export const event = (kind: string, name: string, reason: string, message: string, type = 'Warning'): LiveObject => ({
  metadata: { name: `${name}.${reason}`, namespace: 'data', creationTimestamp: '2026-01-01T00:00:00Z' },
  involvedObject: { kind, name, namespace: 'data' },
  reason,
  message,
  type,
});
