import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Identity,
  Keeper,
  ObjectStore,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** What belongs to a cloud: the bucket for old data, and who may write to it. */
function cloudOf(platform: Platform): { readonly store: ObjectStore; readonly identity?: Identity } {
  switch (platform.name) {
    case 'eks':
      return {
        store: ObjectStore.s3({ bucket: 'company-archive', region: 'eu-west-1' }),
        identity: Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse-archive'),
      };
    case 'gke':
      return {
        store: ObjectStore.gcs({ bucket: 'company-archive' }),
        identity: Identity.googleServiceAccount('clickhouse@company-data.iam.gserviceaccount.com'),
      };
    default:
      return {
        store: ObjectStore.s3({ bucket: 'archive', endpoint: 'http://minio.minio:9000', keys: { name: 'minio-keys' } }),
      };
  }
}

/** An archive: two volumes for new data, a bucket behind them, a machine for each server. */
export function archive(app: App, platform: Platform, operator?: Operator) {
  const { store, identity } = cloudOf(platform);
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'archive', { platform });
  const keeper = new Keeper(environment, 'keeper');
  return new ClickHouseCluster(environment, 'archive', {
    replication: { replicas: 2, keeper },
    instanceType: { eks: 'r7g.2xlarge', gke: 'n2-highmem-8' },
    storage: { size: '1Ti', volumes: 2, cold: { store, cache: '100Gi' } },
    identity,
    users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON archive.*'] } },
    databases: ['archive'],
  });
}
