import './peers';

export type { KubernetesCluster } from './clusters/kubernetes-cluster';
export type { NodePoolArgs, PoolRole } from './clusters/pools';
