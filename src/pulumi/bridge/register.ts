import type * as pulumi from '@pulumi/pulumi';
import type { ApiObject } from 'cdk8s';
import { Environment } from '../../environment/environment';
import { groupOf, isClusterScoped } from '../../kubernetes/kinds';
import { at, type Manifest, record } from '../../kubernetes/manifest';
import { keptOptionsOf } from '../credentials/kept';
import type { Cdk8sAppArgs } from './cdk8s-app';
import type { Gates } from './gates';
import { ManifestResource } from './manifest-resource';
import { demandProtection, heldObjects } from './protection';
import type { ProgramObject } from './render-program';
import { isInstallation, withContentTaskId } from './wait';

/** What resources are made with, beside their objects. */
export interface Registration {
  readonly name: string;
  readonly parent: pulumi.ComponentResource;
  readonly args: Pick<Cdk8sAppArgs, 'aliases' | 'allowDeletion' | 'transform'>;
  /** Of the options of the component. */
  readonly protect: boolean | undefined;
  readonly gates: Gates;
}

/**
 * Makes a resource of every object of a program. Names are paths of constructs: they stay when an object is renamed, and
 * follow the component when that is.
 * @throws PropError when production data would be left without protection
 */
export function register(
  objects: readonly ProgramObject[],
  { name, parent, args, protect, gates }: Registration,
): ReadonlyMap<ApiObject, ManifestResource> {
  const holders = heldObjects(objects);
  if (args.allowDeletion === undefined && protect === false) demandProtection(name, holders);
  const held = new Set(args.allowDeletion === undefined ? holders : []);
  const ownKinds = clusterScopedOf(objects);
  const resources = new Map<ApiObject, ManifestResource>();
  const after = new Map<ApiObject, pulumi.Input<pulumi.Resource>>();
  for (const one of objects) {
    const { object, dependencies } = one;
    const { path } = object.node;
    const first = {
      args: inputsOf(one, ownKinds),
      opts: {
        parent,
        dependsOn: [...dependencies].flatMap((other) => after.get(other) ?? []),
        ...(args.aliases && { aliases: [...args.aliases(path)] }),
        ...(held.has(one) && { protect: true, retainOnDelete: true }),
        ...keptOptionsOf(object),
        ...ownedByOthers(object, one.manifest),
      },
    };
    const { args: manifest, opts } = { ...first, ...args.transform?.(path, first.args, first.opts) };
    const inputs = isInstallation(manifest)
      ? { ...manifest, spec: withContentTaskId(record(manifest.spec)) }
      : manifest;
    const resource = new ManifestResource(`${name}:${path}`, inputs, opts);
    resources.set(object, resource);
    after.set(object, gates.after(path, resource, inputs));
  }
  return resources;
}

/** Fields that something in the cluster writes at run time, such as what an UptimeSchedule stops. */
function ownedByOthers(object: ApiObject, { apiVersion, kind, metadata }: Manifest): pulumi.CustomResourceOptions {
  const environment = object.node.scopes.find((scope) => Environment.isEnvironment(scope)) as Environment | undefined;
  const ignoreChanges = (environment?.delivery.ownedFields ?? [])
    .filter((field) => field.group === groupOf(apiVersion) && field.kind === kind && field.name === metadata.name)
    .flatMap(({ jsonPointers }) => jsonPointers.map((pointer) => pointer.slice(1).replaceAll('/', '.')));
  return ignoreChanges.length > 0 ? { ignoreChanges } : {};
}

/** Without a namespace where there is none, and without a wait that cannot end. */
function inputsOf({ object, manifest, inputs }: ProgramObject, ownKinds: ReadonlySet<string>): Manifest {
  const { namespace, annotations, ...metadata } = inputs.metadata;
  const scoped = isClusterScoped(manifest.apiVersion, manifest.kind) || ownKinds.has(manifest.kind);
  const waits = waitsOf(object, manifest);
  return {
    ...inputs,
    metadata: {
      ...metadata,
      ...(namespace !== undefined && !scoped && { namespace }),
      ...((annotations || waits) && { annotations: { ...waits, ...annotations } }),
    },
  };
}

/** Longest time in seconds that an update waits for a Job. */
const longestJob = 7200;

/**
 * How the provider waits, where its ten minutes are wrong. A load balancer that nobody makes has no address. A Job may take as
 * long as it says; one that may take hours, such as a restore, goes on alone: credentials of the update would end before it.
 * @see https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/ (annotations)
 */
function waitsOf(object: ApiObject, manifest: Manifest): Readonly<Record<string, string>> | undefined {
  const alone = { 'pulumi.com/skipAwait': 'true' };
  if (isUnanswered(object, manifest)) return alone;
  const seconds = manifest.kind === 'Job' ? at(manifest.spec, 'activeDeadlineSeconds') : undefined;
  if (typeof seconds !== 'number') return undefined;
  // A little more, to be told by the Job that it was too late.
  return seconds > longestJob ? alone : { 'pulumi.com/timeoutSeconds': String(seconds + 60) };
}

/** Kinds without a namespace that the program itself defines. */
function clusterScopedOf(objects: readonly ProgramObject[]): ReadonlySet<string> {
  const definitions = objects.filter(({ manifest }) => manifest.kind === 'CustomResourceDefinition');
  return new Set(
    definitions
      .filter(({ manifest }) => at(manifest.spec, 'scope') === 'Cluster')
      .map(({ manifest }) => String(at(manifest.spec, 'names', 'kind'))),
  );
}

/** Whether a Service asks for a load balancer on a platform where nobody makes any. */
function isUnanswered(object: ApiObject, { kind, spec }: Manifest): boolean {
  if (kind !== 'Service' || at(spec, 'type') !== 'LoadBalancer') return false;
  const environments = object.node.root.node.findAll().filter((each) => Environment.isEnvironment(each));
  const own = environments.find((each) => object.node.scopes.includes(each)) ?? environments[0];
  return own?.resolved.platform.loadBalancer === 'node-port';
}
