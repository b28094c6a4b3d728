import { chi, chk, files, type RuleCase } from '../rule-case';

const cluster = (name: string, layout = '{ shardsCount: 1 }') =>
  chi(`configuration: { clusters: [{ name: ${name}, layout: ${layout} }] }`);
const named = (name: string) => chi('configuration: { clusters: [{ name: main }] }', name);
const layout = (text: string) => cluster('main', text);
const shards = (...names: readonly string[]) =>
  layout(`{ shards: [${names.map((name) => `{ name: ${name} }`).join(', ')}] }`);
const settings = (name: string, namespace: string) => `
  apiVersion: v1
  kind: ConfigMap
  metadata: { name: ${name}, namespace: ${namespace} }
`;
const storageClass = (namespace: string) => `
  apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: { name: fast, namespace: ${namespace} }
`;

export const nameCases: readonly RuleCase[] = [
  {
    rule: 'names/duplicate',
    fault: 'two objects of one kind, namespace and name',
    bad: files(settings('one', 'a'), settings('one', 'b'), settings('one', 'a')),
    at: ['/metadata/name'],
    good: files(settings('one', 'a'), settings('one', 'b'), settings('two', 'a')),
  },
  {
    rule: 'names/duplicate',
    fault: 'two cluster-scoped objects, whatever namespace is written on them',
    bad: files(storageClass('a'), storageClass('b')),
    at: ['/metadata/name'],
    good: storageClass('a'),
  },
  {
    rule: 'names/installation',
    fault: 'an underscore',
    bad: named('web_events'),
    at: ['/metadata/name'],
    good: named('web-events'),
  },
  {
    rule: 'names/installation',
    fault: 'a dot, in a Keeper',
    bad: chk('{}', 'keeper.one'),
    at: ['/metadata/name'],
    good: chk('{}', 'keeper-one'),
  },
  {
    rule: 'names/too-long',
    fault: 'a name of 38 characters beside main and 0-0',
    bad: named('a'.repeat(38)),
    at: ['/metadata/name'],
    good: named('a'.repeat(37)),
  },
  {
    rule: 'names/too-long',
    fault: 'indexes of two digits',
    bad: chi(
      'configuration: { clusters: [{ name: main, layout: { shardsCount: 11, replicasCount: 11 } }] }',
      'a'.repeat(36),
    ),
    at: ['/metadata/name'],
    good: chi(
      'configuration: { clusters: [{ name: main, layout: { shardsCount: 11, replicasCount: 11 } }] }',
      'a'.repeat(35),
    ),
  },
  {
    rule: 'names/cluster',
    fault: 'a name that the operator uses itself',
    bad: cluster('all-sharded'),
    at: ['/spec/configuration/clusters/0/name'],
    good: cluster('sharded'),
  },
  {
    rule: 'names/cluster',
    fault: 'upper case, a leading digit, more than 15 characters',
    bad: chi('configuration: { clusters: [{ name: Main }, { name: 1st }, { name: production-events }] }'),
    at: [0, 1, 2].map((index) => `/spec/configuration/clusters/${index}/name`),
    good: chi('configuration: { clusters: [{ name: main }, { name: first }, { name: production-evnt }] }'),
  },
  {
    rule: 'names/cluster',
    fault: 'two clusters of one name',
    bad: chi('configuration: { clusters: [{ name: main }, { name: main }] }'),
    at: ['/spec/configuration/clusters/1/name'],
    good: chi('configuration: { clusters: [{ name: main }, { name: other }] }'),
  },
  {
    rule: 'names/host',
    fault: 'upper case in a shard and a replica',
    bad: layout('{ shards: [{ name: Shard, replicas: [{ name: A }] }] }'),
    at: [
      '/spec/configuration/clusters/0/layout/shards/0/name',
      '/spec/configuration/clusters/0/layout/shards/0/replicas/0/name',
    ],
    good: layout('{ shards: [{ name: shard, replicas: [{ name: a }] }] }'),
  },
  {
    rule: 'names/host-collision',
    fault: 'hosts of two shards with one name',
    bad: layout('{ shards: [{ replicas: [{ name: alpha }] }, { replicas: [{ name: alpha }] }] }'),
    at: ['/spec/configuration/clusters/0/layout'],
    good: layout('{ shards: [{ replicas: [{ name: alpha }] }, { replicas: [{ name: beta }] }] }'),
  },
  {
    rule: 'names/host-collision',
    fault: 'a shard named like the index of the next one',
    bad: layout('{ shardsCount: 2, shards: [{ name: "1" }] }'),
    at: ['/spec/configuration/clusters/0/layout'],
    good: layout('{ shardsCount: 2, shards: [{ name: "0" }] }'),
  },
  {
    rule: 'names/host-cut',
    fault: 'a shard of 14 characters',
    bad: shards('europe-central', 'us'),
    at: ['/spec/configuration/clusters/0/layout'],
    good: shards('europe-centre', 'us'),
  },
  {
    rule: 'names/domain-pattern',
    fault: 'two %s',
    bad: chi('namespaceDomainPattern: "%s.svc.%s.local"'),
    at: ['/spec/namespaceDomainPattern'],
    good: chi('namespaceDomainPattern: "%s.svc.example.local"'),
  },
];
