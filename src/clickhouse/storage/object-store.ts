import { Problems } from '../../kubernetes/prop-error';
import { all, type Check, shape } from '../../kubernetes/shape';
import {
  account,
  bucket,
  container,
  endpoint,
  keys,
  type ObjectStoreKeys,
  path,
  portOf,
  region,
  regionOrEndpoint,
  s3Url,
} from './bucket';

/** Options of `ObjectStore.s3`. */
export interface S3Options {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. @default - none; needed unless `endpoint` is given */
  readonly region?: string;
  /** Another service with the interface of S3: `https://minio.example.com:9000`. @default - Amazon S3 */
  readonly endpoint?: string;
  /** Folder in the bucket; each replica has one of its own inside. @default 'clickhouse' */
  readonly path?: string;
  /** Static keys. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
}

/** Options of `ObjectStore.gcs`. */
export interface GcsOptions {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Folder in the bucket; each replica has one of its own inside. @default 'clickhouse' */
  readonly path?: string;
  /** HMAC keys. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
}

/** Options of `ObjectStore.azure`. */
export interface AzureOptions {
  /** Storage account. */
  readonly account: string;
  /** Container; it has to exist. */
  readonly container: string;
  /** Folder in the container; each replica has one of its own inside. @default 'clickhouse' */
  readonly path?: string;
  /** Key of the account. @default - the identity of the cluster */
  readonly keys?: ObjectStoreKeys;
}

const s3: Check = all(shape<S3Options>({ bucket, region, endpoint, path, keys }), regionOrEndpoint);
const gcs: Check = shape<GcsOptions>({ bucket, path, keys });
const azure: Check = shape<AzureOptions>({ account, container, path, keys });

/** A bucket or container for data. */
export class ObjectStore {
  /**
   * A bucket of Amazon S3, or of a service with its interface.
   * @throws PropError naming every wrong option
   */
  static s3(options: S3Options): ObjectStore {
    checked('s3', options, s3).throwIfAny();
    return new ObjectStore('s3', folder(s3Url(options), options.path), options.keys, options.region);
  }

  /**
   * A bucket of Google Cloud Storage.
   * @throws PropError naming every wrong option
   */
  static gcs(options: GcsOptions): ObjectStore {
    checked('gcs', options, gcs).throwIfAny();
    return new ObjectStore(
      'gcs',
      folder(`https://storage.googleapis.com/${options.bucket}`, options.path),
      options.keys,
    );
  }

  /**
   * A container of Azure Blob Storage.
   * @throws PropError naming every wrong option
   */
  static azure(options: AzureOptions): ObjectStore {
    checked('azure', options, azure).throwIfAny();
    const base = `https://${options.account}.blob.core.windows.net/${options.container}`;
    return new ObjectStore('azure', folder(base, options.path), options.keys);
  }

  private constructor(
    /** Which interface it has. */
    readonly kind: 's3' | 'gcs' | 'azure',
    /** Where a replica keeps its objects; the server fills in `{replica}`. */
    readonly url: string,
    /** Static keys. */
    readonly keys?: ObjectStoreKeys,
    /** Region of Amazon S3. */
    readonly region?: string,
  ) {}

  /** Port that pods have to reach. */
  get port(): number {
    return portOf(this.url);
  }
}

function folder(base: string, given = 'clickhouse'): string {
  return `${base}/${given}/{replica}/`;
}

function checked(method: string, options: unknown, check: Check): Problems {
  const problems = new Problems('ObjectStore', method);
  problems.check(check, options);
  return problems;
}
