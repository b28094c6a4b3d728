import { type Manifest, text } from '../kubernetes/manifest';
import { type CheckContext, contextOf } from './context';

/** Manifests that are checked together, with the context of each. */
export class ManifestSet {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly contexts = new Map<string, CheckContext>();
  private readonly clusters: ReadonlyMap<Manifest, string>;
  private readonly fallback: CheckContext;

  /**
   * @param objects manifests in the order of the output
   * @param options `fallback` is the context of objects whose namespace carries none; `clusters` tells, when several
   * Kubernetes clusters are described at once, which one an object goes to
   */
  constructor(
    readonly objects: readonly Manifest[],
    options: { readonly fallback?: CheckContext; readonly clusters?: ReadonlyMap<Manifest, string> } = {},
  ) {
    this.fallback = options.fallback ?? {};
    this.clusters = options.clusters ?? new Map();
    for (const object of objects) {
      const known = this.byKind.get(object.kind);
      if (known) known.push(object);
      else this.byKind.set(object.kind, [object]);
      const context = contextOf(object);
      if (context) this.contexts.set(this.place(object), context);
    }
  }

  /** All objects of a kind, in order. */
  ofKind(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Name of the Kubernetes cluster that an object goes to; empty when only one is described. */
  clusterOf(object: Manifest): string {
    return this.clusters.get(object) ?? '';
  }

  /** What is known about the place of an object: the context of its namespace, else the fallback. */
  contextOf(object: Manifest): CheckContext {
    return this.contexts.get(this.place(object)) ?? this.fallback;
  }

  /** Contexts of all environments in the set. */
  environments(): readonly CheckContext[] {
    return [...this.contexts.values()];
  }

  private place(object: Manifest): string {
    // Foreign YAML may hold anything here, and an object can even lack a way to become text.
    const namespace = object.kind === 'Namespace' ? object.metadata.name : (text(object.metadata.namespace) ?? '');
    return `${this.clusterOf(object)}/${namespace}`;
  }
}
