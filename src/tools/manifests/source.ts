import type { Manifest } from '../../kubernetes/manifest';

/** A manifest together with the place it was read from. */
export interface SourcedManifest {
  readonly manifest: Manifest;
  /** The file, the way it was named; `-` for standard input. */
  readonly file: string;
  /** Position among the documents of the file, from 1. */
  readonly document: number;
  /** Line, from 1, where a JSON pointer of the manifest stands, or the nearest thing around it. */
  lineOf(pointer: string): number;
}

/** A document that was left out, because it is no Kubernetes object and nobody named its file. */
export interface SkippedDocument {
  readonly file: string;
  readonly line: number;
  /** What it is instead: `has no kind`. */
  readonly reason: string;
}

/** What one argument of a command held. */
export interface ManifestSource {
  /** The argument: a file, a directory, or `-`. */
  readonly path: string;
  /** Files that were read, in order. */
  readonly files: readonly string[];
  /** Objects in the order of files and documents; lists are taken apart. */
  readonly manifests: readonly SourcedManifest[];
  readonly skipped: readonly SkippedDocument[];
  /** Lines of all files together that are not empty. */
  readonly lines: number;
}
