import { type CheckContext, contextOf } from '../../checks/context';
import type { ManifestSet } from '../../checks/manifest-set';
import { list, type Manifest, record, text } from '../../kubernetes/manifest';

/** What a context says about the operator, in whatever state it came. */
export interface KnownOperator {
  readonly version?: string;
  readonly namespace?: string;
  /** Patterns of namespaces; undefined when nobody said. */
  readonly watches?: readonly string[];
}

/** The operator of a context. */
export function operatorIn(context: CheckContext): KnownOperator {
  const { version, namespace, watches } = record(context.operator);
  const patterns = list(watches).filter((pattern) => typeof pattern === 'string');
  return {
    version: text(version),
    namespace: text(namespace),
    ...(Array.isArray(watches) && { watches: patterns }),
  };
}

/**
 * Whether an operator watches a namespace. A single plain name is taken literally; everything else is a regular
 * expression that has to match somewhere in the name.
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/pkg/apis/clickhouse.altinity.com/v1/type_configuration_chop.go
 */
export function watchesNamespace({ namespace: own, watches = [] }: KnownOperator, namespace: string): boolean {
  if (watches.length === 0) return own === 'kube-system' || own === namespace;
  const [first = ''] = watches;
  if (watches.length === 1 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(first)) return first === namespace;
  return watches.some((pattern) => pattern === namespace || matches(pattern, namespace));
}

function matches(pattern: string, namespace: string): boolean {
  try {
    return new RegExp(pattern).test(namespace);
  } catch {
    return false;
  }
}

/** An environment, seen through the object that carries its context. */
export interface EnvironmentPlace {
  readonly carrier: Manifest;
  readonly namespace: string;
  readonly operator: KnownOperator;
}

/** Environments of a set, by the Kubernetes cluster that they go to. */
export function environmentsByCluster(set: ManifestSet): ReadonlyMap<string, readonly EnvironmentPlace[]> {
  const clusters = new Map<string, EnvironmentPlace[]>();
  for (const carrier of set.objects) {
    const context = contextOf(carrier);
    if (!context) continue;
    const namespace = carrier.kind === 'Namespace' ? carrier.metadata.name : (carrier.metadata.namespace ?? '');
    const place = { carrier, namespace, operator: operatorIn(context) };
    const cluster = set.clusterOf(carrier) || text(context.cluster) || '';
    const known = clusters.get(cluster);
    if (known) known.push(place);
    else clusters.set(cluster, [place]);
  }
  return clusters;
}
