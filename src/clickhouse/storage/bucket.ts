import { isUnknown, late } from '../../kubernetes/late';
import { all, type Check, dataKey, inside, leaf, line, objectName, required } from '../../kubernetes/shape';
import { isToken, withoutTokens } from '../../kubernetes/token';

/*
 * What buckets and containers have in common, whatever they are for.
 */

/** Keys of an object store, in a Secret of the namespace. Anything with a name fits: also a Secret of cdk8s-plus. */
export interface ObjectStoreKeys {
  /** Name of the Secret. */
  readonly name: string;
  /** Key with the access key id, the HMAC id, or the name of the Azure account. @default 'access_key_id' */
  readonly idKey?: string;
  /** Key with the secret access key, the HMAC secret, or the key of the Azure account. @default 'secret_access_key' */
  readonly secretKey?: string;
}

/** A name that a cloud gives rules for. */
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

/** Name of a bucket of S3 or Google. */
export const bucket = names(
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  'be the name of a bucket: 3 to 63 lower case letters, digits and "-"; dots break TLS',
  'company-clickhouse',
);
/** Folder in a bucket. */
export const path = late(
  leaf((value) => typeof value === 'string' && /^[\w.-]+(\/[\w.-]+)*$/.test(value), {
    rule: 'storage/path',
    must: 'be a folder of letters, digits, "-", "_" and "." without a slash at its ends',
    fix: "write path: 'clickhouse'.",
  }),
);

/** Names a Secret; a text here would be a key in the program. */
export const keys: Check = (value, prop, problems) => {
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
export const endpoint: Check = (value, prop, problems) => {
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

/** Region of Amazon S3. */
export const region = late(
  all(
    line,
    leaf((value) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(String(value)), {
      rule: 'storage/region',
      must: 'be a region',
      fix: "write region: 'eu-west-1'.",
    }),
  ),
);

/** Storage account of Azure. */
export const account = names(
  /^[a-z0-9]{3,24}$/,
  'be a storage account: 3 to 24 lower case letters and digits',
  'companydata',
);

/** Container of Azure. */
export const container = names(/^[a-z0-9](-?[a-z0-9]){2,62}$/, 'be the name of a container', 'clickhouse');

/** The start of a region says which domain Amazon S3 has; without an endpoint it has to be given, and known that far. */
export const regionOrEndpoint: Check = (value, prop, problems) => {
  const { region: given, endpoint: other } = value as { readonly region?: string; readonly endpoint?: string };
  if (given === undefined && other === undefined)
    problems.add({
      rule: 'storage/region',
      prop: inside(prop, 'region'),
      must: 'be given, or endpoint',
      got: given,
      fix: "write region: 'eu-west-1'.",
    });
  if (other === undefined && /^.{0,2}\$\{/.test(String(given)))
    isUnknown(given, inside(prop, 'region'), problems, {
      decides: 'the domain of S3, which differs in China, unless endpoint is given',
    });
};

/** Where a bucket of S3 answers. */
export function s3Url({ bucket: name, region: place = '', endpoint: other }: S3Place): string {
  const domain = place.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return other === undefined ? `https://${name}.s3.${place}.${domain}` : `${other}/${name}`;
}

/** A bucket of Amazon S3, or of a service with its interface. */
export interface S3Place {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region?: string;
  /** Another service. */
  readonly endpoint?: string;
}

/** Port that pods have to reach for a URL. */
export function portOf(address: string): number {
  const { port, protocol } = new URL(withoutTokens(address));
  return port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
}
