import * as pulumi from '@pulumi/pulumi';
import { ClickHouseCluster, ClusterServices, Environment, Identity, Keeper, ObjectStore, Operator } from 'anyhouse';
import { asQuantity, asString } from 'anyhouse/pulumi';
import { App } from 'cdk8s';
import { platforms } from '../../../examples/platforms';
import { synthesizeManifests } from '../../../src/synth/synthesize-manifests';
import type { Registered } from '../../support/pulumi-mocks';
import { isSecret } from '../../support/pulumi-secrets';
import { bridged } from './run';

/** What other resources of the same program make, and constructs are given. */
interface Given {
  readonly bucket: string;
  readonly role: string;
  readonly keeperHost: string;
  readonly size: `${number}Gi`;
  readonly secretName: string;
}

const values: Given = {
  bucket: 'archive-1a2b',
  role: 'arn:aws:iam::123456789012:role/archive-1a2b',
  keeperHost: 'keeper-1a2b.internal',
  size: '700Gi',
  secretName: 'app-1a2b',
};

/** A database whose bucket, role, Keeper, size and Secret are made elsewhere. */
function archive(app: App, { bucket, role, keeperHost, size, secretName }: Given) {
  const platform = platforms.eks;
  new ClusterServices(app, 'services', { platform, operator: Operator.existing() });
  const environment = new Environment(app, 'archive', { platform });
  const store = ObjectStore.s3({ bucket, region: 'eu-west-1' });
  return new ClickHouseCluster(environment, 'archive', {
    replication: { replicas: 2, keeper: Keeper.fromNodes([{ host: keeperHost }]) },
    instanceType: { eks: 'r7g.2xlarge' },
    storage: { size, cold: { store, cache: '100Gi' } },
    identity: Identity.awsRole(role),
    users: { app: { networks: ['10.0.0.0/8'], password: { name: secretName } } },
  });
}

class Elsewhere extends pulumi.CustomResource {
  declare readonly value: pulumi.Output<string>;
  constructor(name: keyof Given) {
    super('test:index:Elsewhere', name, { value: undefined });
  }
}

const late = (app: App) => {
  const value = (name: keyof Given) => new Elsewhere(name).value;
  return archive(app, {
    bucket: asString(value('bucket')),
    role: asString(value('role')),
    keeperHost: asString(value('keeperHost')),
    size: asQuantity(value('size')) as Given['size'],
    secretName: asString(pulumi.secret(value('secretName'))),
  });
};

const outputs = ({ type, name }: { readonly type: string; readonly name: string }) =>
  type === 'test:index:Elsewhere' ? { value: values[name as keyof Given] } : {};

beforeEach(() => {
  jest.spyOn(pulumi.log, 'warn').mockResolvedValue();
  jest.spyOn(pulumi.log, 'info').mockResolvedValue();
});

/** Without the envelopes that tell of secrets. */
const opened = (value: unknown): unknown => {
  if (isSecret(value)) return opened(value.value);
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)]));
};

const withoutTaskId = ({ inputs }: Registered) => {
  const { spec, ...rest } = opened(inputs) as { readonly spec?: Record<string, unknown> };
  const { taskID, ...own } = spec ?? {};
  return { ...rest, ...(spec && { spec: own }) };
};

/** Paths of values that are not known. */
function unknownIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('__pulumiUnknown' in value) return [path];
  return Object.entries(value).flatMap(([key, inner]) => unknownIn(inner, path === '' ? key : `${path}.${key}`));
}

test('constructs that were given Outputs make the objects of the plain program', async () => {
  const app = new App();
  archive(app, values);
  const plain = synthesizeManifests(app);
  const { objects } = await bridged(late, { outputs });
  expect(objects.size).toBe(plain.length);
  for (const object of objects.values()) expect(plain).toContainEqual(withoutTaskId(object));
});

test('a preview without any of the values shows every object, and only their fields as unknown', async () => {
  const known = await bridged(late, { outputs });
  const preview = await bridged(late, { outputs, preview: 'preview' });
  expect([...preview.objects.keys()]).toEqual([...known.objects.keys()]);
  const found = [...preview.objects].flatMap(([path, { inputs }]) =>
    unknownIn(opened(inputs)).map((field) => `${path}: ${field}`),
  );
  expect(found.sort()).toMatchSnapshot();
});

test('resources are made while the program runs, never inside of apply: a preview has as many as an update', async () => {
  const known = await bridged(late, { outputs });
  const preview = await bridged(late, { outputs, preview: 'preview' });
  const names = ({ resources }: { readonly resources: readonly Registered[] }) =>
    resources.map(({ type, name }) => `${type} ${name}`).sort();
  expect(names(preview)).toEqual(names(known));
});
