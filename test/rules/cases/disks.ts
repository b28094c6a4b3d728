import { chi, type RuleCase } from '../rule-case';

const base = `
  defaults: { templates: { dataVolumeClaimTemplate: data, podTemplate: server } }
  templates:
    podTemplates:
      - name: server
        spec: { containers: [{ name: clickhouse, volumeMounts: [{ name: data-1, mountPath: /var/lib/clickhouse-1/ }] }] }
    volumeClaimTemplates: [{ name: data }, { name: data-1 }]
`;
const withFile = (disks: string) =>
  chi(`
  ${base.trim()}
  configuration:
    files:
      config.d/disks.xml: |
        <clickhouse><storage_configuration><disks>${disks}</disks></storage_configuration></clickhouse>
`);
const file = '/spec/configuration/files/config.d~1disks.xml';

const withClass = (name: string) => `${chi(`
  templates:
    volumeClaimTemplates: [{ name: data, spec: { volumeAttributesClassName: ${name} } }]
`)}
---
apiVersion: storage.k8s.io/v1
kind: VolumeAttributesClass
metadata: { name: fast }
driverName: ebs.csi.aws.com
parameters: { iops: "6000" }
`;

export const diskCases: readonly RuleCase[] = [
  {
    rule: 'storage/attributes-unknown',
    fault: 'a misspelt name',
    bad: withClass('fasst'),
    at: ['/spec/templates/volumeClaimTemplates/0/spec/volumeAttributesClassName'],
    good: withClass('fast'),
  },
  {
    rule: 'storage/plain-keys',
    fault: 'a key in a file',
    bad: withFile('<cold><type>s3</type><secret_access_key>abc</secret_access_key></cold>'),
    at: [file],
    good: withFile('<cold><type>s3</type><secret_access_key from_env="KEY"/></cold>'),
  },
  {
    rule: 'storage/plain-keys',
    fault: 'a key among the settings of a shard',
    bad: chi(`
      configuration:
        clusters:
          - name: main
            layout: { shards: [{ settings: { storage_configuration/disks/cold/account_key: abc } }] }
    `),
    at: ['/spec/configuration/clusters/0/layout/shards/0/settings/storage_configuration~1disks~1cold~1account_key'],
    good: chi(`
      configuration:
        settings: { storage_configuration/disks/cold/account_key: { valueFrom: { secretKeyRef: { name: a, key: b } } } }
    `),
  },
  {
    rule: 'storage/unmounted-disk',
    fault: 'a disk beside the volume that was meant',
    bad: withFile('<data_1><path>/var/lib/clickhouse1/</path></data_1>'),
    at: [file],
    good: withFile(
      '<data_1><keep_free_space_bytes>1</keep_free_space_bytes><path>/var/lib/clickhouse-1/</path></data_1>',
    ),
  },
  {
    rule: 'storage/unmounted-disk',
    fault: 'a local disk by type',
    bad: withFile('<a><type>local</type><path>/disks/a</path></a><b><path>/var/lib/clickhouse/b/</path></b>'),
    at: [file],
    good: withFile('<a><type>cache</type><path>/disks/a</path></a><b><path>/var/lib/clickhouse/b/</path></b>'),
  },
];
