import { chi, chk, files, type RuleCase } from '../rule-case';

const layout = (text: string) => chk(`configuration: { clusters: [{ name: main, layout: ${text} }] }`);
const container = (name: string) =>
  chk(`templates: { podTemplates: [{ name: member, spec: { containers: [{ name: ${name} }] } }] }`);
const uses = (zookeeper: string, name = 'events', namespace = 'analytics') =>
  chi(`configuration: { zookeeper: ${zookeeper}, clusters: [{ name: main }] }`, name, namespace);
const node = (host: string, more = '') => `{ nodes: [{ host: ${host} }]${more} }`;
const production = { stage: 'production' } as const;
const block = '/spec/configuration/zookeeper';

export const keeperCases: readonly RuleCase[] = [
  {
    rule: 'keeper/size',
    fault: 'two members',
    bad: layout('{ replicasCount: 2 }'),
    at: ['/spec/configuration/clusters/0/layout'],
    good: layout('{ replicasCount: 3 }'),
  },
  {
    rule: 'keeper/size',
    fault: 'four members that are listed',
    bad: layout('{ replicas: [{}, {}, {}, {}] }'),
    at: ['/spec/configuration/clusters/0/layout'],
    good: layout('{ replicas: [{}, {}, {}, {}, {}] }'),
  },
  {
    rule: 'keeper/one-quorum',
    fault: 'a second cluster',
    bad: chk('configuration: { clusters: [{ name: a }, { name: b }] }'),
    at: ['/spec/configuration/clusters/1'],
    good: chk('configuration: { clusters: [{ name: a }] }'),
  },
  {
    rule: 'keeper/one-quorum',
    fault: 'shards',
    bad: layout('{ replicas: [{ shardsCount: 2 }] }'),
    at: ['/spec/configuration/clusters/0/layout/replicas/0/shardsCount'],
    good: layout('{ replicas: [{ shardsCount: 1 }] }'),
  },
  {
    rule: 'keeper/container-name',
    fault: 'a container of another name',
    bad: container('keeper'),
    at: ['/spec/templates/podTemplates/0/spec/containers'],
    good: container('clickhouse-keeper'),
  },
  {
    rule: 'keeper/ineffective-setting',
    fault: 'a setting that the operator ships for all members',
    bad: layout("{ replicas: [{ settings: { 'keeper_server/coordination_settings/raft_logs_level': debug } }] }"),
    at: [
      '/spec/configuration/clusters/0/layout/replicas/0/settings/keeper_server~1coordination_settings~1raft_logs_level',
    ],
    good: layout("{ replicas: [{ settings: { 'keeper_server/coordination_settings/snapshots_to_keep': 5 } }] }"),
  },
  {
    rule: 'keeper/ineffective-setting',
    fault: 'a setting that all members have, too',
    bad: chk(
      "configuration: { settings: { 'a/b': 1 }, clusters: [{ name: main, layout: { replicas: [{ settings: { 'a/b': 2 } }] } }] }",
    ),
    at: ['/spec/configuration/clusters/0/layout/replicas/0/settings/a~1b'],
    good: chk(
      "configuration: { settings: { 'a/b': 1 }, clusters: [{ name: main, layout: { replicas: [{ settings: { 'a/c': 2 } }] } }] }",
    ),
  },
  {
    rule: 'keeper/shared-template',
    fault: 'one pod template for three members',
    bad: chk(
      'configuration: { clusters: [{ name: main, layout: { replicasCount: 3 } }] }\ndefaults: { templates: { podTemplate: m } }\ntemplates: { podTemplates: [{ name: m }] }',
    ),
    at: ['/spec/templates'],
    good: chk(
      'configuration: { clusters: [{ name: main, layout: { replicas: [{ templates: { podTemplate: a } }, { templates: { podTemplate: b } }] } }] }\ntemplates: { podTemplates: [{ name: a }, { name: b }] }',
    ),
  },
  {
    rule: 'keeper/single',
    fault: 'one member in production',
    context: production,
    bad: layout('{ replicasCount: 1 }'),
    at: [''],
    good: layout('{ replicasCount: 3 }'),
  },
  {
    rule: 'replication/no-keeper',
    fault: 'two replicas alone',
    bad: chi('configuration: { clusters: [{ name: main, layout: { replicasCount: 2 } }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: chi(
      `configuration: { zookeeper: ${node('keeper')}, clusters: [{ name: main, layout: { replicasCount: 2 } }] }`,
    ),
  },
  {
    rule: 'replication/no-keeper',
    fault: 'a Keeper of another cluster',
    bad: chi(
      `configuration: { clusters: [{ name: a, zookeeper: ${node('keeper')} }, { name: b, layout: { replicasCount: 2 } }] }`,
    ),
    at: ['/spec/configuration/clusters/1'],
    good: chi(
      `configuration: { clusters: [{ name: a }, { name: b, zookeeper: ${node('keeper')}, layout: { replicasCount: 2 } }] }`,
    ),
  },
  {
    rule: 'replication/no-keeper',
    fault: 'no Keeper in files either',
    bad: chi(
      'configuration: { files: { keeper.xml: "<clickhouse/>" }, clusters: [{ name: main, layout: { replicasCount: 2 } }] }',
    ),
    at: ['/spec/configuration/clusters/0'],
    good: chi(
      'configuration: { files: { keeper.xml: "<clickhouse><zookeeper></zookeeper></clickhouse>" }, clusters: [{ name: main, layout: { replicasCount: 2 } }] }',
    ),
  },
  {
    rule: 'replication/single',
    fault: 'one replica in production',
    context: production,
    bad: uses(node('keeper')),
    at: ['/spec/configuration/clusters/0'],
    good: chi('configuration: { clusters: [{ name: main, layout: { replicasCount: 2 } }] }'),
  },
  {
    rule: 'keeper/no-nodes',
    fault: 'an empty list of nodes',
    bad: uses('{ nodes: [] }'),
    at: [block],
    good: uses('{ keeper: { name: keeper } }'),
  },
  {
    rule: 'keeper/node-host',
    fault: 'a URL, and nothing',
    bad: uses('{ nodes: [{ host: "tcp://keeper" }, { port: 2181 }] }'),
    at: [`${block}/nodes/0/host`, `${block}/nodes/1`],
    good: uses('{ nodes: [{ host: keeper.example.com }, { host: Keeper.example.com. }, { host: "2001:db8::1" }] }'),
  },
  {
    rule: 'keeper/node-port',
    fault: 'a port beyond the last',
    bad: uses('{ nodes: [{ host: a, port: 65536 }, { host: b, port: 0 }] }'),
    at: [`${block}/nodes/0/port`, `${block}/nodes/1/port`],
    good: uses('{ nodes: [{ host: a, port: 2181 }, { host: b }] }'),
  },
  {
    rule: 'keeper/short-host',
    fault: 'a short name of a Keeper elsewhere',
    bad: files(uses(node('keeper-main')), chk('{}', 'main', 'keepers')),
    at: [`${block}/nodes/0/host`],
    good: files(uses(node('keeper-main.keepers')), chk('{}', 'main', 'keepers')),
  },
  {
    rule: 'keeper/short-host',
    fault: 'a member elsewhere, none here',
    bad: files(uses(node('chk-main-cluster-0-0')), chk('{}', 'main', 'keepers')),
    at: [`${block}/nodes/0/host`],
    good: files(uses(node('chk-main-cluster-0-0')), chk('{}', 'main', 'keepers'), chk('{}', 'main')),
  },
  {
    rule: 'keeper/same-name-same-root',
    fault: 'two installations of one name',
    bad: files(
      uses(node('keeper.shared'), 'events', 'one'),
      uses(node('keeper.shared.svc.cluster.local'), 'events', 'two'),
    ),
    at: [block],
    good: files(
      uses(node('keeper.shared'), 'events', 'one'),
      uses(node('keeper.shared', ', root: /two'), 'events', 'two'),
    ),
  },
  {
    rule: 'keeper/same-name-same-root',
    fault: 'a member and the entry of one Keeper',
    bad: files(
      uses(node('keeper-main.keepers'), 'events', 'one'),
      uses(node('chk-main-cluster-0-0.keepers'), 'events', 'two'),
      chk('{}', 'main', 'keepers'),
    ),
    at: [block],
    good: files(
      uses(node('keeper-main.keepers'), 'events', 'one'),
      uses(node('keeper-other.keepers'), 'events', 'two'),
      chk('{}', 'main', 'keepers'),
    ),
  },
  {
    rule: 'keeper/shared-without-root',
    fault: 'two installations without a root',
    bad: files(uses(node('keeper'), 'one'), uses(node('keeper'), 'two')),
    at: [block],
    good: files(uses(node('keeper', ', root: /one'), 'one'), uses(node('keeper', ', root: /two'), 'two')),
  },
];
