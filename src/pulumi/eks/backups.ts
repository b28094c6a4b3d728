import { PodIdentityAssociation } from '@pulumi/aws/eks/podIdentityAssociation.js';
import { Bucket } from '@pulumi/aws/s3/bucket.js';
import { BucketLifecycleConfiguration } from '@pulumi/aws/s3/bucketLifecycleConfiguration.js';
import { BucketPolicy } from '@pulumi/aws/s3/bucketPolicy.js';
import { BucketPublicAccessBlock } from '@pulumi/aws/s3/bucketPublicAccessBlock.js';
import { BucketServerSideEncryptionConfiguration } from '@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js';
import { BucketVersioning } from '@pulumi/aws/s3/bucketVersioning.js';
import * as pulumi from '@pulumi/pulumi';
import type { EksBackupArgs } from './args';
import type { BackupBucket, BackupGrant, BackupGrantArgs } from './backup-bucket';
import { podRole } from './roles';
import { partitionOf, type Site } from './site';

/** Actions on files by what they are for. Nobody may delete a version, so nothing is gone at once. */
const actions: Readonly<Record<BackupGrantArgs['access'], readonly string[]>> = {
  read: ['s3:GetObject'],
  write: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
  prune: ['s3:GetObject', 's3:DeleteObject'],
};

/** The bucket of backups, and who may use it. */
export function makeBackups(site: Site, clusterName: pulumi.Output<string>, args: EksBackupArgs = {}): BackupBucket {
  const { existing } = args;
  const name = existing === undefined ? makeBucket(site, args) : pulumi.output(existing);
  const arn = pulumi.interpolate`arn:${partitionOf(site.region)}:s3:::${name}`;
  return {
    name,
    arn,
    ...(existing === undefined && { region: site.region }),
    grant: (id, grant) => makeGrant(site, { clusterName, arn }, id, grant),
  };
}

/** A private bucket that keeps what is overwritten, and in production outlives its cluster. */
function makeBucket(site: Site, { overwrittenDays = 30, expireDays }: EksBackupArgs): pulumi.Output<string> {
  const { name, parent, region, tags, stage } = site;
  const id = `${name}-backups`;
  // Without its settings, a bucket that stays would be another one.
  const options = { parent, retainOnDelete: stage === 'production' };
  const made = new Bucket(id, { region, forceDestroy: stage === 'development', tags }, options);
  const bucket = made.bucket;
  const blocked = new BucketPublicAccessBlock(
    id,
    {
      region,
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    options,
  );
  const versioned = new BucketVersioning(
    id,
    { region, bucket, versioningConfiguration: { status: 'Enabled' } },
    options,
  );
  new BucketServerSideEncryptionConfiguration(
    id,
    { region, bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    options,
  );
  new BucketLifecycleConfiguration(
    id,
    {
      region,
      bucket,
      rules: [
        {
          id: 'backups',
          status: 'Enabled',
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          noncurrentVersionExpiration: { noncurrentDays: overwrittenDays },
          expiration: expireDays === undefined ? { expiredObjectDeleteMarker: true } : { days: expireDays },
        },
      ],
    },
    { ...options, dependsOn: [versioned] },
  );
  const encrypted = pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EncryptedConnectionsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [made.arn, pulumi.interpolate`${made.arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  // Both change who may do what, and S3 refuses to do two such things at once.
  new BucketPolicy(id, { region, bucket, policy: encrypted }, { ...options, dependsOn: [blocked] });
  return bucket;
}

function makeGrant(
  site: Site,
  { clusterName, arn }: { readonly clusterName: pulumi.Output<string>; readonly arn: pulumi.Output<string> },
  id: string,
  { namespace, serviceAccount, access }: BackupGrantArgs,
): BackupGrant {
  const account = { clusterName, namespace, serviceAccount };
  const policy = pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucketMultipartUploads'],
        Resource: arn,
      },
      { Effect: 'Allow', Action: actions[access], Resource: pulumi.interpolate`${arn}/*` },
    ],
  });
  const role = podRole(site, `backups-${id}`, account, { policy });
  const association = new PodIdentityAssociation(
    `${site.name}-backups-${id}`,
    { region: site.region, ...account, roleArn: role.arn, tags: site.tags },
    { parent: site.parent, dependsOn: [...role.rights] },
  );
  return { roleArn: role.arn, association };
}
