import { LaunchTemplate } from '@pulumi/aws/ec2/launchTemplate.js';
import type { Cluster } from '@pulumi/aws/eks/cluster.js';
import { NodeGroup } from '@pulumi/aws/eks/nodeGroup.js';
import type * as pulumi from '@pulumi/pulumi';
import type { ZonePool } from '../clusters/resolve-pools';
import type { Network } from './network';
import { type GrantedRole, serviceRole } from './roles';
import { named, partitionOf, type Site } from './site';

/** What nodes may do: join, pull images, and give addresses to pods. Pods have roles of their own. */
const nodePolicies = ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly', 'AmazonEKS_CNI_Policy'];

/** Amazon Linux 2023 by architecture. @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
const amiTypes = { arm64: 'AL2023_ARM_64_STANDARD', amd64: 'AL2023_x86_64_STANDARD' } as const;

/**
 * Makes one file system of the local disks, and lays images and emptyDir volumes there; otherwise the disks stay unused.
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/doc/api.md
 */
const localDisks = Buffer.from(
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="BOUNDARY"',
    '',
    '--BOUNDARY',
    'Content-Type: application/node.eks.aws',
    '',
    '---',
    'apiVersion: node.eks.aws/v1alpha1',
    'kind: NodeConfig',
    'spec:',
    '  instance:',
    '    localStorage:',
    '      strategy: RAID0',
    '',
    '--BOUNDARY--',
    '',
  ].join('\n'),
).toString('base64');

/** The role of the nodes of each kind of pool: what one kind needs more, later, the others do not get. */
export function nodeRoles(
  site: Site,
  pools: readonly ZonePool[],
  policies: readonly string[] = nodePolicies,
): ReadonlyMap<string, GrantedRole> {
  const service = partitionOf(site.region) === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';
  const roles = [...new Set(pools.map(({ role }) => role))];
  return new Map(roles.map((role) => [role, serviceRole(site, `${role}-nodes`, service, { managed: policies })]));
}

/** A group of nodes for each pool in each of its zones: a disk stays in its zone, so must the node that it needs. */
export function makeNodeGroups(
  site: Site,
  cluster: Cluster,
  network: Network,
  pools: readonly ZonePool[],
  before: readonly pulumi.Resource[],
): readonly pulumi.Resource[] {
  const roles = nodeRoles(site, pools);
  const templates = new Map<string, LaunchTemplate>();
  return pools.map((pool) => {
    const template = templates.get(pool.pool) ?? launchTemplate(site, pool);
    templates.set(pool.pool, template);
    return nodeGroup(site, cluster, network, pool, { template, role: roles.get(pool.role), before });
  });
}

function nodeGroup(
  { name, parent, protect, region, tags }: Site,
  cluster: Cluster,
  { privateSubnetIds, ways }: Network,
  { key, zone, machine, labels, taint, least, most }: ZonePool,
  {
    template,
    role,
    before,
  }: { readonly template: LaunchTemplate; readonly role?: GrantedRole; readonly before: readonly pulumi.Resource[] },
): NodeGroup {
  const subnet = privateSubnetIds[zone];
  if (!role || !subnet) throw new Error(`pool ${key} has no role or no subnet`);
  return new NodeGroup(
    `${name}-${key}`,
    {
      region,
      // The Output, so that the cluster is there before its nodes, and goes after them.
      clusterName: cluster.name,
      version: cluster.version,
      nodeRoleArn: role.arn,
      subnetIds: [subnet],
      instanceTypes: [machine.name],
      amiType: amiTypes[machine.architecture],
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      scalingConfig: { minSize: least, maxSize: most, desiredSize: least },
      updateConfig: { maxUnavailable: 1 },
      labels,
      ...(taint && { taints: [{ ...taint, effect: 'NO_SCHEDULE' }] }),
      tags,
    },
    {
      parent,
      protect,
      dependsOn: [...role.rights, ...ways, ...before],
      // Between bounds the number belongs to whoever scales.
      ...(least < most && { ignoreChanges: ['scalingConfig.desiredSize'] }),
      customTimeouts: { create: '20m', update: '60m', delete: '20m' },
    },
  );
}

/** Machines of a pool. Credentials of the node are out of reach for pods: one hop ends at the node. */
function launchTemplate(site: Site, { pool, machine, diskGibibytes }: ZonePool): LaunchTemplate {
  const id = `${site.name}-${pool}`;
  const tags = named(site, id);
  return new LaunchTemplate(
    id,
    {
      region: site.region,
      updateDefaultVersion: true,
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: '/dev/xvda',
          ebs: { volumeType: 'gp3', volumeSize: diskGibibytes, encrypted: 'true', deleteOnTermination: 'true' },
        },
      ],
      ...(machine.localDisks > 0 && { userData: localDisks }),
      tagSpecifications: ['instance', 'volume'].map((resourceType) => ({ resourceType, tags })),
      tags,
    },
    { parent: site.parent, protect: site.protect },
  );
}
