import type { Rule } from '../../checks/rule';

const made = { severity: 'error' } as const;

/** Rules about clusters of any cloud. */
export const clusterRules: readonly Rule[] = [
  {
    ...made,
    id: 'clusters/protection',
    title: 'Production is protected from deletion',
    why: 'One wrong destroy takes the nodes, the network and the way to the data.',
    fix: "say allowDeletion: 'moved to another region' and run pulumi up before a destroy.",
    source: 'Pulumi, resource option protect',
  },
  {
    ...made,
    id: 'clusters/system-pool',
    title: 'A cluster has nodes for what is neither ClickHouse nor Keeper',
    why: 'Pools of databases have a taint: the operator, the edge and the add-ons of the cloud would stay Pending.',
    fix: "add a pool with role: 'system'.",
    source: 'Kubernetes, taints and tolerations',
  },
  {
    ...made,
    id: 'clusters/pool-zones',
    title: 'A pool stands in zones of its cluster',
    why: 'A subnet, and the platform that constructs place pods by, exist for the zones of the cluster only.',
    fix: 'name zones of the cluster, or leave zones out for all of them.',
    source: 'Kubernetes, well-known labels',
  },
  {
    ...made,
    id: 'clusters/nodes',
    title: 'Numbers and disks of nodes are whole and possible',
    why: 'The cloud refuses the pool after the cluster was made, minutes later.',
    fix: 'write 3, or { least: 1, most: 3 } for an autoscaler.',
    source: 'Google Kubernetes Engine, NodePool; Amazon EKS, NodegroupScalingConfig',
  },
  {
    ...made,
    id: 'clusters/private-range',
    title: 'Networks of clusters have private addresses',
    why: 'Public addresses that belong to somebody else are unreachable from such a network.',
    fix: 'choose a part of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
    source: 'RFC 1918, RFC 6598',
  },
  {
    ...made,
    id: 'clusters/range-size',
    title: 'Ranges of addresses are large enough for nodes and pods',
    why: 'They cannot be changed later: a cluster without free addresses starts no pod, and has to be made again.',
    fix: 'choose a larger range; the message says how much fits.',
    source: 'Google Kubernetes Engine, VPC-native clusters; Amazon VPC, subnet sizing',
  },
  {
    ...made,
    id: 'clusters/ranges-apart',
    title: 'Ranges of one cluster do not overlap',
    why: 'An address that is both a node and a pod reaches one of them.',
    fix: 'choose ranges that have no address in common.',
    source: 'Google Kubernetes Engine, VPC-native clusters; Amazon VPC, subnets',
  },
  {
    ...made,
    id: 'clusters/ranges-per-zone',
    title: 'There is one range for each zone',
    why: 'A zone without a subnet has no nodes, and a subnet without a zone is never used.',
    fix: 'list ranges in the order of zones.',
    source: 'Amazon VPC, subnets',
  },
  {
    ...made,
    id: 'clusters/plain',
    title: 'What decides which resources there are is a plain value',
    why: 'Resources that depend on an Output are made when it is known: a preview does not show them, and nothing waits for them.',
    fix: 'write the value down, or read it from the configuration of the stack.',
    source: 'Pulumi, inputs and outputs',
  },
  {
    ...made,
    id: 'clusters/endpoint',
    title: 'A public API server has a list of who reaches it',
    why: 'Whoever reaches it can use stolen credentials, and the next fault of its own.',
    fix: "list the ranges that you come from; on GKE endpoint: 'dns' lets IAM decide instead.",
    source: 'Google Kubernetes Engine, network isolation of the control plane',
  },
];
