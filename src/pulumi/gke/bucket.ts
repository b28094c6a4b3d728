import { getProjectOutput } from '@pulumi/gcp/organizations/getProject.js';
import { Service } from '@pulumi/gcp/projects/service.js';
import { Bucket } from '@pulumi/gcp/storage/bucket.js';
import { BucketIAMMember } from '@pulumi/gcp/storage/bucketIAMMember.js';
import * as pulumi from '@pulumi/pulumi';
import type { GkeBackupArgs } from './args';
import type { GkeGrant } from './backups';
import { child, type GkeContext } from './context';
import { workloadPool } from './control-plane';

/** Half-written uploads are of use to nobody. */
const daysOfUploads = 7;

/** A bucket that nobody can make public, and in which nothing is lost at once. */
export function backupBucket(
  context: GkeContext,
  { location, keepDeletedDays, onDestroy }: Required<GkeBackupArgs>,
): pulumi.Output<string> {
  const { name, project } = context;
  const api = new Service(
    `${name}-storage`,
    { project, service: 'storage.googleapis.com', disableOnDestroy: false },
    child(context),
  );
  const bucket = new Bucket(
    `${name}-backups`,
    {
      project,
      location: location.toUpperCase(),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      versioning: { enabled: true },
      // Versions undo one delete; this undoes the deletion of versions, and of the bucket itself.
      softDeletePolicy: { retentionDurationSeconds: keepDeletedDays * 24 * 60 * 60 },
      lifecycleRules: [
        { action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: keepDeletedDays, withState: 'ARCHIVED' } },
        { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: daysOfUploads } },
      ],
      forceDestroy: onDestroy === 'delete',
    },
    { ...child(context, api), ...(onDestroy === 'retain' && { retainOnDelete: true }) },
  );
  return bucket.name;
}

/** Least role that reads backups, and least role that makes and removes them. Neither can change the bucket. */
const roleFor: Readonly<Record<GkeGrant['rights'], string>> = {
  read: 'roles/storage.objectViewer',
  write: 'roles/storage.objectUser',
};

/**
 * Lets the pods of a ServiceAccount use the bucket, without a Google account and without keys.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#authenticating_to
 */
export function grantBucket(
  context: GkeContext,
  name: string,
  bucket: pulumi.Output<string>,
  { namespace, serviceAccount, rights }: GkeGrant,
  cluster: pulumi.Resource,
): pulumi.CustomResource {
  const { component, project } = context;
  const { number } = getProjectOutput({ projectId: project }, { parent: component, dependsOn: cluster });
  const pool = pulumi.interpolate`projects/${number}/locations/global/workloadIdentityPools/${workloadPool(context)}`;
  return new BucketIAMMember(
    name,
    {
      bucket,
      role: roleFor[rights],
      member: pulumi.interpolate`principal://iam.googleapis.com/${pool}/subject/ns/${namespace}/sa/${serviceAccount}`,
    },
    // The pool of identities exists from the first cluster of the project on.
    child(context, cluster),
  );
}
