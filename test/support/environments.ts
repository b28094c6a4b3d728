import {
  ClickHouseCluster,
  type ClickHouseClusterProps,
  Environment,
  type EnvironmentProps,
  Keeper,
  type Manifest,
  Platform,
  Tls,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';

export const eks = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
export const gke = Platform.gke({
  region: 'europe-west4',
  zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
});
export const minikube = Platform.minikube();

/** An environment of its own program, in plain text unless `tls` says something else. */
export function environment(props: Partial<EnvironmentProps> = {}): Environment {
  return new Environment(new App(), 'analytics', { platform: eks, tls: Tls.off('not what is tested'), ...props });
}

/** A cluster beside a Keeper, in an environment of its own program. */
export function cluster(props: Partial<ClickHouseClusterProps> = {}, place = environment()): ClickHouseCluster {
  return new ClickHouseCluster(place, 'events', { storage: { size: '10Gi' }, ...props });
}

/** Two shards with two copies each. */
export function replicatedCluster(
  props: Partial<ClickHouseClusterProps> = {},
  place = environment(),
): ClickHouseCluster {
  const keeper = new Keeper(place, 'keeper');
  return cluster({ shards: 2, replication: { replicas: 2, keeper }, ...props }, place);
}

/** All objects of the environment that a construct stands in. */
export function objectsOf(construct: { readonly node: ClickHouseCluster['node'] }): readonly Manifest[] {
  return Testing.synth(Environment.of(construct as ClickHouseCluster)) as Manifest[];
}

/** The one object of a kind, by name where there are several. */
export function objectOf(
  construct: { readonly node: ClickHouseCluster['node'] },
  kind: string,
  name?: string,
): Manifest {
  const found = objectsOf(construct).filter(
    (object) => object.kind === kind && (name ?? object.metadata.name) === object.metadata.name,
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} objects ${kind} ${name ?? ''}`);
  return found[0];
}

/** Message of the error that a function throws. */
export function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

/** What stands at a place in a manifest, lists included. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((object, key) => (object as Record<string | number, unknown> | undefined)?.[key], value);
}
