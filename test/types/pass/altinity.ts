import { altinity, type Environment } from 'anyhouse';

/** The resource itself, with what is newer than this library in `extra`. */
export function build(environment: Environment, shards: number): readonly string[] {
  const installation = new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      configuration: {
        clusters: [{ name: 'main', layout: { shardsCount: shards }, pdbManaged: 'no' }],
        settings: { 'logger/level': 'information' },
      },
      defaults: { storageManagement: { provisioner: 'Operator', reclaimPolicy: 'Retain' } },
      templates: {
        podTemplates: [
          { name: 'server', spec: { containers: [{ name: 'clickhouse', resources: { limits: { cpu: '1' } } }] } },
        ],
      },
    },
    extra: { configuration: { newerThanThisLibrary: 'yes' } },
    operatorVersion: '0.26.0',
  });
  return altinity.topologyOf(installation.toJson()).hosts.map(({ fqdn }) => fqdn);
}
