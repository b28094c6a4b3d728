import type { PodSpec } from 'kubernetes-types/core/v1';
import type { TemplateMetadata } from './values';

/** A pod. A change of anything in it, its name included, replaces all pods that use it. */
export interface PodTemplate {
  /** Name that references use. */
  readonly name?: string;
  /**
   * Pattern of the name of StatefulSets, with macros such as `{chi}`. Services are named by their own templates.
   * Changing it starts on empty volumes.
   * @default 'chi-{chi}-{cluster}-{host}'
   */
  readonly generateName?: string;
  /** Zones that the pod may run in. @default - any */
  readonly zone?: PodZone;
  /** How pods spread over nodes. @default - as the scheduler likes */
  readonly podDistribution?: readonly PodDistribution[];
  /**
   * Short for one pod to a node.
   * @deprecated use `podDistribution`
   * @default 'Unspecified'
   */
  readonly distribution?: 'Unspecified' | 'OnePerHost';
  /** Labels and annotations of the pod. @default - none */
  readonly metadata?: TemplateMetadata;
  /**
   * The pod. The server is the container named `clickhouse`, or else the first one; Keeper has to be named
   * `clickhouse-keeper`, or a second container joins it. Probes, ports, volumes and environment are completed.
   */
  readonly spec?: PodSpec;
}

/** Zones that a pod may run in. */
export interface PodZone {
  /** Label of nodes that tells their zone. @default 'topology.kubernetes.io/zone' */
  readonly key?: string;
  /** Zones. Without any the key has no effect. @default - none */
  readonly values?: readonly string[];
}

/** One rule of how pods spread. All of them are strict: pods wait for ever when there are too few nodes or zones. */
export interface PodDistribution {
  /** What is kept apart, or together. */
  readonly type?: PodDistributionType;
  /** Among which pods. @default - `Cluster` for the first three types, else none */
  readonly scope?: 'Unspecified' | 'Shard' | 'Replica' | 'Cluster' | 'ClickHouseInstallation' | 'Namespace';
  /** Most pods on a node, for MaxNumberPerNode, from 0 to 65535. @default 0 */
  readonly number?: number;
  /** Label of nodes that tells what counts as one place. @default 'kubernetes.io/hostname' */
  readonly topologyKey?: string;
}

/**
 * What is kept apart, or together. MaxNumberPerNode, and with it CircularReplication, only works when the operator is
 * configured to append scopes to labels, which it is not by default.
 */
export type PodDistributionType =
  | 'Unspecified'
  | 'ClickHouseAntiAffinity'
  | 'ShardAntiAffinity'
  | 'ReplicaAntiAffinity'
  | 'AnotherNamespaceAntiAffinity'
  | 'AnotherClickHouseInstallationAntiAffinity'
  | 'AnotherClusterAntiAffinity'
  | 'MaxNumberPerNode'
  | 'NamespaceAffinity'
  | 'ClickHouseInstallationAffinity'
  | 'ClusterAffinity'
  | 'ShardAffinity'
  | 'ReplicaAffinity'
  | 'PreviousTailAffinity'
  | 'CircularReplication';
