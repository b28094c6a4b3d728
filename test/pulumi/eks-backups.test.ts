import { EksCluster } from '../../src/pulumi';
import { eks, one, reachable, underAws } from '../support/eks';
import { valueIn } from '../support/pulumi-mocks';

describe('backups', () => {
  test('lie in a private bucket that keeps what is overwritten, and takes encrypted connections only', async () => {
    const { result, resources } = await eks();
    expect(one(resources, 'aws:s3/bucket:Bucket').inputs).toMatchObject({ forceDestroy: false });
    expect(one(resources, 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock').inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(one(resources, 'aws:s3/bucketVersioning:BucketVersioning').inputs).toMatchObject({
      versioningConfiguration: { status: 'Enabled' },
    });
    const lifecycle = one(resources, 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration').inputs;
    expect(lifecycle.rules).toEqual([
      {
        id: 'backups',
        status: 'Enabled',
        filter: {},
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        expiration: { expiredObjectDeleteMarker: true },
      },
    ]);
    const { policy } = one(resources, 'aws:s3/bucketPolicy:BucketPolicy').inputs;
    expect(JSON.parse(String(policy)).Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Resource: ['arn:aws:s3:::prod-backups', 'arn:aws:s3:::prod-backups/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
    expect((await valueIn(result.backups!.bucket)).value).toBe('prod-backups');
  });

  test('go with their cluster only when told to, or after their days', async () => {
    const { resources } = await eks({ ...reachable, backups: { expireDays: 14, onDestroy: 'delete' } });
    expect(one(resources, 'aws:s3/bucket:Bucket').inputs).toMatchObject({ forceDestroy: true });
    const lifecycle = one(resources, 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration').inputs;
    expect(lifecycle.rules).toMatchObject([{ expiration: { days: 14 } }]);
  });

  test.each([
    ['read', ['s3:GetObject']],
    ['write', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts']],
    ['prune', ['s3:GetObject', 's3:DeleteObject']],
  ] as const)('are open to one ServiceAccount to %s, and nobody deletes a version', async (rights, actions) => {
    const { resources } = await underAws(() => {
      const cluster = new EksCluster('prod', reachable);
      const grant = { namespace: 'analytics', serviceAccount: 'clickhouse-events', rights };
      return cluster.backups!.grant('events', grant);
    });
    const { policy } = one(resources, 'aws:iam/rolePolicy:RolePolicy', 'prod-backups-events').inputs;
    const { Statement } = JSON.parse(String(policy));
    expect(Statement[0]).toMatchObject({ Resource: 'arn:aws:s3:::prod-backups' });
    expect(Statement[1]).toEqual({ Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::prod-backups/*' });
    const association = one(resources, 'aws:eks/podIdentityAssociation:PodIdentityAssociation', 'prod-backups-events');
    expect(association.inputs).toMatchObject({
      clusterName: 'prod',
      namespace: 'analytics',
      serviceAccount: 'clickhouse-events',
      roleArn: 'arn:aws:iam::123456789012:role/prod-backups-events',
    });
  });
});
