import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { topologyOf } from '../topology';
import { clickhousesOf, forEach } from './installations';
import { clustersOf, entriesAt, faultAt } from './places';

function* zeroWeights(installation: Manifest): Generator<Fault> {
  const places = clustersOf(installation);
  for (const { index, shards } of topologyOf(installation).clusters) {
    const [first] = places[index] ? entriesAt(places[index], 'layout', 'shards') : [];
    if (first && shards.every(({ weight }) => weight === 0))
      yield faultAt(installation, first, ['weight'], 'every shard has weight 0.');
  }
}

function* writtenTwice(installation: Manifest): Generator<Fault> {
  const places = clustersOf(installation);
  for (const { index, shards, keeper } of topologyOf(installation).clusters) {
    const listed = places[index] ? entriesAt(places[index], 'layout', 'shards') : [];
    for (const { index: shard, internalReplication, hosts } of shards) {
      const place = listed[shard];
      if (keeper && place && !internalReplication && hosts.length > 1)
        yield faultAt(
          installation,
          place,
          ['internalReplication'],
          `Distributed tables write to all ${hosts.length} copies of shard ${shard}.`,
        );
    }
  }
}

/** Rules about what shards mean to Distributed tables. */
export const shardRules: readonly Rule[] = [
  {
    id: 'layout/zero-weights',
    severity: 'error',
    title: 'At least one shard of a cluster has a weight above 0',
    why: 'Every Distributed table fails: "Cluster with zero weight on all shards is prohibited".',
    fix: 'leave out the weight of a shard that takes rows.',
    source: 'ClickHouse, StorageDistributed; observed with 26.7',
    check: forEach(clickhousesOf, zeroWeights),
  },
  {
    id: 'layout/internal-replication',
    severity: 'warning',
    title: 'Shards with copies leave copying to replicated tables',
    why: 'A Distributed table that writes to every copy checks none of them: over time they hold different rows.',
    fix: 'leave out internalReplication, or acknowledge this where tables are not replicated.',
    source: 'ClickHouse, Distributed table engine, internal_replication',
    check: forEach(clickhousesOf, writtenTwice),
  },
];
