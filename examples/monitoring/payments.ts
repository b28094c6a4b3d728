import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Keeper,
  Monitoring,
  type Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Databases that Prometheus looks at, with alerts for somebody on call. */
export function payments(app: App, platform: Platform, operator?: Operator) {
  const monitoring = Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
  new ClusterServices(app, 'services', { platform, operator, monitoring });
  const environment = new Environment(app, 'payments', { platform, monitoring });
  const keeper = new Keeper(environment, 'keeper');
  new ClickHouseCluster(environment, 'ledger', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '200Gi' },
    // Its servers have millions of parts to read at their start, and exports run for hours.
    alerts: { startMinutes: 15, querySeconds: 4 * 3600, diskUsed: { warning: 0.7 } },
  });
}
