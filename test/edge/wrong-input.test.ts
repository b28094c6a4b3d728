import {
  EdgeGateway,
  type EdgeGatewayProps,
  type EdgeRouteOptions,
  type Environment,
  Exposure,
  Platform,
  Tls,
} from 'anyhouse';
import { App } from 'cdk8s';
import { eks, gke, messageOf } from '../support/environments';
import { clusterIn, gatewayIn, placeOn } from './support';

const enforced = eks.with({ networkPolicy: 'enforced' });
const openstack = Platform.openstack({ zones: ['nova'] });

const gateway = (props: Partial<EdgeGatewayProps> = {}, platform?: Platform) => gatewayIn(placeOn(platform), props);

/** A route to the one cluster beside the gateway. */
function route(options: EdgeRouteOptions, platform?: Platform) {
  const place = placeOn(platform);
  gatewayIn(place).route(clusterIn(place), options);
}

function userless() {
  const place = placeOn();
  gatewayIn(place).route(clusterIn(place, 'events', { users: {} }), { users: ['app'] });
}

function withoutDomain() {
  const place = placeOn(undefined, { domain: undefined });
  gatewayIn(place).route(clusterIn(place));
}

function elsewhere() {
  const app = new App();
  const other = placeOn(Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'], cluster: 'other' }), {
    app,
    id: 'reports',
  });
  gatewayIn(placeOn(eks, { app })).route(clusterIn(other));
}

function twice() {
  const place = placeOn();
  const events = clusterIn(place);
  gatewayIn(place, { clusters: [events] }).route(events, { replicas: 'each' });
}

function overlap() {
  const place = placeOn();
  const edge = gatewayIn(place);
  edge.route(clusterIn(place), { replicas: 'each' });
  edge.route(clusterIn(place, 'events-0-0'));
}

function sameHost() {
  const place = placeOn();
  const edge = gatewayIn(place);
  edge.route(clusterIn(place), { hosts: ['data.example.org'] });
  edge.route(clusterIn(place, 'metrics'), { hosts: ['data.example.org'] });
}

/** A route to a cluster with an exposure of its own. */
function exposed(options: EdgeRouteOptions) {
  const place = placeOn(enforced);
  gatewayIn(place).route(clusterIn(place, 'events', { exposure: Exposure.internal({ replicas: 'each' }) }), options);
}

/** A route to a cluster that encrypts, in this environment. */
function encrypted(id: 'analytics' | 'reports', options: EdgeRouteOptions) {
  const app = new App();
  const [place, other] = (['analytics', 'reports'] as const).map((each) =>
    placeOn(eks, { app, id: each, domain: `${each}.example.com`, tls: Tls.certManager() }),
  ) as [Environment, Environment];
  gatewayIn(place).route(clusterIn(id === 'analytics' ? place : other), options);
}

function farPassthrough() {
  const app = new App();
  const other = placeOn(eks, { app, id: 'reports', domain: 'reports.example.com' });
  gatewayIn(placeOn(eks, { app }), { tls: { issuer: { name: 'company' } } }).route(clusterIn(other), {
    tls: 'passthrough',
  });
}

function tooLong() {
  const place = placeOn();
  gatewayIn(place, { name: 'a-gateway-with-a-very-long-nam' }).route(clusterIn(place, 'n'.repeat(37)));
}

/** Two gateways in front of one cluster. */
function two(first: EdgeRouteOptions, second: EdgeRouteOptions) {
  const place = placeOn(eks);
  const events = clusterIn(place);
  gatewayIn(place).route(events, first);
  gatewayIn(place, {}, 'front').route(events, second);
}

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, () => unknown, string])[] = [
  ['nobody allowed', () => gateway({ allow: undefined }), `EdgeGateway 'analytics/edge': allow must say who may connect: nobody may unless he is listed, got nothing. Fix: write allow: ['10.0.0.0/8'], the ranges of your clients. [edge/allow]`],
  ['host bits in a range of clients', () => gateway({ allow: ['10.0.0.7/8'] }), `EdgeGateway 'analytics/edge': allow[0] must have no host bits set, got "10.0.0.7/8". Fix: write "10.0.0.0/8", or "10.0.0.7/32" for one address. [props/cidr-host-bits]`],
  ['an address instead of a range', () => gateway({ allow: ['10.0.0.7'] }), `EdgeGateway 'analytics/edge': allow[0] must be an address range (CIDR), got "10.0.0.7". Fix: write a range such as "10.0.0.7/32". [props/cidr]`],
  ['everybody', () => gateway({ allow: ['0.0.0.0/0'] }), `EdgeGateway 'analytics/edge': allow must not add up to every address: that is never said by accident, got ["0.0.0.0/0"]. Fix: leave it out, and write exposure: Exposure.public({ allowWorld: 'reason' }). [edge/allow-everybody]`],
  ['everybody in IPv6', () => gateway({ allow: ['::/0'] }), `EdgeGateway 'analytics/edge': allow must not add up to every address: that is never said by accident, got ["::/0"]. Fix: leave it out, and write exposure: Exposure.public({ allowWorld: 'reason' }). [edge/allow-everybody]`],
  ['two halves of the internet', () => gateway({ allow: ['0.0.0.0/1', '128.0.0.0/1'] }), `EdgeGateway 'analytics/edge': allow must not add up to every address: that is never said by accident, got ["0.0.0.0/1","128.0.0.0/1"]. Fix: leave it out, and write exposure: Exposure.public({ allowWorld: 'reason' }). [edge/allow-everybody]`],
  ['two halves of the internet at the load balancer', () => gateway({ allow: undefined, exposure: Exposure.public({ allow: ['0.0.0.0/1', '128.0.0.0/1'] }) }, eks), `EdgeGateway 'analytics/edge': exposure.allow must not add up to every address: that is never said by accident, got ["0.0.0.0/1","128.0.0.0/1"]. Fix: leave it out, and write exposure: Exposure.public({ allowWorld: 'reason' }). [edge/allow-everybody]`],
  ['a range of 6to4', () => gateway({ allow: ['2002:a00::/24'] }), `EdgeGateway 'analytics/edge': allow[0] must not be IPv4 written as IPv6: HAProxy would match other clients than it says, or none, got "2002:a00::/24". Fix: write the IPv4 range. [edge/mixed-families]`],
  ['a range of 6to4 at the load balancer', () => gateway({ allow: undefined, exposure: Exposure.public({ allow: ['2002::/16'] }) }, eks), `EdgeGateway 'analytics/edge': exposure.allow[0] must not be IPv4 written as IPv6: HAProxy would match other clients than it says, or none, got "2002::/16". Fix: write the IPv4 range. [edge/mixed-families]`],
  ['IPv4 written as IPv6', () => gateway({ allow: ['::ffff:10.0.0.0/104'] }), `EdgeGateway 'analytics/edge': allow[0] must be an address range (CIDR), got "::ffff:10.0.0.0/104". Fix: write a range such as "10.0.0.0/8". [props/cidr]`],
  ['a semicolon in a range', () => gateway({ allow: ['10.0.0.0/8; del map #0'] }), `EdgeGateway 'analytics/edge': allow[0] must be an address range (CIDR), got "10.0.0.0/8; del map #0". Fix: write a range such as "10.0.0.0/8". [props/cidr]`],
  ['a line break in a range', () => gateway({ allow: ['10.0.0.0/8\n0.0.0.0/0'] }), `EdgeGateway 'analytics/edge': allow[0] must be an address range (CIDR), got "10.0.0.0/8\\n0.0.0.0/0". Fix: write a range such as "10.0.0.0/8". [props/cidr]`],
  ['a public load balancer without a list', () => gateway({ exposure: Exposure.public({} as never) }, eks), `EdgeGateway 'analytics/edge': exposure.allow must say who may connect, got nothing. Fix: list the ranges of clients, or give a reason: Exposure.public({ allowWorld: 'public demo' }). [load-balancer/allowlist]`],
  ['a public load balancer for everybody by range', () => gateway({ exposure: Exposure.public({ allow: ['0.0.0.0/0'] }) }, eks), `EdgeGateway 'analytics/edge': exposure.allow[0] must not be everybody, got "0.0.0.0/0". Fix: list the ranges of clients, or give a reason: Exposure.public({ allowWorld: 'public demo' }). [load-balancer/world]`],
  ['lists of load balancer and gateway that share nobody', () => gateway({ exposure: Exposure.public({ allow: ['203.0.113.0/24'] }) }, eks), `EdgeGateway 'analytics/edge': allow must share addresses with exposure.allow, ["203.0.113.0/24"]: a client has to be in both, got ["10.0.0.0/8"]. Fix: leave one of them out. [edge/allow-nobody]`],
  ['clients with IPv6 at a gateway without', () => gateway({ allow: ['2001:db8::/32'] }), `EdgeGateway 'analytics/edge': allow must hold ranges of IPv4, the only addresses that the gateway listens on, got ["2001:db8::/32"]. Fix: write ranges of IPv4, or family: 'dual' at the gateway. [edge/family]`],
  ['an exposure that keeps addresses itself', () => gateway({ exposure: Exposure.internal({ clientAddress: 'any', through: ['10.0.0.0/16'] }) }, eks), `2 problems in EdgeGateway 'analytics/edge'\n  exposure.clientAddress must be left out: the gateway needs the address of clients; trustedLoadBalancers says how it learns it, got "any".\n    Fix: remove it. [edge/exposure]\n  exposure.through must be left out: the gateway needs the address of clients; trustedLoadBalancers says how it learns it, got ["10.0.0.0/16"].\n    Fix: remove it. [edge/exposure]`],
  ['a name at the load balancer', () => gateway({ exposure: Exposure.internal({ hostname: 'edge.example.com' }) }, eks), `EdgeGateway 'analytics/edge': exposure.hostname must be left out: names come from the domains of the environments, got "edge.example.com". Fix: remove it. [edge/exposure]`],
  ['a load balancer for each replica', () => gateway({ exposure: Exposure.internal({ replicas: 'each' }) }, eks), `EdgeGateway 'analytics/edge': exposure.replicas must be left out: replicas have names at the gateway: route(cluster, { replicas: "each" }), got "each". Fix: remove it. [edge/exposure]`],
  ['an exposure made of JSON', () => gateway({ exposure: { scope: 'internal', options: {} } } as never), `EdgeGateway 'analytics/edge': exposure must be an Exposure, got {"scope":"internal","options":{}}. Fix: write Exposure.internal() or Exposure.public({ allow: [...] }). [props/type]`],
  ['load balancers to trust where addresses are kept', () => gateway({ trustedLoadBalancers: ['10.0.1.0/24'] }, gke), `EdgeGateway 'analytics/edge': trustedLoadBalancers must be left out with the passthrough load balancer of GKE, which does not send the PROXY protocol, got ["10.0.1.0/24"]. Fix: remove it. [edge/client-address]`],
  ['no load balancers to trust where addresses are hidden', () => gateway({}, openstack), `EdgeGateway 'analytics/edge': trustedLoadBalancers must name the ranges of load balancers, because Octavia with amphora hides the address of clients and tells it with the PROXY protocol, got nothing. Fix: write the subnet of the load balancers: ['10.0.1.0/24']. [edge/client-address]`],
  ['the whole world as load balancers', () => gateway({ trustedLoadBalancers: ['0.0.0.0/0'] }, eks), `EdgeGateway 'analytics/edge': trustedLoadBalancers[0] must be the subnets of load balancers: whoever connects from there may claim any client address, got "0.0.0.0/0". Fix: write ranges of at least /8, or /16 in IPv6. [edge/trusted-everybody]`],
  ['an empty list of load balancers', () => gateway({ trustedLoadBalancers: [] }, eks), `EdgeGateway 'analytics/edge': trustedLoadBalancers must be a list with at least 1 entry, got []. Fix: write the subnets of the load balancer. [edge/no-load-balancer]`],
  ['one port for two protocols', () => gateway({ listeners: { https: 9440 } }), `EdgeGateway 'analytics/edge': listeners must have a port each, got {"https":9440,"native":9440}. Fix: write { https: 8443, native: 9440 }. [edge/listeners]`],
  ['no protocol at all', () => gateway({ listeners: { https: 'off', native: 'off' } }), `EdgeGateway 'analytics/edge': listeners must have one that is on, got {"https":"off","native":"off"}. Fix: write { https: 8443, native: 9440 }. [edge/listeners]`],
  ['a port that is none', () => gateway({ listeners: { https: 70000 } }), `EdgeGateway 'analytics/edge': listeners.https must be a port or 'off', got 70000. Fix: write 8443. [props/type]`],
  ['a Secret and an issuer', () => gateway({ tls: { secret: 'edge-tls', issuer: { name: 'company' } } as never }), `EdgeGateway 'analytics/edge': tls.issuer must be left out beside a Secret, got {"name":"company"}. Fix: keep one of them. [props/type]`],
  ['neither a Secret nor an issuer', () => gateway({ tls: {} as never }), `EdgeGateway 'analytics/edge': tls.issuer must name a Secret or an issuer, got nothing. Fix: write { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } }. [props/required]`],
  ['pods by load without a most', () => gateway({ autoscaling: {} as never }), `EdgeGateway 'analytics/edge': autoscaling.most must say how many pods there are at most, got nothing. Fix: write most: 6. [props/required]`],
  ['fewer pods at most than at least', () => gateway({ autoscaling: { least: 4, most: 3 } }), `EdgeGateway 'analytics/edge': autoscaling.most must be more than the fewest pods (4), got 3. Fix: write 5 or more, or leave autoscaling out. [edge/autoscaling]`],
  ['a most below the usual number of pods', () => gateway({ autoscaling: { most: 2 } }, eks), `EdgeGateway 'analytics/edge': autoscaling.most must be more than the fewest pods (2), got 2. Fix: write 3 or more, or leave autoscaling out. [edge/autoscaling]`],
  ['two fewest numbers of pods', () => gateway({ replicas: 3, autoscaling: { least: 3, most: 6 } }), `EdgeGateway 'analytics/edge': replicas must be left out beside autoscaling.least, which says the same, got 3. Fix: keep one of the two. [edge/autoscaling]`],
  ['no pods', () => gateway({ replicas: 0 }), `EdgeGateway 'analytics/edge': replicas must be a whole number from 1 to 100, got 0. Fix: write a number such as 1. [props/type]`],
  ['memory for fewer connections', () => gateway({ limits: { connections: 20_000 } }), `EdgeGateway 'analytics/edge': limits.connections must fit the memory of the pod, which has room for 1137, got 20000. Fix: write at most 1137, or more memory: resources: { cpu: '50m', memory: '1472Mi' }. [edge/memory]`],
  ['more connections than files', () => gateway({ limits: { connections: 500_000 }, resources: { cpu: '8', memory: '64Gi' } }), `EdgeGateway 'analytics/edge': limits.connections must need no more open files than containers have (524288), got 500000. Fix: write at most 130972, and more replicas. [edge/open-files]`],
  ['a floating image', () => gateway({ image: 'haproxy:latest' }), `EdgeGateway 'analytics/edge': image must have a tag other than latest, or a digest, got "haproxy:latest". Fix: pin a release, such as 'haproxy:3.4.5-trixie'. [images/pinned]`],
  ['an unknown key', () => gateway({ whitelist: ['10.0.0.0/8'] } as never), `EdgeGateway 'analytics/edge': whitelist must not be set: there is no such prop, got "whitelist". Fix: use one of name, clusters, allow, exposure, trustedLoadBalancers, listeners, tls, propagation, replicas, autoscaling, limits, resources, pool, family, drainSeconds, image, alerts, transform, acknowledge. [props/unknown]`],
  ['a name with a line break', () => gateway({ name: 'edge\nfoo' }), `EdgeGateway 'analytics/edge': name must be lower case letters, digits and "-", at most 30, got "edge\\nfoo". Fix: write a name such as 'edge'. [names/invalid]`],
  ['an id that is no name', () => gatewayIn(placeOn(), {}, 'The Edge'), `EdgeGateway 'analytics/The Edge': id must be lower case letters, digits and "-", at most 30, because objects are named after it, got "The Edge". Fix: write 'edge', or give name. [names/invalid]`],
  ['no props', () => new EdgeGateway(placeOn(), 'edge', undefined as never), `EdgeGateway 'analytics/edge': it must be given its props as an object, got nothing. Fix: write { ... }. [props/type]`],
  ['a cluster made of JSON', () => gateway({ clusters: [JSON.parse('{"name":"events"}')] }), `EdgeGateway 'analytics/edge': clusters[0] must be a ClickHouseCluster, got {"name":"events"}. Fix: create it first: const events = new ClickHouseCluster(environment, 'events', { ... }). [edge/cluster]`],
  ['an environment that is no cluster', () => gateway().route(placeOn() as never), `EdgeGateway 'analytics/edge': route(cluster) must be a ClickHouseCluster, got Environment 'analytics'. Fix: create it first: const events = new ClickHouseCluster(environment, 'events', { ... }). [edge/cluster]`],
  ['a Kubernetes cluster of its own', () => elsewhere(), `Route 'analytics/edge to reports/events': cluster must run in the Kubernetes cluster of the gateway, eks, got other. Fix: make a gateway in each Kubernetes cluster. [edge/cluster]`],
  ['an environment without a domain', () => withoutDomain(), `Route 'analytics/edge to analytics/events': cluster must stand in an environment with a domain, which the names of its clusters are made of, got environment 'analytics' without one. Fix: write new Environment(app, 'analytics', { domain: 'ch.example.com', ... }). [edge/domain]`],
  ['options that are no object', () => route('each' as never), `Route 'analytics/edge to analytics/events': it must be given its props as an object, got "each". Fix: write { ... }. [props/type]`],
  ['an unknown option', () => route({ host: 'events.example.org' } as never), `Route 'analytics/edge to analytics/events': host must not be set: there is no such prop, got "host". Fix: write "hosts". [props/unknown]`],
  ['the same cluster twice', () => twice(), `Route 'analytics/edge to analytics/events': cluster must be routed once: this gateway leads to it already, got analytics/events. Fix: write all options in one route(cluster, { ... }), and leave the cluster out of clusters. [edge/cluster]`],
  ['the name of another cluster', () => overlap(), `Route 'analytics/edge to analytics/events-0-0': hosts must be names of one cluster only; analytics/events has events-0-0.ch.example.com already, got events-0-0.ch.example.com. Fix: rename the cluster, or leave out the name or replicas: 'each'. [edge/name-twice]`],
  ['a host of another cluster', () => sameHost(), `Route 'analytics/edge to analytics/metrics': hosts must be names of one cluster only; analytics/events has data.example.org already, got data.example.org. Fix: rename the cluster, or leave out the name or replicas: 'each'. [edge/name-twice]`],
  ['its own name again', () => route({ hosts: ['events.ch.example.com'] }), `Route 'analytics/edge to analytics/events': hosts must not repeat a name that the cluster has already, got events.ch.example.com. Fix: remove it. [edge/name-twice]`],
  ['a host with a semicolon', () => route({ hosts: ['events.example.org;quit'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "events.example.org;quit". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['a host with a line break', () => route({ hosts: ['events.example.org\nx'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "events.example.org\\nx". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['a host with a bar', () => route({ hosts: ['a|b.example.org'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "a|b.example.org". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['a host in upper case', () => route({ hosts: ['Events.example.org'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "Events.example.org". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['a wildcard as a host', () => route({ hosts: ['*.example.org'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "*.example.org". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['an address as a host', () => route({ hosts: ['10.0.0.1'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "10.0.0.1". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['the metadata service of a cloud as a host', () => route({ hosts: ['169.254.169.254'] }), `Route 'analytics/edge to analytics/events': hosts[0] must be a DNS name in lower case with at least two labels, no wildcard and no dot at the end, got "169.254.169.254". Fix: write a name such as 'events.ch.example.com'. [edge/host]`],
  ['clients whom the gateway keeps out', () => route({ allow: ['192.168.0.0/16'] }), `Route 'analytics/edge to analytics/events': allow must share addresses with the list of the gateway, ["10.0.0.0/8"]: a client has to be in both, got ["192.168.0.0/16"]. Fix: write ranges inside of that list, or widen it. [edge/allow-nobody]`],
  ['everybody at a route', () => route({ allow: ['0.0.0.0/0'] }), `Route 'analytics/edge to analytics/events': allow must not add up to every address: that is never said by accident, got ["0.0.0.0/0"]. Fix: leave it out: all whom the gateway lets in may connect then. [edge/allow-everybody]`],
  ['a user that does not exist', () => route({ users: ['ap'] }), `Route 'analytics/edge to analytics/events': users[0] must be one of app, web, got "ap". Fix: write 'app', or add the user to users. [users/unknown]`],
  ['a user of a cluster without users', () => userless(), `Route 'analytics/edge to analytics/events': users[0] must be a user of the cluster, which has none, got "app". Fix: add the user to users of the cluster. [users/unknown]`],
  ['the administrator', () => route({ users: ['admin'] }), `Route 'analytics/edge to analytics/events': users[0] must not be the administrator, who stays inside, got "admin". Fix: write 'app', or add the user to users. [users/unknown]`],
  ['a user with a line break', () => route({ users: ['app\nadmin'] }), `Route 'analytics/edge to analytics/events': users[0] must be text on one line, got "app\\nadmin". Fix: write a text without line breaks. [props/type]`],
  ['more connections than the gateway', () => route({ limits: { connections: 501 } }), `Route 'analytics/edge to analytics/events': limits.connections must be at most 500, the connections of the whole gateway, got 501. Fix: leave it out, or raise limits.connections of the gateway. [edge/limits]`],
  ['no new connections', () => route({ limits: { newPerSecond: 0 } }), `Route 'analytics/edge to analytics/events': limits.newPerSecond must be a whole number from 1 to 1000000, got 0. Fix: write a number such as 1. [props/type]`],
  ['an unknown mode', () => route({ tls: 'reencrypt' as never }), `Route 'analytics/edge to analytics/events': tls must be "terminate" or "passthrough", got "reencrypt". Fix: write "terminate". [props/type]`],
  ['forwarded addresses where policies are not enforced', () => route({ clientAddress: 'forwarded' }), `Route 'analytics/edge to analytics/events': clientAddress must be 'gateway' on minikube, where nobody said that network policies are enforced: every pod could claim any address, got "forwarded". Fix: remove it, or write networkPolicy: 'enforced' at the platform once \`anyhouse doctor\` has shown it. [edge/forwarded]`],
  ['forwarded addresses of a cluster with an exposure', () => exposed({ clientAddress: 'forwarded' }), `Route 'analytics/edge to analytics/events': clientAddress must be 'gateway' for a cluster with an exposure of its own: clients who come that way could claim any address, got "forwarded". Fix: remove it, or the exposure of the cluster. [edge/forwarded]`],
  ['forwarded addresses and a list of users', () => route({ clientAddress: 'forwarded', users: ['app'] }, enforced), `Route 'analytics/edge to analytics/events': users must be left out with clientAddress: 'forwarded', where the networks of users decide, got ["app"]. Fix: remove it. [edge/forwarded]`],
  ['replicas with a load balancer each', () => exposed({ replicas: 'each' }), `Route 'analytics/edge to analytics/events': replicas must be 'shared' for a cluster whose replicas have a load balancer each, got "each". Fix: remove it, or write replicas: 'shared' in the exposure of the cluster. [edge/replicas]`],
  ['an authority where nothing is encrypted', () => route({ authority: 'company-ca' }), `Route 'analytics/edge to analytics/events': authority must be left out where the gateway does not encrypt towards servers, got "company-ca". Fix: remove it. [edge/authority]`],
  ['an authority of the own namespace', () => encrypted('analytics', { authority: 'company-ca' }), `Route 'analytics/edge to analytics/events': authority must be left out for a cluster in the namespace of the gateway, whose authority is known, got "company-ca". Fix: remove it. [edge/authority]`],
  ['no authority of another namespace', () => encrypted('reports', {}), `Route 'analytics/edge to reports/events': authority must name a ConfigMap in namespace 'analytics' with the authority of environment 'reports', by which the gateway believes its servers, got nothing. Fix: copy ca.crt of Secret 'reports/clickhouse-tls' into ConfigMap 'reports-ca' (docs/edge.md) and write authority: 'reports-ca', or tls: 'passthrough'. [edge/authority]`],
  ['an authority with a name that breaks out', () => encrypted('reports', { authority: 'ca; quit' }), `Route 'analytics/edge to reports/events': authority must be the name of a ConfigMap in lower case letters, digits and "-", at most 40, other than "servers", got "ca; quit". Fix: write authority: 'billing-ca'. [names/invalid]`],
  ['an authority with the name of the own one', () => encrypted('reports', { authority: 'servers' }), `Route 'analytics/edge to reports/events': authority must be the name of a ConfigMap in lower case letters, digits and "-", at most 40, other than "servers", got "servers". Fix: write authority: 'billing-ca'. [names/invalid]`],
  ['passthrough to another namespace with an Issuer', () => farPassthrough(), `Route 'analytics/edge to reports/events': tls must be 'terminate', because Issuer 'company' makes no certificates in namespace 'reports', got "passthrough". Fix: give the gateway a ClusterIssuer: tls: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } }. [edge/issuer]`],
  ['a name that is too long together', () => tooLong(), `Route 'analytics/edge to analytics/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn': cluster must have a name of at most 32 characters, because Service 'a-gateway-with-a-very-long-nam-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn' (68 of 63) is made of it, got 37 characters. Fix: give the cluster or the gateway a shorter name. [names/too-long]`],
  ['two gateways that want different things of a cluster', () => two({}, { tls: 'passthrough' }), `Cluster 'analytics/events': port 8445 must be "plain text", as EdgeGateway 'analytics/edge' needs it, got "TLS with Secret 'front-tls'" from EdgeGateway 'analytics/front'. Fix: let both use the cluster in the same way, with the same options of their routes. [clickhouse/contributions]`],
  ['two gateways with certificates of their own', () => two({ tls: 'passthrough' }, { tls: 'passthrough' }), `Cluster 'analytics/events': port 8445 must be "TLS with Secret 'edge-tls'", as EdgeGateway 'analytics/edge' needs it, got "TLS with Secret 'front-tls'" from EdgeGateway 'analytics/front'. Fix: let both use the cluster in the same way, with the same options of their routes. [clickhouse/contributions]`],
];

test.each(cases)('%s is refused with the way out', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});
