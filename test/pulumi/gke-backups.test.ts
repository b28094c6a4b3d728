import { GkeCluster } from '../../src/pulumi';
import { gkeAnswers, gkeArgs, inputsOf, runGke } from '../support/gke';
import { underMocks, valueIn } from '../support/pulumi-mocks';

test('the bucket is private, keeps what was deleted, and is granted to ServiceAccounts with least rights', async () => {
  const { result, resources } = await underMocks(() => {
    const gke = new GkeCluster('prod', gkeArgs);
    gke.backups?.grant('writer', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });
    gke.backups?.grant('reader', { namespace: 'drill', serviceAccount: 'restore', rights: 'read' });
    return gke;
  }, gkeAnswers);
  expect(inputsOf(resources, 'gcp:storage/bucket:Bucket')).toEqual({
    project: 'my-project',
    location: 'EUROPE-WEST4',
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    versioning: { enabled: true },
    softDeletePolicy: { retentionDurationSeconds: 1209600 },
    lifecycleRules: [
      { action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: 14, withState: 'ARCHIVED' } },
      { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
    ],
    forceDestroy: false,
  });
  expect((await valueIn(result.backups!.bucket)).value).toBe('prod-backups-1234567');
  const members = resources.filter(({ type }) => type === 'gcp:storage/bucketIAMMember:BucketIAMMember');
  const pool =
    'principal://iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/my-project.svc.id.goog';
  expect(members.map(({ name, inputs }) => [name, inputs])).toEqual([
    [
      'prod-writer',
      {
        bucket: 'prod-backups-1234567',
        role: 'roles/storage.objectUser',
        member: `${pool}/subject/ns/analytics/sa/backup`,
      },
    ],
    [
      'prod-reader',
      {
        bucket: 'prod-backups-1234567',
        role: 'roles/storage.objectViewer',
        member: `${pool}/subject/ns/drill/sa/restore`,
      },
    ],
  ]);
});

test('a cluster without backups has no bucket', async () => {
  const { result, resources } = await runGke({ backups: 'none' });
  expect(result.backups).toBeUndefined();
  expect(resources.filter(({ type, name }) => type.startsWith('gcp:storage/') || name === 'prod-storage')).toEqual([]);
});

test('a bucket that goes with the cluster is emptied first', async () => {
  const { resources } = await runGke({ backups: { onDestroy: 'delete', location: 'eu', keepDeletedDays: 7 } });
  expect(inputsOf(resources, 'gcp:storage/bucket:Bucket')).toMatchObject({
    location: 'EU',
    forceDestroy: true,
    softDeletePolicy: { retentionDurationSeconds: 604800 },
  });
});
