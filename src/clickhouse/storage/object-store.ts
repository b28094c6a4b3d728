import { isUnknown, late } from '../../kubernetes/late';
import { Problems } from '../../kubernetes/prop-error';
import { all, type Check, dataKey, inside, leaf, line, objectName, required, shape } from '../../kubernetes/shape';
import { isToken, withoutTokens } from '../../kubernetes/token';

/** Keys of an object store, in a Secret of the namespace. Anything with a name fits: also a Secret of cdk8s-plus. */
export interface ObjectStoreKeys {
  /** Name of the Secret. */
  readonly name: string;
  /** Key with the access key id, the HMAC id, or the name of the Azure account. @default 'access_key_id' */
  readonly idKey?: string;
  /** Key with the secret access key, the HMAC secret, or the key of the Azure account. @default 'secret_access_key' */
  readonly secretKey?: string;
}

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

const names = (pattern: RegExp, must: string, example: string): Check =>
  required(
    late(
      leaf((value) => typeof value === 'string' && pattern.test(value), {
        rule: 'storage/bucket',
        must,
        fix: `write '${example}'.`,
      }),
    ),
    {
      rule: 'storage/bucket',
      must,
      fix: `write '${example}'.`,
    },
  );

const bucket = names(
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  'be the name of a bucket: 3 to 63 lower case letters, digits and "-"; dots break TLS',
  'company-clickhouse',
);
const path = late(
  leaf((value) => typeof value === 'string' && /^[\w.-]+(\/[\w.-]+)*$/.test(value), {
    rule: 'storage/path',
    must: 'be a folder of letters, digits, "-", "_" and "." without a slash at its ends',
    fix: "write path: 'clickhouse'.",
  }),
);

/** Names a Secret; a text here would be a key in the program. */
const keys: Check = (value, prop, problems) => {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const fix = "write keys: { name: 'my-secret' }.";
    problems.add({
      rule: 'storage/plain-keys',
      prop,
      must: 'name a Secret, never hold keys',
      gotText: 'no object (not printed)',
      fix,
    });
    return;
  }
  const { name, idKey, secretKey } = value as Record<string, unknown>;
  required(late(objectName), { must: 'name the Secret', fix: "write { name: 'my-secret' }." })(
    name,
    `${prop}.name`,
    problems,
  );
  dataKey(idKey, `${prop}.idKey`, problems);
  dataKey(secretKey, `${prop}.secretKey`, problems);
};

const url = leaf((value) => typeof value === 'string' && /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(value), {
  rule: 'storage/endpoint',
  must: 'be a URL without a path',
  fix: "write endpoint: 'https://minio.example.com:9000'.",
});

/** The host of an endpoint may be unknown. The network policy opens its port, which stands there then. */
const endpoint: Check = (value, prop, problems) => {
  if (!isToken(value)) url(value, prop, problems);
  else if (!/^https?:\/\/[a-z0-9.-]+:\d{1,5}$/.test(withoutTokens(value)))
    problems.add({
      rule: 'props/known',
      prop,
      must: 'be known but for its host: the network policy opens the port',
      gotText: 'an Output of Pulumi (as a token)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what to write
      fix: 'write `https://${asString(host)}:443`.',
    });
};

const s3: Check = all(
  shape<S3Options>({
    bucket,
    region: late(
      all(
        line,
        leaf((value) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(String(value)), {
          rule: 'storage/region',
          must: 'be a region',
          fix: "write region: 'eu-west-1'.",
        }),
      ),
    ),
    endpoint,
    path,
    keys,
  }),
  // The start of a region says enough.
  (value, prop, problems) => {
    const { region, endpoint: given } = value as S3Options;
    if (given === undefined && /^.{0,2}\$\{/.test(String(region)))
      isUnknown(region, inside(prop, 'region'), problems, {
        decides: 'the domain of S3, which differs in China, unless endpoint is given',
      });
  },
);
const gcs: Check = shape<GcsOptions>({ bucket, path, keys });
const azure: Check = shape<AzureOptions>({
  account: names(/^[a-z0-9]{3,24}$/, 'be a storage account: 3 to 24 lower case letters and digits', 'companydata'),
  container: names(/^[a-z0-9](-?[a-z0-9]){2,62}$/, 'be the name of a container', 'clickhouse'),
  path,
  keys,
});

/** A bucket or container for data. */
export class ObjectStore {
  /**
   * A bucket of Amazon S3, or of a service with its interface.
   * @throws PropError naming every wrong option
   */
  static s3(options: S3Options): ObjectStore {
    const problems = checked('s3', options, s3);
    if (options.region === undefined && options.endpoint === undefined)
      problems.add({
        rule: 'storage/region',
        prop: 'region',
        must: 'be given, or endpoint',
        got: options.region,
        fix: "write region: 'eu-west-1'.",
      });
    problems.throwIfAny();
    const { region = '', bucket: name, endpoint } = options;
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const base = endpoint === undefined ? `https://${name}.s3.${region}.${domain}` : `${endpoint}/${name}`;
    return new ObjectStore('s3', folder(base, options.path), options.keys, options.region);
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
    const { port, protocol } = new URL(withoutTokens(this.url));
    return port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
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
