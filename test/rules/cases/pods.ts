import { chi, chk, files, type RuleCase } from '../rule-case';

const containers = (text: string) => `
  defaults: { templates: { podTemplate: server } }
  templates: { podTemplates: [{ name: server, spec: { containers: [${text}] } }] }
`;
const image = (name: string) => chi(containers(`{ name: clickhouse, image: '${name}' }`));
const resources = (text: string) =>
  chi(containers(`{ name: clickhouse, image: 'clickhouse/clickhouse-server:26.3', resources: ${text} }`));
const first = '/spec/templates/podTemplates/0/spec/containers/0';
const metadata = (text: string) => `
  apiVersion: clickhouse.altinity.com/v1
  kind: ClickHouseInstallation
  metadata: { name: events, namespace: analytics, ${text} }
  spec: {}
`;

const deployment = (container: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: clickhouse, namespace: analytics }
spec: { template: { spec: { containers: [{ name: clickhouse, ${container} }] } } }
`;

const starting = (command: string, kind = chi) =>
  kind(`
    templates:
      podTemplates:
        - name: server
          spec: { initContainers: [{ name: prepare, image: "busybox:1.37", command: [sh, -c, "${command}"] }] }
  `);

export const podCases: readonly RuleCase[] = [
  {
    rule: 'images/pinned',
    fault: 'latest',
    bad: image('clickhouse/clickhouse-server:latest'),
    at: [`${first}/image`],
    good: image('clickhouse/clickhouse-server:26.3'),
  },
  {
    rule: 'images/pinned',
    fault: 'no tag',
    bad: image('registry:5000/clickhouse-server'),
    at: [`${first}/image`],
    good: image(`clickhouse-server@sha256:${'0'.repeat(64)}`),
  },
  {
    rule: 'images/pinned',
    fault: 'no pod template',
    bad: chi('configuration: { clusters: [{ name: main }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: image('clickhouse/clickhouse-server:26.3'),
  },
  {
    rule: 'images/pinned',
    fault: 'a pod template without containers',
    bad: chk(containers('')),
    at: ['/spec/templates/podTemplates/0'],
    good: chk(containers("{ name: clickhouse-keeper, image: 'clickhouse/clickhouse-keeper:26.3' }")),
  },
  {
    rule: 'images/reference',
    fault: 'a space',
    bad: image('clickhouse server'),
    at: [`${first}/image`],
    good: image('clickhouse/clickhouse-server:26.3'),
  },
  {
    rule: 'images/reference',
    fault: 'no image at all',
    bad: chi(containers('{ name: clickhouse }')),
    at: [first],
    good: image('clickhouse/clickhouse-server:26.3'),
  },
  {
    rule: 'images/too-old',
    fault: 'ClickHouse 21.8',
    bad: image('clickhouse/clickhouse-server:21.8.15.7'),
    at: [`${first}/image`],
    good: image('clickhouse/clickhouse-server:21.11'),
  },
  {
    rule: 'images/known-bad',
    fault: 'a server whose DDL queue the operator does not know',
    context: { operator: { version: '0.25.6', namespace: 'operators', watches: [] } },
    bad: image('clickhouse/clickhouse-server:25.8.12.5'),
    at: [`${first}/image`],
    good: image('clickhouse/clickhouse-server:25.3.14.14'),
  },
  {
    rule: 'images/known-bad',
    fault: 'the same without the setting that helps',
    context: { operator: { version: '0.25.6', namespace: 'operators', watches: [] } },
    bad: image('clickhouse/clickhouse-server:26.3.33.24'),
    at: [`${first}/image`],
    good: chi(
      `${containers("{ name: clickhouse, image: 'clickhouse/clickhouse-server:26.3.33.24' }")}  configuration: { settings: { distributed_ddl/replicas_path: /clickhouse/events/task_queue/replicas } }`,
    ),
  },
  {
    rule: 'pods/resources',
    fault: 'no resources',
    bad: resources('{}'),
    at: [first],
    good: resources('{ limits: { cpu: 1, memory: 1Gi } }'),
  },
  {
    rule: 'pods/resources',
    fault: 'no limit of memory',
    bad: resources('{ requests: { cpu: 1, memory: 1Gi } }'),
    at: [first],
    good: resources('{ requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi } }'),
  },
  {
    rule: 'pods/log-container',
    fault: 'a log volume without a container that reads it',
    bad: chi(`
      defaults: { templates: { podTemplate: server, logVolumeClaimTemplate: logs } }
      templates:
        podTemplates: [{ name: server, spec: { containers: [{ name: clickhouse }] } }]
        volumeClaimTemplates: [{ name: logs }]
    `),
    at: ['/spec/templates/podTemplates/0'],
    good: chi(`
      defaults: { templates: { podTemplate: server, logVolumeClaimTemplate: logs } }
      templates:
        podTemplates: [{ name: server, spec: { containers: [{ name: clickhouse }, { name: clickhouse-log }] } }]
        volumeClaimTemplates: [{ name: logs }]
    `),
  },
  {
    rule: 'labels/reserved',
    fault: 'a label of the operator',
    bad: metadata('labels: { clickhouse.altinity.com/ready: "yes" }'),
    at: ['/metadata/labels/clickhouse.altinity.com~1ready'],
    good: metadata('labels: { clickhouse.altinity.com/chi: events }'),
  },
  {
    rule: 'labels/reserved',
    fault: 'an annotation of the operator in a pod template',
    bad: chi(
      'templates: { podTemplates: [{ name: server, metadata: { annotations: { clickhouse-keeper.altinity.com/chk: a } } }] }',
    ),
    at: ['/spec/templates/podTemplates/0/metadata/annotations/clickhouse-keeper.altinity.com~1chk'],
    good: chi('templates: { podTemplates: [{ name: server, metadata: { annotations: { example.com/chk: a } } }] }'),
  },
  {
    rule: 'labels/version',
    fault: 'the version of a chart',
    bad: metadata('labels: { helm.sh/chart: events-1.2.3 }'),
    at: ['/metadata/labels/helm.sh~1chart'],
    good: metadata('labels: { app.kubernetes.io/name: events }'),
  },
  {
    rule: 'lifecycle/restart',
    fault: 'restart left in',
    bad: chi('restart: RollingUpdate'),
    at: ['/spec/restart'],
    good: chi('restart: ""'),
  },
  {
    rule: 'lifecycle/wait-ignored',
    fault: 'waits that only the operator can be told, in the old spelling, too',
    bad: chi(`
      reconciling: { host: { wait: { replicas: { all: "yes" } } } }
      configuration:
        clusters: [{ name: main, reconcile: { host: { wait: { exclude: "no", probes: { startup: "yes" } } } } }]
    `),
    at: ['/spec/reconciling/host/wait/replicas', '/spec/configuration/clusters/0/reconcile/host/wait/exclude'],
    good: chi('reconcile: { policy: wait, host: { wait: { probes: { startup: "yes" } } } }'),
  },
  {
    rule: 'pods/interchangeable',
    fault: 'a server in a Deployment',
    bad: deployment('image: "clickhouse/clickhouse-server:26.3.33.24"'),
    at: ['/spec/template/spec/containers/0/image'],
    good: deployment('image: "clickhouse/clickhouse-server:26.3.33.24", command: [clickhouse-client]'),
  },
  {
    rule: 'pods/deleting-start',
    fault: 'an init container that empties the volume',
    bad: starting('rm -rf /var/lib/clickhouse/*'),
    at: ['/spec/templates/podTemplates/0/spec/initContainers/0'],
    good: starting('mkdir -p /var/lib/clickhouse/preprocessed && rm -rf /tmp/cache'),
  },
  {
    rule: 'pods/deleting-start',
    fault: 'a Keeper whose log is found and deleted',
    bad: starting('find /var/lib/clickhouse-keeper -type f -delete', chk),
    at: ['/spec/templates/podTemplates/0/spec/initContainers/0'],
    good: starting('find /var/lib/clickhouse-keeper -type f', chk),
  },
  {
    rule: 'lifecycle/paused',
    fault: 'stop and suspend',
    bad: chi('{ stop: "yes", suspend: "True", troubleshoot: "no" }'),
    at: ['/spec/stop', '/spec/suspend'],
    good: chi('{ stop: "no" }'),
  },
  {
    rule: 'disruption/two-budgets',
    fault: 'a budget beside that of the operator',
    bad: files(chi('configuration: { clusters: [{ name: main }] }'), budget('analytics')),
    at: ['/spec/configuration/clusters/0'],
    good: files(chi('configuration: { clusters: [{ name: main, pdbManaged: "no" }] }'), budget('analytics')),
  },
  {
    rule: 'disruption/two-budgets',
    fault: 'a budget in the same namespace',
    bad: files(
      chk('configuration: { clusters: [{ name: main }] }'),
      budget(
        'analytics',
        'podSelector: {}, selector: { matchExpressions: [{ key: clickhouse-keeper.altinity.com/chk, operator: Exists }] }',
      ),
    ),
    at: ['/spec/configuration/clusters/0'],
    good: files(
      chk('configuration: { clusters: [{ name: main }] }'),
      budget(
        'other',
        'selector: { matchExpressions: [{ key: clickhouse-keeper.altinity.com/chk, operator: Exists }] }',
      ),
    ),
  },
  {
    rule: 'disruption/budget-too-large',
    fault: 'both replicas of a shard',
    bad: chi('configuration: { clusters: [{ name: main, pdbMaxUnavailable: 2, layout: { replicasCount: 2 } }] }'),
    at: ['/spec/configuration/clusters/0/pdbMaxUnavailable'],
    good: chi('configuration: { clusters: [{ name: main, pdbMaxUnavailable: 1, layout: { replicasCount: 2 } }] }'),
  },
  {
    rule: 'disruption/budget-too-large',
    fault: 'two of three Keepers',
    bad: chk('configuration: { clusters: [{ name: main, pdbMaxUnavailable: 2, layout: { replicasCount: 3 } }] }'),
    at: ['/spec/configuration/clusters/0/pdbMaxUnavailable'],
    good: chk('configuration: { clusters: [{ name: main, pdbMaxUnavailable: 2, layout: { replicasCount: 5 } }] }'),
  },
];

function budget(
  namespace: string,
  selector = 'selector: { matchLabels: { clickhouse.altinity.com/chi: events } }',
): string {
  return `
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: { name: events, namespace: ${namespace} }
    spec: { maxUnavailable: 1, ${selector} }
  `;
}
