import { type ApiObjectProps, ApiObject as Cdk8sApiObject, Chart, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { isClusterScoped } from './kinds';
import type { Manifest } from './manifest';
import type { Origin } from './origin';

/** Options of {@link ApiObject}. */
export interface ApiObjectOptions {
  /** Where the values come from. @default - findings name kind and pointer instead of props */
  readonly origin?: Origin;
  /**
   * Whether the labels of the chart are stamped on this object.
   * The ClickHouse operator copies labels of its resources to pods, where a new one restarts the database.
   * @default 'apply'
   */
  readonly chartLabels?: 'apply' | 'leave-out';
}

let revision = 0;

/** A number that grows with every change of any object of ours; equal numbers mean equal manifests. */
export function manifestRevision(): number {
  return revision;
}

/**
 * A Kubernetes object from a plain manifest.
 *
 * In contrast to cdk8s' own: cluster-scoped kinds never get the namespace of their chart; a manifest can be a function,
 * asked anew at each synthesis, for objects that other constructs contribute to.
 * Name, kind and labels are those of the first answer.
 */
export class ApiObject extends Cdk8sApiObject {
  /** Where the values of this object come from. */
  readonly origin?: Origin;
  private readonly foreignLabels: readonly string[];
  private readonly late?: LateManifest;

  constructor(scope: Construct, id: string, manifest: Manifest | (() => Manifest), options: ApiObjectOptions = {}) {
    const late = typeof manifest === 'function' ? lateManifest(manifest) : undefined;
    const first = late ? late.current : plain(manifest as Manifest);
    super(scope, id, late ? lateProps(late) : first);
    revision += 1;
    this.origin = options.origin;
    this.late = late;
    const own = Object.keys(first.metadata.labels ?? {});
    this.foreignLabels =
      options.chartLabels === 'leave-out' ? Object.keys(Chart.of(this).labels).filter((key) => !own.includes(key)) : [];
  }

  override addJsonPatch(...operations: JsonPatch[]): void {
    revision += 1;
    super.addJsonPatch(...operations);
  }

  /** The object as it goes into the output. */
  override toJson(): Manifest {
    if (this.late) this.refresh(this.late);
    const manifest = super.toJson();
    if (isClusterScoped(this.apiVersion, this.kind)) {
      delete manifest.metadata.namespace;
    }
    for (const key of this.foreignLabels) {
      delete manifest.metadata.labels?.[key];
    }
    if (manifest.metadata.labels && Object.keys(manifest.metadata.labels).length === 0) {
      delete manifest.metadata.labels;
    }
    return manifest;
  }

  /** Asks a late manifest. cdk8s holds annotations of its own, so they follow, unless somebody else wrote over them. */
  private refresh(late: LateManifest): void {
    const before = late.current.metadata.annotations ?? {};
    const now: Readonly<Record<string, string>> = this.metadata.toJson()?.annotations ?? {};
    late.current = plain(late.ask());
    for (const [key, value] of Object.entries(late.current.metadata.annotations ?? {}))
      if (now[key] === before[key]) this.metadata.addAnnotation(key, value);
  }
}

interface LateManifest {
  readonly ask: () => Manifest;
  /** The last answer. */
  current: Manifest;
}

function lateManifest(ask: () => Manifest): LateManifest {
  return { ask, current: plain(ask()) };
}

/** The same value, with maps that have no prototype as ordinary objects: cdk8s asks objects for their constructor. */
function plain<T>(value: T): T {
  if (Array.isArray(value)) return value.map(plain) as T;
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)])) as T;
}

/** cdk8s reads the sections of its props at each synthesis, so getters make them late. */
function lateProps(late: LateManifest): ApiObjectProps {
  const { apiVersion, kind, metadata, ...sections } = late.current;
  const props: ApiObjectProps = { apiVersion, kind, metadata };
  for (const section of Object.keys(sections)) {
    Object.defineProperty(props, section, { enumerable: true, get: () => late.current[section] });
  }
  return props;
}
