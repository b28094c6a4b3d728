import {
  ArgoCd,
  type ArgoCdProps,
  ClickHouseCluster,
  ClusterServices,
  Environment,
  Flux,
  type FluxProps,
  Keeper,
  type Manifest,
  Operator,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { eks } from '../support/environments';

export const repository = { url: 'https://github.com/example/databases', path: 'deploy' } as const;

type Given<Props> = Partial<Omit<Props, 'services' | 'environments'>>;

/** A program with two environments, and what delivers it. */
export interface Program<Delivery> {
  readonly app: App;
  readonly services: ClusterServices;
  readonly environments: readonly [Environment, Environment];
  readonly delivery: Delivery;
  /** Emitted objects of a kind. */
  readonly emitted: (kind: string) => readonly Manifest[];
}

function program<Delivery extends ArgoCd | Flux>(
  gitops: 'argocd' | 'flux',
  operator: Operator,
  deliver: (app: App, services: ClusterServices, environments: readonly [Environment, Environment]) => Delivery,
): Program<Delivery> {
  const app = new App();
  const services = new ClusterServices(app, 'services', { platform: eks, operator, gitops });
  const environment = (id: string) => {
    const made = new Environment(app, id, { platform: eks, gitops });
    new ClickHouseCluster(made, 'events', {
      storage: { size: '10Gi' },
      replication: { replicas: 2, keeper: new Keeper(made, 'keeper') },
    });
    return made;
  };
  const environments = [environment('staging'), environment('production')] as const;
  const delivery = deliver(app, services, environments);
  const emitted = (kind: string) => (Testing.synth(delivery) as Manifest[]).filter((object) => object.kind === kind);
  return { app, services, environments, delivery, emitted };
}

/** Delivered by Argo CD. */
export function argoCdProgram(given: Given<ArgoCdProps> = {}, operator = Operator.argoCd()): Program<ArgoCd> {
  return program(
    'argocd',
    operator,
    (app, services, environments) => new ArgoCd(app, 'databases', { repository, services, environments, ...given }),
  );
}

/** Delivered by Flux. */
export function fluxProgram(given: Given<FluxProps> = {}, operator = Operator.flux()): Program<Flux> {
  return program(
    'flux',
    operator,
    (app, services, environments) => new Flux(app, 'databases', { services, environments, ...given }),
  );
}
