import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    // expect: TS2353 'reclaimPolicy' does not exist in type 'PersistentVolumeClaimSpec'
    spec: { templates: { volumeClaimTemplates: [{ name: 'data', spec: { reclaimPolicy: 'Retain' } }] } },
  });
}
