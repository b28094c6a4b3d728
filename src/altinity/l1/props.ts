import type { Acknowledge } from '../../checks/acknowledge';
import type { JsonObject } from '../../kubernetes/manifest';
import type { OperatorVersion } from '../versions';

/** Options of the typed resources of the operator: the object as it will stand in the cluster. */
export interface InstallationProps<Spec> {
  /** Name, labels and annotations. @default - the id as the name */
  readonly metadata?: InstallationMetadata;
  /** What is asked for. */
  readonly spec: Spec;
  /**
   * What is newer than this library. Merged into the spec last and not checked: objects are merged field by field, lists
   * and values are replaced.
   * @default - nothing
   */
  readonly extra?: JsonObject;
  /** Rules to silence for this object, with the reason. Works inside an Environment. @default - none */
  readonly acknowledge?: Acknowledge;
  /** Release of the operator that will read it. Fields that it does not know are refused. @default '0.27.2' */
  readonly operatorVersion?: OperatorVersion;
}

/** Metadata of an installation. The operator copies labels and annotations to pods: a new one restarts the database. */
export interface InstallationMetadata {
  /** Name. Names of all objects that the operator makes begin with it. @default - the id */
  readonly name?: string;
  /** Namespace. @default - that of the chart */
  readonly namespace?: string;
  /** Labels. Those of the chart are left out. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}
