import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

/*
 * Writes the table of fields of pods, claims and Services that templates are checked against, from the declarations of
 * npm `kubernetes-types`: `npx tsx scripts/generate-kubernetes-fields.ts`. A test fails when it has to be run again.
 */

/** The table. */
export const kubernetesFieldsFile = join(__dirname, '..', 'src', 'altinity', 'generated', 'kubernetes-fields.ts');

/** What templates hold, by the file that declares it. */
const roots = [
  ['core/v1', 'PodSpec'],
  ['core/v1', 'PersistentVolumeClaimSpec'],
  ['core/v1', 'ServiceSpec'],
  ['meta/v1', 'ObjectMeta'],
] as const;

/** Types whose values are written in one piece. */
const simple: Readonly<Record<string, string>> = { Quantity: 'quantity', Time: 'string' };

const declarations = dirname(require.resolve('kubernetes-types/package.json'));

/** Text of the table. */
export function renderKubernetesFields(): string {
  const tables = new Map<string, Record<string, string>>();
  for (const [file, name] of roots) read(file, name, tables);
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '// Written by scripts/generate-kubernetes-fields.ts from npm kubernetes-types. Do not edit.',
    "import type { KubernetesFieldTable } from '../kubernetes-fields';",
    '',
    'export const kubernetesFields: KubernetesFieldTable = {',
    ...sorted.map(([name, fields]) => `  ${JSON.stringify(name)}: ${JSON.stringify(fields)},`),
    '};',
    '',
  ].join('\n');
}

/** Reads an interface, and all that its fields hold. */
function read(file: string, name: string, tables: Map<string, Record<string, string>>): void {
  if (tables.has(name)) return;
  const source = sourceOf(file);
  const declared = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (declared === undefined) throw new Error(`kubernetes-types: ${file} has no interface ${name}`);
  const fields: Record<string, string> = {};
  tables.set(name, fields);
  for (const member of declared.members) {
    if (!ts.isPropertySignature(member) || !member.type) throw new Error(`${name}: ${member.getText(source)}?`);
    const type = typeText(member.type, source, (inner) => read(fileOf(inner, file, source), inner, tables));
    fields[(member.name as ts.Identifier).text] = `${type}${member.questionToken ? '' : '!'}`;
  }
}

function sourceOf(file: string): ts.SourceFile {
  const path = join(declarations, `${file}.d.ts`);
  return ts.createSourceFile(path, ts.sys.readFile(path) ?? '', ts.ScriptTarget.Latest, true);
}

/** `string`, `number`, `boolean`, `quantity`, `intOrString`, the name of a type; with `[]` a list, with `{}` a map. */
function typeText(node: ts.TypeNode, source: ts.SourceFile, readNamed: (name: string) => void): string {
  if (ts.isTypeLiteralNode(node)) {
    const [member] = node.members;
    if (!member || !ts.isIndexSignatureDeclaration(member)) throw new Error(node.getText(source));
    return `${typeText(member.type, source, readNamed)}{}`;
  }
  if (ts.isUnionTypeNode(node)) return 'intOrString';
  if (!ts.isTypeReferenceNode(node)) return node.getText(source);
  const name = node.typeName.getText(source);
  if (name === 'Array')
    return `${typeText((node.typeArguments as ts.NodeArray<ts.TypeNode>)[0] as ts.TypeNode, source, readNamed)}[]`;
  if (simple[name]) return simple[name];
  readNamed(name);
  return name;
}

/** The file that declares a type: that of its import, or this one. */
function fileOf(name: string, file: string, source: ts.SourceFile): string {
  for (const statement of source.statements) {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (bindings && ts.isNamedImports(bindings) && bindings.elements.some((element) => element.name.text === name))
      return join(dirname(file), ((statement as ts.ImportDeclaration).moduleSpecifier as ts.StringLiteral).text);
  }
  return file;
}

if (require.main === module) writeFileSync(kubernetesFieldsFile, renderKubernetesFields());
