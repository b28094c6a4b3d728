import type { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import { Platform } from '../../platform/platform';
import type { KubernetesCluster } from '../clusters/kubernetes-cluster';
import { rememberNodes } from '../clusters/missing-nodes';
import { platformPools } from '../clusters/resolve-pools';
import { demandPeers } from '../peers';
import type { EksClusterArgs } from './args';
import type { EksBackups } from './backups';
import { type EksPlan, resolveEks } from './resolve';

// Late: whoever runs on another cloud has no @pulumi/aws.
const parts = () => require('./parts') as typeof import('./parts');

/**
 * An Amazon EKS cluster that ClickHouse can live in: network, nodes by zone, disks, load balancers, identities and a
 * bucket for backups. docs/eks.md tells what it makes, what that costs, and what survives it.
 *
 * ```ts
 * const eks = new EksCluster('prod', {
 *   zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
 *   access: { endpoint: 'public', allow: ['203.0.113.0/24'] },
 * });
 * ```
 */
export class EksCluster extends pulumi.ComponentResource implements KubernetesCluster {
  readonly provider: Provider;
  readonly platform: Platform;
  readonly kubeconfig: pulumi.Output<string>;
  /** Name in AWS. */
  readonly name: pulumi.Output<string>;
  /** ARN of the cluster. */
  readonly arn: pulumi.Output<string>;
  /** URL of the API server. */
  readonly endpoint: pulumi.Output<string>;
  /** Region of everything. */
  readonly region: string;
  /** Id of the VPC. */
  readonly vpcId: pulumi.Output<string>;
  /** Ids of private subnets by zone: those of nodes, pods and internal load balancers. */
  readonly privateSubnetIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** Ids of public subnets by zone: those of NAT and public load balancers. */
  readonly publicSubnetIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** Ids of route tables of private subnets by zone, for peerings and transit gateways. Empty in an existing network. */
  readonly privateRouteTableIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** Bucket for backups. @default - none with `backups: 'none'` */
  readonly backups?: EksBackups;

  /**
   * @param name also that of the cluster in AWS; names of all parts begin with it
   * @throws PropError naming every wrong argument at once
   */
  constructor(name: string, args: EksClusterArgs, opts: pulumi.ComponentResourceOptions = {}) {
    demandPeers('EksCluster', '@pulumi/aws');
    const plan = resolveEks(name, args, opts);
    super('anyhouse:pulumi:EksCluster', name, {}, { ...opts, protect: plan.protect });
    const { cluster, network, kubeconfig, provider, backups } = parts().makeEksParts(this, name, plan);
    this.platform = platformOf(plan);
    this.region = plan.region;
    this.provider = provider;
    rememberNodes(provider, plan.pools);
    this.kubeconfig = kubeconfig;
    this.name = cluster.name;
    this.arn = cluster.arn;
    this.endpoint = cluster.endpoint;
    this.vpcId = network.vpcId;
    this.privateSubnetIds = network.privateSubnetIds;
    this.publicSubnetIds = network.publicSubnetIds;
    this.privateRouteTableIds = network.privateRouteTableIds;
    if (backups) this.backups = backups;
    if (plan.access.inside.length + plan.access.outside.length === 0) pulumi.log.warn(closed, this);
    const { arn, endpoint, vpcId } = this;
    this.registerOutputs({ name: this.name, arn, endpoint, vpcId, bucket: backups?.bucket });
  }
}

const closed =
  'The API server answers its nodes only: this program cannot install anything there. Write where it runs: ' +
  "access: { allow: ['10.0.0.0/16'] } in the VPC or behind a VPN, access: { endpoint: 'public', allow: ['203.0.113.0/24'] } elsewhere.";

/** What constructs have to know about the cluster. */
function platformOf({ zones, region, mode, stage, name, pools }: EksPlan): Platform {
  const facts = { zones, region, mode, cluster: name, networkPolicy: 'enforced', pools: platformPools(pools) } as const;
  return Platform.eks(facts).with({ stage });
}
