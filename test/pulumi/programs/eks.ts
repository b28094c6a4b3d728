import { ClickHouseCluster, ClusterServices, Environment, Keeper } from 'anyhouse';
import { Cdk8sApp, EksCluster } from 'anyhouse/pulumi';

const eks = new EksCluster('prod', {
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  access: { endpoint: 'public', allow: ['203.0.113.0/24'] },
});

const backup = eks.backups?.grant('backup', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });

const analytics = new Cdk8sApp(
  'analytics',
  {
    provider: eks.provider,
    build: (app) => {
      new ClusterServices(app, 'services', { platform: eks.platform });
      const environment = new Environment(app, 'analytics', { platform: eks.platform });
      const keeper = new Keeper(environment, 'keeper');
      return new ClickHouseCluster(environment, 'events', {
        replication: { replicas: 3, keeper },
        storage: { size: '500Gi' },
        users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON events.*'] } },
        databases: ['events'],
      });
    },
  },
  { dependsOn: backup },
);

export const kubeconfig = eks.kubeconfig;
export const bucket = eks.backups?.bucket;
export const url = analytics.result.endpoints.http.url;
