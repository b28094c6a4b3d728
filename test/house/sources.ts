import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

/** Top of the repository. */
export const root = resolve(__dirname, '../..');

/** Files that are or will be committed, as paths from the top of the repository. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return listed.split('\0').filter((file) => file !== '' && ts.sys.fileExists(join(root, file)));
}

/** Text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** A module that a file names, by import, export, require or a type. */
export interface ModuleReference {
  /** What is written: `../kubernetes/names`. */
  readonly specifier: string;
  readonly line: number;
}

/** Everything that a file loads or takes types from. */
export function referencesOf(file: string, text = textOf(file)): readonly ModuleReference[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: ModuleReference[] = [];
  const visit = (node: ts.Node): void => {
    const literal = moduleLiteral(node);
    if (literal && ts.isStringLiteralLike(literal)) {
      found.push({ specifier: literal.text, line: source.getLineAndCharacterOfPosition(literal.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function moduleLiteral(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads = expression.kind === ts.SyntaxKind.ImportKeyword || /^require(\.resolve)?$/.test(expression.getText());
  return loads ? node.arguments[0] : undefined;
}

/** The sources with their types. Slow to make, so once per test file. */
export function typedProgram(): ts.Program {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

/** Files of a program below `src`, with their paths from the top of the repository. */
export function ownSources(program: ts.Program): readonly (readonly [string, ts.SourceFile])[] {
  return program
    .getSourceFiles()
    .map((source) => [relative(root, source.fileName), source] as const)
    .filter(([file]) => file.startsWith('src/'));
}

/** Where a node stands, the way editors open it: `src/index.ts:3`. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${relative(root, source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
