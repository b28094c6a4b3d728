import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Operator, type Platform, Tls } from 'anyhouse';
import type { App } from 'cdk8s';

/** One Keeper for the clusters of several teams, each in a namespace of its own. The last one existed before. */
export function teams(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  // The operator creates the root of each team in Keeper, and dials it in plain text.
  const tls = Tls.off('the operator creates the roots of teams in plain text; network policies keep others out');
  const shared = new Environment(app, 'coordination', { platform, tls });
  const keeper = new Keeper(shared, 'keeper', { storage: '20Gi' });
  for (const team of ['billing', 'search'] as const) {
    const environment = new Environment(app, team, {
      platform,
      namespace: { name: `team-${team}`, lifecycle: team === 'search' ? 'existing' : 'create' },
    });
    // Both are called 'metrics': each gets a root of its own in Keeper.
    new ClickHouseCluster(environment, 'metrics', {
      replication: { replicas: 2, keeper },
      storage: { size: '200Gi' },
      users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON metrics.*'] } },
    });
  }
}
