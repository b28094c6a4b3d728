import type * as pulumi from '@pulumi/pulumi';

/** Who may use a bucket, and how. */
export interface GkeGrant {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Their ServiceAccount. */
  readonly serviceAccount: string;
  /**
   * `read` lists and reads objects; `write` makes, overwrites and deletes them, too: Cloud Storage lets nobody overwrite
   * who may not delete. Whatever is deleted can be brought back for `keepDeletedDays`.
   */
  readonly rights: 'read' | 'write';
}

/** The bucket for backups of a `GkeCluster`. */
export interface GkeBackups {
  /** Name of the bucket. */
  readonly bucket: pulumi.Output<string>;
  /**
   * Lets the pods of a ServiceAccount use the bucket, through Workload Identity: no keys, no annotation. The identity is
   * one of the project: the same namespace and ServiceAccount of another cluster in it have the same rights. What runs
   * these pods should depend on the resource that is returned.
   * @param name of the resource: `analytics-backups`
   * @throws PropError when the name of a namespace or ServiceAccount is no name
   */
  grant(name: string, to: GkeGrant): pulumi.CustomResource;
}
