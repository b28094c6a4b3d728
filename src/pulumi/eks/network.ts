import { Eip } from '@pulumi/aws/ec2/eip.js';
import { InternetGateway } from '@pulumi/aws/ec2/internetGateway.js';
import { NatGateway } from '@pulumi/aws/ec2/natGateway.js';
import { Route } from '@pulumi/aws/ec2/route.js';
import { RouteTable } from '@pulumi/aws/ec2/routeTable.js';
import { RouteTableAssociation } from '@pulumi/aws/ec2/routeTableAssociation.js';
import { Subnet } from '@pulumi/aws/ec2/subnet.js';
import { Vpc } from '@pulumi/aws/ec2/vpc.js';
import { VpcEndpoint } from '@pulumi/aws/ec2/vpcEndpoint.js';
import * as pulumi from '@pulumi/pulumi';
import type { EksExistingNetwork } from './args';
import type { NetworkPlan, NewNetwork } from './resolve-network';
import { named, type Site } from './site';

/** Ids by zone. */
export type ByZone = Readonly<Record<string, pulumi.Output<string>>>;

/** A network, as its cluster sees it. */
export interface Network {
  readonly vpcId: pulumi.Output<string>;
  readonly privateSubnetIds: ByZone;
  readonly publicSubnetIds: ByZone;
  readonly privateRouteTableIds: ByZone;
  /** Subnets of the API server. */
  readonly controlPlaneSubnetIds: readonly pulumi.Output<string>[];
  /** What leads out of the private subnets. Nodes wait for it, and it goes after them. */
  readonly ways: readonly pulumi.Resource[];
}

/** The network of a cluster: an existing one, or a VPC of its own. */
export function makeNetwork(site: Site, plan: NetworkPlan): Network {
  return plan.existing ? existingNetwork(plan.existing) : newNetwork(site, plan);
}

function existingNetwork({ vpcId, privateSubnetIds, publicSubnetIds = {} }: EksExistingNetwork): Network {
  const outputs = (ids: Readonly<Record<string, pulumi.Input<string>>>): ByZone =>
    Object.fromEntries(Object.entries(ids).map(([zone, id]) => [zone, pulumi.output(id)]));
  const subnets = outputs(privateSubnetIds);
  return {
    vpcId: pulumi.output(vpcId),
    privateSubnetIds: subnets,
    publicSubnetIds: outputs(publicSubnetIds),
    privateRouteTableIds: {},
    controlPlaneSubnetIds: Object.values(subnets),
    ways: [],
  };
}

function newNetwork(site: Site, plan: NewNetwork): Network {
  const { name, parent, region } = site;
  const options = { parent };
  const vpc = new Vpc(
    `${name}-vpc`,
    { region, cidrBlock: plan.cidr, enableDnsHostnames: true, enableDnsSupport: true, tags: named(site, name) },
    options,
  );
  const gateway = new InternetGateway(`${name}-gateway`, { region, vpcId: vpc.id, tags: named(site, name) }, options);

  /** A subnet. Load balancers find theirs by the role. */
  const subnet = (kind: 'private' | 'public', zone: string, cidrBlock: string) => {
    const role = kind === 'public' ? 'kubernetes.io/role/elb' : 'kubernetes.io/role/internal-elb';
    const tags = named(site, `${name}-${kind}-${zone}`, { [role]: '1' });
    const args = { region, vpcId: vpc.id, availabilityZone: zone, cidrBlock, tags };
    return new Subnet(`${name}-${kind}-${zone}`, args, options);
  };
  /** A route table of the VPC. */
  const table = (id: string) =>
    new RouteTable(`${name}-${id}`, { region, vpcId: vpc.id, tags: named(site, `${name}-${id}`) }, options);
  const join = (id: string, { id: subnetId }: Subnet, { id: routeTableId }: RouteTable) =>
    new RouteTableAssociation(`${name}-${id}`, { region, subnetId, routeTableId }, options);

  const publicTable = table('public');
  const internet = new Route(
    `${name}-public`,
    { region, routeTableId: publicTable.id, destinationCidrBlock: '0.0.0.0/0', gatewayId: gateway.id },
    options,
  );
  const zones = plan.subnets.map(({ zone, privateCidr, publicCidr }) => {
    const outer = subnet('public', zone, publicCidr);
    const inner = subnet('private', zone, privateCidr);
    // A table for each zone, even with one NAT for all: to have more of them then changes routes only.
    const innerTable = table(`private-${zone}`);
    return {
      zone,
      outer,
      inner,
      innerTable,
      outerJoin: join(`public-${zone}`, outer, publicTable),
      innerJoin: join(`private-${zone}`, inner, innerTable),
    };
  });

  const served = { 'per-zone': zones, single: zones.slice(0, 1), none: [] }[plan.nat];
  const nats = served.map(({ zone, outer, outerJoin }) => {
    const tags = named(site, `${name}-nat-${zone}`);
    const address = new Eip(`${name}-nat-${zone}`, { region, domain: 'vpc', tags }, { parent, dependsOn: [gateway] });
    return new NatGateway(
      `${name}-nat-${zone}`,
      { region, subnetId: outer.id, allocationId: address.id, tags },
      { parent, dependsOn: [gateway, internet, outerJoin] },
    );
  });
  const routes = zones.flatMap(({ zone, innerTable }, index) => {
    const nat = nats[index] ?? nats[0];
    if (!nat) return [];
    const args = { region, routeTableId: innerTable.id, destinationCidrBlock: '0.0.0.0/0', natGatewayId: nat.id };
    return [new Route(`${name}-private-${zone}`, args, options)];
  });
  const storage = new VpcEndpoint(
    `${name}-s3`,
    {
      region,
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: zones.map(({ innerTable }) => innerTable.id),
      tags: named(site, `${name}-s3`),
    },
    options,
  );
  const { controlPlane } = plan;
  const alone = controlPlane && [subnetOfControlPlane(site, vpc, controlPlane)];

  const byZone = (idOf: (zone: (typeof zones)[number]) => pulumi.Output<string>): ByZone =>
    Object.fromEntries(zones.map((zone) => [zone.zone, idOf(zone)]));
  return {
    vpcId: vpc.id,
    privateSubnetIds: byZone(({ inner }) => inner.id),
    publicSubnetIds: byZone(({ outer }) => outer.id),
    privateRouteTableIds: byZone(({ innerTable }) => innerTable.id),
    controlPlaneSubnetIds: [...zones.map(({ inner }) => inner.id), ...(alone ?? []).map(({ id }) => id)],
    ways: [
      ...zones.flatMap(({ outerJoin, innerJoin }) => [outerJoin, innerJoin]),
      ...nats,
      ...routes,
      internet,
      storage,
    ],
  };
}

/** The API server answers there, and asks for nothing outside: no role for load balancers, no way out. */
function subnetOfControlPlane(
  site: Site,
  vpc: Vpc,
  { zone, cidr }: { readonly zone: string; readonly cidr: string },
): Subnet {
  const id = `${site.name}-control-plane-${zone}`;
  return new Subnet(
    id,
    { region: site.region, vpcId: vpc.id, availabilityZone: zone, cidrBlock: cidr, tags: named(site, id) },
    { parent: site.parent },
  );
}
