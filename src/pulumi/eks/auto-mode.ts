import { AccessEntry } from '@pulumi/aws/eks/accessEntry.js';
import { AccessPolicyAssociation } from '@pulumi/aws/eks/accessPolicyAssociation.js';
import type { Cluster } from '@pulumi/aws/eks/cluster.js';
import { CustomResource } from '@pulumi/kubernetes/apiextensions/customResource.js';
import { ConfigMap } from '@pulumi/kubernetes/core/v1/configMap.js';
import type { Provider } from '@pulumi/kubernetes/provider';
import type * as pulumi from '@pulumi/pulumi';
import type { ZonePool } from '../clusters/resolve-pools';
import type { Network } from './network';
import { nodeRoles } from './nodes';
import type { GrantedRole } from './roles';
import { partitionOf, type Site } from './site';

/** What nodes of Auto Mode may do; EKS gives addresses to pods itself. */
const nodePolicies = ['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly'];

/**
 * A node lives for 21 days at most, its last day being for pods that leave. That day is left to them, and the rest is
 * lived to the end: each replacement restarts a server.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html
 */
const life = { expireAfter: '480h', terminationGracePeriod: '24h' } as const;

/** The roles of nodes in Auto Mode, and the entries by which they may join. */
export interface AutoNodes {
  readonly roles: ReadonlyMap<string, GrantedRole>;
  readonly entries: readonly pulumi.Resource[];
}

/** Roles for the nodes of our own pools: EKS lets only those of its built-in pools join by itself. */
export function makeAutoNodes(site: Site, cluster: Cluster, pools: readonly ZonePool[]): AutoNodes {
  const { name, parent, protect, region, tags } = site;
  const roles = nodeRoles(site, pools, nodePolicies);
  const entries = [...roles].map(([role, { arn, rights }]) => {
    const of = { region, clusterName: cluster.name };
    const entry = new AccessEntry(
      `${name}-${role}-nodes`,
      { ...of, principalArn: arn, type: 'EC2', tags },
      { parent, protect, dependsOn: [...rights] },
    );
    return new AccessPolicyAssociation(
      `${name}-${role}-nodes`,
      {
        ...of,
        principalArn: entry.principalArn,
        policyArn: `arn:${partitionOf(region)}:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy`,
        accessScope: { type: 'cluster' },
      },
      { parent, protect },
    );
  });
  return { roles, entries };
}

/** What a cluster in Auto Mode has to be told: to enforce NetworkPolicies, and which nodes to make. */
export function makeAutoPools(
  site: Site,
  cluster: Cluster,
  network: Network,
  provider: Provider,
  pools: readonly ZonePool[],
  { roles }: AutoNodes,
): readonly pulumi.Resource[] {
  const options = { parent: site.parent, protect: site.protect, provider };
  const policies = new ConfigMap(
    `${site.name}-network-policies`,
    {
      metadata: { name: 'amazon-vpc-cni', namespace: 'kube-system' },
      data: { 'enable-network-policy-controller': 'true' },
    },
    options,
  );
  const classes = new Map<string, CustomResource>();
  const made = pools.map((pool) => {
    const role = roles.get(pool.role);
    if (!role) throw new Error(`pool ${pool.key} has no role`);
    const nodeClass = classes.get(pool.pool) ?? makeNodeClass(site, cluster, network, pool, role, options);
    classes.set(pool.pool, nodeClass);
    return makeNodePool(site, pool, { ...options, dependsOn: [nodeClass] });
  });
  return [policies, ...made];
}

function makeNodeClass(
  { name }: Site,
  cluster: Cluster,
  { privateSubnetIds }: Network,
  { pool, diskGibibytes }: ZonePool,
  role: GrantedRole,
  options: pulumi.CustomResourceOptions,
): CustomResource {
  return new CustomResource(
    `${name}-${pool}`,
    {
      apiVersion: 'eks.amazonaws.com/v1',
      kind: 'NodeClass',
      metadata: { name: pool },
      spec: {
        role: role.name,
        subnetSelectorTerms: Object.values(privateSubnetIds).map((id) => ({ id })),
        securityGroupSelectorTerms: [{ id: cluster.vpcConfig.clusterSecurityGroupId }],
        networkPolicy: 'DefaultAllow',
        ephemeralStorage: { size: `${diskGibibytes}Gi` },
      },
    },
    options,
  );
}

/** Nodes of a pool in one zone: always there when their number is fixed, else added when pods need them. */
function makeNodePool({ name }: Site, pool: ZonePool, options: pulumi.CustomResourceOptions): CustomResource {
  const { key, zone, machine, labels, taint, least, most } = pool;
  const fixed = least === most;
  const one = (label: string, value: string) => ({ key: label, operator: 'In', values: [value] });
  // A pool cannot turn from one kind into the other, so each kind has its name.
  const poolName = fixed ? key : `${key}-scaled`;
  return new CustomResource(
    `${name}-${poolName}`,
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: poolName },
      spec: {
        ...(fixed && { replicas: least }),
        template: {
          metadata: { labels },
          spec: {
            nodeClassRef: { group: 'eks.amazonaws.com', kind: 'NodeClass', name: pool.pool },
            requirements: [
              one('node.kubernetes.io/instance-type', machine.name),
              one('kubernetes.io/arch', machine.architecture),
              one('topology.kubernetes.io/zone', zone),
              one('karpenter.sh/capacity-type', 'on-demand'),
            ],
            ...(taint && { taints: [{ ...taint, effect: 'NoSchedule' }] }),
            ...life,
          },
        },
        // A node that is replaced leaves after the new one came.
        limits: fixed ? { nodes: String(most + 1) } : { cpu: String((most + 1) * machine.processors) },
        disruption: {
          consolidationPolicy: 'WhenEmpty',
          consolidateAfter: fixed ? 'Never' : '10m',
          budgets: [{ nodes: '1' }],
        },
      },
    },
    options,
  );
}
