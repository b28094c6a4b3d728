import type {
  Affinity,
  PodAffinityTerm,
  PodSpec,
  Toleration,
  TopologySpreadConstraint,
} from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { type Check, labels, leaf, listOf, oneOf, required, shape } from '../kubernetes/shape';
import { hostLabel, zoneLabel } from '../platform/facts';

/** Nodes set apart for databases. */
export interface NodePool {
  /** Labels of its nodes. */
  readonly labels: Readonly<Record<string, string>>;
  /** Taint that keeps other pods away, as `kubectl taint` writes it: `dedicated=clickhouse:NoSchedule`. @default - none */
  readonly taint?: string;
}

/** Where pods go. */
export interface Placement {
  /**
   * `required` pins replicas to different zones and refuses to share a node; `preferred` spreads as well as possible.
   * @default - 'required' in production, 'preferred' otherwise
   */
  readonly spread?: 'required' | 'preferred';
  /**
   * Zones to use. Their order decides which replica goes where, and disks do not follow: never reorder or remove.
   * @default - the zones of the platform
   */
  readonly zones?: readonly string[];
  /** Nodes set apart: one ClickHouse pod on each. @default - any node */
  readonly pool?: NodePool;
  /**
   * Whether node autoscalers may move the pods: within the disruption budget, or never. Changing it restarts.
   * @default 'within-budget'
   */
  readonly disruption?: 'within-budget' | 'never';
}

const taintPattern = /^([^=:\s]+)(?:=([^=:\s]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/;

/** Checks of {@link NodePool}. */
export const nodePool: Check = shape<NodePool>({
  labels: required(labels, {
    must: 'name the labels of the nodes',
    fix: "write labels: { dedicated: 'clickhouse' }.",
  }),
  taint: leaf((value) => typeof value === 'string' && taintPattern.test(value), {
    rule: 'placement/taint',
    must: 'be a taint as kubectl writes it',
    fix: "write taint: 'dedicated=clickhouse:NoSchedule'.",
  }),
});

/** Checks of {@link Placement}. */
export const placement: Check = shape<Placement>({
  spread: oneOf(['required', 'preferred']),
  zones: listOf(
    leaf((zone) => typeof zone === 'string' && zone !== '', {
      rule: 'platform/zone',
      must: 'be a zone',
      fix: 'write a zone of the platform.',
      decides: 'where pods go',
    }),
    { least: 1, fix: 'leave it out for all zones of the platform.' },
  ),
  pool: nodePool,
  disruption: oneOf(['within-budget', 'never']),
});

/** Node selector and tolerations of a pool, and of machines with some labels. */
export function poolFields(
  pool: NodePool | undefined,
  machine: Readonly<Record<string, string>> = {},
): Pick<PodSpec, 'nodeSelector' | 'tolerations'> {
  const nodeSelector = { ...pool?.labels, ...machine };
  if (!pool) return Object.keys(machine).length > 0 ? { nodeSelector } : {};
  const [, key, value, effect] = taintPattern.exec(pool.taint ?? '') ?? [];
  const toleration: Toleration | undefined = key
    ? { key, operator: value ? 'Equal' : 'Exists', ...(value && { value }), effect }
    : undefined;
  return { nodeSelector, ...(toleration && { tolerations: [toleration] }) };
}

/** Keeps the pods of a template in one zone. */
export function pinnedTo(zone: string | undefined) {
  return zone === undefined ? {} : { zone: { key: zoneLabel, values: [zone] } };
}

/** Annotations that keep autoscalers away from a pod. */
export function disruptionAnnotations(
  disruption: Placement['disruption'],
): Readonly<Record<string, string>> | undefined {
  if (disruption !== 'never') return undefined;
  return { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false', 'karpenter.sh/do-not-disrupt': 'true' };
}

/** Spreads pods with some labels over hosts, and over zones where there are any, as well as possible. */
export function softSpread(matchLabels: Record<string, string>, zones: readonly string[]): TopologySpreadConstraint[] {
  const over = (topologyKey: string): TopologySpreadConstraint => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
  });
  return zones.length > 0 ? [over(zoneLabel), over(hostLabel)] : [over(hostLabel)];
}

/** Never shares a node with pods of these labels; `everywhere` also counts those of other namespaces. */
export function apartFrom(
  labelSelector: LabelSelector,
  everywhere: 'namespace' | 'everywhere' = 'namespace',
): PodAffinityTerm {
  return {
    labelSelector,
    ...(everywhere === 'everywhere' && { namespaceSelector: {} }),
    topologyKey: hostLabel,
  };
}

/** Anti-affinity from hard and soft terms; absent when there are none. */
export function antiAffinity(hard: readonly PodAffinityTerm[], soft: readonly PodAffinityTerm[]): Affinity | undefined {
  if (hard.length + soft.length === 0) return undefined;
  return {
    podAntiAffinity: {
      ...(hard.length > 0 && { requiredDuringSchedulingIgnoredDuringExecution: [...hard] }),
      ...(soft.length > 0 && {
        preferredDuringSchedulingIgnoredDuringExecution: soft.map((podAffinityTerm) => ({
          weight: 100,
          podAffinityTerm,
        })),
      }),
    },
  };
}
