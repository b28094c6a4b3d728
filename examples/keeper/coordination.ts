import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Operator, type Platform } from 'anyhouse';
import type { App } from 'cdk8s';

/** Keeper with settings of its own, on the way to more snapshots: member 2 has them already. */
export function coordination(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'analytics', { platform });
  const keeper = new Keeper(environment, 'keeper', {
    replicas: 3,
    settings: {
      logger: { level: 'warning' },
      keeper_server: { coordination_settings: { raft_logs_level: 'warning', snapshots_to_keep: 3 } },
    },
    rollout: {
      members: [2],
      settings: {
        logger: { level: 'warning' },
        keeper_server: { coordination_settings: { raft_logs_level: 'warning', snapshots_to_keep: 5 } },
      },
    },
  });
  return new ClickHouseCluster(environment, 'events', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
  });
}
