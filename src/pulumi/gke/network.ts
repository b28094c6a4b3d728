import { Network } from '@pulumi/gcp/compute/network.js';
import { Router } from '@pulumi/gcp/compute/router.js';
import { RouterNat } from '@pulumi/gcp/compute/routerNat.js';
import { Subnetwork } from '@pulumi/gcp/compute/subnetwork.js';
import * as pulumi from '@pulumi/pulumi';
import { child, type GkeContext } from './context';

/** Where a cluster stands. */
export interface GkeNetwork {
  readonly network: pulumi.Output<string>;
  readonly subnetwork: pulumi.Output<string>;
  readonly podsRange: pulumi.Output<string>;
  readonly servicesRange: pulumi.Output<string>;
  /** What nodes need to reach the internet, and so have to outlive. */
  readonly egress: readonly pulumi.Resource[];
}

/** The network that exists, or one of its own. */
export function networkOf(context: GkeContext, apis: readonly pulumi.Resource[]): GkeNetwork {
  const existing = context.network?.existing;
  if (!existing) return ownNetwork(context, apis);
  return {
    network: pulumi.output(existing.network),
    subnetwork: pulumi.output(existing.subnetwork),
    podsRange: pulumi.output(existing.podsRange),
    servicesRange: pulumi.output(existing.servicesRange),
    egress: [],
  };
}

function ownNetwork(context: GkeContext, apis: readonly pulumi.Resource[]): GkeNetwork {
  const { name, project, region, ranges } = context;
  const network = new Network(
    `${name}-network`,
    { project, autoCreateSubnetworks: false, routingMode: 'REGIONAL' },
    child(context, ...apis),
  );
  const subnetwork = new Subnetwork(
    `${name}-subnetwork`,
    {
      project,
      region,
      network: network.id,
      ipCidrRange: ranges.nodes,
      // Nodes have no public address: this is their way to registries, logs and Cloud Storage.
      privateIpGoogleAccess: true,
      secondaryIpRanges: [
        { rangeName: 'pods', ipCidrRange: ranges.pods },
        { rangeName: 'services', ipCidrRange: ranges.services },
      ],
    },
    child(context),
  );
  const router = new Router(`${name}-router`, { project, region, network: network.id }, child(context));
  const nat = new RouterNat(
    `${name}-nat`,
    {
      project,
      region,
      router: router.name,
      natIpAllocateOption: 'AUTO_ONLY',
      sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
      subnetworks: [{ name: subnetwork.id, sourceIpRangesToNats: ['ALL_IP_RANGES'] }],
      // All pods of a node share its ports; the fixed 64 of the default run out with a few of them.
      enableDynamicPortAllocation: true,
      minPortsPerVm: 64,
      maxPortsPerVm: 8192,
      enableEndpointIndependentMapping: false,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    },
    child(context),
  );
  return {
    network: network.id,
    subnetwork: subnetwork.id,
    podsRange: pulumi.output('pods'),
    servicesRange: pulumi.output('services'),
    egress: [nat],
  };
}
