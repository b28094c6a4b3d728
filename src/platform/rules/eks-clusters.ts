import type { Rule } from '../../checks/rule';

const made = { severity: 'error' } as const;

/** Rules about clusters that `EksCluster` makes. */
export const eksClusterRules: readonly Rule[] = [
  {
    ...made,
    id: 'eks/api-access',
    title: 'A public API server answers listed addresses only',
    why: 'EKS opens a public endpoint to the whole internet unless told otherwise, and refuses a list without a public endpoint.',
    fix: "write api: { access: 'public', allow: ['203.0.113.0/24'] }, or leave api out for a private one.",
    source: 'Amazon EKS, Cluster API server endpoint',
  },
  {
    ...made,
    id: 'eks/auto-mode',
    title: 'A cluster in Auto Mode asks for what Auto Mode has',
    why: 'EKS runs machines with two processors or more only, scales pools from nothing, and brings its own load balancers.',
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
    id: 'eks/existing-network',
    title: 'A cluster in an existing network names a subnet for each zone, and makes nothing there',
    why: 'A zone without a subnet has no nodes. Ranges and gateways of somebody else are not ours to make.',
    fix: 'name a private subnet for each zone, and leave out cidr, privateCidrs, publicCidrs, nat and controlPlaneZone.',
    source: 'Amazon EKS, VPC and subnet requirements',
  },
];
