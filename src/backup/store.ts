import {
  account,
  bucket,
  container,
  endpoint,
  keys,
  type ObjectStoreKeys,
  path,
  region,
  regionOrEndpoint,
  s3Url,
} from '../clickhouse/storage/bucket';
import { late } from '../kubernetes/late';
import { Problems } from '../kubernetes/prop-error';
import { all, type Check, leaf, oneOf, required, shape, when } from '../kubernetes/shape';
import { awsRoleArn } from '../platform/cloud-ids';
import type { AzureBackupOptions, GcsBackupOptions, ResolvedStore, S3BackupOptions } from './store-options';

const text = (pattern: RegExp, rule: string, must: string, fix: string): Check =>
  late(leaf((value) => typeof value === 'string' && pattern.test(value), { rule, must, fix }));

const kmsKey = text(
  /^(arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|[\w/-]{1,256})$/,
  'backup/encryption',
  'be a key of AWS KMS: its ARN, id or alias',
  "write { kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555' }.",
);

const encryption = when(
  (value) => typeof value === 'object',
  shape<{ readonly kmsKey: string }>({
    kmsKey: required(kmsKey, { must: 'name the key', fix: "write { kmsKey: 'arn:aws:kms:...' }." }),
  }),
  leaf((value) => value === 'bucket' || value === 'aes256', {
    rule: 'backup/encryption',
    must: "be 'bucket', 'aes256' or { kmsKey }",
    fix: "write encryption: 'bucket' where the bucket encrypts by itself.",
  }),
);

const s3 = all(
  shape<S3BackupOptions>({
    bucket,
    region,
    endpoint,
    path,
    keys,
    role: text(
      awsRoleArn,
      'backup/role',
      'be the ARN of a role',
      "write role: 'arn:aws:iam::123456789012:role/clickhouse-backup'.",
    ),
    encryption,
    objectLock: oneOf(['on', 'off']),
  }),
  regionOrEndpoint,
  onlyOneCredential('role'),
);
const gcs = all(
  shape<GcsBackupOptions>({
    bucket,
    path,
    keys,
    serviceAccount: text(
      /^[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z][a-z0-9.:-]*\.iam\.gserviceaccount\.com$/,
      'backup/role',
      'be the address of a service account',
      "write serviceAccount: 'clickhouse-backup@my-project.iam.gserviceaccount.com'.",
    ),
  }),
  onlyOneCredential('serviceAccount'),
);
const azure = shape<AzureBackupOptions>({ account, container, path, keys });

/**
 * A bucket or container for backups. Whoever writes them needs no right to delete: what is old is removed by a rule of the
 * bucket.
 *
 * ```ts
 * BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1' });
 * BackupStore.s3({ bucket: 'backup', endpoint: 'https://minio.example.com:9000', keys: { name: 'backup-keys' } });
 * ```
 */
export class BackupStore {
  /**
   * A bucket of Amazon S3, or of a service with its interface.
   * @throws PropError naming every wrong option
   */
  static s3(options: S3BackupOptions): BackupStore {
    demand('s3', options, s3);
    const { bucket: name, region: place, endpoint: other, role, encryption: atRest, objectLock } = options;
    return new BackupStore({
      kind: 's3',
      bucket: name,
      url: s3Url(options),
      ...(place !== undefined && { region: place }),
      ...(other !== undefined && { endpoint: other }),
      ...shared(options.path, options.keys, role),
      ...(atRest !== undefined && { encryption: atRest }),
      ...(objectLock === 'on' && { objectLock }),
    });
  }

  /**
   * A bucket of Google Cloud Storage.
   * @throws PropError naming every wrong option
   */
  static gcs(options: GcsBackupOptions): BackupStore {
    demand('gcs', options, gcs);
    const { bucket: name, serviceAccount } = options;
    const url = `https://storage.googleapis.com/${name}`;
    return new BackupStore({ kind: 'gcs', bucket: name, url, ...shared(options.path, options.keys, serviceAccount) });
  }

  /**
   * A container of Azure Blob Storage.
   * @throws PropError naming every wrong option
   */
  static azure(options: AzureBackupOptions): BackupStore {
    demand('azure', options, azure);
    const { account: owner, container: name } = options;
    const url = `https://${owner}.blob.core.windows.net/${name}`;
    return new BackupStore({ kind: 'azure', bucket: name, account: owner, url, ...shared(options.path, options.keys) });
  }

  private constructor(
    /**
     * All defaults applied. Plain data.
     * @internal
     */
    readonly resolved: ResolvedStore,
  ) {}
}

function shared(folder = 'backups', given?: ObjectStoreKeys, actsAs?: string) {
  const named = given && {
    name: given.name,
    idKey: given.idKey ?? 'access_key_id',
    secretKey: given.secretKey ?? 'secret_access_key',
  };
  return { path: folder, ...(named && { keys: named }), ...(actsAs !== undefined && { actsAs }) };
}

/** Keys win over a role in clickhouse-backup, which would then be ignored in silence. */
function onlyOneCredential(other: 'role' | 'serviceAccount'): Check {
  return (value, _, problems) => {
    const given = value as Record<string, unknown>;
    if (given.keys === undefined || given[other] === undefined) return;
    problems.add({
      rule: 'backup/role',
      prop: other,
      must: 'be left out beside keys, which are used instead of it',
      got: given[other],
      fix: `leave out keys, or ${other}.`,
    });
  };
}

function demand(method: string, options: unknown, check: Check): void {
  const problems = new Problems('BackupStore', method);
  problems.check(check, options);
  problems.throwIfAny();
}
