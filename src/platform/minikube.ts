import { clusterDns, type PlatformFacts } from './facts';

/** A laptop: one node, no zones, host directories as disks. */
export const minikube: PlatformFacts = {
  name: 'minikube',
  cluster: 'minikube',
  zones: [],
  stage: 'development',
  size: 'laptop',
  storage: {
    className: 'clickhouse-hostpath',
    expandable: false,
    // The class that comes with minikube deletes volumes together with their claims.
    create: { provisioner: 'k8s.io/minikube-hostpath', volumeBindingMode: 'Immediate' },
  },
  // The default network plugin ignores policies; `minikube start --cni=calico` enforces them.
  networkPolicy: 'off',
  dns: [clusterDns],
  // Load balancers stay Pending until somebody runs `minikube tunnel`.
  loadBalancer: 'node-port',
};
