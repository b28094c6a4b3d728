import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      templates: {
        volumeClaimTemplates: [
          {
            name: 'data',
            // expect: TS2353 'reclaimPolicy' does not exist in type 'PersistentVolumeClaimSpec'
            spec: { accessModes: ['ReadWriteOnce'], reclaimPolicy: 'Retain' },
          },
        ],
      },
    },
  });
}
