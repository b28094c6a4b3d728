import { chi, chk, type RuleCase } from '../rule-case';

const claim = (more: string, spec = 'resources: { requests: { storage: 10Gi } }', defaults = '') => `
  defaults: { ${defaults} templates: { dataVolumeClaimTemplate: data } }
  templates: { volumeClaimTemplates: [{ name: data, ${more} spec: { ${spec} } }] }
`;
const mounted = (path: string, volume: string, claims = '') => `
  defaults: { templates: { podTemplate: server } }
  templates:
    podTemplates:
      - name: server
        spec:
          containers: [{ name: clickhouse, volumeMounts: [{ name: disk, mountPath: ${path} }] }]
          volumes: [${volume}]
    volumeClaimTemplates: [${claims}]
`;
const template = '/spec/templates/volumeClaimTemplates/0';

export const storageCases: readonly RuleCase[] = [
  {
    rule: 'storage/no-volume',
    fault: 'a claim template that nothing links',
    bad: chi('templates: { volumeClaimTemplates: [{ name: data }] }'),
    at: ['/spec'],
    good: chi(claim('')),
  },
  {
    rule: 'storage/no-volume',
    fault: 'a link that leads nowhere, in one of two clusters',
    bad: chi(`
      configuration:
        clusters:
          - { name: one, templates: { dataVolumeClaimTemplate: data } }
          - { name: two, templates: { dataVolumeClaimTemplate: date } }
      templates: { volumeClaimTemplates: [{ name: data }] }
    `),
    at: ['/spec/configuration/clusters/1'],
    good: chi(`
      configuration:
        clusters:
          - { name: one, templates: { dataVolumeClaimTemplate: data } }
          - { name: two, templates: { volumeClaimTemplate: data } }
      templates: { volumeClaimTemplates: [{ name: data }] }
    `),
  },
  {
    rule: 'storage/no-volume',
    fault: 'a volume somewhere else',
    bad: chi(mounted('/disk', '', '{ name: disk }')),
    at: ['/spec'],
    good: chi(mounted('/var/lib/clickhouse/', '', '{ name: disk }')),
  },
  {
    rule: 'storage/no-volume',
    fault: 'a Keeper without a data template',
    bad: chk('configuration: { clusters: [{ name: main, layout: { replicasCount: 3 } }] }'),
    at: ['/spec/configuration/clusters/0'],
    good: chk(claim('')),
  },
  {
    rule: 'storage/no-volume',
    fault: 'a data directory that was moved away from the volume',
    bad: chi(`${mounted('/var/lib/clickhouse', '', '{ name: disk }')}  configuration: { settings: { path: /disk/ } }`),
    at: ['/spec'],
    good: chi(`${mounted('/disk', '', '{ name: disk }')}  configuration: { settings: { path: /disk/ } }`),
  },
  {
    rule: 'storage/ephemeral',
    fault: 'an emptyDir under the data directory',
    bad: chi(mounted('/var/lib/clickhouse', '{ name: disk, emptyDir: {} }')),
    at: ['/spec'],
    good: chi(mounted('/var/lib/clickhouse', '{ name: disk, hostPath: { path: /disk } }')),
  },
  {
    rule: 'storage/no-retain',
    fault: 'a claim template that says nothing',
    bad: chi(claim('')),
    at: [template],
    good: chi(claim('reclaimPolicy: Retain,')),
  },
  {
    rule: 'storage/no-retain',
    fault: 'a Keeper without a policy in the claim template or the defaults',
    bad: chk(claim('')),
    at: [template],
    good: chk(claim('', '', 'storageManagement: { reclaimPolicy: Retain },')),
  },
  {
    rule: 'storage/no-retain',
    fault: 'a disk that a container mounts, but not the log volume beside it',
    bad: chi(`
      defaults: { templates: { podTemplate: server, logVolumeClaimTemplate: logs } }
      templates:
        podTemplates:
          - { name: server, spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: disk, mountPath: /disk }] }] } }
        volumeClaimTemplates: [{ name: disk }, { name: logs }]
    `),
    at: [template],
    good: chi(mounted('/var/log/clickhouse-server', '', '{ name: disk }')),
  },
  {
    rule: 'storage/delete',
    fault: 'Delete in the claim template, which beats the defaults',
    bad: chi(claim('reclaimPolicy: Delete,', '', 'storageManagement: { reclaimPolicy: Retain },')),
    at: [`${template}/reclaimPolicy`],
    good: chi(claim('reclaimPolicy: Retain,', '', 'storageManagement: { reclaimPolicy: Delete },')),
  },
  {
    rule: 'storage/reclaim-inside-spec',
    fault: 'reclaimPolicy inside of spec',
    bad: chi(claim('', 'reclaimPolicy: Retain')),
    at: [`${template}/spec/reclaimPolicy`],
    good: chi(claim('reclaimPolicy: Retain,', '')),
  },
  {
    rule: 'storage/size',
    fault: 'no size',
    bad: chi(claim('', 'accessModes: [ReadWriteOnce]')),
    at: [`${template}/spec`],
    good: chi(claim('')),
  },
  {
    rule: 'storage/size',
    fault: 'a negative size',
    bad: chi(claim('', 'resources: { requests: { storage: -1Gi } }')),
    at: [`${template}/spec/resources/requests/storage`],
    good: chi(claim('', 'resources: { requests: { storage: 1.5T } }')),
  },
  {
    rule: 'storage/provisioner',
    fault: 'volumes of a StatefulSet',
    bad: chi(claim('')),
    at: [template],
    good: chi(claim('', '', 'storageManagement: { provisioner: Operator },')),
  },
];
