import { clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { BareMetalOptions } from './options';

/** Machines of one's own: disks and zones are what the user says. */
export function bareMetalFacts(options: BareMetalOptions): PlatformFacts {
  const { loadBalancer, storage, addressPools, zones = [], cluster, networkPolicy, pools } = options;
  return {
    name: 'bare-metal',
    cluster: cluster ?? 'bare-metal',
    zones,
    stage: 'production',
    size: 'cloud',
    storage,
    // Cilium is a network plugin that enforces policies; the other two only give out addresses.
    networkPolicy: networkPolicy ?? (loadBalancer === 'cilium' ? 'enforced' : 'unknown'),
    dns: [clusterDns, nodeLocalDns],
    loadBalancer,
    ...(addressPools && { addressPools }),
    ...(pools && { pools }),
  };
}
