import type { ClickHouseClusterProps, ResolvedCluster } from '../../clickhouse/options';
import { Environment } from '../../environment/environment';
import type { ResolvedEnvironment } from '../../environment/options';
import { Problems } from '../../kubernetes/prop-error';
import { isQuantity, Quantity } from '../../kubernetes/quantity';
import { checkShards } from './check';
import type { CloneProps } from './options';
import { cloneProps } from './shapes';

/**
 * Props of the new cluster: those of the source, and what is different.
 * @throws PropError naming every wrong prop
 */
export function resolveClone(
  path: string,
  id: string,
  { namespace }: ResolvedEnvironment,
  props: CloneProps,
): ClickHouseClusterProps {
  const problems = new Problems('Clone', path);
  const given = problems.check(cloneProps, props);
  if (problems.has('of')) problems.throwIfAny();
  const { cluster: source, resolved: backup } = given.of;
  const name = given.name ?? id;
  const own = (given.cluster ?? {}) as Partial<ClickHouseClusterProps>;
  if (own.shards !== undefined)
    checkShards(problems, 'cluster.shards', source.resolved.shards, source.name, own.shards);
  if (namespace === backup.cluster.namespace && name === source.name)
    problems.add({
      rule: 'restore/same-name',
      prop: given.name === undefined ? 'id' : 'name',
      must: `be another name than '${source.name}': backups of the clone would be written where those of the source are`,
      got: name,
      fix: `write '${source.name}-copy'.`,
    });
  checkStorage(problems, source.resolved, own);
  problems.throwIfAny();
  const { registry } = Environment.of(source).resolved.images;
  return { ...propsOf(source.resolved, namespace, name, registry), ...own, name };
}

/** Reports disks that cannot hold the data, and objects that two clusters would share. */
function checkStorage(
  problems: Problems,
  { name, storage }: ResolvedCluster,
  { storage: own }: Partial<ClickHouseClusterProps>,
): void {
  if (storage.cold && own === undefined)
    problems.add({
      rule: 'restore/cold-storage',
      prop: 'cluster.storage',
      must: `be given: '${name}' keeps data in object storage, where a clone needs a bucket or path of its own`,
      gotText: 'nothing',
      fix: "write cluster: { storage: { size: '500Gi', cold: { store: ObjectStore.s3({ ... }) } } }.",
    });
  checkDisks(problems, 'cluster.storage.size', { name, storage }, own ?? {});
}

/** Reports disks that cannot hold what those of the source can. */
export function checkDisks(
  problems: Problems,
  prop: string,
  { name, storage }: Pick<ResolvedCluster, 'name' | 'storage'>,
  { size, volumes = 1 }: { readonly size?: unknown; readonly volumes?: number },
): void {
  if (!isQuantity(size)) return;
  if (Quantity.bytes(size) * volumes >= Quantity.bytes(storage.size) * storage.volumes) return;
  problems.add({
    rule: 'restore/size',
    prop,
    must: `hold what '${name}' can hold (${storage.volumes} x ${storage.size})`,
    gotText: `${volumes} x ${size}`,
    fix: `write '${storage.size}', or more.`,
  });
}

/** What decides whether tables can be created and whether data fits. Users, rights and ways in are the clone's own. */
export function propsOf(
  source: ResolvedCluster,
  namespace: string,
  name: string,
  registry: string,
): ClickHouseClusterProps {
  const { shards, replicas, keeper, image, resources, settings, profiles, quotas, logs } = source;
  const { cold: _, ...storage } = source.storage;
  return {
    shards,
    // Tables have the same ids as those of the source, and so the same paths below the root.
    ...(keeper && { replication: { replicas, keeper, root: `/${namespace}/${name}` } }),
    storage: Object.fromEntries(Object.entries(storage).filter(([, value]) => value !== undefined)) as typeof storage,
    image: image.startsWith(`${registry}/`) ? image.slice(registry.length + 1) : image,
    resources,
    settings,
    profiles,
    quotas,
    ...(logs && { logs }),
  };
}
