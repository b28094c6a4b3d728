import { chi, type RuleCase } from '../rule-case';

const cluster = '/spec/configuration/clusters/0';
const template = (name: string, image: string, memory = '8Gi') =>
  `{ name: ${name}, spec: { containers: [{ name: clickhouse, image: "${image}", resources: { limits: { memory: ${memory} } } }] } }`;

/** One shard with three copies, the last of which has a pod template of its own. */
const three = (image: string, other: string, memory?: string) =>
  chi(`
    defaults: { templates: { podTemplate: server } }
    configuration: { clusters: [{ name: main, layout: { shards: [{ replicasCount: 3, replicas: [{}, {}, { templates: { podTemplate: host-0-2 } }] }] } }] }
    templates: { podTemplates: [${template('server', image)}, ${template('host-0-2', other, memory)}] }
  `);
const place = (field: string) => `/spec/templates/podTemplates/1/spec/containers/0/${field}`;
const server = (tag: string) => `clickhouse/clickhouse-server:${tag}`;

const settings = (common: string, layout: string) =>
  chi(
    `configuration: { settings: ${common}, clusters: [{ name: main, settings: { max_connections: 5 }, layout: ${layout} }] }`,
  );

export const unevenHostCases: readonly RuleCase[] = [
  {
    rule: 'images/mixed',
    fault: 'one copy on a newer release',
    bad: three(server('26.3.33.24'), server('26.8.19.9')),
    at: [place('image')],
    good: three(server('26.3.33.24'), server('26.3.33.24')),
  },
  {
    rule: 'images/release-gap',
    fault: 'two long-term releases between them',
    bad: three(server('25.3.6.34'), server('26.8.19.9')),
    at: [place('image')],
    good: three(server('25.8.10.7'), server('26.8.19.9')),
  },
  {
    rule: 'images/release-gap',
    fault: 'more than a year, the older one being the exception',
    bad: three(server('26.8.19.9'), server('25.7.1.1')),
    at: [place('image')],
    good: three(server('26.8.19.9'), server('25.9.1.1')),
  },
  {
    rule: 'pods/uneven-memory',
    fault: 'a copy with more memory than the others',
    bad: three(server('26.3'), server('26.3'), '16Gi'),
    at: ['/spec/templates/podTemplates/0/spec/containers/0/resources'],
    good: three(server('26.3'), server('26.3'), '8192Mi'),
  },
  {
    rule: 'layout/zero-weights',
    fault: 'no shard that takes rows',
    bad: chi('configuration: { clusters: [{ name: main, layout: { shards: [{ weight: 0 }, { weight: 0 }] } }] }'),
    at: [`${cluster}/layout/shards/0/weight`],
    good: chi('configuration: { clusters: [{ name: main, layout: { shards: [{ weight: 0 }, {}] } }] }'),
  },
  {
    rule: 'layout/internal-replication',
    fault: 'copies that a Keeper coordinates are written one by one',
    bad: chi(
      'configuration: { zookeeper: { nodes: [{ host: zk }] }, clusters: [{ name: main, layout: { shards: [{ replicasCount: 2, internalReplication: "no" }] } }] }',
    ),
    at: [`${cluster}/layout/shards/0/internalReplication`],
    good: chi(
      'configuration: { zookeeper: { nodes: [{ host: zk }] }, clusters: [{ name: main, layout: { shards: [{ replicasCount: 2 }, { replicasCount: 1, internalReplication: "no" }] } }] }',
    ),
  },
  {
    rule: 'settings/overridden',
    fault: 'settings of a cluster and of a host that the installation has, too',
    bad: settings(
      '{ /max_connections: 9, merge_tree/parts_to_throw_insert: 9 }',
      '{ shards: [{ replicas: [{ settings: { merge_tree//parts_to_throw_insert: 5 } }] }] }',
    ),
    at: [
      `${cluster}/settings/max_connections`,
      `${cluster}/layout/shards/0/replicas/0/settings/merge_tree~1~1parts_to_throw_insert`,
    ],
    good: settings(
      '{ max_connections_of_another_kind: 9, merge_tree/parts_to_throw_insert: 9 }',
      '{ shards: [{ replicas: [{ settings: { merge_tree/parts_to_delay_insert: 5 } }] }] }',
    ),
  },
  {
    rule: 'settings/overridden',
    fault: 'settings of shards that a file of the operator has',
    bad: settings('{}', '{ shards: [{ settings: { logger/level: trace, query_log/ttl: x, part_log: _removed_ } }] }'),
    at: ['logger~1level', 'query_log~1ttl', 'part_log'].map((key) => `${cluster}/layout/shards/0/settings/${key}`),
    good: settings('{ logger/level: trace }', '{ shards: [{ settings: { logger/formatting/type: json } }] }'),
  },
  {
    rule: 'templates/host-settings',
    fault: 'settings and files in a host template',
    bad: chi('templates: { hostTemplates: [{ name: a, spec: { settings: { x: 1 }, files: { a.xml: b } } }] }'),
    at: ['/spec/templates/hostTemplates/0/spec/settings', '/spec/templates/hostTemplates/0/spec/files'],
    good: chi('templates: { hostTemplates: [{ name: a, spec: { tcpPort: 9001 } }] }'),
  },
];
