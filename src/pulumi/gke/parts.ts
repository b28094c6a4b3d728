/* Everything that loads @pulumi/gcp, which only programs with a cluster on Google Cloud have installed. */

export { enableApis } from './apis';
export { backupBucket, grantBucket } from './bucket';
export { controlPlane, workloadPool } from './control-plane';
export { networkOf } from './network';
export { nodeAccount, nodePools } from './nodes';
