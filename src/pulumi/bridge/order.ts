import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { groupOf } from '../../kubernetes/kinds';
import { asText, at, list, type Manifest, record } from '../../kubernetes/manifest';
import { ClusterServices } from '../../services/cluster-services';

/**
 * What comes before what. The same order, backwards, is that of destruction: an operator has to outlive the
 * installations, whose finalizers it answers, and a namespace everything in it.
 */
const layers = {
  namespace: 0,
  definition: 1,
  access: 2,
  data: 3,
  operator: 4,
  keeper: 5,
  clickhouse: 6,
  rest: 7,
} as const;

const layerOfKind: Readonly<Record<string, number>> = {
  Namespace: layers.namespace,
  CustomResourceDefinition: layers.definition,
  StorageClass: layers.definition,
  VolumeAttributesClass: layers.definition,
  PriorityClass: layers.definition,
  ClusterRole: layers.access,
  ClusterRoleBinding: layers.access,
  ClusterIssuer: layers.access,
  Issuer: layers.access,
  LimitRange: layers.access,
  NetworkPolicy: layers.access,
  PodDisruptionBudget: layers.access,
  ResourceQuota: layers.access,
  Role: layers.access,
  RoleBinding: layers.access,
  ServiceAccount: layers.access,
  SecretStore: layers.access,
  ClusterSecretStore: layers.access,
  Certificate: layers.data,
  ConfigMap: layers.data,
  ExternalSecret: layers.data,
  PersistentVolume: layers.data,
  PersistentVolumeClaim: layers.data,
  Secret: layers.data,
  ClickHouseKeeperInstallation: layers.keeper,
  ClickHouseInstallation: layers.clickhouse,
};

/**
 * The objects that each one waits for: what the program says, and the natural order within its namespace. What the
 * program says goes first: an object never comes before what it was made to depend on.
 */
export function dependenciesOf(
  manifests: ReadonlyMap<ApiObject, Manifest>,
  explicit: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>,
): ReadonlyMap<ApiObject, ReadonlySet<ApiObject>> {
  const layerOf = effectiveLayers(manifests, explicit);
  const entries = [...manifests];
  const shared = entries.filter(([object, manifest]) => isShared(object, manifest));
  const byNamespace = new Map<string, ApiObject[]>();
  for (const [object, manifest] of entries) {
    const namespace = namespaceOf(manifest);
    const members = byNamespace.get(namespace);
    if (members) members.push(object);
    else byNamespace.set(namespace, [object]);
  }
  const layersOf = new Map([...byNamespace].map(([namespace, members]) => [namespace, layered(members, layerOf)]));
  return new Map(
    entries.map(([object, manifest]) => {
      const own = layerOf(object);
      // Those one layer down wait for what lies further below.
      const [, nearest = []] =
        (layersOf.get(namespaceOf(manifest)) ?? []).filter(([layer]) => layer < own).at(-1) ?? [];
      const needed = shared
        .filter(([other, it]) => layerOf(other) < own && needs(manifest, it))
        .map(([other]) => other);
      return [object, new Set([...(explicit.get(object) ?? []), ...nearest, ...needed])] as const;
    }),
  );
}

/** Objects by layer, the lowest first. */
function layered(members: readonly ApiObject[], layerOf: (object: ApiObject) => number) {
  const byLayer = new Map<number, ApiObject[]>();
  for (const object of members) {
    const layer = byLayer.get(layerOf(object));
    if (layer) layer.push(object);
    else byLayer.set(layerOf(object), [object]);
  }
  return [...byLayer].sort(([a], [b]) => a - b);
}

/** Layers of kinds, raised to those of what an object explicitly depends on: so the two can never make a circle. */
function effectiveLayers(
  manifests: ReadonlyMap<ApiObject, Manifest>,
  explicit: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>,
): (object: ApiObject) => number {
  const known = new Map<ApiObject, number>();
  const layerOf = (object: ApiObject): number => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const own = layerOfManifest(manifests.get(object) as Manifest);
    known.set(object, own); // ends circles, which cdk8s reports
    const layer = Math.max(own, ...[...(explicit.get(object) ?? [])].map(layerOf));
    known.set(object, layer);
    return layer;
  };
  return layerOf;
}

function layerOfManifest(manifest: Manifest): number {
  if (isOperator(manifest)) return layers.operator;
  return layerOfKind[manifest.kind] ?? layers.rest;
}

/** The operator as a workload, or as the order that makes a GitOps tool install it. */
function isOperator({ kind, spec }: Manifest): boolean {
  if (kind === 'Deployment')
    return list(at(spec, 'template', 'spec', 'containers')).some((container) =>
      /(^|\/)clickhouse-operator(:|@|$)/.test(asText(record(container).image)),
    );
  const chart = kind === 'HelmRelease' ? at(spec, 'chart', 'spec', 'chart') : at(spec, 'source', 'chart');
  return (kind === 'HelmRelease' || kind === 'Application') && chart === 'altinity-clickhouse-operator';
}

/** Objects that others in any namespace may need. */
function isShared(object: ApiObject, manifest: Manifest): boolean {
  return (
    ClusterServices.isClusterServices(object.chart) ||
    namespaceOf(manifest) === '' ||
    manifest.kind === 'CustomResourceDefinition' ||
    isOperator(manifest)
  );
}

/** Whether an object cannot do without a shared one. */
function needs(manifest: Manifest, shared: Manifest): boolean {
  const installation = manifest.kind === 'ClickHouseInstallation' || manifest.kind === 'ClickHouseKeeperInstallation';
  switch (shared.kind) {
    case 'Namespace':
      return manifest.metadata.namespace === shared.metadata.name;
    case 'CustomResourceDefinition':
      return (
        at(shared.spec, 'group') === groupOf(manifest.apiVersion) && at(shared.spec, 'names', 'kind') === manifest.kind
      );
    case 'ClusterIssuer':
      return manifest.kind === 'Certificate';
    default:
      return installation || (manifest.kind === 'PersistentVolumeClaim' && shared.kind === 'StorageClass');
  }
}

/** The namespace that decides about order: a Namespace belongs to its own. */
function namespaceOf({ kind, metadata }: Manifest): string {
  return kind === 'Namespace' ? metadata.name : (metadata.namespace ?? '');
}

/** Dependencies that were declared on objects, or on anything that they are part of. */
export function explicitDependencies(objects: readonly ApiObject[]): ReadonlyMap<ApiObject, ReadonlySet<ApiObject>> {
  const inside = (construct: IConstruct) => construct.node.findAll().filter((each) => ApiObject.isApiObject(each));
  return new Map(
    objects.map((object) => {
      const declared = object.node.scopes.flatMap((scope) => scope.node.dependencies).flatMap(inside);
      return [object, new Set(declared.filter((other) => other !== object) as ApiObject[])] as const;
    }),
  );
}
