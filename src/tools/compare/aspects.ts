import { type TopologyShard, topologyOf } from '../../altinity/topology';
import { contextOf } from '../../checks/context';
import { at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { type FoundGateway, gatewaysOf } from '../gateways';

/** One side of a definition that can be the same on two platforms or differ. */
export interface Aspect {
  readonly name: string;
  /** Why it differs where it does. */
  readonly why: string;
  /** What is compared, as plain data; undefined where there is no such thing. */
  readonly of: (manifests: readonly Manifest[]) => unknown;
}

const clickhouse = 'ClickHouseInstallation';
const keeper = 'ClickHouseKeeperInstallation';

/** Values taken from all objects of a kind, by name. */
function each(kind: string, of: (object: Manifest) => unknown) {
  return (manifests: readonly Manifest[]) =>
    Object.fromEntries(
      manifests.filter((object) => object.kind === kind).map((object) => [object.metadata.name, of(object)]),
    );
}

function both(of: (object: Manifest) => unknown) {
  return (manifests: readonly Manifest[]) => [each(clickhouse, of)(manifests), each(keeper, of)(manifests)];
}

/** Something of every gateway, where there is one. */
function eachGateway(of: (gateway: FoundGateway, manifests: readonly Manifest[]) => unknown) {
  return (manifests: readonly Manifest[]) => {
    const gateways = gatewaysOf(manifests);
    return gateways.length === 0 ? undefined : gateways.map((gateway) => [gateway.name, of(gateway, manifests)]);
  };
}

/** Lines of the tables of a gateway whose names begin like this. */
function tableLines({ namespace, name }: FoundGateway, manifests: readonly Manifest[], tables: RegExp) {
  return manifests
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === namespace)
    .filter(({ metadata }) => metadata.name === `${name}-data` || metadata.name.startsWith(`${name}-data-`))
    .flatMap(({ data }) => Object.entries(record(data)))
    .filter(([table]) => tables.test(table))
    .flatMap(([, lines]) => (text(lines) ?? '').split('\n'));
}

const podTemplates = (object: Manifest) => list(at(object, 'spec', 'templates', 'podTemplates')).map(record);
const claims = (object: Manifest) => list(at(object, 'spec', 'templates', 'volumeClaimTemplates')).map(record);
const clusters = (object: Manifest) => list(at(object, 'spec', 'configuration', 'clusters')).map(record);
const containers = (object: Manifest) =>
  podTemplates(object).flatMap((template) => list(at(template, 'spec', 'containers')).map(record));
/** Which nodes a pod template asks for, and which it may go to. */
const nodesOf = ({ spec }: Readonly<Record<string, unknown>>) =>
  [record(spec).nodeSelector, record(spec).tolerations].filter((part) => part !== undefined);
const distinct = (values: readonly unknown[]) => [...new Set(values.map((value) => JSON.stringify(value)))].sort();

/** Something of every shard, cluster by cluster. */
const ofShards = (of: (shard: TopologyShard) => unknown) => (object: Manifest) =>
  topologyOf(object).clusters.map(({ shards }) => shards.map(of));
/** Settings of the installation, and of shards and hosts that have some of their own, by index. */
const settingsOf = (object: Manifest, test: (name: string) => boolean) => [
  chosen(at(object, 'spec', 'configuration', 'settings'), test),
  clusters(object).map(({ layout }) =>
    list(record(layout).shards).flatMap((shard, index) =>
      [shard, ...list(record(shard).replicas)].flatMap((place, host) => {
        const { settings } = record(place);
        return settings === undefined ? [] : [[index, host, chosen(settings, test)]];
      }),
    ),
  ),
];
const chosen = (settings: unknown, test: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(record(settings)).filter(([name]) => test(name)));

/** Settings that come with TLS: ports, certificates, and how they are used. */
const encrypts = (name: string) => /^(openSSL|protocols)\/|_port(_secure)?$|\/secure$/.test(name);

/** What is compared between platforms, in the order it is told. */
export const aspects: readonly Aspect[] = [
  {
    name: 'names',
    why: 'different things are declared',
    of: both((object) => clusters(object).map(({ name }) => name)),
  },
  {
    name: 'shards',
    why: 'the layout differs',
    of: each(
      clickhouse,
      ofShards(({ weight = 1, internalReplication }) => [weight, internalReplication]),
    ),
  },
  {
    name: 'replicas',
    why: 'the layout differs',
    of: each(
      clickhouse,
      ofShards(({ hosts }) => hosts.length),
    ),
  },
  {
    name: 'images',
    why: 'different images are used',
    of: both((object) => distinct(containers(object).map(({ image }) => image))),
  },
  {
    name: 'users',
    why: 'different users are declared',
    of: each(clickhouse, (object) => at(object, 'spec', 'configuration', 'users')),
  },
  {
    name: 'settings',
    why: 'different settings are declared',
    of: both((object) => settingsOf(object, (name) => !encrypts(name))),
  },
  {
    name: 'databases',
    why: 'different databases are declared',
    of: each(clickhouse, (object) => at(object, 'spec', 'reconcile', 'host')),
  },
  {
    name: 'volume sizes',
    why: 'different sizes are declared',
    of: both((object) => claims(object).map((claim) => at(claim, 'spec', 'resources'))),
  },
  {
    name: 'data kept on deletion',
    why: 'a different onDelete is declared',
    of: both((object) => claims(object).map(({ reclaimPolicy }) => reclaimPolicy)),
  },
  {
    name: 'names for clients',
    why: 'different routes are declared',
    of: eachGateway((gateway, manifests) => [
      gateway.names,
      tableLines(gateway, manifests, /^routes\.map/).map((line) => line.split(' ')[0]),
    ]),
  },
  {
    name: 'who may connect',
    why: 'different clients are allowed',
    of: eachGateway((gateway, manifests) => tableLines(gateway, manifests, /^(src_class|allow)\.map$/)),
  },
  {
    name: 'storage class',
    why: 'every platform has its own disks',
    of: both((object) => claims(object).map((claim) => at(claim, 'spec', 'storageClassName'))),
  },
  {
    name: 'placement',
    why: 'replicas are pinned to zones where there are zones',
    of: both((object) =>
      podTemplates(object).map(({ zone, podDistribution, spec }) => [
        zone,
        podDistribution,
        record(spec).affinity,
        record(spec).topologySpreadConstraints,
      ]),
    ),
  },
  {
    name: 'nodes',
    why: 'every platform has its own machines, and may have nodes set apart',
    of: (manifests) => {
      const chosen = manifests.flatMap((object) => podTemplates(object).map((template) => nodesOf(template)));
      return chosen.some((nodes) => nodes.length > 0) ? distinct(chosen) : undefined;
    },
  },
  {
    name: 'Keeper size',
    why: 'one member is enough on one machine',
    of: each(keeper, (object) => podTemplates(object).length),
  },
  {
    name: 'encryption',
    why: 'production encrypts everything; development does not',
    of: both((object) => [
      clusters(object).map(({ secure, insecure }) => [secure, insecure]),
      settingsOf(object, encrypts),
    ]),
  },
  {
    name: 'resources',
    why: 'a laptop gets small requests',
    of: both((object) => distinct(containers(object).map(({ resources }) => resources))),
  },
  {
    name: 'load balancer',
    why: 'every cloud has its own; on a laptop it is a port of the node',
    of: eachGateway(({ service }) => [service?.metadata.annotations, service?.spec]),
  },
  {
    name: 'edge pods',
    why: 'one is enough on one machine',
    of: eachGateway(({ pods }) => pods),
  },
  {
    name: 'disruption budgets',
    why: 'what runs in a single pod has none',
    of: each('PodDisruptionBudget', ({ spec }) => spec),
  },
  {
    name: 'Pod Security',
    why: 'production admits restricted pods only',
    of: (manifests) => manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.labels),
  },
  { name: 'network policies', why: 'DNS is answered elsewhere', of: each('NetworkPolicy', ({ spec }) => spec) },
  {
    name: 'stage',
    why: 'a laptop is for development',
    of: (manifests) => manifests.map((manifest) => contextOf(manifest)?.stage).filter(Boolean),
  },
];
