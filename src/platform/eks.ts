import { clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { CloudOptions } from './options';

/** Amazon EKS with the EBS CSI driver. */
export function eksFacts({ region, zones, cluster, networkPolicy }: CloudOptions): PlatformFacts {
  return {
    name: 'eks',
    cluster: cluster ?? 'eks',
    region,
    zones,
    stage: 'production',
    size: 'cloud',
    storage: {
      className: 'clickhouse-gp3',
      expandable: true,
      create: {
        provisioner: 'ebs.csi.aws.com',
        parameters: { type: 'gp3', encrypted: 'true', 'csi.storage.k8s.io/fstype': 'ext4' },
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    },
    // The VPC CNI enforces policies only after it has been told to.
    networkPolicy: networkPolicy ?? 'unknown',
    dns: [clusterDns, nodeLocalDns],
  };
}
