import { late } from '../../kubernetes/late';
import {
  all,
  type Check,
  leaf,
  line,
  objectName,
  quantity,
  required,
  shape,
  wholeNumber,
} from '../../kubernetes/shape';
import { ObjectStore } from './object-store';
import type { ColdStorageOptions, LocalDiskOptions, StorageOptions } from './options';

/** Checks of {@link StorageOptions}. */
export const storageShape: Check = shape<StorageOptions>({
  size: required(late(quantity), { must: 'be the size of the data volume', fix: "write size: '500Gi'." }),
  storageClass: late(objectName),
  volumes: wholeNumber(1, 16),
  attributesClass: late(objectName),
  local: shape<LocalDiskOptions>({
    backup: required(
      all(
        line,
        leaf((value) => String(value).trim().length >= 10, {
          rule: 'storage/local-backup',
          must: 'say where the data is backed up, or why it need not be',
          fix: "write backup: 'every night to s3://company-backup'.",
        }),
      ),
      {
        rule: 'storage/local-backup',
        must: 'say where the data is backed up, or why it need not be',
        fix: "write backup: 'every night to s3://company-backup'.",
      },
    ),
  }),
  cold: shape<ColdStorageOptions>({
    store: required(
      leaf((value) => value instanceof ObjectStore, {
        must: 'be an ObjectStore',
        fix: "write store: ObjectStore.s3({ bucket: 'company-clickhouse', region: 'eu-west-1' }).",
      }),
      {
        must: 'be the bucket or container',
        fix: "write store: ObjectStore.s3({ bucket: 'company-clickhouse', region: 'eu-west-1' }).",
      },
    ),
    cache: quantity,
  }),
});
