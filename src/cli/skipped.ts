import type { ManifestSource } from '../tools/manifests/source';
import type { Terminal } from './terminal';

/** Tells which documents of directories were left out, so that a forgotten `kind` does not pass as a clean file. */
export function noteSkipped(sources: readonly ManifestSource[], terminal: Terminal): void {
  for (const { file, line, reason } of sources.flatMap(({ skipped }) => skipped)) {
    terminal.err(`note: ${file}:${line}: left out, because this is no Kubernetes object: it ${reason}.\n`);
  }
}
