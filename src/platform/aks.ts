import { cloudFacts, clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { AksOptions } from './options';

/**
 * LocalDNS answers on this address of each node where it is turned on, as AKS Automatic does.
 * @see https://learn.microsoft.com/azure/aks/localdns-custom
 */
const localDns = { ipBlock: { cidr: '169.254.10.11/32' } };

const disks = {
  Premium_LRS: { className: 'clickhouse-premium', parameters: {} },
  // Disks of the second version have no host cache and refuse to be attached with one.
  PremiumV2_LRS: { className: 'clickhouse-premium-v2', parameters: { cachingMode: 'None' } },
  StandardSSD_LRS: { className: 'clickhouse-standard-ssd', parameters: {} },
} as const;

/** Azure AKS with the Azure disk CSI driver. */
export function aksFacts({ disk = 'Premium_LRS', ...options }: AksOptions): PlatformFacts {
  const { className, parameters } = disks[disk];
  return {
    ...cloudFacts('aks', options),
    storage: {
      className,
      expandable: true,
      // Disks of one zone: the built-in classes copy each byte to three, which replicas of ClickHouse do already.
      create: {
        provisioner: 'disk.csi.azure.com',
        parameters: { skuName: disk, ...parameters, 'csi.storage.k8s.io/fstype': 'ext4' },
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    },
    dns: [clusterDns, nodeLocalDns, localDns],
    loadBalancer: 'azure',
  };
}
