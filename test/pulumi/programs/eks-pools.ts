import { EksCluster } from 'anyhouse/pulumi';

export const eks = new EksCluster('prod', {
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  version: '1.34',
  access: { endpoint: 'public', allow: ['203.0.113.0/24'] },
  administrators: { platform: 'arn:aws:iam::123456789012:role/platform' },
  pools: {
    system: { role: 'system', instanceType: 'm7g.large', nodesPerZone: { least: 1, most: 3 } },
    clickhouse: { role: 'clickhouse', instanceType: 'r8g.4xlarge', nodesPerZone: 2, diskGibibytes: 100 },
    keeper: { role: 'keeper', instanceType: 'm7g.large' },
  },
});
