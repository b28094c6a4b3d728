import type * as pulumi from '@pulumi/pulumi';

/** What a ServiceAccount may do with backups. */
export interface BackupGrantArgs {
  /** Namespace of the ServiceAccount. */
  readonly namespace: pulumi.Input<string>;
  /** Name of the ServiceAccount: `clickhouse-<cluster>` is that of servers of `ClickHouseCluster`. */
  readonly serviceAccount: pulumi.Input<string>;
  /**
   * `read` is for restores. `write` makes backups, and cannot delete any: whoever takes over a server cannot take its
   * backups away, and what it overwrites can be brought back. `prune` is for a job that deletes old backups; they can
   * be brought back for a while, too.
   */
  readonly access: 'read' | 'write' | 'prune';
}

/** The identity of a ServiceAccount. */
export interface BackupGrant {
  /** ARN of its role. */
  readonly roleArn: pulumi.Output<string>;
  /**
   * Gives the role to pods. They get it when they start: let what starts them depend on it, such as
   * `new Cdk8sApp(name, args, { dependsOn: [grant.association] })`.
   */
  readonly association: pulumi.CustomResource;
}

/** The bucket of backups of {@link EksCluster}. */
export interface BackupBucket {
  /** Name of the bucket. */
  readonly name: pulumi.Output<string>;
  /** ARN of the bucket. */
  readonly arn: pulumi.Output<string>;
  /** Region of the bucket. Absent for one that somebody else made. */
  readonly region?: string;
  /**
   * Gives rights to a ServiceAccount, through EKS Pod Identity.
   * @param name tells it from other grants: `events-write`
   */
  grant(name: string, args: BackupGrantArgs): BackupGrant;
}
