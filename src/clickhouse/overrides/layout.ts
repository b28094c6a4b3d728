import type { ResolvedPlacement } from '../../environment/placement';
import type { Resources } from '../../environment/pods';
import type { Machine } from '../../platform/machines/machine';
import type { ServerSettings } from '../../settings/server-settings';

/** A shard with what it has of its own. */
export interface ResolvedShard {
  readonly weight?: number;
  readonly internalReplication?: 'yes' | 'no';
  /** Configuration that all of its hosts have, from one override or several. */
  readonly settings: readonly ServerSettings[];
  /** Its hosts, one for each copy. */
  readonly hosts: readonly ResolvedHost[];
  /** Props that made its fields, for findings. */
  readonly origin: Readonly<Record<string, string | undefined>>;
}

/** A host with what it has of its own. */
export interface ResolvedHost {
  /** What its pod has of its own, and so a pod template. @default - the pod of all others */
  readonly pod?: HostPod;
  /** Configuration that it alone has. */
  readonly settings: readonly ServerSettings[];
  /** Props that made its fields, for findings. */
  readonly origin: Readonly<Record<string, string | undefined>>;
}

/** Parts of a pod in which hosts may differ. */
export interface HostPod {
  readonly image?: string;
  readonly resources?: Resources;
  readonly machine?: Machine;
  readonly placement?: ResolvedPlacement;
}
