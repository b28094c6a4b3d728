import type { Fault, Rule } from '../../checks/rule';
import { integer, type Manifest } from '../../kubernetes/manifest';
import { forEach, installationsOf } from './installations';
import { clustersOf, entriesAt, faultAt, type Place, placeAt } from './places';

/** A list of the layout, and the count beside it. */
const counted = [
  ['shards', 'shardsCount'],
  ['replicas', 'replicasCount'],
] as const;

function* counts(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersOf(installation)) {
    const layout = placeAt(cluster, 'layout');
    const groups = [layout, ...entriesAt(layout, 'shards'), ...entriesAt(layout, 'replicas')];
    for (const group of groups) {
      for (const [name, count] of counted) {
        const value = group.node[count];
        if (value === undefined || value === null) continue;
        const fault = (message: string) => faultAt(installation, group, [count], message);
        const listed = entriesAt(group, name).length;
        const number = integer(value);
        if (number === undefined || number < 1) yield fault(`${JSON.stringify(value)} is no number of ${name}.`);
        else if (number < listed) yield fault(`it is ${number}, but ${listed} ${name} are listed, which count more.`);
      }
    }
  }
}

/**
 * Shards without a count of their own get that of the layout, which the operator first raises to the largest shard.
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/model/chi/normalizer/normalizer.go
 */
function* unevenShards(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersOf(installation)) {
    const layout = placeAt(cluster, 'layout');
    const shards = entriesAt(layout, 'shards');
    const asked = Math.max(integer(layout.node.replicasCount) ?? 1, entriesAt(layout, 'replicas').length);
    const raised = Math.max(asked, ...shards.map(replicasOf));
    if (raised === asked) continue;
    for (const shard of shards) {
      if (replicasOf(shard) === 0)
        yield faultAt(
          installation,
          shard,
          [],
          `it gets ${raised} replicas, as many as the largest shard, instead of ${asked}.`,
        );
    }
    const unlisted = (integer(layout.node.shardsCount) ?? 0) - shards.length;
    if (unlisted > 0)
      yield faultAt(
        installation,
        layout,
        ['shardsCount'],
        `${unlisted} shards that are not listed get ${raised} replicas, as many as the largest shard.`,
      );
  }
}

/** Replicas that a shard says it has; 0 when it says nothing. */
function replicasOf(shard: Place): number {
  return Math.max(integer(shard.node.replicasCount) ?? 0, entriesAt(shard, 'replicas').length);
}

function* weights(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersOf(installation)) {
    for (const shard of entriesAt(cluster, 'layout', 'shards')) {
      const { weight } = shard.node;
      if (weight !== undefined && weight !== null && !((integer(weight) ?? -1) >= 0))
        yield faultAt(installation, shard, ['weight'], `${JSON.stringify(weight)} is no weight.`);
    }
  }
}

function* ignoredReplicas(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersOf(installation)) {
    if (entriesAt(cluster, 'layout', 'shards').length === 0) continue;
    for (const replica of entriesAt(cluster, 'layout', 'replicas')) {
      for (const field of ['settings', 'files', 'templates']) {
        if (replica.node[field] !== undefined)
          yield faultAt(installation, replica, [field], 'it is ignored, because shards are listed, too.');
      }
    }
  }
}

/** Rules about shards and replicas. */
export const layoutRules: readonly Rule[] = [
  {
    id: 'layout/counts',
    severity: 'error',
    title: 'Counts of shards and replicas are at least 1 and cover what is listed',
    why: 'The operator raises smaller ones without a word, so the number that is read is not the number that runs.',
    fix: 'write the number of hosts that should exist, or leave the count out.',
    source: 'operator, pkg/model/chi/normalizer',
    check: forEach(installationsOf, counts),
  },
  {
    id: 'layout/uneven-shards',
    severity: 'error',
    title: 'Where shards differ in size, every shard says its replicasCount',
    why: 'Shards that say nothing get as many replicas as the largest one, with their volumes.',
    fix: 'write replicasCount on every shard.',
    source: 'operator, pkg/model/chi/normalizer',
    check: forEach(installationsOf, unevenShards),
  },
  {
    id: 'layout/weight',
    severity: 'error',
    title: 'The weight of a shard is a whole number from 0',
    why: 'It becomes part of the configuration of every server as it is.',
    fix: 'write weight: 1, or leave it out.',
    source: 'ClickHouse, Distributed table engine',
    check: forEach(installationsOf, weights),
  },
  {
    id: 'layout/ignored-replicas',
    severity: 'error',
    title: 'Settings, files and templates of replicas stand below shards once shards are listed',
    why: 'The operator reads only one of the two lists and ignores what stands in the other.',
    fix: 'move it to shards[].replicas[].',
    source: 'operator, pkg/model/chi/normalizer/normalizer-host.go',
    check: forEach(installationsOf, ignoredReplicas),
  },
];
