import { ClickHouseCluster, ClusterServices, Environment, Keeper, Operator, type Platform } from 'anyhouse';
import type { App } from 'cdk8s';

const images = { registry: 'registry.example.com/mirror', pullSecrets: ['registry'] };

/** A warehouse on nodes of its own, from a private registry, delivered by Argo CD, with a volume for logs. */
export function warehouse(
  app: App,
  platform: Platform,
  operator = Operator.argoCd({ watches: ['warehouse'], images }),
) {
  new ClusterServices(app, 'services', { platform, operator, gitops: 'argocd' });
  const environment = new Environment(app, 'warehouse', {
    platform,
    gitops: 'argocd',
    labels: { 'example.com/cost-centre': '4711' },
    images,
    access: {
      view: [{ kind: 'Group', name: 'analysts' }],
      operate: [{ kind: 'Group', name: 'data-platform' }],
      own: [{ kind: 'User', name: 'dba@example.com' }],
    },
  });
  const pool = { labels: { dedicated: 'clickhouse' }, taint: 'dedicated=clickhouse:NoSchedule' };
  const keeper = new Keeper(environment, 'keeper', {
    placement: { pool: { labels: { dedicated: 'keeper' }, taint: 'dedicated=keeper:NoSchedule' } },
  });
  return new ClickHouseCluster(environment, 'facts', {
    shards: 3,
    replication: { replicas: 2, keeper },
    storage: { size: '2Ti' },
    logs: { size: '20Gi' },
    resources: { cpu: '14', memory: '56Gi' },
    placement: { pool, disruption: 'never' },
    clients: [{ namespace: 'dashboards', podLabels: { app: 'grafana' } }],
    users: { grafana: { networks: ['10.0.0.0/8'], grants: ['SELECT ON facts.*'] } },
    databases: ['facts'],
  });
}
