import type * as pulumi from '@pulumi/pulumi';
import type { NodePoolArgs } from '../clusters/pools';
import type { ProtectionArgs } from '../clusters/protection';

/** A kind of log that the control plane can write. */
export type EksLogType = (typeof eksLogTypes)[number];

/** All kinds of logs of the control plane. */
export const eksLogTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

/**
 * Arguments of {@link EksCluster}. What decides which resources there are is plain; everything else may be an Output.
 */
export interface EksClusterArgs extends ProtectionArgs {
  /**
   * Zones of one region. Ranges of subnets follow their order: add new ones at the end only, and remove none. The list
   * also decides where replicas go, and disks do not follow: once there is data, give clusters their `placement.zones`
   * first. EKS lays the API server into two zones, so with one zone there is a small subnet more; it stays in the zones
   * that the cluster was made with.
   */
  readonly zones: readonly string[];
  /** Name of the cluster in AWS, and in reports. @default - the name of the component */
  readonly name?: string;
  /**
   * Who runs nodes, disks and load balancers. `auto` is EKS Auto Mode: fewer parts, a surcharge of about an eighth of
   * the price of each machine, and every node is replaced after 20 days at most.
   * @default 'standard'
   * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
   */
  readonly mode?: 'standard' | 'auto';
  /** Release of Kubernetes: `1.34`. Nodes follow. @default - the newest one when the cluster is made */
  readonly version?: pulumi.Input<string>;
  /**
   * What happens at the end of the standard support of a release. `standard`: EKS upgrades the control plane by itself.
   * `extended`: nothing, at six times the price of the control plane.
   * @default - 'extended' in production, else 'standard'
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  readonly support?: 'standard' | 'extended';
  /** Networks and the way out. @default - a VPC of its own, 10.0.0.0/16 */
  readonly network?: EksNetworkArgs;
  /**
   * Nodes by the name of their pool. Each pool has nodes in each of its zones.
   * @default - in production in each zone one m7g.2xlarge for ClickHouse, one m7g.large for Keeper and one for the rest;
   * in development m7g.xlarge for everything, three in all at least
   */
  readonly pools?: Readonly<Record<string, NodePoolArgs>>;
  /** How the API server is reached. @default - by the nodes only, inside of the VPC */
  readonly access?: EksAccessArgs;
  /**
   * Principals that administer the cluster, beside whoever creates it: ARNs of IAM roles or users by a name of yours.
   * The creator has its entry from EKS; listing it again fails.
   * @default - the creator only
   */
  readonly administrators?: Readonly<Record<string, pulumi.Input<string>>>;
  /** ARN of the KMS key that Secrets are encrypted with. It can never be changed. @default - a key of its own */
  readonly encryptionKey?: pulumi.Input<string>;
  /** Logs of the control plane. @default - api, audit and authenticator for 90 days in production, else none */
  readonly logs?: EksLogArgs;
  /** The AWS Load Balancer Controller; `none` where something else installs it. Auto Mode has its own. @default {} */
  readonly loadBalancerController?: LoadBalancerControllerArgs | 'none';
  /** Bucket for backups. @default - a bucket in the region of the cluster */
  readonly backups?: EksBackupArgs | 'none';
  /** How kubectl and Pulumi log in. @default - as whoever runs them */
  readonly kubeconfig?: EksKubeconfigArgs;
  /**
   * Tags of everything that is made here in AWS. Machines, disks and load balancers of Auto Mode get none: it has no right
   * to tag them.
   * @default - none
   * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-learn-iam.html
   */
  readonly tags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Networks of {@link EksCluster}. */
export interface EksNetworkArgs {
  /** Range of the VPC, /16 to /19. Pods have addresses of it, too. @default '10.0.0.0/16' */
  readonly cidr?: string;
  /** Ranges of the private subnets, one for each zone. @default - a sixteenth of the VPC each: 10.0.0.0/20 */
  readonly privateCidrs?: readonly string[];
  /** Ranges of the public subnets, one for each zone, for NAT and public load balancers. @default - 10.0.240.0/24 */
  readonly publicCidrs?: readonly string[];
  /**
   * NAT gateways. With `none`, private subnets have no way out until you add routes to `privateRouteTableIds`: nodes
   * cannot join before.
   * @default - 'per-zone' in production, else 'single'
   */
  readonly nat?: 'per-zone' | 'single' | 'none';
  /**
   * Zone of a small subnet for the API server alone. A cluster that was made with one zone needs it for ever: name it
   * before you add zones.
   * @default - with one zone the one that ends in b, or a; with several none
   */
  readonly controlPlaneZone?: string;
  /** A network that exists already. Nothing is added to it: see docs/eks.md for tags and routes that it needs. */
  readonly existing?: EksExistingNetwork;
}

/** A VPC that somebody else made. */
export interface EksExistingNetwork {
  /** Id of the VPC. */
  readonly vpcId: pulumi.Input<string>;
  /** Ids of private subnets by zone: those of the cluster, and at least two. */
  readonly privateSubnetIds: Readonly<Record<string, pulumi.Input<string>>>;
  /** Ids of public subnets by zone, for public load balancers. @default - none */
  readonly publicSubnetIds?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** How the API server of {@link EksCluster} is reached. Nodes always reach it inside of the VPC. */
export interface EksAccessArgs {
  /**
   * `private`: inside of the VPC, and from networks that are connected with it. Pulumi has to run there, too.
   * `public`: from the internet.
   * @default 'private'
   */
  readonly endpoint?: 'private' | 'public';
  /**
   * Ranges of addresses that reach it, beside the nodes: private ones of the VPC or of networks that are connected with
   * it, `10.0.0.0/16`, and with `public` also those of the internet, `203.0.113.0/24`. Inside of the VPC its name leads to
   * a private address, with `public` as well.
   * @default - none; demanded with `public`
   */
  readonly allow?: readonly pulumi.Input<string>[];
}

/** Logs of the control plane of {@link EksCluster}, in CloudWatch. */
export interface EksLogArgs {
  /** What is logged. `audit` costs most. @default - 'api', 'audit', 'authenticator' in production, else none */
  readonly types?: readonly EksLogType[];
  /** Days that logs are kept, of those that CloudWatch offers: 30, 90, 365. @default 90 */
  readonly retentionDays?: number;
}

/** The AWS Load Balancer Controller, installed from its Helm chart. */
export interface LoadBalancerControllerArgs {
  /** Version of the chart. @default '3.5.0' */
  readonly version?: string;
  /** Repository of the chart, such as a mirror. @default 'https://aws.github.io/eks-charts' */
  readonly repository?: string;
  /** More values of the chart, beside those that belong to this cluster. @default - none */
  readonly values?: Readonly<Record<string, unknown>>;
  /**
   * Policy of its role, as JSON: the published one for Ingress with WAF, Shield or Cognito.
   * @default - what load balancers of Services need, on what this cluster made
   * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json
   */
  readonly policy?: pulumi.Input<string>;
}

/** Bucket for backups of {@link EksCluster}. */
export interface EksBackupArgs {
  /** Days for which a deleted or overwritten object can be brought back. @default 30 */
  readonly keepDeletedDays?: number;
  /**
   * Days after which backups are deleted, counted from their upload. That may take the base of an increment: choose more
   * than the longest chain.
   * @default - never
   */
  readonly expireDays?: number;
  /**
   * What becomes of the bucket when the cluster is destroyed: it stays and leaves the state, or goes with all backups.
   * @default 'retain'
   */
  readonly onDestroy?: 'retain' | 'delete';
}

/** How kubectl and Pulumi log in to {@link EksCluster}, through `aws eks get-token`. */
export interface EksKubeconfigArgs {
  /** Profile of the AWS CLI. Everybody who uses the kubeconfig needs it under this name. @default - none */
  readonly profile?: pulumi.Input<string>;
  /** Role to take on. It has to be an administrator. @default - none */
  readonly roleArn?: pulumi.Input<string>;
}
