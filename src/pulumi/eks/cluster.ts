import { LogGroup } from '@pulumi/aws/cloudwatch/logGroup.js';
import { Cluster } from '@pulumi/aws/eks/cluster.js';
import { Key } from '@pulumi/aws/kms/key.js';
import type * as pulumi from '@pulumi/pulumi';
import { makeAccess } from './access';
import type { EksLogType } from './args';
import type { Network } from './network';
import type { EksPlan } from './resolve';
import { serviceRole } from './roles';
import { replaceable, type Site } from './site';

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
  const { endpoint, outside } = plan.access;
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
  return { cluster, access: makeAccess(replaceable(site), cluster, plan) };
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
