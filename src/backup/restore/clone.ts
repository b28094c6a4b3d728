import { Construct } from 'constructs';
import { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import { Environment } from '../../environment/environment';
import type { CloneProps } from './options';
import { Restore } from './restore';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * A new cluster with the data of a backup of another one, in the same or in another namespace.
 *
 * ```ts
 * new Clone(environment, 'copy', {
 *   of: backup,
 *   store: BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1', keys: { name: 'backup-reader' } }),
 * });
 * ```
 *
 * It reads the backups with credentials that cannot write them, and has a path of its own in Keeper.
 */
export class Clone extends Construct {
  /** The new cluster. */
  readonly cluster: ClickHouseCluster;
  /** What fills it. */
  readonly restore: Restore;

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: CloneProps) {
    super(scope, id);
    const cluster = parts().resolveClone(this.node.path, id, Environment.of(this).resolved, props);
    const { of: from, cluster: _, name = id, ...restore } = props;
    this.cluster = new ClickHouseCluster(this, 'cluster', cluster);
    this.restore = new Restore(this, 'restore', { ...restore, name: `${name}-restore`, cluster: this.cluster, from });
  }
}
