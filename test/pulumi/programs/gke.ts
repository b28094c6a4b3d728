import { ClickHouseCluster, ClusterServices, Environment, Keeper } from 'anyhouse';
import { Cdk8sApp, GkeCluster } from 'anyhouse/pulumi';

const gke = new GkeCluster('prod', {
  project: 'my-project',
  zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
});

const backup = gke.backups?.grant('backup', { namespace: 'analytics', serviceAccount: 'backup', rights: 'write' });

const analytics = new Cdk8sApp(
  'analytics',
  {
    provider: gke.provider,
    build: (app) => {
      new ClusterServices(app, 'services', { platform: gke.platform });
      const environment = new Environment(app, 'analytics', { platform: gke.platform });
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

export const kubeconfig = gke.kubeconfig;
export const bucket = gke.backups?.bucket;
export const url = analytics.result.endpoints.http.url;
