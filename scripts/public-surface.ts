/*
 * What users of the package can see: the published declarations, as tsc writes them, without what is marked @internal.
 * The surface report and the tests of the public types read them here.
 */
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..');

/** Entries of the package, by the name that users import. */
export const entries: Readonly<Record<string, string>> = {
  anyhouse: 'index',
  'anyhouse/pulumi': 'pulumi/index',
  'anyhouse/synth': 'synth/index',
  'anyhouse/testing': 'testing/index',
};

/** A declaration that users can reach. */
export interface PublicDeclaration {
  /** Its name, with its namespace: `altinity.ClickHouseInstallation`. */
  readonly name: string;
  /** The entry that exports it; undefined when it is only named by the type of another one. */
  readonly entry?: string;
  readonly node: ts.Declaration;
}

/** All declarations that users can reach. */
export interface PublicSurface {
  readonly checker: ts.TypeChecker;
  /** Exported ones in alphabetical order, then those that only types name. */
  readonly declarations: readonly PublicDeclaration[];
}

/** Reads the public surface from the sources. Takes seconds. */
export function publicSurface(): PublicSurface {
  const program = declarationProgram();
  const checker = program.getTypeChecker();
  const seen = new Map<ts.Declaration, PublicDeclaration>();
  for (const [entry, file] of Object.entries(entries)) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(declarationFile(file)) as ts.SourceFile);
    if (module) collect(checker, module, entry, '', seen);
  }
  const exported = [...seen.values()].sort((a, b) => compare(a.entry, b.entry) || compare(a.name, b.name));
  for (const { node } of exported) reach(checker, node, seen);
  const named = [...seen.values()].slice(exported.length).sort((a, b) => compare(a.name, b.name));
  return { checker, declarations: [...exported, ...named] };
}

/** Whether a file holds declarations of ours. */
export function isOwn(node: ts.Node): boolean {
  return isOwnFile(node.getSourceFile().fileName);
}

const outDir = join(root, '.work/declarations');
const declarationFile = (file: string) => join(outDir, `${file}.d.ts`);
const isOwnFile = (file: string) => !relative(outDir, file).startsWith('..');

/** A program of the declaration files, which are never written to disk. */
function declarationProgram(): ts.Program {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const written = new Map<string, string>();
  const emitting: ts.CompilerOptions = { ...options, outDir, declaration: true, emitDeclarationOnly: true };
  ts.createProgram(fileNames, emitting).emit(undefined, (file, text) => written.set(file, text));

  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => written.has(file) || (!isOwnFile(file) && fileExists(file));
  host.readFile = (file) => written.get(file) ?? readFile(file);
  host.getSourceFile = (file, languageVersion, ...more) => {
    const text = written.get(file);
    return text === undefined
      ? getSourceFile(file, languageVersion, ...more)
      : ts.createSourceFile(file, text, languageVersion, true);
  };
  host.directoryExists = undefined;
  return ts.createProgram(Object.values(entries).map(declarationFile), { ...options, noEmit: true }, host);
}

function collect(
  checker: ts.TypeChecker,
  module: ts.Symbol,
  entry: string,
  prefix: string,
  seen: Map<ts.Declaration, PublicDeclaration>,
): void {
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = resolved(checker, exported);
    const name = `${prefix}${exported.name}`;
    for (const node of symbol.declarations ?? []) {
      if (ts.isSourceFile(node)) collect(checker, symbol, entry, `${name}.`, seen);
      else if (!seen.has(node)) seen.set(node, { name, entry, node });
    }
  }
}

/** Adds declarations of ours that the types of a declaration name, and those that these name in turn. */
function reach(checker: ts.TypeChecker, from: ts.Node, seen: Map<ts.Declaration, PublicDeclaration>): void {
  const visit = (node: ts.Node): void => {
    if (isHidden(node)) return;
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      for (const declaration of (symbol && resolved(checker, symbol).declarations) ?? []) {
        if (seen.has(declaration) || !isOwn(declaration) || !isTopLevel(declaration)) continue;
        seen.set(declaration, { name: node.text, node: declaration });
        reach(checker, declaration, seen);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(from);
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Members that users cannot use. */
export function isHidden(node: ts.Node): boolean {
  return (
    ts.isPrivateIdentifier((node as ts.PropertyDeclaration).name ?? node) ||
    (ts.canHaveModifiers(node) &&
      !ts.isConstructorDeclaration(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword))
  );
}

function isTopLevel(node: ts.Declaration): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.isSourceFile(statement.parent);
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
