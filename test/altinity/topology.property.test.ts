import fc from 'fast-check';
import { fieldFaults } from '../../src/altinity/field-faults';
import { topologyOf } from '../../src/altinity/topology';
import { chi, chk, hostsOf, laidOut } from '../support/installations';

const runs = { numRuns: 300 };
const count = fc.integer({ min: 1, max: 6 });
const name = fc.stringMatching(/^[a-z][a-z]{0,5}$/);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });

/** Any JSON value that uses the words of an installation, so that it is looked into. */
const words = ['configuration', 'clusters', 'layout', 'shards', 'replicas', 'templates', 'name', 'shardsCount'];
const more = ['replicasCount', 'settings', 'defaults', 'podTemplates', 'spec', 'containers', 'podTemplate', 'secure'];
const key = fc.oneof(fc.constantFrom(...words, ...more), fc.string());
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));

test('no value makes it throw', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (spec, keeper) => {
      const topology = topologyOf(keeper ? chk(spec) : chi(spec));
      expect(topology.hosts).toEqual(topology.clusters.flatMap(({ shards }) => shards.flatMap(({ hosts }) => hosts)));
      topologyOf(spec);
    }),
    runs,
  );
});

test('no value makes the search for faults throw', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('0.25.0' as const, '0.27.2' as const), (spec, target) => {
      for (const kind of ['ClickHouseInstallation', 'ClickHouseKeeperInstallation'] as const) {
        for (const { pointer, message } of fieldFaults(kind, spec, target)) {
          expect(pointer).toMatch(/^\/spec/);
          expect(message).toMatch(/ must .+, got .+\.$/s);
        }
      }
    }),
    runs,
  );
});

test('a rectangle has as many hosts as its sides say, in all three ways to write it', () => {
  fc.assert(
    fc.property(count, count, (shards, replicas) => {
      const empty = (length: number) => Array.from({ length }, () => ({}));
      const counts = hostsOf(laidOut({ shardsCount: shards, replicasCount: replicas }));
      expect(counts).toHaveLength(shards * replicas);
      const listed = empty(shards).map(() => ({ replicasCount: replicas }));
      expect(hostsOf(laidOut({ shards: listed }))).toEqual(counts);
      expect(hostsOf(laidOut({ shards: empty(shards), replicasCount: replicas }))).toEqual(counts);
      expect(hostsOf(laidOut({ replicas: empty(replicas), shardsCount: shards }))).toEqual(counts);
    }),
    runs,
  );
});

test('names are unique when shards and replicas have names of their own', () => {
  fc.assert(
    fc.property(names, names, (shards, replicas) => {
      const named = (list: readonly string[]) => list.map((entry) => ({ name: entry }));
      const hosts = hostsOf(laidOut({ shards: named(shards), replicas: named(replicas) }));
      for (const field of ['name', 'object', 'service', 'pod', 'fqdn'] as const) {
        expect(new Set(hosts.map((host) => host[field])).size).toBe(shards.length * replicas.length);
      }
    }),
    runs,
  );
});

test('growing at the end leaves every host as it is', () => {
  fc.assert(
    fc.property(count, count, count, (shards, replicas, growth) => {
      const before = hostsOf(laidOut({ shardsCount: shards, replicasCount: replicas }));
      const wider = hostsOf(laidOut({ shardsCount: shards, replicasCount: replicas + growth }));
      const longer = hostsOf(laidOut({ shardsCount: shards + growth, replicasCount: replicas }));
      const objects = (hosts: readonly { object: string }[]) => hosts.map(({ object }) => object);
      expect(objects(wider)).toEqual(expect.arrayContaining(objects(before)));
      expect(objects(longer).slice(0, before.length)).toEqual(objects(before));
    }),
    runs,
  );
});
