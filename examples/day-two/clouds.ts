import { BackupStore, Identity, type Platform } from 'anyhouse';

const role = (name: string) => Identity.awsRole(`arn:aws:iam::123456789012:role/${name}`);
const account = (name: string) => Identity.googleServiceAccount(`${name}@company-data.iam.gserviceaccount.com`);

/** The bucket for backups, and who may write to it and who may only read: what differs from cloud to cloud. */
export function backupsOf({ name }: Platform) {
  switch (name) {
    case 'eks': {
      const bucket = BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1' });
      return {
        write: { store: bucket, identity: role('clickhouse-backup-writer') },
        read: { store: bucket, identity: role('clickhouse-backup-reader') },
      };
    }
    case 'gke': {
      const bucket = BackupStore.gcs({ bucket: 'company-clickhouse-backup' });
      return {
        write: { store: bucket, identity: account('clickhouse-backup-writer') },
        read: { store: bucket, identity: account('clickhouse-backup-reader') },
      };
    }
    default: {
      const bucket = (keys: string) =>
        BackupStore.s3({ bucket: 'backup', endpoint: 'http://minio.minio:9000', keys: { name: keys } });
      return { write: { store: bucket('backup-writer') }, read: { store: bucket('backup-reader') } };
    }
  }
}
