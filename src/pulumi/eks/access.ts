import { AccessEntry } from '@pulumi/aws/eks/accessEntry.js';
import { AccessPolicyAssociation } from '@pulumi/aws/eks/accessPolicyAssociation.js';
import type { Cluster } from '@pulumi/aws/eks/cluster.js';
import { SecurityGroupIngressRule } from '@pulumi/aws/vpc/securityGroupIngressRule.js';
import type * as pulumi from '@pulumi/pulumi';
import type { EksPlan } from './resolve';
import { partitionOf, type Site } from './site';

/** Who may log in to a cluster, and from where. */
export function makeAccess(site: Site, cluster: Cluster, plan: EksPlan): readonly pulumi.Resource[] {
  return [
    ...Object.entries(plan.administrators).map(([who, arn]) => administrator(site, cluster, who, arn)),
    ...plan.access.inside.map((range, index) => wayIn(site, cluster, range, index)),
  ];
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

/**
 * Inside of the VPC the security group of the cluster decides who reaches the API server. EKS makes it for the nodes, and
 * lets nobody else in.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
function wayIn(
  { name, parent, protect, region, tags }: Site,
  cluster: Cluster,
  cidrIpv4: pulumi.Input<string>,
  index: number,
): pulumi.Resource {
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
}
