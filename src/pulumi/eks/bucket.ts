import { PodIdentityAssociation } from '@pulumi/aws/eks/podIdentityAssociation.js';
import { Bucket } from '@pulumi/aws/s3/bucket.js';
import { BucketLifecycleConfiguration } from '@pulumi/aws/s3/bucketLifecycleConfiguration.js';
import { BucketPolicy } from '@pulumi/aws/s3/bucketPolicy.js';
import { BucketPublicAccessBlock } from '@pulumi/aws/s3/bucketPublicAccessBlock.js';
import { BucketServerSideEncryptionConfiguration } from '@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js';
import { BucketVersioning } from '@pulumi/aws/s3/bucketVersioning.js';
import * as pulumi from '@pulumi/pulumi';
import { checkGrant } from '../clusters/grants';
import type { EksBackupArgs } from './args';
import type { EksBackups, EksGrant } from './backups';
import { podRole } from './roles';
import { replaceable, type Site } from './site';

/** Actions on files by what they are for. Nobody may delete a version, so nothing is gone at once. */
const actions: Readonly<Record<EksGrant['rights'], readonly string[]>> = {
  read: ['s3:GetObject'],
  write: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
  prune: ['s3:GetObject', 's3:DeleteObject'],
};

/** The bucket for backups, and who may use it. */
export function makeBackups(site: Site, clusterName: pulumi.Output<string>, args: EksBackupArgs): EksBackups {
  const { bucket, arn } = makeBucket(site, args);
  return {
    bucket,
    grant(name, to) {
      checkGrant(name, to, Object.keys(actions));
      return makeGrant(replaceable(site), { clusterName, arn }, name, to);
    },
  };
}

/** A private bucket in which nothing is lost at once. */
function makeBucket(site: Site, { keepDeletedDays = 30, expireDays, onDestroy = 'retain' }: EksBackupArgs) {
  const { name, parent, region, tags } = site;
  const id = `${name}-backups`;
  // Its settings stay with it: without them it would be another bucket.
  const options = { parent, retainOnDelete: onDestroy === 'retain' };
  const made = new Bucket(id, { region, forceDestroy: onDestroy === 'delete', tags }, options);
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
          noncurrentVersionExpiration: { noncurrentDays: keepDeletedDays },
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
  return { bucket, arn: made.arn };
}

function makeGrant(
  site: Site,
  { clusterName, arn }: { readonly clusterName: pulumi.Output<string>; readonly arn: pulumi.Output<string> },
  id: string,
  { namespace, serviceAccount, rights }: EksGrant,
): pulumi.CustomResource {
  const account = { clusterName, namespace, serviceAccount };
  const policy = pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucketMultipartUploads'],
        Resource: arn,
      },
      { Effect: 'Allow', Action: actions[rights], Resource: pulumi.interpolate`${arn}/*` },
    ],
  });
  const role = podRole(site, `backups-${id}`, account, { policy });
  return new PodIdentityAssociation(
    `${site.name}-backups-${id}`,
    { region: site.region, ...account, roleArn: role.arn, tags: site.tags },
    { parent: site.parent, protect: site.protect, dependsOn: [...role.rights] },
  );
}
