import { chi, type RuleCase } from '../rule-case';

const inherited = (own: string) => `${chi(own)}---
apiVersion: clickhouse.altinity.com/v1
kind: ClickHouseInstallationTemplate
metadata: { name: company }
spec: { templating: { policy: auto } }
`;

export const templateCases: readonly RuleCase[] = [
  {
    rule: 'templates/dangling-reference',
    fault: 'a misspelt pod template',
    bad: chi('{ defaults: { templates: { podTemplate: servers } }, templates: { podTemplates: [{ name: server }] } }'),
    at: ['/spec/defaults/templates/podTemplate'],
    good: chi('{ defaults: { templates: { podTemplate: server } }, templates: { podTemplates: [{ name: server }] } }'),
  },
  {
    rule: 'templates/dangling-reference',
    fault: 'references of a shard and a list of services',
    bad: chi(`
      defaults: { templates: { serviceTemplates: [entry, other] } }
      configuration:
        clusters:
          - { name: main, layout: { shards: [{ templates: { dataVolumeClaimTemplate: data } }] } }
      templates: { serviceTemplates: [{ name: entry }] }
    `),
    at: [
      '/spec/defaults/templates/serviceTemplates/1',
      '/spec/configuration/clusters/0/layout/shards/0/templates/dataVolumeClaimTemplate',
    ],
    good: chi(`
      defaults: { templates: { serviceTemplates: [entry, other] } }
      configuration:
        clusters:
          - { name: main, layout: { shards: [{ templates: { dataVolumeClaimTemplate: data } }] } }
      templates:
        serviceTemplates: [{ name: entry }, { name: other }]
        volumeClaimTemplates: [{ name: data }]
    `),
  },
  {
    rule: 'templates/dangling-reference',
    fault: 'a name that no template of the company could add',
    bad: chi('defaults: { templates: { podTemplate: server } }'),
    at: ['/spec/defaults/templates/podTemplate'],
    good: inherited('defaults: { templates: { podTemplate: server } }'),
  },
  {
    rule: 'templates/duplicate',
    fault: 'two pod templates of one name',
    bad: chi('templates: { podTemplates: [{ name: server }, { name: server }] }'),
    at: ['/spec/templates/podTemplates/1/name'],
    good: chi('templates: { podTemplates: [{ name: server }], serviceTemplates: [{ name: server }] }'),
  },
  {
    rule: 'templates/unused',
    fault: 'a service template that nothing names',
    bad: chi('templates: { serviceTemplates: [{ name: entry }] }'),
    at: ['/spec/templates/serviceTemplates/0/name'],
    good: chi(
      '{ defaults: { templates: { serviceTemplate: entry } }, templates: { serviceTemplates: [{ name: entry }] } }',
    ),
  },
  {
    rule: 'templates/unused',
    fault: 'a claim template that no container mounts',
    bad: chi('templates: { volumeClaimTemplates: [{ name: disk }] }'),
    at: ['/spec/templates/volumeClaimTemplates/0/name'],
    good: chi(`
      defaults: { templates: { podTemplate: server } }
      templates:
        podTemplates:
          - { name: server, spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: disk, mountPath: /disk }] }] } }
        volumeClaimTemplates: [{ name: disk }]
    `),
  },
  {
    rule: 'templates/dangling-mount',
    fault: 'a mount of a volume that nobody defines',
    bad: chi(`
      templates:
        podTemplates:
          - { name: server, spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: cache, mountPath: /cache }] }] } }
    `),
    at: ['/spec/templates/podTemplates/0/spec/containers/0/volumeMounts/0/name'],
    good: chi(`
      templates:
        podTemplates:
          - name: server
            spec:
              containers: [{ name: clickhouse, volumeMounts: [{ name: cache, mountPath: /cache }] }]
              volumes: [{ name: cache, emptyDir: {} }]
    `),
  },
  {
    rule: 'templates/dangling-mount',
    fault: 'a mount that stands for no file from a Secret',
    bad: chi(`
      templates:
        podTemplates:
          - { name: server, spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: servercrt, mountPath: /tls }] }] } }
    `),
    at: ['/spec/templates/podTemplates/0/spec/containers/0/volumeMounts/0/name'],
    good: chi(`
      configuration: { files: { server.crt: { valueFrom: { secretKeyRef: { name: tls, key: tls.crt } } } } }
      templates:
        podTemplates:
          - { name: server, spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: servercrt, mountPath: /tls }] }] } }
    `),
  },
];
