import {
  ArgoCd,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Flux,
  Keeper,
  Operator,
  type Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Three environments of one program on one Kubernetes cluster. */
function environments(app: App, platform: Platform, gitops: 'argocd' | 'flux', operator: Operator) {
  const services = new ClusterServices(app, 'services', { platform, operator, gitops });
  const all = (['development', 'staging', 'production'] as const).map((id) => {
    const stage = id === 'production' ? 'production' : 'development';
    const environment = new Environment(app, id, { platform, stage, gitops });
    const keeper = new Keeper(environment, 'keeper');
    new ClickHouseCluster(environment, 'events', {
      replication: { replicas: 2, keeper },
      storage: { size: stage === 'production' ? '500Gi' : '20Gi' },
      users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'] } },
      databases: ['events'],
    });
    return environment;
  });
  return { services, environments: all };
}

/** Delivered by Argo CD: production follows a branch of its own, the others the main one. */
export function databases(app: App, platform: Platform, operator = Operator.argoCd()) {
  const program = environments(app, platform, 'argocd', operator);
  return new ArgoCd(app, 'databases', {
    ...program,
    repository: { url: 'https://github.com/example/databases', path: 'deploy' },
    revisions: { production: 'release' },
  });
}

/** The same, delivered by Flux from the repository that `flux bootstrap` was given. */
export function databasesWithFlux(app: App, platform: Platform, operator = Operator.flux()) {
  const program = environments(app, platform, 'flux', operator);
  return new Flux(app, 'databases', { ...program, source: { path: 'deploy' } });
}
