import { type Document, LineCounter, parseAllDocuments, type Tags, type YAMLError } from 'yaml';
import { isManifest, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { lineFinder } from './line-finder';
import type { SkippedDocument, SourcedManifest } from './source';

/** What a text held. */
export interface ParsedText {
  readonly manifests: readonly SourcedManifest[];
  /** Documents that are no Kubernetes objects. */
  readonly others: readonly SkippedDocument[];
  /** Faults of the text, each with its place. */
  readonly problems: readonly string[];
}

/** Reads YAML or JSON, the way kubectl does: YAML 1.1, where `yes` is true, but dates stay text. Never throws. */
export function parseManifests(content: string, file: string): ParsedText {
  const lineCounter = new LineCounter();
  const manifests: SourcedManifest[] = [];
  const others: SkippedDocument[] = [];
  const problems: string[] = [];
  const documents = parseAllDocuments(content, { ...kubectlYaml, lineCounter });
  for (const [index, document] of (Array.isArray(documents) ? documents : []).entries()) {
    const faults = document.errors.map((error) => describeYamlFault(error, file, lineCounter));
    const value = faults.length === 0 ? plainValue(document, file, faults) : undefined;
    problems.push(...faults);
    if (value === undefined || value === null) continue;
    const linesOf = lineFinder(document, lineCounter);
    for (const [path, object] of objectsIn(value)) {
      const reason = whyNoManifest(object);
      const line = linesOf(path);
      if (reason) others.push({ file, line, reason });
      else {
        const lineOf = (pointer: string) => linesOf(`${path}${pointer}`);
        manifests.push({ manifest: named(object as Manifest), file, document: index + 1, lineOf });
      }
    }
  }
  return { manifests, others, problems };
}

/** YAML as kubectl and Helm read it. Times and dates are text for them, and binary data is its base64. */
export const kubectlYaml = {
  schema: 'yaml-1.1',
  merge: true,
  stringKeys: true,
  customTags: (tags: Tags) =>
    tags.filter((tag) => typeof tag === 'string' || (tag.format !== 'TIME' && !/timestamp|binary/.test(tag.tag))),
  prettyErrors: false,
} as const;

function plainValue(document: Document.Parsed, file: string, faults: string[]): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that multiply, or nesting without end.
    const reason = error instanceof RangeError ? 'it is nested too deeply' : (error as Error).message;
    faults.push(`${file}: cannot be read: ${reason.replace(/\.$/, '')}.`);
    return undefined;
  }
}

/** The objects of a document with their pointers; those of a `List` are its items. */
function objectsIn(value: unknown): readonly (readonly [pointer: string, object: unknown])[] {
  const { kind, items } = record(value);
  if (!text(kind)?.endsWith('List') || !Array.isArray(items)) return [['', value]];
  return list(items).map((item, index) => [`/items/${index}`, item] as const);
}

/** What keeps a value from being a manifest; undefined when it is one. */
function whyNoManifest(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'is a list, not an object';
  if (typeof value !== 'object' || value === null) return `is ${value === null ? 'empty' : 'text'}, not an object`;
  const { apiVersion, kind, metadata } = record(value);
  if (text(apiVersion) === undefined) return 'has no apiVersion';
  if (text(kind) === undefined) return 'has no kind';
  const { name, generateName } = record(metadata);
  return text(name) === undefined && text(generateName) === undefined ? 'has no metadata.name' : undefined;
}

/** Objects whose name the API server completes are called by the beginning of it. */
function named(object: Manifest): Manifest {
  if (isManifest(object)) return object;
  const { metadata } = object as Manifest;
  return { ...(object as Manifest), metadata: { ...metadata, name: String(record(metadata).generateName) } };
}

const sentences: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here twice',
  NON_STRING_KEY: 'this key is no text; templates have to be rendered before',
};

/** A fault of YAML with its place. */
export function describeYamlFault(error: YAMLError, file: string, lineCounter: LineCounter): string {
  const { line, col } = lineCounter.linePos(error.pos[0]);
  return `${file}:${line}:${col}: ${sentences[error.code] ?? error.message.replace(/\.$/, '')}.`;
}
