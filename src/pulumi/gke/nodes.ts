import { NodePool } from '@pulumi/gcp/container/nodePool.js';
import { IAMMember } from '@pulumi/gcp/projects/iammember.js';
import { Account } from '@pulumi/gcp/serviceaccount/account.js';
import * as pulumi from '@pulumi/pulumi';
import type { ZonePool } from '../clusters/resolve-pools';
import { child, type GkeContext } from './context';
import { bootDisk } from './disks';

/** Who nodes are to Google Cloud. Pods are somebody else: see Workload Identity. */
export interface NodeAccount {
  readonly email: pulumi.Output<string>;
  /** What nodes need to write logs and to pull images, and so have to outlive. */
  readonly roles: readonly pulumi.Resource[];
}

/**
 * The least that nodes need.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
 */
const roles = {
  telemetry: 'roles/container.defaultNodeServiceAccount',
  images: 'roles/artifactregistry.reader',
} as const;

/** Nodes may do what their account may, so its roles are the limit; scopes are the older way, and stay wide. */
const scopes = ['https://www.googleapis.com/auth/cloud-platform'];

/** An account of their own for nodes: the default one may edit the whole project. */
export function nodeAccount(context: GkeContext, apis: readonly pulumi.Resource[]): NodeAccount {
  const { name, project } = context;
  const account = new Account(
    `${name}-nodes`,
    { project, accountId: `${name}-nodes`, displayName: `Nodes of the GKE cluster ${name}` },
    child(context, ...apis),
  );
  const member = pulumi.interpolate`serviceAccount:${account.email}`;
  return {
    email: account.email,
    roles: Object.entries(roles).map(
      ([what, role]) => new IAMMember(`${name}-nodes-${what}`, { project, role, member }, child(context)),
    ),
  };
}

/** What all nodes have in common. */
export function nodeConfig(account: NodeAccount) {
  return {
    serviceAccount: account.email,
    oauthScopes: scopes,
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    // Pods see the metadata server of GKE, which gives them their own identity and never that of the node.
    workloadMetadataConfig: { mode: 'GKE_METADATA' },
  };
}

/** One node pool for each pool and zone. */
export function nodePools(
  context: GkeContext,
  cluster: pulumi.Input<string>,
  account: NodeAccount,
  egress: readonly pulumi.Resource[],
): readonly pulumi.CustomResource[] {
  return context.pools.map((pool) => {
    const { key, zone, machine, labels, taint, diskGibibytes } = pool;
    return new NodePool(
      `${context.name}-${key}`,
      {
        name: key,
        project: context.project,
        cluster,
        nodeLocations: [zone],
        ...size(pool),
        nodeConfig: {
          ...nodeConfig(account),
          machineType: machine.name,
          diskType: bootDisk(machine),
          diskSizeGb: diskGibibytes,
          labels,
          ...(taint && { taints: [{ ...taint, effect: 'NO_SCHEDULE' }] }),
          // GKE taints Arm nodes, for there are images without Arm. All that a pool lets in here have it.
          ...(machine.architecture === 'arm64' && { taintConfig: { architectureTaintBehavior: 'NONE' } }),
        },
        management: { autoRepair: true, autoUpgrade: true },
        upgradeSettings: { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 },
      },
      {
        ...child(context, ...account.roles, ...egress),
        // Only a new pool has an initial number. It replaces the pool when it changes, and an autoscaler changes it.
        ignoreChanges: ['initialNodeCount'],
        // An upgrade waits up to an hour for the disruption budget of each node.
        customTimeouts: { create: '30m', update: '3h', delete: '90m' },
      },
    );
  });
}

function size({ least, most }: ZonePool) {
  if (least === most) return { nodeCount: least };
  return { initialNodeCount: least, autoscaling: { minNodeCount: least, maxNodeCount: most } };
}
