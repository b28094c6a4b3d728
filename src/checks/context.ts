import { at, type Manifest, record, text } from '../kubernetes/manifest';

/** What a rule may know about the place where manifests will stand. Absent parts are unknown, never assumed. */
export interface CheckContext {
  /** Name of the platform: `eks`. */
  readonly platform?: string;
  /** Kubernetes cluster that the objects go to. Names must be unique in one cluster only. */
  readonly cluster?: string;
  /** What the environment is for. */
  readonly stage?: 'development' | 'production';
  /** Zones that nodes stand in; empty where the platform has none. */
  readonly zones?: readonly string[];
  /** Whether the platform enforces NetworkPolicies. */
  readonly networkPolicy?: 'enforced' | 'off' | 'unknown';
  /** The operator that will read the resources. */
  readonly operator?: OperatorContext;
  /** Rules that are silenced on purpose. */
  readonly acknowledged?: readonly Acknowledgement[];
}

/** What is known about the ClickHouse operator of a cluster. */
export interface OperatorContext {
  /** Release: `0.27.2`. */
  readonly version: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** Namespaces it watches, as regular expressions; `.*` means all. */
  readonly watches: readonly string[];
}

/** One silenced rule. */
export interface Acknowledgement {
  readonly rule: string;
  /** Why it does not apply here; printed in reports. */
  readonly reason: string;
  /** The object it is silenced on, `Kind/name`; absent for the whole environment. */
  readonly object?: string;
  /** Further objects of the same construct. */
  readonly further?: readonly string[];
}

/**
 * Annotation that carries the context of an environment, so that tools which see only manifests judge as the program
 * did. It stands on the Namespace, never on the ClickHouse resources: the operator copies their annotations to pods.
 */
export const contextAnnotation = 'anyhouse.dev/context';

/** The context as the value of {@link contextAnnotation}. */
export function printContext(context: CheckContext): string {
  return JSON.stringify(context);
}

/** The context that an object carries; undefined when it carries none or one that cannot be read. */
export function contextOf(manifest: Manifest): CheckContext | undefined {
  const printed = text(record(at(manifest.metadata, 'annotations'))[contextAnnotation]);
  if (printed === undefined) return undefined;
  try {
    return record(JSON.parse(printed)) as CheckContext;
  } catch {
    return undefined;
  }
}
