import type { Rule } from '../../checks/rule';

const made = { severity: 'error' } as const;

/** Rules about clusters that `EksCluster` makes. */
export const eksClusterRules: readonly Rule[] = [
  {
    ...made,
    id: 'eks/auto-mode',
    title: 'A cluster in Auto Mode asks for what Auto Mode has',
    why: 'EKS then runs machines with two processors or more only, scales pools from nothing, and brings its own load balancers.',
    fix: "choose another machine, a fixed number of nodes, or mode: 'standard'.",
    source: 'Amazon EKS, Auto Mode supported instance reference; static-capacity node pools',
  },
  {
    ...made,
    id: 'eks/control-plane-zones',
    title: 'The API server of EKS has subnets in two zones',
    why: 'EKS refuses a cluster with subnets in one zone.',
    fix: 'add a subnet of another zone to network.existing.privateSubnetIds.',
    source: 'Amazon EKS, VPC and subnet requirements',
  },
  {
    ...made,
    id: 'eks/network',
    title: 'A cluster in an existing network has a subnet in each zone, and makes nothing there',
    why: 'A zone without a subnet has no nodes. Ranges and gateways that are given beside would be ignored.',
    fix: 'name a private subnet for each zone, and leave out cidr, privateCidrs, publicCidrs, nat and controlPlaneZone.',
    source: 'Amazon EKS, VPC and subnet requirements',
  },
  {
    ...made,
    id: 'eks/key',
    title: 'A key for Secrets is named by its ARN',
    why: 'EKS takes no alias, and refuses the cluster after everything else was made. The key can never be changed.',
    fix: "copy the ARN of the key: 'arn:aws:kms:...:key/...'.",
    source: 'Amazon EKS, EncryptionConfig; AWS Key Management Service, key ARN',
  },
];
