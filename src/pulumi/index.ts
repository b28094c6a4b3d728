import './peers';

export { Cdk8sApp, type Cdk8sAppArgs } from './bridge/cdk8s-app';
export type { ManifestResource, Status } from './bridge/manifest-resource';
export { OutputError } from './bridge/restore';
export { asQuantity, asString } from './bridge/tokens';

export type { KubernetesCluster } from './clusters/kubernetes-cluster';
export type { NodePoolArgs, PoolRole } from './clusters/pools';
export type { ProtectionArgs } from './clusters/protection';
export { addCredentials } from './credentials/add-credentials';
export type {
  EksAccessArgs,
  EksBackupArgs,
  EksClusterArgs,
  EksExistingNetwork,
  EksKubeconfigArgs,
  EksLogArgs,
  EksLogType,
  EksNetworkArgs,
  LoadBalancerControllerArgs,
} from './eks/args';
export type { EksBackups, EksGrant } from './eks/backups';
export { EksCluster } from './eks/eks-cluster';
export type {
  GkeAccessArgs,
  GkeBackupArgs,
  GkeClusterArgs,
  GkeDisk,
  GkeExistingNetwork,
  GkeNetworkArgs,
  GkeRanges,
} from './gke/args';
export type { GkeBackups, GkeGrant } from './gke/backups';
export { GkeCluster } from './gke/gke-cluster';
export { MinikubeCluster, type MinikubeClusterArgs } from './minikube/minikube-cluster';
export { OperatorRelease, type OperatorReleaseArgs } from './operator/operator-release';
