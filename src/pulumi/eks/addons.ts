import { Addon, type AddonArgs } from '@pulumi/aws/eks/addon.js';
import type { Cluster } from '@pulumi/aws/eks/cluster.js';
import type * as pulumi from '@pulumi/pulumi';
import { podRole } from './roles';
import type { Site } from './site';

/**
 * Add-ons that nodes need to become ready: the network of pods, that of Services, and the agent that gives roles to
 * pods. The first one also enforces NetworkPolicies, which it does not unless told to.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html
 */
export function addonsBeforeNodes(site: Site, cluster: Cluster): readonly pulumi.Resource[] {
  return [
    addon(site, cluster, 'vpc-cni', { configurationValues: JSON.stringify({ enableNetworkPolicy: 'true' }) }),
    addon(site, cluster, 'kube-proxy'),
    addon(site, cluster, 'eks-pod-identity-agent'),
  ];
}

/**
 * Add-ons that run on nodes: they are not active before there is one.
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/2918 (policies of its driver)
 */
export function addonsOnNodes(
  site: Site,
  cluster: Cluster,
  nodes: readonly pulumi.Resource[],
): readonly pulumi.Resource[] {
  const serviceAccount = 'ebs-csi-controller-sa';
  const account = { clusterName: cluster.name, namespace: 'kube-system', serviceAccount };
  // Of volumes and snapshots, V2 lets it change those alone that a driver made, or that carry its tag.
  const disks = podRole(site, 'disks', account, { managed: ['service-role/AmazonEBSCSIDriverPolicyV2'] });
  return [
    addon(site, cluster, 'coredns', {}, nodes),
    addon(site, cluster, 'aws-ebs-csi-driver', { podIdentityAssociations: [{ roleArn: disks.arn, serviceAccount }] }, [
      ...nodes,
      ...disks.rights,
    ]),
  ];
}

function addon(
  { name, parent, region, tags }: Site,
  cluster: Cluster,
  addonName: string,
  more: Partial<AddonArgs> = {},
  dependsOn: readonly pulumi.Resource[] = [],
): Addon {
  return new Addon(
    `${name}-${addonName}`,
    {
      region,
      clusterName: cluster.name,
      addonName,
      resolveConflictsOnCreate: 'OVERWRITE',
      resolveConflictsOnUpdate: 'OVERWRITE',
      tags,
      ...more,
    },
    { parent, dependsOn: [...dependsOn] },
  );
}
