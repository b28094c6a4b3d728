import type { PersistentVolumeClaimSpec } from 'kubernetes-types/core/v1';
import type { Quantity } from '../kubernetes/quantity';

/**
 * A volume claim template. `reclaimPolicy` and `provisioner` stand beside `spec`: inside of it they are swallowed
 * (operator #863). The operator as provisioner grows volumes without a restart.
 */
export function claimTemplate(
  name: string,
  reclaimPolicy: 'Retain' | 'Delete',
  storageClassName: string,
  size: Quantity,
) {
  const spec: PersistentVolumeClaimSpec = {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: size } },
    storageClassName,
  };
  return { name, provisioner: 'Operator' as const, reclaimPolicy, spec };
}
