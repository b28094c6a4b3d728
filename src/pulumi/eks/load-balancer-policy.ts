import type * as pulumi from '@pulumi/pulumi';
import { partitionOf } from './site';

/** Tag that the controller puts on all that it makes, with the name of its cluster. */
const clusterTag = 'elbv2.k8s.aws/cluster';

/**
 * What the AWS Load Balancer Controller 3.5.0 needs for Services, which become network load balancers. The published
 * policy lets every cluster of an account change the load balancers of all others, and holds rights for Ingress, WAF,
 * Shield and Cognito; this one asks for the tag of its own cluster wherever AWS can check it.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json
 */
export function loadBalancerPolicy(region: string, cluster: pulumi.Input<string>) {
  const balancing = `arn:${partitionOf(region)}:elasticloadbalancing:*:*`;
  const securityGroups = `arn:${partitionOf(region)}:ec2:*:*:security-group/*`;
  const own = { StringEquals: { [`aws:ResourceTag/${clusterTag}`]: cluster } };
  const becomesOwn = { StringEquals: { [`aws:RequestTag/${clusterTag}`]: cluster } };
  // Tags of what is its own may change, except the one that makes it its own.
  const staysOwn = { ...own, Null: { [`aws:RequestTag/${clusterTag}`]: 'true' } };
  const whenMade = (key: string, ...actions: string[]) => ({
    StringEquals: { ...becomesOwn.StringEquals, [key]: actions },
  });
  const made = [`${balancing}:targetgroup/*/*`, `${balancing}:loadbalancer/net/*/*`];

  return {
    Version: '2012-10-17',
    Statement: [
      allow(['iam:CreateServiceLinkedRole'], '*', {
        StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' },
      }),
      allow(looks('ec2', seenOfNetworks), '*'),
      allow(looks('elasticloadbalancing', seenOfBalancers), '*'),
      allow(['ec2:GetSecurityGroupsForVpc', 'ec2:GetCoipPoolUsage'], '*'),

      // Nodes have a security group of EKS, which does not carry the tag: rules of it open the way to pods.
      allow(['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress', 'ec2:CreateSecurityGroup'], '*'),
      allow(['ec2:CreateTags'], securityGroups, whenMade('ec2:CreateAction', 'CreateSecurityGroup')),
      allow(['ec2:CreateTags', 'ec2:DeleteTags'], securityGroups, staysOwn),
      allow(['ec2:DeleteSecurityGroup'], '*', own),

      allow(['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'], '*', becomesOwn),
      allow(
        ['elasticloadbalancing:AddTags'],
        made,
        whenMade('elasticloadbalancing:CreateAction', 'CreateLoadBalancer', 'CreateTargetGroup'),
      ),
      allow(['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'], made, staysOwn),
      allow(
        changesOfBalancers.map((action) => `elasticloadbalancing:${action}`),
        '*',
        own,
      ),

      // Listeners and targets are reached through what they belong to, and carry no tag when these are checked.
      allow(
        changesOfListeners.map((action) => `elasticloadbalancing:${action}`),
        '*',
      ),
      allow(['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'], `${balancing}:listener/net/*/*/*`),
      allow(
        ['elasticloadbalancing:RegisterTargets', 'elasticloadbalancing:DeregisterTargets'],
        `${balancing}:targetgroup/*/*`,
      ),
    ],
  };
}

const seenOfNetworks = [
  'AccountAttributes',
  'Addresses',
  'AvailabilityZones',
  'InternetGateways',
  'Vpcs',
  'VpcPeeringConnections',
  'Subnets',
  'RouteTables',
  'SecurityGroups',
  'Instances',
  'NetworkInterfaces',
  'Tags',
  'CoipPools',
  'IpamPools',
];

const seenOfBalancers = [
  'LoadBalancers',
  'LoadBalancerAttributes',
  'Listeners',
  'ListenerAttributes',
  'ListenerCertificates',
  'SSLPolicies',
  'Rules',
  'TargetGroups',
  'TargetGroupAttributes',
  'TargetHealth',
  'Tags',
  'TrustStores',
  'CapacityReservation',
];

const changesOfBalancers = [
  'ModifyLoadBalancerAttributes',
  'SetIpAddressType',
  'SetSecurityGroups',
  'SetSubnets',
  'DeleteLoadBalancer',
  'ModifyTargetGroup',
  'ModifyTargetGroupAttributes',
  'DeleteTargetGroup',
  'ModifyListenerAttributes',
  'ModifyCapacityReservation',
  'ModifyIpPools',
];

const changesOfListeners = [
  'CreateListener',
  'DeleteListener',
  'ModifyListener',
  'AddListenerCertificates',
  'RemoveListenerCertificates',
];

function looks(service: string, things: readonly string[]): string[] {
  return things.map((thing) => `${service}:Describe${thing}`);
}

function allow(actions: readonly string[], resources: string | readonly string[], conditions?: object) {
  return { Effect: 'Allow', Action: actions, Resource: resources, ...(conditions && { Condition: conditions }) };
}
