import type {
  Affinity,
  PodAffinityTerm,
  PodSpec,
  Toleration,
  TopologySpreadConstraint,
} from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { type Check, leaf, listOf, oneOf, shape, when } from '../kubernetes/shape';
import { hostLabel, type PlatformFacts, zoneLabel } from '../platform/facts';
import { type NodePool, nodePool, type PlatformPool, type PoolName, taintPattern } from '../platform/pools';

/** Where pods go. */
export interface Placement {
  /**
   * `required` pins replicas to different zones and refuses to share a node; `preferred` spreads as well as possible.
   * @default - 'required' in production, 'preferred' otherwise
   */
  readonly spread?: 'required' | 'preferred';
  /**
   * Zones to use. Their order decides which replica goes where, and disks do not follow: never reorder or remove.
   * @default - the zones of the platform, or of its pool
   */
  readonly zones?: readonly string[];
  /**
   * Nodes set apart: one ClickHouse pod on each. It replaces the pool of the platform with its zones and machine; `any`
   * means nodes that are not set apart, also where the platform has some.
   * @default - the pool of the platform, or any node where it has none
   */
  readonly pool?: NodePool | 'any';
  /**
   * Whether node autoscalers may move the pods: within the disruption budget, or never. Changing it restarts.
   * @default 'within-budget'
   */
  readonly disruption?: 'within-budget' | 'never';
}

/** Where pods go, with what the platform says. */
export interface ResolvedPlacement extends Pick<Placement, 'disruption'> {
  /** Nodes set apart. @default - any node */
  readonly pool?: PlatformPool;
  /** Name of the pool, where it is one of the platform. @default - one of the user's own, or none */
  readonly poolName?: PoolName;
  /** Zones to use; empty where there are none. */
  readonly zones: readonly string[];
  /** Name of the pool that these zones are taken from. @default - they are those of the user, or of the platform */
  readonly zonesOfPool?: PoolName;
}

const anyOrPool = {
  must: "be 'any', or labels and taint of nodes",
  fix: "write pool: 'any' for nodes that are not set apart, or pool: { labels: { dedicated: 'clickhouse' } }.",
};

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
  pool: when((value) => typeof value === 'string', oneOf(['any'], anyOrPool), nodePool),
  disruption: oneOf(['within-budget', 'never']),
});

/** Where pods of a kind go: as they are told, else to the nodes that the platform has for them. */
export function resolvePlacement(
  platform: PlatformFacts,
  poolName: PoolName,
  { pool: own, zones, disruption }: Placement = {},
): ResolvedPlacement {
  const ofPlatform = own === undefined ? platform.pools?.[poolName] : undefined;
  const pool = own === 'any' ? undefined : (own ?? ofPlatform);
  return {
    zones: zones ?? ofPlatform?.zones ?? platform.zones,
    ...(pool && { pool }),
    ...(ofPlatform && { poolName }),
    ...(zones === undefined && ofPlatform?.zones && { zonesOfPool: poolName }),
    ...(disruption && { disruption }),
  };
}

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
