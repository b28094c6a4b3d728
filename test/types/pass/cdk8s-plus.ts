import { ClickHouseCluster, type Environment } from 'anyhouse';
import { Secret } from 'cdk8s-plus-28';

/** Objects of cdk8s-plus fit where a Secret is asked for by name. */
export function build(environment: Environment) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '10Gi' },
    admin: { password: Secret.fromSecretName(environment, 'admin', 'events-administrator') },
    users: { app: { networks: ['10.0.0.0/8'], password: new Secret(environment, 'app') } },
  });
}
