import { stringify } from 'yaml';
import type { LiveObject } from '../../../src/tools/cluster/cluster';
import type { Holdings } from '../fake-cluster';

const context = {
  stage: 'production',
  networkPolicy: 'enforced',
  operator: { version: '0.27.2', namespace: 'clickhouse-operator', watches: ['.*'] },
};
/** The namespace of the manifests, with what they say about their place. */
export const namespace = (given: object = context) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'data', annotations: { 'anyhouse.dev/context': JSON.stringify(given) } },
});
const inZone = (zone: string) => ({ key: 'topology.kubernetes.io/zone', values: [zone] });
/** An installation with one replica in each of two zones. */
export const installation = (storageClassName = 'fast') => ({
  apiVersion: 'clickhouse.altinity.com/v1',
  kind: 'ClickHouseInstallation',
  metadata: { name: 'events', namespace: 'data' },
  spec: {
    configuration: {
      clusters: [
        {
          name: 'main',
          layout: {
            shards: [{ replicas: [{ templates: { podTemplate: 'a' } }, { templates: { podTemplate: 'b' } }] }],
          },
        },
      ],
    },
    templates: {
      podTemplates: ['a', 'b'].map((zone) => ({
        name: zone,
        zone: inZone(zone),
        spec: { tolerations: [{ key: 'pool', operator: 'Exists' }] },
      })),
      volumeClaimTemplates: [{ name: 'data', spec: { storageClassName } }],
    },
  },
});

/** A node that is ready. */
export const node = (zone: string, spec: object = {}, labels: object = {}): LiveObject => ({
  metadata: { name: `node-${zone}`, labels: { 'topology.kubernetes.io/zone': zone, ...labels } },
  spec,
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
});
/** A storage class that keeps volumes. */
export const fast: LiveObject = {
  metadata: { name: 'fast' },
  provisioner: 'ebs.csi.aws.com',
  reclaimPolicy: 'Retain',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
};
/** The definition of ClickHouse installations, of a release. */
export const definition = (version: string): LiveObject => ({
  metadata: {
    name: 'clickhouseinstallations.clickhouse.altinity.com',
    labels: { 'clickhouse.altinity.com/chop': version },
  },
});
/** An operator. */
export const deployment = (
  image = 'altinity/clickhouse-operator:0.27.2',
  where = 'clickhouse-operator',
  env: object[] = [],
): LiveObject => ({
  metadata: { name: 'clickhouse-operator', namespace: where },
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'op', image, env, volumeMounts: [{ name: 'etc', mountPath: '/etc/clickhouse-operator' }] },
        ],
        volumes: [{ name: 'etc', configMap: { name: 'files' } }],
      },
    },
  },
  status: { availableReplicas: 1 },
});
/** Its configuration. */
export const config = (watch: unknown, where = 'clickhouse-operator'): LiveObject => ({
  metadata: { name: 'files', namespace: where },
  data: {
    'config.yaml': stringify({ watch: { namespaces: watch }, clickhouse: { access: { secret: { name: 'account' } } } }),
  },
});
/** Its account in the databases. */
export const account = (password: string): LiveObject => ({
  metadata: { name: 'account', namespace: 'clickhouse-operator' },
  data: { password: Buffer.from(password).toString('base64') },
});

/** A cluster that is ready for the manifests. */
export const healthy: Holdings = {
  Node: [node('a'), node('b')],
  StorageClass: [fast],
  CSIDriver: [{ metadata: { name: 'ebs.csi.aws.com' } }],
  CustomResourceDefinition: [definition('0.27.2')],
  Deployment: [deployment()],
  ConfigMap: [config({ include: ['.*'] })],
  Secret: [account('own'), { metadata: { name: 'clickhouse-operator-credentials', namespace: 'clickhouse-operator' } }],
  DaemonSet: [{ metadata: { name: 'cilium', namespace: 'kube-system' } }],
};
