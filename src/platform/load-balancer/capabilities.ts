import type { LoadBalancerKind } from '../facts';
import type { LoadBalancerCapabilities } from './spec';

/** Connections of the native protocol stay open between queries, so an hour is written wherever that is possible. */
const hour = 3600;

const bareMetal = {
  // The address leads to a node, and kube-proxy there drops what is not allowed.
  sourceRanges: 'kube-proxy-only',
  clientAddress: ['preserve', 'any'],
  proxyVersions: [],
  idleTimeout: 'none',
  staticAddresses: 2,
  subnets: 0,
} as const;

/** What each kind of load balancer can do. */
export const capabilities: Readonly<Record<LoadBalancerKind, LoadBalancerCapabilities>> = {
  /** @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ */
  'aws-lbc': {
    title: 'the AWS Load Balancer Controller',
    sourceRanges: 'enforced',
    clientAddress: ['preserve', 'proxy', 'any'],
    proxyVersions: ['v2'],
    idleTimeout: { least: 60, most: 6000, usual: hour },
    staticAddresses: 10,
    subnets: 10,
  },
  /**
   * The guide contradicts itself on PROXY protocol and says nothing about listener attributes, so neither is written.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
   */
  'eks-auto': {
    title: 'the load balancing of EKS Auto Mode',
    sourceRanges: 'enforced',
    clientAddress: ['preserve', 'any'],
    proxyVersions: [],
    idleTimeout: 350,
    staticAddresses: 10,
    subnets: 10,
  },
  /** @see https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters */
  gke: {
    title: 'the passthrough load balancer of GKE',
    sourceRanges: 'enforced',
    clientAddress: ['preserve', 'any'],
    proxyVersions: [],
    idleTimeout: 600,
    staticAddresses: 2,
    subnets: 1,
  },
  /** @see https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ */
  azure: {
    title: 'the load balancer of Azure',
    sourceRanges: 'enforced',
    clientAddress: ['preserve', 'any'],
    proxyVersions: [],
    // The code takes 100 minutes, the documentation of AKS 30.
    idleTimeout: { least: 240, most: 1800, usual: 1800 },
    staticAddresses: 1,
    subnets: 1,
    subnetScopes: ['internal'],
  },
  /** @see https://github.com/kubernetes/cloud-provider-openstack/blob/master/docs/openstack-cloud-controller-manager/expose-applications-using-loadbalancer-type-service.md */
  octavia: {
    title: 'Octavia with amphora',
    sourceRanges: 'enforced',
    // An amphora is a proxy: pods see its address, whatever the traffic policy says.
    clientAddress: ['any', 'proxy'],
    proxyVersions: ['v1', 'v2'],
    idleTimeout: { least: 1, most: 86_400, usual: hour },
    staticAddresses: 1,
    subnets: 1,
  },
  /** The provider has neither listeners with timeouts nor, without managed security groups, allowlists. */
  'octavia-ovn': {
    title: 'Octavia with OVN',
    sourceRanges: 'unsupported',
    clientAddress: ['preserve'],
    proxyVersions: [],
    idleTimeout: 'none',
    staticAddresses: 1,
    subnets: 1,
  },
  /** @see https://metallb.io/usage/ */
  metallb: { title: 'MetalLB', ...bareMetal },
  /** @see https://docs.cilium.io/en/stable/network/lb-ipam/ */
  cilium: { title: 'Cilium', ...bareMetal },
  /** @see https://kube-vip.io/docs/usage/cloud-provider/ */
  'kube-vip': { title: 'kube-vip', ...bareMetal },
  /** Ports of the nodes. Who may connect is up to NetworkPolicies alone, which is good enough on a laptop only. */
  'node-port': {
    title: 'a port of each node',
    sourceRanges: 'unsupported',
    clientAddress: ['preserve', 'any'],
    proxyVersions: [],
    idleTimeout: 'none',
    staticAddresses: 0,
    subnets: 0,
  },
};
