import { ClickHouseCluster, ClusterServices, Environment, type Operator, type Platform } from 'anyhouse';
import type { App } from 'cdk8s';

/** Customers, each with the zone that its disk lies in: it stays, whoever else comes and goes. */
const customers = [
  { name: 'acme', zone: 0, size: '500Gi' },
  { name: 'globex', zone: 1, size: '2Ti' },
  { name: 'initech', zone: 2, size: '500Gi' },
] as const;

/** A namespace and a node for each customer: nobody waits for the queries of somebody else. */
export function tenants(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  return customers.map(({ name, zone, size }) => {
    const environment = new Environment(app, name, { platform, labels: { 'example.com/customer': name } });
    const home = platform.facts.zones[zone];
    return new ClickHouseCluster(environment, 'database', {
      instanceType: { eks: 'r7g.2xlarge', gke: 'n2-highmem-8' },
      placement: {
        pool: { labels: { dedicated: 'customers' }, taint: 'dedicated=customers:NoSchedule' },
        ...(home !== undefined && { zones: [home] }),
      },
      storage: { size },
      users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON app.*'] } },
      databases: ['app'],
      acknowledge: { 'replication/single': 'one node for each customer, as the contract says; restored from backups' },
    });
  });
}
