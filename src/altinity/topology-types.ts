import type { KeeperAccess } from './normalize/keeper-access';
import type { HostPorts } from './normalize/ports';
import type { TemplateReferences } from './normalize/templates';
import type { AltinityKind } from './versions';

/** What an installation amounts to once the operator has worked on it. */
export interface Topology {
  /** Kind of the installation; `other` for any other object, which has no clusters. */
  readonly kind: AltinityKind | 'other';
  /** Namespace of the installation; `default` when the manifest leaves it open. */
  readonly namespace: string;
  /** Name of the installation. */
  readonly name: string;
  /** Its clusters. An installation that lists none has one named `cluster`. */
  readonly clusters: readonly TopologyCluster[];
  /** All hosts: cluster by cluster, shard by shard. The operator walks them in this order. */
  readonly hosts: readonly Host[];
  /** The way in: reaches any host that is ready. */
  readonly service: ServiceName;
  /** All ways in: more than one when several service templates are linked. */
  readonly services: readonly ServiceName[];
  /** Members of the quorum, as clients reach them. @default - it is no Keeper */
  readonly keeperNodes?: readonly KeeperMember[];
}

/** A Service that the operator makes. */
export interface ServiceName {
  /** Its name. */
  readonly name: string;
  /** Its name in the DNS of the Kubernetes cluster. */
  readonly fqdn: string;
  /** The service template that it is made from. @default - the operator's own */
  readonly template?: string;
}

/** One cluster of an installation. */
export interface TopologyCluster {
  /** Its name. */
  readonly name: string;
  /** Place in the list of clusters. */
  readonly index: number;
  /** Its shards, in order. */
  readonly shards: readonly TopologyShard[];
  /** Keeper or ZooKeeper that it uses, with what it inherits. @default - none */
  readonly keeper?: KeeperAccess;
  /** Service of the cluster. @default - none: it is only made from a template */
  readonly service?: ServiceName;
}

/** One shard of a cluster. */
export interface TopologyShard {
  /** Its name: the index unless the layout gives one. */
  readonly name: string;
  /** Place in its cluster. */
  readonly index: number;
  /** Share of inserted rows, relative to the other shards. @default - not given: ClickHouse takes 1 */
  readonly weight?: number;
  /** Whether a Distributed table writes to one replica only and leaves the rest to replication. */
  readonly internalReplication: boolean;
  /** Its hosts, in order. */
  readonly hosts: readonly Host[];
  /** Service of the shard. @default - none: it is only made from a template */
  readonly service?: ServiceName;
}

/** One host: a ClickHouse server or a Keeper member, with its one pod. */
export interface Host {
  /** Name of its cluster. */
  readonly cluster: string;
  /** Name of its shard. */
  readonly shard: string;
  /** Name of its replica: that of the column in the cluster, see {@link name} for the host's own. */
  readonly replica: string;
  /** Place of its shard in the cluster. */
  readonly shardIndex: number;
  /** Place in its shard; the server id of a Keeper member. */
  readonly replicaIndex: number;
  /** Place in its cluster. */
  readonly index: number;
  /** Name of the host, uncut: `0-1`. Names of objects hold at most 15 characters of it. */
  readonly name: string;
  /** Name of its StatefulSet. */
  readonly object: string;
  /** Name of its Service: how others of the namespace reach it. Equal to {@link object} unless a template renames one. */
  readonly service: string;
  /** Name of its pod. */
  readonly pod: string;
  /** Name of its Service in the DNS of the Kubernetes cluster. */
  readonly fqdn: string;
  /** Ports that it listens on. */
  readonly ports: HostPorts;
  /** Whether it offers encrypted ports. */
  readonly secure: boolean;
  /** Whether it offers plain ports. */
  readonly insecure: boolean;
  /** The pod template that it uses. @default - none, or one that does not exist: the operator makes up a pod */
  readonly podTemplate?: string;
  /** Image of its server. @default - none is said: the operator takes one that is not pinned */
  readonly image?: string;
  /** Memory that its server is limited to, or else promised, as written. @default - none is said */
  readonly memory?: string;
  /** The template of its data volume. @default - none, or one that does not exist: data lies on the container */
  readonly dataClaimTemplate?: string;
  /** The template of its log volume. @default - none */
  readonly logClaimTemplate?: string;
  /** Names of its claims, in the order in which containers mount them. */
  readonly claims: readonly string[];
  /** All template names that it ends up with after inheritance, existing or not. */
  readonly templates: TemplateReferences;
}

/** A member of a Keeper quorum, as clients reach it. */
export interface KeeperMember {
  /** Name of its Service, which works inside of its namespace. */
  readonly host: string;
  /** Its name in the DNS of the Kubernetes cluster. */
  readonly fqdn: string;
  /** Port for clients; the encrypted one where the plain one is closed. */
  readonly port: number;
}
