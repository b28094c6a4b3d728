import { readdirSync, readFileSync } from 'node:fs';
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

/** A program with what the compiler has against it. */
export interface Compiled {
  readonly text: string;
  readonly complaints: readonly Complaint[];
}

/** Compiles all programs of a folder of `test/types`. */
export function compilePrograms(folder: string): ReadonlyMap<string, Compiled> {
  const directory = join(root, 'test/types', folder);
  const files = readdirSync(directory).filter((file) => file.endsWith('.ts'));
  return compileTexts(
    directory,
    files.map((file) => [file, readFileSync(join(directory, file), 'utf8')] as const),
  );
}

/**
 * Compiles programs as a user would, with `anyhouse` meaning our sources.
 * @param directory where they would stand; they need not exist
 */
export function compileTexts(
  directory: string,
  programs: readonly (readonly [file: string, text: string])[],
): ReadonlyMap<string, Compiled> {
  const config = ts.readConfigFile(join(root, 'tsconfig.check.json'), ts.sys.readFile);
  const { options: checked } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const options = { ...checked, noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  const texts = new Map(programs.map(([file, text]) => [join(directory, file), text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...more) => {
    const text = texts.get(file);
    return text === undefined ? getSourceFile(file, version, ...more) : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    programs.map(([file, text]) => {
      const source = program.getSourceFile(join(directory, file)) as ts.SourceFile;
      const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [file, { text, complaints: diagnostics.map(complaintOf) }] as const;
    }),
  );
}

function complaintOf({ code, file, start, messageText }: ts.Diagnostic): Complaint {
  const line = (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) + 1;
  const message = ts.flattenDiagnosticMessageText(messageText, '\n').replaceAll(/\s+/g, ' ');
  return { code: `TS${code}`, line, message };
}
