import { ClickHouseCluster, ClusterServices, Environment, Keeper, type Operator, type Platform } from 'anyhouse';
import { type App, Size } from 'cdk8s';
import { Capability, Cpu, Deployment, EnvValue, LabelSelector, SeccompProfileType, Secret } from 'cdk8s-plus-28';

/** A cluster and the application that uses it, written with cdk8s-plus. */
export function shop(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'shop', { platform });
  const orders = new ClickHouseCluster(environment, 'orders', {
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
    users: {
      web: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON orders.*'], profile: 'web', quota: 'web' },
    },
    profiles: { web: { max_memory_usage: 2_000_000_000, readonly: 0 } },
    quotas: { web: { seconds: 3600, queries: 100_000 } },
    databases: ['orders'],
  });

  const web = new Deployment(environment, 'web', {
    metadata: { name: 'web' },
    select: false,
    // The labels of the cluster let the pods through its network policies.
    podMetadata: { labels: { app: 'web', ...orders.clientLabels } },
    containers: [
      {
        name: 'web',
        image: 'registry.example.com/shop/web:1.4.2',
        resources: {
          cpu: { request: Cpu.millis(100) },
          memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) },
        },
        securityContext: {
          user: 1000,
          group: 1000,
          capabilities: { drop: [Capability.ALL] },
          seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
        },
      },
    ],
  });
  web.select(LabelSelector.of({ labels: { app: 'web' } }));
  for (const { name, value, valueFrom } of orders.connectionEnv('web')) {
    const key = valueFrom?.secretKeyRef;
    web.containers[0]?.env.addVariable(
      name,
      key
        ? EnvValue.fromSecretValue({
            secret: Secret.fromSecretName(environment, `secret-${key.name}`, key.name ?? ''),
            key: key.key,
          })
        : EnvValue.fromValue(value ?? ''),
    );
  }
}
