import {
  ChangeWindow,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Keeper,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** A database that nobody touches while the markets are open, nor over the turn of the year. */
export function trading(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'trading', { platform });
  const keeper = new Keeper(environment, 'keeper');
  const ledger = new ClickHouseCluster(environment, 'ledger', {
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
  });
  new ChangeWindow(environment, 'after-hours', {
    windows: [
      { schedule: '0 19 * * 1-4', duration: '3h' },
      { kind: 'deny', schedule: '0 0 20 12 *', duration: '168h' },
      { kind: 'deny', schedule: '0 0 27 12 *', duration: '168h' },
    ],
    timeZone: 'Europe/London',
  });
  return ledger;
}
