import './peers';

export { Cdk8sApp, type Cdk8sAppArgs } from './bridge/cdk8s-app';
export type { ManifestResource, Status } from './bridge/manifest-resource';
export { OutputError } from './bridge/restore';
export { asQuantity, asString } from './bridge/tokens';

export type { KubernetesCluster } from './clusters/kubernetes-cluster';
export type { NodePoolArgs, PoolRole } from './clusters/pools';
export { addCredentials } from './credentials/add-credentials';
export { MinikubeCluster, type MinikubeClusterArgs } from './minikube/minikube-cluster';
export { OperatorRelease, type OperatorReleaseArgs } from './operator/operator-release';
