import type { Rule } from '../../checks/rule';

/** Rules about platforms. */
export const placeRules: readonly Rule[] = [
  {
    id: 'platform/region',
    severity: 'error',
    title: 'A region is spelt as its cloud spells it',
    why: 'A zone in place of a region makes names of zones and endpoints that do not exist.',
    fix: "write region: 'eu-west-1'; a zone has one letter more.",
    source: 'Amazon EC2, regions and zones; Google Compute Engine, regions and zones',
  },
  {
    id: 'platform/zone',
    severity: 'error',
    title: 'Zones are values of the zone label of nodes, each named once, and lie in the region',
    why: 'Pods pinned to a zone without nodes stay Pending.',
    fix: 'write a zone that `kubectl get nodes -L topology.kubernetes.io/zone` shows.',
    source: 'Kubernetes, well-known labels',
  },
  {
    id: 'platform/address-pools',
    severity: 'error',
    title: 'Address pools are named where a controller can choose between them',
    why: 'kube-vip takes addresses from the pool of the namespace, whatever a Service asks for.',
    fix: 'remove addressPools, and configure the pool of the namespace in the ConfigMap of kube-vip.',
    source: 'kube-vip-cloud-provider, README (IP address functionality)',
  },
];
