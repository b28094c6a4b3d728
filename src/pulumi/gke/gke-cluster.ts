import type { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import type { Platform } from '../../platform/platform';
import { checkGrant } from '../clusters/grants';
import { clusterProvider, type KubernetesCluster } from '../clusters/kubernetes-cluster';
import { rememberNodes } from '../clusters/missing-nodes';
import { demandPeers } from '../peers';
import type { GkeClusterArgs } from './args';
import type { GkeBackups } from './backups';
import type { GkeContext } from './context';
import { resolveGkeCluster } from './resolve';

/**
 * A GKE cluster for ClickHouse: private nodes in a network of their own, a node pool for each pool and zone,
 * NetworkPolicies that are enforced, Workload Identity, and a bucket for backups.
 *
 * ```ts
 * const gke = new GkeCluster('prod', {
 *   project: 'my-project',
 *   zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
 * });
 * ```
 *
 * What is not an argument here can be changed with the resource option `transforms`, which reaches all children.
 */
export class GkeCluster extends pulumi.ComponentResource implements KubernetesCluster {
  /** Brings objects to this cluster. Depends on all nodes, so that whatever uses it is destroyed before them. */
  readonly provider: Provider;
  /** What constructs have to know: region, zones, disks, pools, and that NetworkPolicies are enforced. */
  readonly platform: Platform;
  /** For kubectl, with `gke-gcloud-auth-plugin`; it holds no token. Secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Name of the cluster. */
  readonly name: pulumi.Output<string>;
  /** Address of the API server: `https://...`. */
  readonly endpoint: pulumi.Output<string>;
  /** Id of the network. */
  readonly networkId: pulumi.Output<string>;
  /** Id of the subnetwork of the nodes. */
  readonly subnetworkId: pulumi.Output<string>;
  /** E-mail address of the Google account that nodes are. */
  readonly nodeAccount: pulumi.Output<string>;
  /** Pool of Workload Identity: `my-project.svc.id.goog`. */
  readonly workloadPool: pulumi.Output<string>;
  /** Bucket for backups. @default - none with `backups: 'none'` */
  readonly backups?: GkeBackups;

  /** @throws PropError naming every wrong argument at once; Error when `@pulumi/gcp` is not installed */
  constructor(name: string, args: GkeClusterArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const resolved = resolveGkeCluster(name, args, opts);
    const make = parts();
    super('anyhouse:pulumi:GkeCluster', name, {}, { ...opts, protect: resolved.protection.protect });
    const { platform, ...rest } = resolved;
    const context: GkeContext = { ...rest, component: this };
    const apis = make.enableApis(context);
    const network = make.networkOf(context, apis);
    const account = make.nodeAccount(context, apis);
    const plane = make.controlPlane(context, network, account, apis);
    const pools = make.nodePools(context, plane.id, account, network.egress);

    this.platform = platform;
    this.kubeconfig = plane.kubeconfig;
    this.provider = clusterProvider(
      `${name}-kubernetes`,
      { kubeconfig: plane.kubeconfig, clusterIdentifier: plane.id },
      { parent: this, dependsOn: [...pools] },
    );
    rememberNodes(this.provider, resolved.pools);
    this.name = plane.name;
    this.endpoint = plane.endpoint;
    this.networkId = network.network;
    this.subnetworkId = network.subnetwork;
    this.nodeAccount = account.email;
    this.workloadPool = make.workloadPool(context);
    const backups = backupsOf(context, plane.cluster);
    if (backups) this.backups = backups;
    const { name: id, endpoint } = plane;
    this.registerOutputs({ name: id, endpoint, networkId: this.networkId, bucket: backups?.bucket });
  }
}

function backupsOf(context: GkeContext, cluster: pulumi.Resource): GkeBackups | undefined {
  if (!context.backups) return undefined;
  const bucket = parts().backupBucket(context, context.backups);
  return {
    bucket,
    grant(name, to) {
      checkGrant(name, to, ['read', 'write']);
      return parts().grantBucket(context, `${context.name}-${name}`, bucket, to, cluster);
    },
  };
}

function parts() {
  demandPeers('GkeCluster', '@pulumi/gcp');
  return require('./parts') as typeof import('./parts');
}
