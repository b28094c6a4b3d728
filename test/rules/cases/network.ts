import { chi, chk, type RuleCase } from '../rule-case';

const entry = (ports: string, cluster = '{ name: main }', settings = '{}') =>
  chi(`
    defaults: { templates: { serviceTemplate: entry } }
    configuration: { clusters: [${cluster}], settings: ${settings} }
    templates: { serviceTemplates: [{ name: entry, spec: { ports: [${ports}] } }] }
  `);
const replicaService = (spec: string) =>
  chi(`
    defaults: { templates: { replicaServiceTemplate: replica } }
    templates: { serviceTemplates: [{ name: replica, spec: ${spec} }] }
  `);
const port = (index: number) => `/spec/templates/serviceTemplates/0/spec/ports/${index}`;
const zones = { zones: ['a', 'b'] };
const distribution = (text: string, count = 3) =>
  chi(`
    defaults: { templates: { podTemplate: server } }
    configuration: { clusters: [{ name: main, layout: { replicasCount: ${count} } }] }
    templates: { podTemplates: [{ name: server, podDistribution: [${text}] }] }
  `);
const byZone = 'topologyKey: topology.kubernetes.io/zone';
const pinned = (zone: string) => chi(`templates: { podTemplates: [{ name: server, zone: { values: [${zone}] } }] }`);
const tls =
  '{ files: { tls.xml: "<clickhouse><openSSL></openSSL></clickhouse>" }, clusters: [{ name: main, secure: "yes" }] }';

export const networkCases: readonly RuleCase[] = [
  {
    rule: 'services/ports',
    fault: 'port 0',
    bad: entry('{ name: http, port: 0 }'),
    at: [port(0)],
    good: entry('{ name: http, port: 8123 }'),
  },
  {
    rule: 'services/ports',
    fault: 'a port and a name twice',
    bad: entry('{ name: a, port: 1 }, { name: b, port: 1 }, { name: a, port: 2 }'),
    at: [port(1), port(2)],
    good: entry('{ name: a, port: 1 }, { name: b, port: 1, protocol: UDP }'),
  },
  {
    rule: 'services/moved-port',
    fault: 'the usual port, which a setting moved',
    bad: entry('{ port: 8123 }', '{ name: main }', '{ http_port: 8124 }'),
    at: [port(0)],
    good: entry('{ port: 8123, targetPort: 8124 }', '{ name: main }', '{ http_port: 8124 }'),
  },
  {
    rule: 'services/replica-ports',
    fault: 'a port of replicas is missing',
    bad: replicaService('{ ports: [{ port: 8123 }, { port: 9000 }] }'),
    at: ['/spec/templates/serviceTemplates/0'],
    good: replicaService('{ clusterIP: None, ports: [{ port: 8123 }] }'),
  },
  {
    rule: 'services/replica-ports',
    fault: 'addresses are hidden until a replica is ready',
    bad: replicaService('{ ports: [{ port: 8123 }, { port: 9000 }, { port: 9009 }] }'),
    at: ['/spec/templates/serviceTemplates/0'],
    good: replicaService('{ publishNotReadyAddresses: true, ports: [{ port: 8123 }, { port: 9000 }, { port: 9009 }] }'),
  },
  {
    rule: 'placement/replicas-exceed-zones',
    fault: 'three replicas, two zones',
    context: zones,
    bad: distribution(`{ type: ShardAntiAffinity, ${byZone} }`),
    at: ['/spec/templates/podTemplates/0/podDistribution/0'],
    good: distribution(`{ type: ShardAntiAffinity, ${byZone} }`, 2),
  },
  {
    rule: 'placement/replicas-exceed-zones',
    fault: 'spread over zones, not nodes',
    context: zones,
    bad: distribution(`{ type: ClickHouseAntiAffinity, ${byZone} }`),
    at: ['/spec/templates/podTemplates/0/podDistribution/0'],
    good: distribution('{ type: ClickHouseAntiAffinity }'),
  },
  {
    rule: 'placement/unknown-zone',
    fault: 'a zone without nodes',
    context: zones,
    bad: pinned('c'),
    at: ['/spec/templates/podTemplates/0/zone/values'],
    good: pinned('b'),
  },
  {
    rule: 'placement/inert-distribution',
    fault: 'a limit per node',
    bad: distribution('{ type: MaxNumberPerNode, number: 2 }'),
    at: ['/spec/templates/podTemplates/0/podDistribution/0/type'],
    good: distribution('{ type: ShardAntiAffinity }'),
  },
  {
    rule: 'placement/inert-distribution',
    fault: 'an operator without scope labels',
    bad: distribution('{ type: CircularReplication }'),
    at: ['/spec/templates/podTemplates/0/podDistribution/0/type'],
    good: `${distribution('{ type: CircularReplication }')}---
apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseOperatorConfiguration
metadata: { name: operator }
spec: { label: { appendScope: "yes" } }
`,
  },
  {
    rule: 'tls/no-ports',
    fault: 'plain ports closed, none open',
    bad: chi('configuration: { clusters: [{ name: main, insecure: "no" }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: chi('configuration: { clusters: [{ name: main, insecure: "no", secure: "yes" }] }'),
  },
  {
    rule: 'tls/no-ports',
    fault: 'the same in a Keeper',
    bad: chk('configuration: { clusters: [{ name: main, insecure: "no" }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: chk('configuration: { clusters: [{ name: main }] }'),
  },
  {
    rule: 'tls/no-certificate',
    fault: 'no openSSL section',
    bad: chi('configuration: { clusters: [{ name: main, secure: "yes" }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: chi(`configuration: ${tls}`),
  },
  {
    rule: 'tls/dead-service',
    fault: 'the entry of the operator',
    bad: chi('configuration: { clusters: [{ name: main, secure: "yes", insecure: "no" }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: entry('{ port: 9440 }', '{ name: main, secure: "yes", insecure: "no" }'),
  },
  {
    rule: 'tls/dead-service',
    fault: 'a template with plain ports',
    bad: entry('{ port: 8123 }', '{ name: main, secure: "yes", insecure: "no" }'),
    at: ['/spec/templates/serviceTemplates/0/spec/ports'],
    good: entry('{ port: 8123 }', '{ name: main, secure: "yes" }'),
  },
];
