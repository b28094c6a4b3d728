import { EksCluster } from 'anyhouse/pulumi';

export const eks = new EksCluster('try', {
  zones: ['eu-west-1a'],
  stage: 'development',
  access: { endpoint: 'public', allow: ['203.0.113.0/24'] },
  backups: { onDestroy: 'delete' },
});
