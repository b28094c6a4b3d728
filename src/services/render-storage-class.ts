import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { PlatformStorage } from '../platform/facts';

/**
 * The StorageClass of databases. Built-in classes of clouds delete volumes together with their claims; this one keeps
 * them. Its parameters can never change: another disk needs another class, hence the disk in its name.
 */
export function renderStorageClass(
  { className, create, expandable }: PlatformStorage,
  gitops?: 'argocd' | 'flux',
): Manifest | undefined {
  if (!create) return undefined;
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: className, annotations: gitopsAnnotations(gitops, 'services', 'holds-data') },
    provisioner: create.provisioner,
    ...(create.parameters && { parameters: create.parameters }),
    reclaimPolicy: 'Retain',
    volumeBindingMode: create.volumeBindingMode,
    ...(expandable && { allowVolumeExpansion: true }),
  };
}
