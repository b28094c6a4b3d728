import { GkeCluster } from 'anyhouse/pulumi';

export const gke = new GkeCluster('prod', {
  project: 'my-project',
  zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
  pools: {
    system: { role: 'system', instanceType: 'n4-standard-2', nodesPerZone: { least: 1, most: 3 } },
    clickhouse: { role: 'clickhouse', instanceType: 'c4a-highmem-16', nodesPerZone: 2 },
    keeper: { role: 'keeper', instanceType: 'c4a-standard-2' },
  },
});
