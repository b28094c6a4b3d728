import { join } from 'node:path';
import * as ts from 'typescript';
import { childPath } from '../../src/altinity/fields';
import { repositoryRoot } from './shared';

/** What a TypeScript type says about one field. */
export interface TypedField {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'stringBool' | 'none of these';
  /** Texts that it allows. */
  readonly words: readonly string[];
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly deprecated: boolean;
  /** Text and tags of its doc comment. */
  readonly comment: string;
}

/** Fields of an interface by path, in the notation of the field table. Stops at the paths that `isOpen` accepts. */
export function typedFields(
  file: string,
  name: string,
  isOpen: (path: string) => boolean,
): ReadonlyMap<string, TypedField> {
  const config = ts.readConfigFile(join(repositoryRoot, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, repositoryRoot);
  const program = ts.createProgram([join(repositoryRoot, file)], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(join(repositoryRoot, file)) as ts.SourceFile);
  const symbol = checker.getExportsOfModule(module as ts.Symbol).find((exported) => exported.name === name);
  if (!symbol) throw new Error(`${file} does not export ${name}.`);

  const fields = new Map<string, TypedField>();
  const walk = (path: string, declared: ts.Type, property?: ts.Symbol): void => {
    const type = checker.getNonNullableType(declared);
    fields.set(path, describe(checker, type, property));
    if (isOpen(path)) return;
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      if (item) walk(`${path}[]`, item);
    } else if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
      for (const inner of checker.getPropertiesOfType(type)) {
        walk(childPath(path, inner.name), checker.getTypeOfSymbol(inner), inner);
      }
    }
  };
  walk('', checker.getDeclaredTypeOfSymbol(symbol), symbol);
  return fields;
}

function describe(checker: ts.TypeChecker, type: ts.Type, property: ts.Symbol | undefined): TypedField {
  const words = (type.isUnion() ? type.types : [type]).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  const [declaration] = property?.declarations ?? [];
  const tags = property?.getJsDocTags(checker) ?? [];
  return {
    type: typeName(checker, type, words),
    words,
    optional: property === undefined || (property.flags & ts.SymbolFlags.Optional) !== 0,
    readonly: isReadonly(checker, type, declaration),
    deprecated: tags.some((tag) => tag.name === 'deprecated'),
    comment: [
      ts.displayPartsToString(property?.getDocumentationComment(checker)),
      ...tags.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`),
    ].join('\n'),
  };
}

function typeName(checker: ts.TypeChecker, type: ts.Type, words: readonly string[]): TypedField['type'] {
  if ([...words].sort().join() === 'no,yes') return 'stringBool';
  if (words.length > 0 || type.flags & ts.TypeFlags.String) return 'string';
  if (type.flags & ts.TypeFlags.Number) return 'integer';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isArrayType(type)) return 'array';
  return type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) ? 'object' : 'none of these';
}

function isReadonly(checker: ts.TypeChecker, type: ts.Type, declaration: ts.Declaration | undefined): boolean {
  if (checker.isArrayType(type) && type.symbol.name !== 'ReadonlyArray') return false;
  if (!declaration || !ts.isPropertySignature(declaration)) return true;
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
}
