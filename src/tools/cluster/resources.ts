/** Where the API server has the objects of a kind, and whether they have a namespace. */
const resources = {
  Certificate: ['apis/cert-manager.io/v1', 'certificates', 'namespaced'],
  ClickHouseInstallation: ['apis/clickhouse.altinity.com/v1', 'clickhouseinstallations', 'namespaced'],
  ClickHouseKeeperInstallation: [
    'apis/clickhouse-keeper.altinity.com/v1',
    'clickhousekeeperinstallations',
    'namespaced',
  ],
  ClusterIssuer: ['apis/cert-manager.io/v1', 'clusterissuers', 'cluster'],
  ConfigMap: ['api/v1', 'configmaps', 'namespaced'],
  CSIDriver: ['apis/storage.k8s.io/v1', 'csidrivers', 'cluster'],
  CustomResourceDefinition: ['apis/apiextensions.k8s.io/v1', 'customresourcedefinitions', 'cluster'],
  DaemonSet: ['apis/apps/v1', 'daemonsets', 'namespaced'],
  Deployment: ['apis/apps/v1', 'deployments', 'namespaced'],
  Event: ['api/v1', 'events', 'namespaced'],
  Issuer: ['apis/cert-manager.io/v1', 'issuers', 'namespaced'],
  Job: ['apis/batch/v1', 'jobs', 'namespaced'],
  Namespace: ['api/v1', 'namespaces', 'cluster'],
  Node: ['api/v1', 'nodes', 'cluster'],
  PersistentVolumeClaim: ['api/v1', 'persistentvolumeclaims', 'namespaced'],
  Pod: ['api/v1', 'pods', 'namespaced'],
  Secret: ['api/v1', 'secrets', 'namespaced'],
  StatefulSet: ['apis/apps/v1', 'statefulsets', 'namespaced'],
  StorageClass: ['apis/storage.k8s.io/v1', 'storageclasses', 'cluster'],
} as const satisfies Readonly<Record<string, readonly [root: string, plural: string, scope: 'namespaced' | 'cluster']>>;

/** A kind that can be read from a cluster. */
export type ResourceKind = keyof typeof resources;

/** Path of a list, or of one object. */
export function pathOf(kind: ResourceKind, namespace?: string, name?: string): string {
  const [root, plural, scope] = resources[kind];
  const place = scope === 'namespaced' && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `/${root}${place}/${plural}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
}
