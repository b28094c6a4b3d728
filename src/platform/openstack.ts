import { cloudFacts, clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { OpenStackOptions } from './options';

/** Kubernetes on OpenStack, with the Cinder CSI driver and Octavia load balancers. */
export function openStackFacts({ volumeType, octavia = 'amphora', ...options }: OpenStackOptions): PlatformFacts {
  return {
    ...cloudFacts('openstack', options),
    storage: {
      className: volumeType === undefined ? 'clickhouse-cinder' : `clickhouse-cinder-${nameOf(volumeType)}`,
      expandable: true,
      create: {
        provisioner: 'cinder.csi.openstack.org',
        parameters: {
          ...(volumeType !== undefined && { type: volumeType }),
          'csi.storage.k8s.io/fstype': 'ext4',
        },
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    },
    dns: [clusterDns, nodeLocalDns],
    loadBalancer: octavia === 'ovn' ? 'octavia-ovn' : 'octavia',
  };
}

/** A volume type as part of the name of its class: types may have blanks and capitals. */
function nameOf(volumeType: string): string {
  return volumeType
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
