import { clusterDns, type PlatformFacts } from './facts';

/** Kubernetes in containers: no zones, host directories as disks. */
export const kind: PlatformFacts = {
  name: 'kind',
  cluster: 'kind',
  zones: [],
  stage: 'development',
  size: 'laptop',
  storage: {
    className: 'clickhouse-local-path',
    expandable: false,
    // The class that comes with kind deletes volumes together with their claims.
    create: { provisioner: 'rancher.io/local-path', volumeBindingMode: 'WaitForFirstConsumer' },
  },
  // The network plugin of kind enforces policies from 0.24 on; older ones and other plugins may not.
  networkPolicy: 'unknown',
  dns: [clusterDns],
  // Load balancers stay Pending until somebody runs cloud-provider-kind.
  loadBalancer: 'node-port',
};
