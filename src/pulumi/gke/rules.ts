import type { Rule } from '../../checks/rule';

const made = { severity: 'error' } as const;

/** Rules about clusters that `GkeCluster` makes. */
export const gkeClusterRules: readonly Rule[] = [
  {
    ...made,
    id: 'gke/project',
    title: 'A project is named by its id',
    why: 'Names and numbers of projects look alike, and make addresses and identities that do not exist.',
    fix: 'write the id that `gcloud projects list` shows.',
    source: 'Google Cloud, creating and managing projects',
  },
  {
    ...made,
    id: 'gke/network',
    title: 'A cluster stands in a network of its own, or in one that exists',
    why: 'Ranges of an existing network were made by somebody else: others given here would be ignored.',
    fix: 'name the existing network, or the ranges of a new one.',
    source: 'Google Kubernetes Engine, VPC-native clusters',
  },
  {
    ...made,
    id: 'gke/disks',
    title: 'All machines with databases take the disks of the cluster',
    why: 'There is one StorageClass for databases: a volume that cannot be attached leaves its pod Pending.',
    fix: 'choose machines of series that take the same type of disk.',
    source: 'Google Cloud, Hyperdisk, machine series support',
  },
  {
    ...made,
    id: 'gke/key',
    title: 'A key for Secrets is named in full, without a version',
    why: 'The cloud refuses the cluster after everything else was made.',
    fix: 'copy the resource name of the key.',
    source: 'Google Kubernetes Engine, encrypt Secrets at the application layer',
  },
];
