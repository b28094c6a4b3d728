import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import { cloudFacts, clusterDns, nodeLocalDns, type PlatformFacts } from './facts';
import type { EksOptions } from './options';

/**
 * In Auto Mode every node answers DNS itself, and no pod carries the label of CoreDNS. What pods ask is the address of
 * the DNS Service, the tenth of either range that EKS gives to Services.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-networking.html
 */
const serviceDns: readonly NetworkPolicyPeer[] = ['172.20.0.10/32', '10.100.0.10/32'].map((cidr) => ({
  ipBlock: { cidr },
}));

/** What differs between a standard cluster and one in Auto Mode, whose drivers have names of their own. */
const modes = {
  standard: {
    className: 'clickhouse-gp3',
    provisioner: 'ebs.csi.aws.com',
    loadBalancer: 'aws-lbc',
    dns: [clusterDns, nodeLocalDns],
  },
  auto: {
    className: 'clickhouse-auto-gp3',
    provisioner: 'ebs.csi.eks.amazonaws.com',
    loadBalancer: 'eks-auto',
    dns: [clusterDns, nodeLocalDns, ...serviceDns],
  },
} as const;

/** Amazon EKS: with the EBS CSI driver and the AWS Load Balancer Controller, or in Auto Mode. */
export function eksFacts({ mode = 'standard', ...options }: EksOptions): PlatformFacts {
  const { className, provisioner, loadBalancer, dns } = modes[mode];
  return {
    // The VPC CNI enforces policies only after it has been told to; in Auto Mode a NodeClass has to ask for it.
    ...cloudFacts('eks', options),
    storage: {
      className,
      expandable: true,
      create: {
        provisioner,
        parameters: { type: 'gp3', encrypted: 'true', 'csi.storage.k8s.io/fstype': 'ext4' },
        volumeBindingMode: 'WaitForFirstConsumer',
      },
    },
    dns,
    loadBalancer,
  };
}
