import type { AzureOptions, GcsOptions, InternalExposureOptions, S3Options } from 'anyhouse';
import fc from 'fast-check';
import type { Made } from './random-made';
import { type Fields, options, seldom } from './random-options';
import { validName } from './random-values';

/* What a cluster takes from its cloud: buckets, rights and load balancers. */

const make = (factory: Made['make'], ...from: fc.Arbitrary<unknown>[]): fc.Arbitrary<Made> =>
  fc.record({ make: fc.constant(factory), from: fc.tuple(...from) });
const storeName = fc.constantFrom('company-data', 'cold');
const keys = options({ name: validName, idKey: fc.constantFrom('id'), secretKey: fc.constantFrom('secret') }, 'name');
const path = fc.constantFrom('clickhouse', 'a/b');

/** A bucket or container. */
export const store = fc.oneof(
  make(
    'ObjectStore.s3',
    fc.oneof(
      options(
        { bucket: storeName, region: fc.constantFrom('eu-west-1', 'cn-north-1'), path, keys } satisfies Fields<
          S3Options,
          'endpoint'
        >,
        'bucket',
        'region',
      ),
      options({ bucket: storeName, endpoint: fc.constant('http://minio:9000'), keys }, 'bucket', 'endpoint', 'keys'),
    ),
  ),
  make('ObjectStore.gcs', options({ bucket: storeName, path, keys } satisfies Fields<GcsOptions>, 'bucket')),
  make(
    'ObjectStore.azure',
    options(
      { account: fc.constantFrom('company'), container: storeName, path, keys } satisfies Fields<AzureOptions>,
      'account',
      'container',
    ),
  ),
);

/** Rights in a cloud. */
export const identity = fc.oneof(
  make('Identity.awsRole', fc.constantFrom('arn:aws:iam::123456789012:role/clickhouse')),
  make('Identity.eksPodIdentity'),
  make('Identity.googleServiceAccount', fc.constantFrom('clickhouse@company-data.iam.gserviceaccount.com')),
  make('Identity.azureClient', fc.constantFrom('11111111-2222-3333-4444-555555555555')),
);

const clientRange = fc.constantFrom('10.0.0.0/8', '192.168.1.7/32', '203.0.113.0/24', '2001:db8::/32');
const reach = {
  clientAddress: fc.constantFrom('preserve', 'any'),
  through: seldom(fc.array(clientRange, { minLength: 1, maxLength: 2 })),
  idleTimeoutSeconds: fc.constantFrom(60, 350, 3600),
  staticAddresses: seldom(
    fc.array(fc.constantFrom('10.0.0.7', 'eipalloc-0123456789abcdef0', 'reserved'), { minLength: 1, maxLength: 2 }),
  ),
  subnets: seldom(fc.array(fc.constantFrom('subnet-0123456789abcdef0'), { minLength: 1, maxLength: 1 })),
  hostname: fc.constantFrom('events.example.com'),
  replicas: fc.constantFrom('shared', 'each'),
  allow: fc.array(clientRange, { minLength: 1, maxLength: 2 }),
} satisfies Fields<InternalExposureOptions>;

/** A load balancer of one cluster. */
export const exposure = fc.oneof(
  make('Exposure.internal', options(reach)),
  make('Exposure.public', options({ ...reach, allowWorld: fc.constantFrom('a public demonstration') }, 'allow')),
);
