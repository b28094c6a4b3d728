/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The part of `metadata` that manifests of this library use. */
export interface ObjectMetadata {
  /** Name of the object, unique for its kind and namespace. */
  readonly name: string;
  /** Namespace; absent on cluster-scoped kinds. */
  readonly namespace?: string;
  /** Labels; values are at most 63 characters. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations; values are always strings. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Kubernetes object as plain data, the way it stands in a file. */
export interface Manifest {
  /** API group and version: `apps/v1`. */
  readonly apiVersion: string;
  /** Kind of object: `Deployment`. */
  readonly kind: string;
  /** Name, namespace, labels, annotations. */
  readonly metadata: ObjectMetadata;
  readonly [section: string]: unknown;
}

/** A manifest whose `spec` has a known type. */
export type ManifestOf<Spec> = Manifest & {
  /** What is asked for. */
  readonly spec: Spec;
};

/** Whether a value is a manifest: an object with a kind, an API version and a named `metadata`. */
export function isManifest(value: unknown): value is Manifest {
  const { kind, apiVersion, metadata } = record(value);
  return typeof kind === 'string' && typeof apiVersion === 'string' && typeof record(metadata).name === 'string';
}

/*
 * Readers for manifests that somebody else wrote. They never throw: what has the wrong type counts as absent, so
 * that one broken field does not hide the findings about the rest of the file.
 */

/** The value as an object, or an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The value as a list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Any value as text. `String` throws on an object whose `toString` is no function, as JSON can bring it. */
export function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The value as a whole number, or undefined. */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** The value found by following keys from an object. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => record(inner)[key], value);
}

/** A JSON pointer (RFC 6901) from its parts. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Parts of a JSON pointer. */
export function pointerParts(text_: string): string[] {
  return text_
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
