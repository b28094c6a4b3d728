import type { ApiObject } from 'cdk8s';
import { Environment } from '../../environment/environment';
import { at, type Manifest, text } from '../../kubernetes/manifest';
import { PropError } from '../../kubernetes/prop-error';
import type { ProgramObject } from './render-program';

/** Kinds that data belongs to: without them it is gone, or no longer found. */
const kinds: readonly string[] = [
  'ClickHouseInstallation',
  'ClickHouseKeeperInstallation',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StatefulSet',
];

/**
 * Objects that data depends on, where the data matters: not in development, and not where the program says
 * `onDelete: 'delete'`. Objects outside of any Environment count as production, for nobody has said otherwise.
 */
export function heldObjects(objects: readonly ProgramObject[]): readonly ProgramObject[] {
  const holders = objects.filter(({ object, manifest }) => holdsData(object, manifest));
  const namespaces = new Set(holders.map(({ manifest }) => manifest.metadata.namespace));
  return objects.filter((one) => holders.includes(one) || isGroundOf(one.manifest, holders.length > 0, namespaces));
}

function holdsData(object: ApiObject, { kind, spec }: Manifest): boolean {
  if (!kinds.includes(kind)) return false;
  if (text(at(spec, 'defaults', 'storageManagement', 'reclaimPolicy')) === 'Delete') return false;
  const environment = object.node.scopes.find((scope) => Environment.isEnvironment(scope));
  return !Environment.isEnvironment(environment) || environment.resolved.stage === 'production';
}

/** Whether deleting an object deletes those that hold data: their namespace, or the definition of their kind. */
function isGroundOf(
  { kind, metadata, spec }: Manifest,
  anyData: boolean,
  namespaces: ReadonlySet<string | undefined>,
): boolean {
  if (kind === 'Namespace') return namespaces.has(metadata.name);
  return kind === 'CustomResourceDefinition' && anyData && /\.altinity\.com$/.test(text(at(spec, 'group')) ?? '');
}

/** @throws PropError when the options of a component take the protection away from data of production */
export function demandProtection(name: string, holders: readonly ProgramObject[]): void {
  const [first] = holders;
  if (!first) return;
  throw new PropError('Cdk8sApp', name, [
    {
      rule: 'pulumi/protection',
      prop: 'opts.protect',
      must: `be left out: '${first.object.node.path}' holds data of production`,
      got: 'false',
      fix: "leave it out; before a destroy, write allowDeletion: 'why' and deploy that first.",
    },
  ]);
}
