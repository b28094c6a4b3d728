import { altinity, type Environment } from 'anyhouse';

const spec: altinity.ClickHouseInstallationSpec = {
  configuration: {
    clusters: [{ name: 'main', secret: { auto: 'yes' }, layout: { shardsCount: 2, replicasCount: 2 } }],
    settings: { 'logger/level': 'information', max_connections: 100 },
    users: {
      'app/networks/ip': ['10.0.0.0/8'],
      'app/password_sha256_hex': { valueFrom: { secretKeyRef: { name: 'app', key: 'hash' } } },
    },
    zookeeper: { keeper: { name: 'keeper' } },
  },
  defaults: { templates: { podTemplate: 'server', dataVolumeClaimTemplate: 'data' } },
  reconcile: { host: { hooks: { post: [{ events: ['HostCreate', 'HostUpdate'], sql: { queries: ['SELECT 1'] } }] } } },
  templates: {
    podTemplates: [
      {
        name: 'server',
        spec: { containers: [{ name: 'clickhouse', image: 'clickhouse/clickhouse-server:25.8.2.29' }] },
      },
    ],
    volumeClaimTemplates: [
      { name: 'data', reclaimPolicy: 'Retain', spec: { resources: { requests: { storage: '10Gi' } } } },
    ],
  },
};

export function build(environment: Environment) {
  const installation = new altinity.ClickHouseInstallation(environment, 'events', {
    spec,
    extra: { somethingNew: { enabled: true } },
    operatorVersion: '0.27.2',
  });
  return installation.topology.hosts.map(({ fqdn }) => fqdn);
}
