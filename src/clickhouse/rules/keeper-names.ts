import { neighboursOf } from '../../altinity/rules/neighbours';
import { topologyOf } from '../../altinity/topology';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Manifest } from '../../kubernetes/manifest';

/** A Keeper that a cluster uses, under one name whoever names it, and the root there. */
export interface KeeperUse {
  readonly keeper: string;
  /** Everything lies below it; empty for the top of the tree. */
  readonly root: string;
}

/** Keepers that an installation uses. */
export function keeperUsesOf(set: ManifestSet, installation: Manifest): readonly KeeperUse[] {
  const { namespace, clusters } = topologyOf(installation);
  const uses = clusters.flatMap(({ keeper }) => {
    if (!keeper) return [];
    const [node] = keeper.nodes.map(({ host, port }) => `${fullName(host, namespace)}:${port}`).sort();
    const { reference } = keeper;
    const name = reference
      ? idOf(reference.name, reference.namespace ?? namespace)
      : node && resolved(set, installation, node);
    return name ? [{ keeper: name, root: `/${keeper.root ?? ''}`.replaceAll(/\/+/g, '/').replace(/\/$/, '') }] : [];
  });
  return [...new Map(uses.map((use) => [`${use.keeper} ${use.root}`, use])).values()];
}

/** A host name as every namespace can use it: `name.namespace`. */
function fullName(host: string, namespace: string): string {
  const name = host.replace(/\.$/, '').replace(/\.svc(\.cluster\.local)?$/, '');
  return name.includes('.') ? name : `${name}.${namespace}`;
}

/** Members and entry of one Keeper count as the same Keeper, where its installation is in the set. */
function resolved(set: ManifestSet, installation: Manifest, node: string): string {
  const [host = ''] = node.split(':');
  const keeper = keepersByHost(set).get(JSON.stringify([set.clusterOf(installation), host]));
  return keeper ? idOf(keeper.metadata.name, topologyOf(keeper).namespace) : node;
}

function idOf(name: string, namespace: string): string {
  return `Keeper '${name}' of namespace '${namespace}'`;
}

const known = new WeakMap<ManifestSet, ReadonlyMap<string, Manifest>>();

/** Keepers of a set, by Kubernetes cluster and host name: short ones, and those that other namespaces use. */
function keepersByHost(set: ManifestSet): ReadonlyMap<string, Manifest> {
  const remembered = known.get(set);
  if (remembered) return remembered;
  const byHost = new Map<string, Manifest>();
  for (const keeper of set.ofKind('ClickHouseKeeperInstallation')) {
    for (const host of hostNamesOf(keeper)) {
      for (const name of [host, `${host}.${topologyOf(keeper).namespace}`]) {
        byHost.set(JSON.stringify([set.clusterOf(keeper), name]), keeper);
      }
    }
  }
  known.set(set, byHost);
  return byHost;
}

/** The Keeper that a short host name means in another namespace, when there is none of the name in this one. */
export function distantKeeper(set: ManifestSet, installation: Manifest, host: string): Manifest | undefined {
  if (host.includes('.')) return undefined;
  const near = neighboursOf(set, installation, 'ClickHouseKeeperInstallation');
  if (near.some((keeper) => hostNamesOf(keeper).includes(host))) return undefined;
  return keepersByHost(set).get(JSON.stringify([set.clusterOf(installation), host]));
}

/** Short names under which a Keeper can be reached inside of its namespace. */
function hostNamesOf(keeper: Manifest): readonly string[] {
  const { hosts, services } = topologyOf(keeper);
  return [...services.map(({ name }) => name), ...hosts.map(({ service }) => service)];
}
