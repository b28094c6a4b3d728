import {
  BackupSchedule,
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Keeper,
  Operator,
  Platform,
} from 'anyhouse';
import type { App } from 'cdk8s';
import fc from 'fast-check';
import { backupProps } from './random-backup';
import { gatewayProps, routeOptions } from './random-edge';
import { makeAll } from './random-made';
import { type Mutation, mutate, mutation, type Path } from './random-mutation';
import { seldom } from './random-options';
import { platform } from './random-platforms';
import { clusterProps, environmentProps, keeperMark, keeperProps, operator, servicesProps } from './random-props';

/** A construct: its id and props. */
export interface Part {
  readonly id: string;
  readonly props: unknown;
}

type PlatformFactory = 'minikube' | 'kind' | 'eks' | 'gke' | 'aks' | 'openstack' | 'bareMetal' | 'custom';

/** A program as plain data, so that one that fails can be shrunk and printed. */
export interface RandomProgram {
  readonly platform: { readonly factory: PlatformFactory; readonly options?: unknown };
  readonly operator: { readonly install: 'existing' | 'argoCd' | 'flux'; readonly options: unknown };
  readonly services: Part;
  readonly environment: Part;
  readonly keeper: Part;
  readonly clusters: readonly Part[];
  /** Backups of the first cluster. */
  readonly backup?: Part;
  /** A gateway, with a route to each cluster. */
  readonly gateway?: Part & { readonly routes: readonly { readonly options: unknown }[] };
}

const part = <T>(ids: readonly [string, ...string[]], props: fc.Arbitrary<T>) =>
  fc.record({ id: fc.constantFrom(...ids), props });

/** A program as somebody would write it. */
export const validProgram: fc.Arbitrary<RandomProgram> = fc
  .record({
    platform,
    operator,
    services: part(['services'], servicesProps),
    environment: part(['analytics', 'team-a'], environmentProps),
    keeper: part(['keeper', 'coordination'], keeperProps),
    clusters: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(part(['events', 'a'], clusterProps)) },
      { weight: 1, arbitrary: fc.tuple(part(['events', 'a'], clusterProps), part(['metrics', 'b'], clusterProps)) },
    ),
    backup: seldom(part(['backup'], backupProps)),
    gateway: seldom(
      fc.record({
        id: fc.constantFrom('edge'),
        props: gatewayProps,
        routes: fc.tuple(fc.record({ options: routeOptions }), fc.record({ options: routeOptions })),
      }),
    ),
  })
  .map(withDomain);

/** Most gateways stand where names have a domain. */
function withDomain(program: RandomProgram): RandomProgram {
  const { gateway, environment } = program;
  const props = environment.props as { readonly domain?: string };
  if (!gateway || props.domain !== undefined) return program;
  return { ...program, environment: { ...environment, props: { ...props, domain: 'ch.example.com' } } };
}

/** Any program: right, or with one to three faults. */
export const randomProgram: fc.Arbitrary<RandomProgram> = fc
  .tuple(validProgram, fc.oneof(fc.constant([]), fc.array(mutation, { minLength: 1, maxLength: 3 })))
  .map(([program, faults]: [RandomProgram, readonly Mutation[]]) =>
    faults.reduce((changed, fault) => mutate(changed, fault, isSkeleton), program),
  );

/** Places that {@link buildProgram} relies on; faults belong into what the library is given. */
function isSkeleton(path: Path): boolean {
  if (path.at(-1) === 'make') return true;
  return !path.includes('props') && !path.includes('options') && path.at(-1) !== 'id';
}

/**
 * Builds the program. The casts are the point: props come from JSON and JavaScript, too.
 * @throws whatever the library throws
 */
export function buildProgram(app: App, program: RandomProgram): Environment {
  const { factory, options } = program.platform;
  const place = Platform[factory](options as never);
  const { install, options: operatorOptions } = program.operator;
  const deployed = Operator[install](operatorOptions as never);
  new ClusterServices(
    app,
    textOf(program.services.id),
    withMembers(makeAll(program.services.props), { platform: place, operator: deployed }) as never,
  );
  const environment = new Environment(
    app,
    textOf(program.environment.id),
    withMembers(makeAll(program.environment.props), { platform: place }) as never,
  );
  const keeper = new Keeper(environment, textOf(program.keeper.id), program.keeper.props as never);
  const clusters = program.clusters.map(
    ({ id, props }) => new ClickHouseCluster(environment, textOf(id), withKeeper(makeAll(props), keeper) as never),
  );
  if (program.backup) {
    const { id, props } = program.backup;
    new BackupSchedule(environment, textOf(id), withMembers(makeAll(props), { cluster: clusters[0] }) as never);
  }
  if (program.gateway) {
    const { id, props, routes } = program.gateway;
    const gateway = new EdgeGateway(environment, textOf(id), makeAll(props) as never);
    for (const [index, cluster] of clusters.entries()) gateway.route(cluster, routes[index]?.options as never);
  }
  return environment;
}

/** Ids are an affair of the constructs library, which takes text only. */
function textOf(id: unknown): string {
  return typeof id === 'string' ? id : 'no-text';
}

/** Props with constructs in place of what plain data cannot hold. Props that are no object stay as they are. */
function withMembers(props: unknown, members: object): unknown {
  return typeof props === 'object' && props !== null && !Array.isArray(props) ? { ...members, ...props } : props;
}

function withKeeper(props: unknown, keeper: Keeper): unknown {
  const { replication } = (props ?? {}) as { replication?: { keeper?: unknown } | null };
  if (replication?.keeper !== keeperMark) return props;
  return { ...(props as object), replication: { ...replication, keeper } };
}
