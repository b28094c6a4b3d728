import { clickhousesOf, forEach } from '../../altinity/rules/installations';
import { entriesAt, faultAt, type Place, whole } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';
import { distantKeeper, keeperUsesOf } from './keeper-names';
import { keeperBlocksOf } from './replication';

function blockOf(installation: Manifest): Place {
  return keeperBlocksOf(installation)[0] ?? whole(installation);
}

function* sameNames(set: ManifestSet): Generator<Fault> {
  const owners = new Map<string, Manifest>();
  for (const installation of clickhousesOf(set)) {
    const { name, namespace = '' } = installation.metadata;
    for (const { keeper, root } of keeperUsesOf(set, installation)) {
      const key = JSON.stringify([set.clusterOf(installation), keeper, root, name]);
      const owner = owners.get(key);
      if (owner && owner.metadata.namespace !== installation.metadata.namespace) {
        const message = `'${name}' of namespace '${owner.metadata.namespace}' has the same root '${root || '/'}' on ${keeper}.`;
        const fix = `write root: /${namespace}/${name}, before there is data.`;
        yield faultAt(installation, blockOf(installation), [], message, fix);
      }
      owners.set(key, owner ?? installation);
    }
  }
}

function* withoutRoot(set: ManifestSet): Generator<Fault> {
  const firsts = new Map<string, Manifest>();
  for (const installation of clickhousesOf(set)) {
    const { name } = installation.metadata;
    for (const { keeper, root } of keeperUsesOf(set, installation)) {
      if (root !== '') continue;
      const key = JSON.stringify([set.clusterOf(installation), keeper]);
      const first = firsts.get(key);
      if (first && first.metadata.name !== name) {
        const message = `'${first.metadata.name}' is on ${keeper} without a root, too.`;
        yield faultAt(installation, blockOf(installation), [], message);
      }
      firsts.set(key, first ?? installation);
    }
  }
}

function* shortHosts(installation: Manifest, set: ManifestSet): Generator<Fault> {
  for (const node of keeperBlocksOf(installation).flatMap((block) => entriesAt(block, 'nodes'))) {
    const host = text(node.node.host) ?? '';
    const keeper = distantKeeper(set, installation, host);
    if (!keeper) continue;
    const { name, namespace } = keeper.metadata;
    const message = `'${host}' belongs to Keeper '${name}' of namespace '${namespace}', which short names do not reach.`;
    yield faultAt(installation, node, ['host'], message, `write '${host}.${namespace}.svc.cluster.local'.`);
  }
}

/** Rules about a Keeper of another namespace, or one that several installations use. */
export const sharedKeeperRules: readonly Rule[] = [
  {
    id: 'keeper/short-host',
    severity: 'error',
    title: 'A Keeper of another namespace is named with its namespace',
    why: 'A short name means a Service of the own namespace: ClickHouse starts, but no replicated table does.',
    fix: 'write the full name: host.namespace.svc.cluster.local.',
    source: 'Kubernetes, DNS for Services and Pods',
    check: forEach(clickhousesOf, shortHosts),
  },
  {
    id: 'keeper/same-name-same-root',
    severity: 'error',
    title: 'Installations of one name on one Keeper have distinct roots',
    why: 'They take statements from the same queue (/clickhouse/NAME/task_queue/ddl) and each other for replicas.',
    fix: 'give each its own zookeeper.root, before there is data.',
    source: 'operator, pkg/model/chi/config/generator.go',
    check: sameNames,
  },
  {
    id: 'keeper/shared-without-root',
    severity: 'advice',
    title: 'Installations that share a Keeper keep their paths apart',
    why: 'Two tables with the same path are replicas of each other, across installations.',
    fix: 'keep {installation} in the paths of replicated tables, or give each installation its own root, before there is data.',
    source: 'ClickHouse, data replication',
    check: withoutRoot,
  },
];
