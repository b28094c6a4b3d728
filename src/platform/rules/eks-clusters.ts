import type { Rule } from '../../checks/rule';

const made = { severity: 'error' } as const;

/** Rules about clusters that `EksCluster` makes. */
export const eksClusterRules: readonly Rule[] = [
  {
    ...made,
    id: 'clusters/auto-mode',
    title: 'A cluster in Auto Mode asks for what Auto Mode has',
    why: 'EKS runs machines with two processors or more only, scales pools from nothing, and brings its own load balancers.',
    fix: "choose another machine, a fixed number of nodes, or mode: 'standard'.",
    source: 'Amazon EKS, Auto Mode supported instance reference; static-capacity node pools',
  },
  {
    ...made,
    id: 'clusters/control-plane-zones',
    title: 'The API server of EKS has subnets in two zones',
    why: 'EKS refuses a cluster with subnets in one zone.',
    fix: 'add a subnet of another zone to network.existing.privateSubnetIds.',
    source: 'Amazon EKS, VPC and subnet requirements',
  },
];
