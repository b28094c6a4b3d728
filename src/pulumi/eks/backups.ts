import type * as pulumi from '@pulumi/pulumi';

/** Who may use a bucket, and how. */
export interface EksGrant {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Their ServiceAccount: `clickhouse-<cluster>` is that of servers of `ClickHouseCluster`. */
  readonly serviceAccount: string;
  /**
   * `read` is for restores. `write` makes backups and cannot delete any: whoever takes over a server cannot take its
   * backups away, and what it overwrites can be brought back. `prune` is for a job that deletes old backups; these can
   * be brought back, too.
   */
  readonly rights: 'read' | 'write' | 'prune';
}

/** The bucket for backups of an `EksCluster`. */
export interface EksBackups {
  /** Name of the bucket. */
  readonly bucket: pulumi.Output<string>;
  /**
   * Lets the pods of a ServiceAccount use the bucket, through EKS Pod Identity: no keys, no annotation. Pods get their
   * identity when they start, so what runs them should depend on the resource that is returned.
   * @param name of the resources: `analytics-backups`
   * @throws PropError when the name of a namespace or ServiceAccount is no name
   */
  grant(name: string, to: EksGrant): pulumi.CustomResource;
}
