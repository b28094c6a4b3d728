import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from 'anyhouse';
import * as cdk8s from 'cdk8s';
import * as ts from 'typescript';
import { parseAllDocuments } from 'yaml';

/** Runs a written program, and reads what it wrote. Rules run as they do for users: errors are thrown. */
export function runProgram(program: string): readonly Manifest[] {
  const outdir = mkdtempSync(join(tmpdir(), 'anyhouse-program-'));
  class App extends cdk8s.App {
    constructor(props: cdk8s.AppProps) {
      super({ ...props, outdir });
    }
  }
  const modules: Readonly<Record<string, unknown>> = { anyhouse: require('anyhouse'), cdk8s: { ...cdk8s, App } };
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const warn = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    new Function('require', 'exports', outputText)((name: string) => modules[name], {});
    return readdirSync(outdir).flatMap((file) =>
      parseAllDocuments(readFileSync(join(outdir, file), 'utf8')).map((document) => document.toJSON() as Manifest),
    );
  } finally {
    warn.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

/** The one object of a kind. */
export function only(manifests: readonly Manifest[], kind: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} objects ${kind}`);
  return found[0];
}
