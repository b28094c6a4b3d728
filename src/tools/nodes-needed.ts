import { selects } from '../altinity/rules/selector';
import { type Host, topologyOf } from '../altinity/topology';
import { asText, at, list, type Manifest, record, text } from '../kubernetes/manifest';

/** Fewest nodes on which all pods fit, as far as placement decides it; memory and processors come on top. */
export interface NodesNeeded {
  readonly total: number;
  /** Nodes in each zone; empty where pods are not pinned to zones. */
  readonly perZone: Readonly<Record<string, number>>;
}

/** Nodes that the pods of one pool need in one zone. */
export interface NodesOfPool {
  /** Labels that the pods demand of their nodes. */
  readonly labels: Readonly<Record<string, string>>;
  /** Empty where pods are not pinned to zones. */
  readonly zone: string;
  readonly nodes: number;
}

interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string;
  /** Node selector: pods of different pools never share a node. */
  readonly selector: Readonly<Record<string, string>>;
  readonly zone: string;
  /** Anti-affinity terms that must hold for each node, printed. */
  readonly apart: readonly string[];
}

/** Counts the nodes that the installations among some manifests need. Accepts any YAML. */
export function nodesNeeded(manifests: readonly Manifest[]): NodesNeeded {
  const perZone: Record<string, number> = {};
  let total = 0;
  for (const ofPool of groupBy(nodesByPool(manifests), ({ labels }) => JSON.stringify(labels)).values()) {
    let pinned = 0;
    for (const { zone, nodes } of ofPool) {
      if (zone === '') continue;
      perZone[zone] = (perZone[zone] ?? 0) + nodes;
      pinned += nodes;
    }
    // Pods without a zone can use the nodes of any.
    total += Math.max(pinned, ofPool.find(({ zone }) => zone === '')?.nodes ?? 0);
  }
  return { total, perZone: Object.fromEntries(Object.entries(perZone).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The same, for each pool and zone. */
export function nodesByPool(manifests: readonly Manifest[]): readonly NodesOfPool[] {
  const pods = manifests.flatMap((manifest) => topologyOf(manifest).hosts.map((host) => podOf(manifest, host)));
  const places = groupBy(pods, ({ selector, zone }) => JSON.stringify([selector, zone]));
  return [...places.values()].flatMap((ofPlace) => {
    const [first] = ofPlace;
    return first ? [{ labels: first.selector, zone: first.zone, nodes: fewest(ofPlace) }] : [];
  });
}

/** The largest group of pods of which no two may share a node. */
function fewest(pods: readonly Pod[]): number {
  const groups = new Map<string, number>();
  for (const pod of pods) {
    for (const term of pod.apart) groups.set(term, (groups.get(term) ?? 0) + 1);
  }
  return Math.max(Math.min(1, pods.length), ...groups.values());
}

function podOf(manifest: Manifest, host: Host): Pod {
  const template = record(
    list(at(manifest, 'spec', 'templates', 'podTemplates')).find((entry) => record(entry).name === host.podTemplate),
  );
  const namespace = manifest.metadata.namespace ?? '';
  const labels = labelsOf(manifest, host);
  const spec = record(template.spec);
  return {
    labels,
    namespace,
    selector: record(spec.nodeSelector) as Pod['selector'],
    zone: text(list(at(template, 'zone', 'values'))[0]) ?? '',
    apart: [...distributionTerms(template, labels, namespace), ...affinityTerms(spec, labels, namespace)],
  };
}

function labelsOf({ kind, metadata }: Manifest, host: Host): Record<string, string> {
  const keeper = kind === 'ClickHouseKeeperInstallation';
  const prefix = keeper ? 'clickhouse-keeper.altinity.com' : 'clickhouse.altinity.com';
  return {
    [`${prefix}/app`]: 'chop',
    [`${prefix}/${keeper ? 'chk' : 'chi'}`]: metadata.name,
    [`${prefix}/cluster`]: host.cluster,
    [`${prefix}/shard`]: host.shard,
    [`${prefix}/replica`]: host.replica,
  };
}

/** Labels that pods of a distribution have in common. Source: operator, pkg/model/common/affinity. */
const distributions: Readonly<Record<string, readonly string[]>> = {
  ClickHouseAntiAffinity: ['chi', 'cluster'],
  ShardAntiAffinity: ['chi', 'cluster', 'shard'],
  ReplicaAntiAffinity: ['chi', 'cluster', 'replica'],
};

function distributionTerms(
  template: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
  namespace: string,
): string[] {
  return list(template.podDistribution).flatMap((entry) => {
    const { type, topologyKey } = record(entry);
    const shared = distributions[asText(type)];
    if (!shared || (topologyKey !== undefined && topologyKey !== 'kubernetes.io/hostname')) return [];
    return [`${namespace} ${shared.map((name) => labels[`clickhouse.altinity.com/${name}`]).join(' ')} ${type}`];
  });
}

function affinityTerms(
  spec: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
  namespace: string,
): string[] {
  const terms = list(at(spec, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'));
  return terms.flatMap((term) => {
    const { labelSelector, namespaceSelector, topologyKey } = record(term);
    if (topologyKey !== 'kubernetes.io/hostname' || !selects(labelSelector, labels)) return [];
    return [`${namespaceSelector === undefined ? namespace : '*'} ${JSON.stringify(labelSelector)}`];
  });
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
