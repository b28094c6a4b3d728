import type { EnvVar, VolumeMount } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { claimTemplate } from '../../altinity/claim-template';
import type { Files } from '../../altinity/spec/values';
import { Quantity } from '../../kubernetes/quantity';
import type { ResolvedCluster } from '../options';
import type { ObjectStore } from './object-store';

/** Variables with the keys of the object store: they come from a Secret and stand in no configuration. */
const idVariable = 'COLD_STORAGE_ID';
const secretVariable = 'COLD_STORAGE_SECRET';

/** Names and places of further volumes. Fixed: renaming a claim template starts on an empty volume. */
function furtherVolumes({ storage }: ResolvedCluster) {
  return Array.from({ length: storage.volumes - 1 }, (_, index) => ({
    claim: `data-${index + 1}`,
    disk: `data_${index + 1}`,
    path: `/var/lib/clickhouse-${index + 1}`,
  }));
}

/** Names of the disks of a server that are volumes. */
export function diskNames(cluster: ResolvedCluster): readonly string[] {
  return ['default', ...furtherVolumes(cluster).map(({ disk }) => disk)];
}

/** Claim templates of the data volumes. */
export function renderClaims(cluster: ResolvedCluster, reclaimPolicy: 'Retain' | 'Delete') {
  const { storageClass, size, local, attributesClass } = cluster.storage;
  return ['data', ...furtherVolumes(cluster).map(({ claim }) => claim)].map((name) => {
    const template = claimTemplate(name, reclaimPolicy, storageClass, size);
    return {
      ...template,
      ...(local && { metadata: { annotations: { 'anyhouse.dev/backup': local.backup } } }),
      spec: { ...template.spec, ...(attributesClass && { volumeAttributesClassName: attributesClass }) },
    };
  });
}

/** Mounts of the further volumes; the operator mounts the first one itself. */
export function renderMounts(cluster: ResolvedCluster): readonly VolumeMount[] {
  return furtherVolumes(cluster).map(({ claim, path }) => ({ name: claim, mountPath: path }));
}

/** Keys of the object store, as variables of the server. */
export function renderStorageEnv({ storage }: ResolvedCluster): readonly EnvVar[] {
  const keys = storage.cold?.store.keys;
  if (!keys) return [];
  const variable = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: keys.name, key } } });
  return [
    variable(idVariable, keys.idKey ?? 'access_key_id'),
    variable(secretVariable, keys.secretKey ?? 'secret_access_key'),
  ];
}

/** What pods have to reach for their data: the object store, and whoever hands out tokens for it. */
export function renderStorageEgress({ storage, identity }: ResolvedCluster): readonly NetworkPolicyEgressRule[] {
  const rules = [
    ...(identity?.egress ?? []),
    // Buckets have no addresses of their own, and a store in the cluster is no address at all.
    ...(storage.cold ? [{ ports: [{ protocol: 'TCP', port: storage.cold.store.port }] }] : []),
  ];
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/**
 * Disks and policies. `default` is every volume, side by side; `tiered` has object storage behind them. A table stays on
 * the volumes until it asks for `tiered`, which it may do at any time: the volumes are the same in both.
 */
export function renderStorageFile(cluster: ResolvedCluster): Files {
  const further = furtherVolumes(cluster);
  const { cold } = cluster.storage;
  if (further.length === 0 && !cold) return {};
  const local = diskNames(cluster);
  const volume = (name: string, disks: readonly string[]) =>
    element(name, ...disks.map((disk) => element('disk', disk)));
  const policies = [
    element('default', element('volumes', volume('default', local))),
    ...(cold ? [element('tiered', element('volumes', volume('default', local), volume('cold', ['cold'])))] : []),
  ];
  const disks = [
    ...further.map(({ disk, path }) => element(disk, element('path', `${path}/`))),
    ...(cold ? coldDisks(cold.store, cold.cache) : []),
  ];
  const file = element(
    'clickhouse',
    element('storage_configuration', element('disks', ...disks), element('policies', ...policies)),
  );
  return { 'config.d/storage.xml': `${file}\n` };
}

function coldDisks(store: ObjectStore, cache: Quantity | undefined): string[] {
  const fields = stores[store.kind](store);
  if (cache === undefined) return [element('cold', ...fields)];
  return [
    element('objects', ...fields),
    element(
      'cold',
      element('type', 'cache'),
      element('disk', 'objects'),
      // Relative, and so below the directory for caches on the first volume.
      element('path', 'cold/'),
      element('max_size', String(Quantity.bytes(cache))),
    ),
  ];
}

/** @see https://clickhouse.com/docs/operations/storing-data */
const stores: Readonly<Record<ObjectStore['kind'], (store: ObjectStore) => string[]>> = {
  s3: ({ url, keys, region }) => [
    element('type', 's3'),
    element('endpoint', url),
    ...(region === undefined ? [] : [element('region', region)]),
    ...(keys ? awsKeys : [element('use_environment_credentials', 'true')]),
  ],
  gcs: ({ url, keys }) => [
    element('type', 's3'),
    element('endpoint', url),
    // Google has no batch delete in its interface of S3.
    element('support_batch_delete', 'false'),
    ...(keys ? awsKeys : [element('http_client', 'gcp_oauth')]),
  ],
  azure: ({ url, keys }) => [
    element('type', 'azure_blob_storage'),
    element('endpoint', url),
    element('endpoint_contains_account_name', 'false'),
    element('container_already_exists', 'true'),
    ...(keys
      ? [fromEnvironment('account_name', idVariable), fromEnvironment('account_key', secretVariable)]
      : [element('use_workload_identity', 'true')]),
  ],
};

const awsKeys = [fromEnvironment('access_key_id', idVariable), fromEnvironment('secret_access_key', secretVariable)];

function fromEnvironment(name: string, variable: string): string {
  return `<${name} from_env="${variable}"/>`;
}

/** An XML element. Contents are names, numbers and URLs that the props have checked: none needs escaping. */
function element(name: string, ...content: readonly string[]): string {
  const [only = ''] = content;
  if (content.length === 1 && !only.startsWith('<')) return `<${name}>${only}</${name}>`;
  return `<${name}>\n${content.join('\n').replaceAll(/^/gm, '  ')}\n</${name}>`;
}
