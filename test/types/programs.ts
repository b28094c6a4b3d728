import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { root } from '../house/sources';

/** A complaint of the compiler. */
export interface Complaint {
  /** `TS2741`. */
  readonly code: string;
  readonly line: number;
  /** The whole chain of messages, on one line. */
  readonly message: string;
}

/** What a program says it must be refused for: `// expect: TS2741 text`, on the line before the one concerned. */
export function expectedComplaint(text: string): Complaint | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => /^\s*\/\/ expect: /.test(line));
  const [, code, message] = /\/\/ expect: (TS\d+) (.+)$/.exec(lines[index] ?? '') ?? [];
  return code && message ? { code, line: index + 2, message } : undefined;
}

/** Compiles all programs of a folder of `test/types` as a user would, with `anyhouse` meaning our sources. */
export function compilePrograms(
  folder: string,
): ReadonlyMap<string, { text: string; complaints: readonly Complaint[] }> {
  const directory = join(root, 'test/types', folder);
  const files = readdirSync(directory).filter((file) => file.endsWith('.ts'));
  const config = ts.readConfigFile(join(root, 'tsconfig.check.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(
    files.map((file) => join(directory, file)),
    { ...options, noEmit: true, noUnusedLocals: false, noUnusedParameters: false },
  );
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(join(directory, file)) as ts.SourceFile;
      const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [file, { text: source.text, complaints: diagnostics.map(complaintOf) }] as const;
    }),
  );
}

function complaintOf({ code, file, start, messageText }: ts.Diagnostic): Complaint {
  const line = (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) + 1;
  const message = ts.flattenDiagnosticMessageText(messageText, '\n').replaceAll(/\s+/g, ' ');
  return { code: `TS${code}`, line, message };
}
