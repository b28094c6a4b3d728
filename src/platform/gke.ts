import { cloudFacts, clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { GkeOptions } from './options';

/**
 * NodeLocal DNSCache is on by default on new GKE clusters. With Dataplane V2 its pods are the peer, not the address.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache
 */
const nodeLocalDnsPods = {
  namespaceSelector: clusterDns.namespaceSelector,
  podSelector: { matchLabels: { 'k8s-app': 'node-local-dns' } },
};

/** Cloud DNS for GKE answers on the address of the metadata server; rules for it open port 53 only. */
const cloudDns = { ipBlock: { cidr: '169.254.169.254/32' } };

/** Google GKE with the persistent disk CSI driver. */
export function gkeFacts({ disk = 'pd-ssd', ...options }: GkeOptions): PlatformFacts {
  return {
    // Policies are on with Dataplane V2 and on Autopilot, otherwise an option of the cluster.
    ...cloudFacts('gke', options),
    storage: {
      className: `clickhouse-${disk}`,
      expandable: true,
      create: {
        provisioner: 'pd.csi.storage.gke.io',
        parameters: { type: disk, 'csi.storage.k8s.io/fstype': 'ext4' },
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    },
    dns: [clusterDns, nodeLocalDns, nodeLocalDnsPods, cloudDns],
    loadBalancer: 'gke',
  };
}
