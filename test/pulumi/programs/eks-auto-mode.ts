import { EksCluster } from 'anyhouse/pulumi';

export const eks = new EksCluster('prod', {
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  mode: 'auto',
  access: { endpoint: 'public', allow: ['203.0.113.0/24'] },
});
