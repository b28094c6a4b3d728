import type { NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1';
import type { ClickHouseKeeperInstallationSpec } from '../altinity/spec/keeper-installation';
import type { Acknowledge } from '../checks/acknowledge';
import type { InstanceTypes } from '../environment/instance-type';
import type { Placement, ResolvedPlacement } from '../environment/placement';
import type { Resources } from '../environment/pods';
import type { ManifestOf } from '../kubernetes/manifest';
import type { Quantity } from '../kubernetes/quantity';
import type { ResolvedMonitoring } from '../monitoring/monitoring';
import type { Machine } from '../platform/machines/machine';
import type { KeeperSettings } from '../settings/keeper/settings';
import type { KeeperAlertOptions, ResolvedKeeperAlerts } from './alerts/options';

/** Members of a quorum. Even numbers tolerate no more failures than the odd number below them. */
export type KeeperSize = 1 | 3 | 5 | 7;

/** One member of a quorum, as ClickHouse reaches it. */
export interface KeeperNode {
  /** Host name: short inside a namespace, with the namespace outside of it. */
  readonly host: string;
  /** Client port. @default 2181 */
  readonly port?: number;
  /** Whether the port is encrypted. The certificate has to come from the authority of the environment. @default false */
  readonly secure?: boolean;
}

/** A quorum that clusters can use. */
export interface IKeeper {
  /** Members as seen from a namespace. */
  nodesFor(namespace: string): readonly KeeperNode[];
  /** Namespace it runs in; undefined when somebody else runs it. */
  readonly namespace?: string;
  /** Name of its installation; undefined when somebody else runs it. */
  readonly name?: string;
  /** Lets ClickHouse pods of a namespace in. */
  admit(namespace: string): void;
}

/**
 * A change on its way through the quorum. Members that are listed have it, the others do not yet: each merge lists one
 * more, followers first and the leader last (`anyhouse keeper-steps` prints how to find it). At the end what stands here
 * moves to the props of the same names, which changes nothing in the cluster any more.
 */
export interface KeeperRollout {
  /** Members that have it already, by number from 0. */
  readonly members: readonly number[];
  /** Their image. @default - that of the others */
  readonly image?: string;
  /** Their configuration, the whole of it. Settings that all members share cannot differ. @default - that of the others */
  readonly settings?: KeeperSettings;
  /** What they ask of their nodes. @default - as the others */
  readonly resources?: Resources;
  /**
   * Their metrics, after `monitoring` was added to an environment whose quorum is running: members that are not listed
   * get them later. @default - all members have metrics where the environment has `monitoring`
   */
  readonly metrics?: 'on';
}

/**
 * A change of the number of members on its way: one member more or less with each merge. Several empty members that start
 * together can outvote the one that has the data, which is lost then.
 */
export interface KeeperResize {
  /** Members before the change. */
  readonly from: KeeperSize;
  /** Members now: on the way from `from` to `replicas`, one step with each merge. */
  readonly members: number;
}

/** Changes a manifest before it is emitted. Must not change names, and is called more than once. */
export type Transform<Spec = unknown> = (manifest: ManifestOf<Spec>) => ManifestOf<Spec>;

/** Options of {@link Keeper}. */
export interface KeeperProps {
  /** Name of the installation. @default - the id */
  readonly name?: string;
  /** Members of the quorum. One tolerates no failure. Changed later only with `resize`. @default - 1 on minikube, else 3 */
  readonly replicas?: KeeperSize;
  /** Disk of each member, for the Raft log and snapshots. @default '10Gi' */
  readonly storage?: Quantity;
  /** StorageClass of the disks. @default - the one of the platform */
  readonly storageClass?: string;
  /** Image with a tag or digest. @default - the pinned release of this library */
  readonly image?: string;
  /**
   * Configuration of Keeper. A change of anything but `logger` restarts members, all of them within seconds unless
   * `rollout` brings it to one after the other.
   * @default - logs with level `information`
   */
  readonly settings?: KeeperSettings;
  /** A new image, configuration or size of pods that goes member by member. @default - none is under way */
  readonly rollout?: KeeperRollout;
  /** Growth or shrinkage that goes member by member. Clients use the members that stay. @default - none is under way */
  readonly resize?: KeeperResize;
  /** What each member asks of its node. @default - 1 processor and 4Gi in production, less otherwise */
  readonly resources?: Resources;
  /**
   * Machine that each member has to itself, instead of `resources`: by name, or one for each platform.
   * @default - any node with room for `resources`
   */
  readonly instanceType?: string | InstanceTypes;
  /** Where members go. @default - a zone each in production, a node each elsewhere in a cloud */
  readonly placement?: Placement;
  /**
   * Written into `spec.taskID`. A new value makes the operator go over the installation once more, although nothing else
   * has changed. It restarts nothing by itself. @default - none: the operator reacts to changes only
   */
  readonly taskId?: string;
  /** When alerts are raised, where the environment has `monitoring`. @default - see {@link KeeperAlertOptions} */
  readonly alerts?: KeeperAlertOptions;
  /** What happens to the disks when the quorum is removed. @default 'retain' */
  readonly onDelete?: 'retain' | 'delete';
  /** Last changes to the emitted objects. @default - none */
  readonly transform?: {
    readonly installation?: Transform<ClickHouseKeeperInstallationSpec>;
    readonly policy?: Transform<NetworkPolicySpec>;
    readonly disruptionBudget?: Transform<PodDisruptionBudgetSpec>;
  };
  /** Rules to silence for this quorum, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** One member with all defaults applied. */
export interface ResolvedMember {
  readonly image: string;
  readonly settings: KeeperSettings;
  readonly resources: Resources;
  readonly metrics?: 'on';
}

/** A quorum with all defaults applied. */
export interface ResolvedKeeper {
  readonly name: string;
  /** Members that there are now, in order. */
  readonly members: readonly ResolvedMember[];
  /** How many of them clients use: those that are there before and after a change of their number. */
  readonly clientMembers: number;
  /** The change of their number that is under way. */
  readonly resize?: KeeperResize;
  readonly storage: Quantity;
  readonly storageClass: string;
  readonly machine?: Machine;
  readonly spread: 'required' | 'preferred';
  /** Zone of each member; empty where members are not pinned. */
  readonly memberZones: readonly string[];
  readonly zones: readonly string[];
  readonly placement: ResolvedPlacement;
  readonly taskId?: string;
  readonly monitoring?: ResolvedMonitoring;
  readonly alerts: ResolvedKeeperAlerts;
  readonly onDelete: 'retain' | 'delete';
}
