import type { PersistentVolumeClaimSpec, ServiceSpec } from 'kubernetes-types/core/v1';
import type { HostFields } from './layout';
import type { PodTemplate } from './pod-template';
import type { ClaimProvisioner, ReclaimPolicy, TemplateMetadata } from './values';

/**
 * Templates, to be named in {@link TemplateNames}. A template that nobody names has no effect, and of two with one name
 * the later one counts.
 */
export interface Templates<Host = HostTemplateSpec> {
  /** Ports, TLS and settings of hosts. @default - none */
  readonly hostTemplates?: readonly HostTemplate<Host>[];
  /** Pods and what runs in them. @default - none */
  readonly podTemplates?: readonly PodTemplate[];
  /** Volumes of hosts. @default - none */
  readonly volumeClaimTemplates?: readonly VolumeClaimTemplate[];
  /** Services. @default - none */
  readonly serviceTemplates?: readonly ServiceTemplate[];
}

/** Ports, TLS and settings of hosts. */
export interface HostTemplate<Host = HostTemplateSpec> {
  /** Name that references use. */
  readonly name?: string;
  /**
   * How ports are given out. Pods in the network of their node count up over the hosts of a cluster when they have no
   * host template at all.
   * @default - every host has the same ports
   */
  readonly portDistribution?: readonly PortDistribution[];
  /** What the hosts have. @default - nothing of its own */
  readonly spec?: Host;
}

/** How ports are given out. */
export interface PortDistribution {
  /** The same for all hosts, or counting up with the place of the host in its cluster. @default 'Unspecified' */
  readonly type?: 'Unspecified' | 'ClusterScopeIndex';
}

/** What hosts of a template have. The layout can say something else for single hosts. */
export interface HostTemplateSpec extends HostFields {
  /** Name of the host. Hosts always have one already, so it is never used. @default - none */
  readonly name?: string;
}

/**
 * A volume. The name becomes the first part of the names of claims: renamed, it starts on empty volumes.
 */
export interface VolumeClaimTemplate {
  /** Name that references use, and that containers can mount. */
  readonly name?: string;
  /** Who makes the claims. @default - as in the defaults */
  readonly provisioner?: ClaimProvisioner;
  /**
   * What happens to the claims. It stands beside `spec`; inside of it, it is swallowed.
   * @default - as in the defaults
   */
  readonly reclaimPolicy?: ReclaimPolicy;
  /** Labels and annotations of the claims. @default - none */
  readonly metadata?: TemplateMetadata;
  /**
   * The claim. Size grows in place with the operator as provisioner and a class that allows it; a smaller size, another
   * class and other access modes are ignored in silence.
   */
  readonly spec?: PersistentVolumeClaimSpec;
}

/** A Service. Its selector is made by the operator; ports that are wrong make it vanish in silence. */
export interface ServiceTemplate {
  /** Name that references use. */
  readonly name?: string;
  /** Pattern of its name, with macros such as `{chi}`. @default - after what it is linked to */
  readonly generateName?: string;
  /** Labels and annotations. @default - none */
  readonly metadata?: TemplateMetadata;
  /** The Service. Changing its type deletes it and makes it anew. */
  readonly spec?: ServiceSpec;
}
