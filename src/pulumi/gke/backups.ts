import type * as pulumi from '@pulumi/pulumi';
import type { Grant } from '../clusters/grants';

/** All that a grant on GKE can be for. */
export const gkeRights = ['read', 'write'] as const;

/** Who may use a bucket, and how. */
export interface GkeGrant extends Grant<(typeof gkeRights)[number]> {
  /**
   * `read` lists and reads objects; `write` makes, overwrites and deletes them, too: Cloud Storage lets nobody overwrite
   * who may not delete. Whatever is deleted can be brought back for `keepDeletedDays`.
   */
  readonly rights: (typeof gkeRights)[number];
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
