import { clustersWithHosts } from '../../altinity/rules/clusters';
import { clickhousesOf, forEach, isWhole } from '../../altinity/rules/installations';
import { clustersOf, entriesAt, faultAt, once, type Place, placeAt, specOf } from '../../altinity/rules/places';
import { topologyOf } from '../../altinity/topology';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { parseCidr } from '../../kubernetes/cidr';
import { integer, type Manifest } from '../../kubernetes/manifest';
import { isDnsSubdomain } from '../../kubernetes/names';
import { fileMapsOf, settingMapsOf } from './maps';

function* withoutKeeper(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation) || bringsItsOwn(installation)) return;
  const places = clustersOf(installation);
  for (const { index, shards, keeper } of topologyOf(installation).clusters) {
    const place = places[index];
    const replicas = Math.max(0, ...shards.map(({ hosts }) => hosts.length));
    if (place && !keeper && replicas > 1)
      yield faultAt(installation, place, [], `it has ${replicas} replicas, but no Keeper that coordinates them.`);
  }
}

/** Whether settings or files name a Keeper that the operator does not know of. */
function bringsItsOwn(installation: Manifest): boolean {
  return (
    settingMapsOf(installation).some((items) => items.some(({ key }) => /^\/?zookeeper\//.test(key))) ||
    fileMapsOf(installation).some((items) => items.some(({ value }) => /<zookeeper[\s>]/.test(String(value))))
  );
}

/** Every `zookeeper` block of an installation. */
export const keeperBlocksOf = once((installation): readonly Place[] => {
  const levels = [placeAt(specOf(installation), 'configuration'), ...clustersOf(installation)];
  return levels.filter(({ node }) => node.zookeeper !== undefined).map((level) => placeAt(level, 'zookeeper'));
});

function* withoutNodes(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  const [shared] = keeperBlocksOf(installation);
  for (const block of keeperBlocksOf(installation)) {
    // A block of a cluster without nodes of its own uses those of the installation.
    const inherits = block !== shared && entriesAt(shared ?? block, 'nodes').length > 0;
    if (entriesAt(block, 'nodes').length === 0 && block.node.keeper === undefined && !inherits)
      yield faultAt(installation, block, [], 'it names no node.');
  }
}

function* strangeNodes(installation: Manifest): Generator<Fault> {
  for (const node of keeperBlocksOf(installation).flatMap((block) => entriesAt(block, 'nodes'))) {
    const { host } = node.node;
    if (typeof host !== 'string' || !isHost(host)) {
      const inner = host === undefined ? [] : ['host'];
      yield faultAt(
        installation,
        node,
        inner,
        host === undefined ? 'the node has no host.' : `${JSON.stringify(host)} is no host name.`,
      );
    }
  }
}

/** Names in any case, also with the dot that ends a full name, and addresses. */
function isHost(host: string): boolean {
  return isDnsSubdomain(host.toLowerCase().replace(/\.$/, '')) || parseCidr(`${host}/128`) !== undefined;
}

function* strangePorts(installation: Manifest): Generator<Fault> {
  for (const node of keeperBlocksOf(installation).flatMap((block) => entriesAt(block, 'nodes'))) {
    const { port } = node.node;
    const number = integer(port) ?? 0;
    if (port !== undefined && port !== null && (number < 1 || number > 65535))
      yield faultAt(installation, node, ['port'], `${JSON.stringify(port)} is no port.`);
  }
}

function* singles(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (set.contextOf(installation).stage !== 'production') return;
  for (const { place, shards } of clustersWithHosts(installation)) {
    if (shards.some((hosts) => hosts.length === 1)) yield faultAt(installation, place, [], 'a shard has one replica.');
  }
}

/** Rules about replication. */
export const replicationRules: readonly Rule[] = [
  {
    id: 'replication/no-keeper',
    severity: 'error',
    title: 'A cluster with several replicas names a Keeper',
    why: 'Nothing is replicated without one: every replica has tables of its own, and queries give a part of the rows.',
    fix: 'write spec.configuration.zookeeper.nodes, or use one replica.',
    source: 'ClickHouse, data replication; operator #645',
    check: forEach(clickhousesOf, withoutKeeper),
  },
  {
    id: 'keeper/no-nodes',
    severity: 'error',
    title: 'Whoever uses a Keeper names at least one of its nodes',
    why: 'The operator leaves the whole section out of the configuration.',
    fix: 'list the nodes, or remove the section.',
    source: 'operator, pkg/model/chi/config',
    check: forEach(clickhousesOf, withoutNodes),
  },
  {
    id: 'keeper/node-host',
    severity: 'error',
    title: 'Every node of a Keeper has a host name',
    why: 'ClickHouse starts, but no replicated table does.',
    fix: "write host: 'keeper-0.example.com'.",
    source: 'ClickHouse, server settings (zookeeper)',
    check: forEach(clickhousesOf, strangeNodes),
  },
  {
    id: 'keeper/node-port',
    severity: 'error',
    title: 'The port of a Keeper node is a number from 1 to 65535',
    why: 'ClickHouse starts, but no replicated table does.',
    fix: 'write port: 2181.',
    source: 'ClickHouse, server settings (zookeeper)',
    check: forEach(clickhousesOf, strangePorts),
  },
  {
    id: 'replication/single',
    severity: 'advice',
    stage: 'production',
    title: 'Every shard in production has two replicas or more',
    why: 'The data of the shard is away while its only pod restarts, and about six minutes longer when a node fails.',
    fix: 'use two replicas, and a Keeper.',
    source: 'operator #645, #969; observed with 0.26.0',
    check: forEach(clickhousesOf, singles),
  },
];
