import type * as pulumi from '@pulumi/pulumi';
import { clusterProvider } from '../clusters/kubernetes-cluster';
import { addonsBeforeNodes, addonsOnNodes } from './addons';
import { makeAutoNodes, makeAutoPools } from './auto-mode';
import { makeBackups } from './bucket';
import { makeControlPlane } from './cluster';
import { kubeconfigOf } from './kubeconfig';
import { makeLoadBalancerController } from './load-balancer-controller';
import { makeNetwork } from './network';
import { makeNodeGroups } from './nodes';
import type { EksPlan } from './resolve';
import { replaceable, type Site } from './site';

/**
 * Everything that a cluster is made of, in the order in which it comes; it goes in the opposite one. Objects of users
 * depend on `provider` alone, so it depends on all that they need while they are made and while they are deleted: the
 * nodes, their way out, the drivers of disks and load balancers, and the right to log in.
 */
export function makeEksParts(parent: pulumi.Resource, name: string, plan: EksPlan) {
  const { region, stage, tags } = plan;
  const site: Site = { name, parent, region, stage, tags };
  const network = makeNetwork(site, plan.network);
  const { cluster, access } = makeControlPlane(site, plan, network);
  const { arn, endpoint, certificateAuthority } = cluster;
  const server = { name: cluster.name, arn, endpoint, certificateAuthority: certificateAuthority.data };
  const kubeconfig = kubeconfigOf(server, region, plan.kubeconfig);
  const providerArgs = { kubeconfig, clusterIdentifier: arn };

  /** A provider for what belongs to the cluster itself, so that the other one can depend on it. */
  const inner = (needs: readonly pulumi.Resource[]) =>
    clusterProvider(`${name}-setup`, providerArgs, { parent, dependsOn: [...needs] });

  const standard = (): readonly pulumi.Resource[] => {
    const early = addonsBeforeNodes(site, cluster);
    const nodes = makeNodeGroups(replaceable(site), cluster, network, plan.pools, early);
    const needs = [
      ...network.ways,
      ...access,
      ...early,
      ...nodes,
      ...addonsOnNodes(site, cluster, [...early, ...nodes]),
    ];
    if (plan.loadBalancerController === 'none') return needs;
    const controller = plan.loadBalancerController;
    return [...needs, makeLoadBalancerController(replaceable(site), cluster, network, inner(needs), controller)];
  };
  const auto = (): readonly pulumi.Resource[] => {
    const nodes = makeAutoNodes(replaceable(site), cluster, plan.pools);
    const needs = [...network.ways, ...access, ...nodes.entries];
    return [...needs, ...makeAutoPools(replaceable(site), cluster, network, inner(needs), plan.pools, nodes)];
  };

  const needs = plan.mode === 'auto' ? auto() : standard();
  return {
    network,
    cluster: { name: cluster.name, arn, endpoint },
    kubeconfig,
    provider: clusterProvider(`${name}-kubernetes`, providerArgs, { parent, dependsOn: [...needs] }),
    ...(plan.backups !== 'none' && { backups: makeBackups(site, cluster.name, plan.backups ?? {}) }),
  };
}
