import * as pulumi from '@pulumi/pulumi';
import { asQuantity, asString } from 'anyhouse/pulumi';
import { ApiObject, type App, Chart, JsonPatch } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { restore } from '../../../src/pulumi/bridge/restore';
import { underMocks, valueIn } from '../../support/pulumi-mocks';
import { bridged, objectsIn } from './run';

/** A bucket of some cloud, whose name and ARN are known once it is there. */
class Bucket extends pulumi.CustomResource {
  declare readonly bucket: pulumi.Output<string>;
  declare readonly count: pulumi.Output<number>;
  constructor(name: string) {
    super('aws:s3/bucket:Bucket', name, { bucket: undefined, count: undefined });
  }
}

const outputs = ({ type }: { readonly type: string }) =>
  type === 'aws:s3/bucket:Bucket' ? { bucket: 'archive-1a2b', count: 3 } : {};

const unknown = { __pulumiUnknown: true };

/** Outputs as leaves, inside of text, as a number, and in an object of cdk8s-plus. */
function program(app: App) {
  const bucket = new Bucket('archive');
  const made = objectsIn({
    map: {
      kind: 'ConfigMap',
      metadata: { annotations: { whole: bucket.bucket, plain: 'as it is' } },
      data: {
        whole: asString(bucket.bucket),
        url: `s3://${asString(bucket.bucket)}/data?n=${asString(bucket.bucket)}`,
      },
    },
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: bucket.count, minReadySeconds: 5 } },
  })(app);
  const plus = new ConfigMap(new Chart(app, 'plus', { disableResourceNameHashes: true }), 'map');
  plus.addData('bucket', asString(bucket.bucket));
  made.map!.addJsonPatch(JsonPatch.add('/data/patched', asString(bucket.bucket)));
}

test('Outputs come back in their places, numbers as numbers', async () => {
  const { objects } = await bridged(program, { outputs });
  expect(objects.get('chart/map')?.inputs).toMatchObject({
    metadata: { annotations: { whole: 'archive-1a2b', plain: 'as it is' } },
    data: { whole: 'archive-1a2b', url: 's3://archive-1a2b/data?n=archive-1a2b', patched: 'archive-1a2b' },
  });
  expect(objects.get('chart/workload')?.inputs.spec).toEqual({ replicas: 3, minReadySeconds: 5 });
  expect(objects.get('plus/map/Resource')?.inputs.data).toEqual({ bucket: 'archive-1a2b' });
});

test('a preview shows every object, and as unknown only the fields that are', async () => {
  const known = await bridged(program, { outputs });
  const preview = await bridged(program, { outputs, preview: 'preview' });
  expect([...preview.objects.keys()]).toEqual([...known.objects.keys()]);
  expect(preview.objects.get('chart/map')?.inputs).toMatchObject({
    metadata: { name: 'map', annotations: { whole: unknown, plain: 'as it is' } },
    data: { whole: unknown, url: unknown },
  });
  expect(preview.objects.get('chart/workload')?.inputs.spec).toEqual({ replicas: unknown, minReadySeconds: 5 });
});

test('each field is secret by itself', async () => {
  await underMocks(async () => {
    const secret = asString(pulumi.secret('hidden'));
    const open = asString(pulumi.output('open'));
    const restored = restore({ a: secret, b: open, c: `${open}-${secret}`, d: 'x' }, 'chart/a') as Record<
      string,
      pulumi.Output<string>
    >;
    const found = await Promise.all(['a', 'b', 'c'].map((key) => valueIn(restored[key] as pulumi.Output<string>)));
    expect(found.map(({ value, secret: is }) => [value, is])).toEqual([
      ['hidden', true],
      ['open', false],
      ['open-hidden', true],
    ]);
    expect(restored.d).toBe('x');
  });
});

test('the same Output has the same token, plain text has none', async () => {
  await underMocks(() => {
    const output = pulumi.output('5Gi');
    expect(asString(output)).toBe(asString(output));
    expect(asString(output)).toMatch(/^\$\{pulumi\.\d+\}$/);
    expect(asString('plain')).toBe('plain');
    expect(asQuantity('10Gi')).toBe('10Gi');
    expect(asQuantity(output)).toBe(asQuantity(output));
    expect(asQuantity(output)).not.toBe(asString(output)); // only one of them is checked
    expect(() => asQuantity('10GB')).toThrow(
      'Quantity must be a positive number with Ki, Mi, Gi, Ti or Pi, got "10GB".',
    );
  });
});

test('a quantity that turns out to be none is refused when it is known', async () => {
  await underMocks(async () => {
    const restored = restore(asQuantity(pulumi.output('10GB')), 'chart/a') as pulumi.Output<string>;
    await expect(valueIn(restored)).rejects.toThrow(
      'asQuantity: the Output must be an amount such as 500Gi, got "10GB".',
    );
  });
});

test('text around nothing is unknown in a preview, which cannot ask for every field, and refused in an update', async () => {
  const nothing = () => {
    const output = pulumi.output(undefined) as unknown as pulumi.Output<string>;
    return restore({ a: `x-${asString(output)}` }, 'chart/a') as { a: pulumi.Output<string> };
  };
  await underMocks(async () => expect(await valueIn(nothing().a)).toMatchObject({ known: false }), {
    preview: 'preview',
  });
  await underMocks(async () => {
    await expect(valueIn(nothing().a)).rejects.toThrow(
      "Object 'chart/a': a: an Output inside of text turned out to be nothing",
    );
  });
});

test('an error that explains itself is told by Pulumi without a stack', async () => {
  const error = await bridged(() => Promise.resolve()).catch((reason: unknown) => reason);
  expect(pulumi.RunError.isInstance(error)).toBe(true);
  expect((error as Error).message).toMatch(/^build must return at once/);
  expect((error as Error).stack).toBe((error as Error).message);
});

test('text around an Output that turns out to be an object is refused when it is known', async () => {
  await underMocks(async () => {
    const object = pulumi.output({ a: 1 }) as unknown as pulumi.Output<string>;
    const restored = restore({ a: [`x-${asString(object)}`] }, 'chart/a') as { a: pulumi.Output<string>[] };
    await expect(valueIn(restored.a[0] as pulumi.Output<string>)).rejects.toThrow(
      "Object 'chart/a': a[0]: an Output inside of text turned out to be an object. Fix: It has to be text or a number.",
    );
  });
});

test.each([
  ['XML', '<a>', '</a>', 'x&y', '&'],
  ['JSON', '{"a":"', '"}', 'x"y', '"'],
])('an Output that would break the %s around it is refused when it is known', async (_, head, tail, value, special) => {
  await underMocks(async () => {
    const restored = (inner: string) =>
      (restore({ a: `${head}${asString(pulumi.output(inner))}${tail}` }, 'chart/a') as { a: pulumi.Output<string> }).a;
    expect(await valueIn(restored('xy'))).toMatchObject({ value: `${head}xy${tail}` });
    await expect(valueIn(restored(value))).rejects.toThrow(
      `Object 'chart/a': a: an Output holds ${special}. Fix: Escape it before asString: the text around it gives that a meaning.`,
    );
  });
});

const output = () => pulumi.output('late');
const data = (value: unknown) => objectsIn({ map: { kind: 'ConfigMap', data: { key: value } } });

test.each<readonly [string, (app: App) => unknown, string | RegExp]>([
  [
    'as the key of a map',
    objectsIn({
      map: {
        kind: 'ConfigMap',
        data: {
          get [asString(output())]() {
            return 'x';
          },
        },
      },
    }),
    /^Object 'chart\/map': data\.\$\{pulumi\.\d+\}: an Output is the key of a map\. Fix: Keys decide the shape: give a plain value\.$/,
  ],
  [
    'printed by a template',
    data(`s3://${output()}`),
    "Object 'chart/map': data.key: an Output was put into text. Fix: Put asString(output) into the text instead of the Output.",
  ],
  [
    'printed as JSON',
    data(JSON.stringify({ a: output() })),
    "Object 'chart/map': data.key: an Output was put into text. Fix: Put asString(output) into the text instead of the Output.",
  ],
  [
    'in base64',
    (app) => data(Buffer.from(`password=${asString(output())}`).toString('base64'))(app),
    "Object 'chart/map': data.key: an Output is hidden in base64. Fix: Put it into stringData, where it stays readable.",
  ],
  [
    'in capitals',
    (app) => data(asString(output()).toUpperCase())(app),
    "Object 'chart/map': data.key: the token of an Output was changed. Fix: Do not cut, encode or change the case of its text.",
  ],
  [
    'cut in pieces',
    data('${pulumi.1'),
    "Object 'chart/map': data.key: the token of an Output was changed. Fix: Do not cut, encode or change the case of its text.",
  ],
  [
    'for an address',
    data('https://x/%24%7Bpulumi.1%7D'),
    "Object 'chart/map': data.key: the token of an Output was changed. Fix: Do not cut, encode or change the case of its text.",
  ],
  [
    'of another run',
    data(`\${pulumi.${99999999}}`),
    /^Object 'chart\/map': data\.key: \$\{pulumi\.99999999\} stands for no Output of this run\. Fix: Make tokens with asString, never by hand\.$/,
  ],
  [
    'dropped, as by a hash',
    (app) => {
      Error.stackTraceLimit = 10; // mocked programs run without stacks, which cost time
      const token = asString(output());
      data(String(token.length))(app);
    },
    /^An Output that asString made text of \(.*outputs\.test\.ts.*\) is in no object: it was dropped, encoded, or became part of a hash\. Fix: use it only where it is written out as it is, or leave it out\.$/,
  ],
  [
    'in the place of a whole map, in a class that picks its fields',
    (app) => {
      const chart = new Chart(app, 'chart');
      class Picky extends ApiObject {
        override toJson() {
          const { kind, apiVersion, metadata, data } = super.toJson();
          return { kind, apiVersion, metadata, data: Object.keys(data) };
        }
      }
      new Picky(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: pulumi.output({ a: 'b' }) as never });
    },
    "Object 'chart/map': an Output was lost when cdk8s wrote it. Fix: put Outputs where single values stand, not in the place of a whole map or list, or use asString(output).",
  ],
])('an Output %s is refused', async (_, build, message) => {
  await expect(bridged(build)).rejects.toThrow(message);
});
