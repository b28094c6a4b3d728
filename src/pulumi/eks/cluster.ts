import { LogGroup } from '@pulumi/aws/cloudwatch/logGroup.js';
import { AccessEntry } from '@pulumi/aws/eks/accessEntry.js';
import { AccessPolicyAssociation } from '@pulumi/aws/eks/accessPolicyAssociation.js';
import { Cluster } from '@pulumi/aws/eks/cluster.js';
import { Key } from '@pulumi/aws/kms/key.js';
import { SecurityGroupIngressRule } from '@pulumi/aws/vpc/securityGroupIngressRule.js';
import type * as pulumi from '@pulumi/pulumi';
import type { EksLogType } from './args';
import type { Network } from './network';
import type { EksPlan } from './resolve';
import { serviceRole } from './roles';
import { partitionOf, replaceable, type Site } from './site';

/** The API server of a cluster. */
export interface ControlPlane {
  readonly cluster: Cluster;
  /** Who may log in, and from where. Whoever logs in waits for it. */
  readonly access: readonly pulumi.Resource[];
}

/** Policies of the role of the control plane. Auto Mode runs more of the cluster, so it needs more. */
const policies = {
  standard: ['AmazonEKSClusterPolicy'],
  auto: [
    'AmazonEKSClusterPolicy',
    'AmazonEKSComputePolicy',
    'AmazonEKSBlockStoragePolicy',
    'AmazonEKSLoadBalancingPolicy',
    'AmazonEKSNetworkingPolicy',
  ],
} as const;

/** The three parts of Auto Mode, which EKS takes together or not at all. Pools are ours: see auto-mode.ts. */
const autoMode = {
  computeConfig: { enabled: true, nodePools: [] },
  storageConfig: { blockStorage: { enabled: true } },
  kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
};

/** The control plane: its role, its key, its logs, and who may log in. */
export function makeControlPlane(site: Site, plan: EksPlan, network: Network): ControlPlane {
  const { name, parent, region, tags } = site;
  const role = serviceRole(site, 'cluster', 'eks.amazonaws.com', { managed: policies[plan.mode] });
  const logs = makeLogs(site, plan);
  const { endpoint, inside, outside } = plan.access;
  const cluster = new Cluster(
    name,
    {
      region,
      name: plan.name,
      roleArn: role.arn,
      version: plan.version,
      // Add-ons are EKS add-ons from the beginning; those that EKS would put there by itself belong to nobody.
      bootstrapSelfManagedAddons: false,
      accessConfig: {
        authenticationMode: 'API',
        // Whoever creates the cluster installs into it minutes later. Turning it off replaces the cluster, so there
        // is no choice; the entry is listed with the others and can be deleted.
        bootstrapClusterCreatorAdminPermissions: true,
      },
      vpcConfig: {
        subnetIds: [...network.controlPlaneSubnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: endpoint === 'public',
        ...(endpoint === 'public' && { publicAccessCidrs: [...outside] }),
      },
      encryptionConfig: { resources: ['secrets'], provider: { keyArn: plan.encryptionKey ?? makeKey(site).arn } },
      enabledClusterLogTypes: [...logs.types],
      deletionProtection: plan.deletionProtection,
      upgradePolicy: { supportType: plan.support.toUpperCase() },
      ...(plan.mode === 'auto' && autoMode),
      tags,
    },
    {
      parent,
      // Without its rights EKS could not clean up behind the cluster, and a log group that EKS makes outlives it.
      dependsOn: [...role.rights, ...logs.groups],
      // EKS takes no zone that the cluster was not made with. Nodes of later zones reach the API server all the same.
      ignoreChanges: ['vpcConfig.subnetIds'],
      customTimeouts: { create: '40m', update: '60m', delete: '30m' },
    },
  );
  const entries = Object.entries(plan.administrators).map(([who, arn]) =>
    administrator(replaceable(site), cluster, who, arn),
  );
  return { cluster, access: [...entries, ...makeWaysIn(replaceable(site), cluster, inside)] };
}

/**
 * Inside of the VPC the security group of the cluster decides who reaches the API server. EKS makes it for the nodes, and
 * lets nobody else in.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
function makeWaysIn(
  { name, parent, protect, region, tags }: Site,
  cluster: Cluster,
  ranges: readonly pulumi.Input<string>[],
): readonly pulumi.Resource[] {
  return ranges.map((cidrIpv4, index) => {
    // By the range, so that a list may be reordered; what an Output will be is not known yet.
    const from = typeof cidrIpv4 === 'string' ? cidrIpv4.replace('/', '-') : index;
    return new SecurityGroupIngressRule(
      `${name}-api-${from}`,
      {
        region,
        securityGroupId: cluster.vpcConfig.clusterSecurityGroupId,
        cidrIpv4,
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        description: 'API server',
        tags,
      },
      { parent, protect },
    );
  });
}

function makeLogs({ name, parent, region, tags, stage }: Site, plan: EksPlan) {
  const audited: readonly EksLogType[] = stage === 'production' ? ['api', 'audit', 'authenticator'] : [];
  const { types = audited, retentionDays = 90 } = plan.logs ?? {};
  if (types.length === 0) return { types, groups: [] };
  const group = new LogGroup(
    `${name}-logs`,
    { region, name: `/aws/eks/${plan.name}/cluster`, retentionInDays: retentionDays, tags },
    { parent },
  );
  return { types, groups: [group] };
}

/** A key of its own. A month to think it over: without it no Secret of the cluster can be read. */
function makeKey({ name, parent, region, tags, stage }: Site): Key {
  return new Key(
    `${name}-secrets`,
    {
      region,
      description: `Secrets of the EKS cluster ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: stage === 'production' ? 30 : 7,
      tags,
    },
    { parent },
  );
}

function administrator(
  { name, parent, protect, region, tags }: Site,
  cluster: Cluster,
  who: string,
  principalArn: pulumi.Input<string>,
): pulumi.Resource {
  const of = { region, clusterName: cluster.name };
  const entry = new AccessEntry(`${name}-administrator-${who}`, { ...of, principalArn, tags }, { parent, protect });
  return new AccessPolicyAssociation(
    `${name}-administrator-${who}`,
    {
      ...of,
      principalArn: entry.principalArn,
      policyArn: `arn:${partitionOf(region)}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
      accessScope: { type: 'cluster' },
    },
    { parent, protect },
  );
}
