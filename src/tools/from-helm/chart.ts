/**
 * Altinity's chart for ClickHouse, as it was read: release 0.3.12, commit b335555c of Altinity/helm-charts, the files
 * `values.yaml`, `values.schema.json` and `templates`. For a newer one, write its values to
 * `test/tools/from-helm/chart-defaults.json` first: the tests then name what has no place yet.
 * @see https://github.com/Altinity/helm-charts/tree/main/charts/clickhouse
 */
export const chart = { name: 'clickhouse', version: '0.3.12', appVersion: '25.3.6.10034' } as const;

const tag = '25.3.6.10034.altinitystable';
const emptyXml = '<clickhouse>\n</clickhouse>\n';

/** A value of the chart. */
export type ChartValue = string | number | boolean | readonly unknown[] | { readonly [key: string]: ChartValue };

/**
 * What holds unless values say otherwise. Empty lists and maps may hold anything. Two values that templates read are not
 * in the chart's own file: `livenessProbe` and `persistence.logs.storageClass`.
 */
export const chartDefaults = {
  nameOverride: '',
  fullnameOverride: '',
  namespaceDomainPattern: '',
  clickhouse: {
    defaultUser: { password: '', password_secret_name: '', allowExternalAccess: false, hostIP: '127.0.0.1/32' },
    users: [],
    profiles: {},
    settings: {},
    replicasCount: 1,
    shardsCount: 1,
    clusterSecret: {
      enabled: false,
      secure: false,
      auto: true,
      value: '',
      valueFrom: { secretKeyRef: { name: '', key: 'secret' } },
    },
    zones: [],
    antiAffinity: false,
    antiAffinityScope: 'ClickHouseInstallation',
    keeper: { host: '', port: 2181 },
    persistence: {
      enabled: true,
      size: '10Gi',
      accessMode: 'ReadWriteOnce',
      storageClass: '',
      logs: { enabled: false, size: '10Gi', accessMode: 'ReadWriteOnce', storageClass: '' },
    },
    image: { repository: 'altinity/clickhouse-server', pullPolicy: 'IfNotPresent', tag },
    service: { type: 'ClusterIP', serviceAnnotations: {}, serviceLabels: {} },
    lbService: { enabled: false, loadBalancerSourceRanges: [], serviceAnnotations: {}, serviceLabels: {} },
    imagePullSecrets: [],
    serviceAccount: { create: false, annotations: {}, name: '' },
    podAnnotations: {},
    podLabels: {},
    podSecurityContext: {},
    securityContext: {},
    nodeSelector: {},
    tolerations: [],
    affinity: {},
    topologySpreadConstraints: [],
    extraPorts: [],
    extraConfig: emptyXml,
    extraUsers: emptyXml,
    configurationFiles: {},
    extraContainers: [],
    extraVolumes: [],
    extraVolumeMounts: [],
    initScripts: { enabled: false, configMapName: '', alwaysRun: true },
    resources: {},
    livenessProbe: {},
  },
  keeper: {
    enabled: false,
    replicaCount: 3,
    image: 'altinity/clickhouse-keeper',
    tag,
    settings: {},
    localStorage: { size: '5Gi', storageClass: '' },
    nodeSelector: {},
    tolerations: [],
    podAnnotations: {},
    volumeClaimAnnotations: {},
    zoneSpread: false,
    metricsPort: '',
    resources: { cpuRequestsMs: 100, memoryRequestsMiB: '512Mi', cpuLimitsMs: 500, memoryLimitsMiB: '1Gi' },
    podSecurityContext: {},
    securityContext: {},
  },
  operator: { enabled: true },
} as const satisfies ChartValue;
