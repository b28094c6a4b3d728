import type { ResolvedEnvironment } from '../../environment/options';
import type { Problems } from '../../kubernetes/prop-error';
import type { Machine } from '../../platform/machines/machine';
import type { ClickHouseClusterProps, ResolvedStorage } from '../options';
import type { StorageOptions } from './options';

/** Which identity reaches a store. */
export const identities: Readonly<Record<'s3' | 'gcs' | 'azure', readonly string[]>> = {
  s3: ['aws-role', 'eks-pod-identity'],
  gcs: ['google-service-account'],
  azure: ['azure-client'],
};

/** Applies defaults to the storage of a cluster, and reports what does not go together. */
export function resolveStorage(
  problems: Problems,
  { platform }: ResolvedEnvironment,
  { storage, replication, identity }: ClickHouseClusterProps,
  machine: Machine | undefined,
): ResolvedStorage {
  if (!problems.has('storage')) {
    const { local, cold, storageClass } = storage;
    if (local && (replication?.replicas ?? 1) < 2 && !problems.has('replication'))
      problems.add({
        rule: 'storage/local-replicas',
        prop: 'replication.replicas',
        must: 'be at least 2 on local disks: a lost node takes its data along',
        got: replication?.replicas ?? 1,
        fix: 'write replication: { replicas: 2, keeper }.',
      });
    if (local && storageClass === undefined)
      problems.add({
        rule: 'storage/local-class',
        prop: 'storage.storageClass',
        must: 'name the class of local disks; that of the platform makes disks of the network',
        got: storageClass,
        fix: "write storageClass: 'local-nvme', the class of your local provisioner.",
      });
    checkLocalDisks(problems, storage, machine);
    if (cold && !cold.store.keys && !identities[cold.store.kind].includes(identity?.kind ?? ''))
      problems.add({
        rule: 'storage/credentials',
        prop: 'storage.cold.store',
        must: 'have keys, or a cluster with an identity of its cloud',
        gotText: `${cold.store.kind} without keys, ${identity ? identity.kind : 'no identity'}`,
        fix: "write identity: Identity.awsRole('arn:...') at the cluster, or keys: { name: 'my-secret' } at the store.",
      });
  }
  return {
    ...storage,
    storageClass: storage?.storageClass ?? platform.storage.className,
    volumes: storage?.volumes ?? 1,
    // A laptop has no speeds to choose from, so that there is no class.
    attributesClass: platform.size === 'laptop' ? undefined : storage?.attributesClass,
  };
}

/** Reports a machine without local disks for data that lies on them. */
export function checkLocalDisks(problems: Problems, { local }: StorageOptions, machine: Machine | undefined): void {
  if (!local || machine?.localDisks !== 0) return;
  problems.add({
    rule: 'storage/local-machine',
    prop: 'instanceType',
    must: 'have local disks',
    got: machine.name,
    fix: "choose a machine such as 'i4i.2xlarge', 'c3-standard-8-lssd' or 'Standard_L8s_v3', here or for the pool of the platform.",
  });
}
