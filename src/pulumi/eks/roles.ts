import { Role } from '@pulumi/aws/iam/role.js';
import { RolePolicy } from '@pulumi/aws/iam/rolePolicy.js';
import { RolePolicyAttachment } from '@pulumi/aws/iam/rolePolicyAttachment.js';
import * as pulumi from '@pulumi/pulumi';
import { partitionOf, type Site } from './site';

/** A role with its rights. */
export interface GrantedRole {
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** What gives the rights. Whoever uses the role waits for them, and is gone before they are. */
  readonly rights: readonly pulumi.Resource[];
}

/** Rights of a role: names of policies that AWS maintains, and a policy of its own. */
export interface Rights {
  readonly managed?: readonly string[];
  readonly policy?: pulumi.Input<string>;
}

/** A ServiceAccount of a cluster. */
export interface ServiceAccountOf {
  readonly clusterName: pulumi.Input<string>;
  readonly namespace: pulumi.Input<string>;
  readonly serviceAccount: pulumi.Input<string>;
}

/** A role that a service of AWS takes on: `eks.amazonaws.com`. */
export function serviceRole(site: Site, name: string, service: string, rights: Rights): GrantedRole {
  // Auto Mode tags what it does for a cluster; for others the second action changes nothing.
  const actions = service.startsWith('eks.') ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
  return grantedRole(site, name, trust(service, actions), rights);
}

/**
 * A role for one ServiceAccount, through EKS Pod Identity. The agent tags what it asks for, and the role trusts these
 * tags only: an association with another ServiceAccount, or of another cluster, gets nothing.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function podRole(site: Site, name: string, account: ServiceAccountOf, rights: Rights): GrantedRole {
  const conditions = {
    StringEquals: {
      'aws:RequestTag/eks-cluster-name': account.clusterName,
      'aws:RequestTag/kubernetes-namespace': account.namespace,
      'aws:RequestTag/kubernetes-service-account': account.serviceAccount,
    },
  };
  return grantedRole(
    site,
    name,
    trust('pods.eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'], conditions),
    rights,
  );
}

function trust(service: string, actions: readonly string[], conditions?: object): pulumi.Output<string> {
  const who = { Effect: 'Allow', Principal: { Service: service }, Action: actions };
  return pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [{ ...who, ...(conditions && { Condition: conditions }) }],
  });
}

function grantedRole(
  site: Site,
  name: string,
  assumeRolePolicy: pulumi.Output<string>,
  { managed = [], policy }: Rights,
): GrantedRole {
  const { parent, protect, region, tags } = site;
  const options = { parent, protect };
  const role = new Role(`${site.name}-${name}`, { assumeRolePolicy, tags }, options);
  const attached = managed.map(
    (path) =>
      new RolePolicyAttachment(
        `${site.name}-${name}-${path.replace(/.*\//, '')}`,
        { role: role.name, policyArn: `arn:${partitionOf(region)}:iam::aws:policy/${path}` },
        options,
      ),
  );
  const own =
    policy === undefined ? [] : [new RolePolicy(`${site.name}-${name}`, { role: role.name, policy }, options)];
  return { arn: role.arn, name: role.name, rights: [...attached, ...own] };
}
