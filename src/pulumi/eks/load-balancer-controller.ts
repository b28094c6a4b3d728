import type { Cluster } from '@pulumi/aws/eks/cluster.js';
import { PodIdentityAssociation } from '@pulumi/aws/eks/podIdentityAssociation.js';
import { Release } from '@pulumi/kubernetes/helm/v3/release.js';
import type { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import type { LoadBalancerControllerArgs } from './args';
import { loadBalancerPolicy } from './load-balancer-policy';
import type { Network } from './network';
import { podRole } from './roles';
import type { Site } from './site';

/** The release that our rules on Services were checked with. */
const chartVersion = '3.5.0';

const serviceAccount = 'aws-load-balancer-controller';

/**
 * The controller that makes load balancers of Services. It removes them, too: it has to outlive all Services, so the
 * provider of the cluster depends on it.
 */
export function makeLoadBalancerController(
  site: Site,
  cluster: Cluster,
  { vpcId }: Network,
  provider: Provider,
  {
    version = chartVersion,
    repository = 'https://aws.github.io/eks-charts',
    values,
    policy,
  }: LoadBalancerControllerArgs = {},
): pulumi.Resource {
  const { name, parent, protect, region, tags } = site;
  const account = { clusterName: cluster.name, namespace: 'kube-system', serviceAccount };
  const rights = policy ?? pulumi.jsonStringify(loadBalancerPolicy(region, cluster.name));
  const role = podRole(site, 'load-balancer-controller', account, { policy: rights });
  const association = new PodIdentityAssociation(
    `${name}-load-balancer-controller`,
    { region, ...account, roleArn: role.arn, tags },
    { parent, protect },
  );
  return new Release(
    `${name}-load-balancer-controller`,
    {
      name: serviceAccount,
      namespace: 'kube-system',
      chart: 'aws-load-balancer-controller',
      version,
      repositoryOpts: { repo: repository },
      values: {
        // Our Services name their class. The webhook would take all others over, and stop them while it is away.
        enableServiceMutatorWebhook: false,
        // Its policy has no rights for these.
        enableShield: false,
        enableWaf: false,
        enableWafv2: false,
        keepTLSSecret: true,
        ...values,
        clusterName: cluster.name,
        // Both are said because pods cannot ask the machine.
        region,
        vpcId,
        serviceAccount: { create: true, name: serviceAccount },
      },
    },
    {
      parent,
      protect,
      provider,
      // Credentials are given when a pod starts: those that start before the association never have any.
      dependsOn: [association, ...role.rights],
    },
  );
}
