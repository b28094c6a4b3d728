import * as ts from 'typescript';
import { ownSources, placeOf, typedProgram } from './sources';

/*
 * cdk8s defines Symbol.hasInstance on Chart and ApiObject, and subclasses inherit it: `x instanceof Environment` is true
 * for every Chart. constructs compares by symbol, too. Classes of ours ask a symbol of their own instead.
 */
const program = typedProgram();
const checker = program.getTypeChecker();
const roots = ['Construct', 'Chart', 'ApiObject', 'App'];

test('nothing asks instanceof of a construct', () => {
  const found: string[] = [];
  for (const [, source] of ownSources(program)) {
    const visit = (node: ts.Node): void => {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) {
        if (isConstructClass(checker.getTypeAtLocation(node.right))) {
          found.push(
            `${placeOf(node)} ${node.getText()}: add a static is${node.right.getText()}(x) with an own symbol`,
          );
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(found).toEqual([]);
});

test('the ban tells constructs from plain classes', () => {
  const banned = ownSources(program)
    .flatMap(([, source]) => source.statements.filter(ts.isClassDeclaration))
    .flatMap(({ name }) => (name ? [checker.getSymbolAtLocation(name) as ts.Symbol] : []))
    .filter((symbol) => isConstructClass(checker.getTypeOfSymbol(symbol)))
    .map(({ name }) => name);
  expect(banned).toEqual(expect.arrayContaining(['ApiObject', 'ClusterServices', 'Environment', 'Keeper']));
  expect(banned).not.toContain('Platform');
});

function isConstructClass(type: ts.Type): boolean {
  // The instance type; a class with a private constructor has no signature to ask.
  const prototype = type.getProperty('prototype');
  return prototype !== undefined && extendsConstruct(checker.getTypeOfSymbol(prototype));
}

function extendsConstruct(type: ts.Type): boolean {
  const name = type.symbol?.name;
  const foreign = type.symbol?.declarations?.some((each) =>
    /node_modules\/(cdk8s|constructs)\//.test(each.getSourceFile().fileName),
  );
  if (foreign && roots.includes(name ?? '')) return true;
  return (type.getBaseTypes() ?? []).some((base) => extendsConstruct(base));
}
