import * as ts from 'typescript';
import { isHidden, isOwn, publicSurface } from '../../scripts/public-surface';

const { checker, declarations } = publicSurface();

/** Types that a declaration writes down, with those of the members that users can reach. */
function typesIn(declaration: ts.Node): ts.TypeNode[] {
  const found: ts.TypeNode[] = [];
  const visit = (node: ts.Node): void => {
    if (isHidden(node)) return;
    if (ts.isTypeNode(node) && !ts.isTemplateLiteralTypeSpan(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

/** Declarations of the package `kubernetes-types` that types of ours lead to. */
function kubernetesDeclarations(): ReadonlySet<ts.Declaration> {
  const seen = new Set<ts.Declaration>();
  const follow = (from: ts.Node): void => {
    for (const node of typesIn(from)) {
      const symbol = ts.isTypeReferenceNode(node) ? checker.getTypeFromTypeNode(node).symbol : undefined;
      for (const declaration of symbol?.declarations ?? []) {
        if (seen.has(declaration) || !declaration.getSourceFile().fileName.includes('/kubernetes-types/')) continue;
        seen.add(declaration);
        follow(declaration);
      }
    }
  };
  for (const { node } of declarations) follow(node);
  return seen;
}

const isAny = (node: ts.TypeNode) => (checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.Any) !== 0;
const describeNode = (name: string, node: ts.TypeNode) => `${name}: ${node.parent.getText()}`;

test('the surface is read', () => {
  const names = declarations.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['ClickHouseCluster', 'KeeperProps', 'Quantity', 'synthesized']));
  expect(declarations.every(({ node }) => isOwn(node))).toBe(true);
});

test('no public type is any, nor a type that cannot be found', () => {
  const found = declarations.flatMap(({ name, node }) =>
    typesIn(node)
      .filter(isAny)
      .map((type) => describeNode(name, type)),
  );
  expect(found).toEqual([]);
});

test('no Kubernetes type that ours lead to is any', () => {
  const types = kubernetesDeclarations();
  const found = [...types].flatMap((node) =>
    typesIn(node)
      .filter(isAny)
      .map((type) => describeNode((node as ts.InterfaceDeclaration).name.text, type)),
  );
  expect(types.size).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

test('what our classes inherit with any comes from cdk8s and Pulumi, and is known', () => {
  const inherited = declarations
    .filter(({ node, entry }) => entry !== undefined && ts.isClassDeclaration(node))
    .flatMap(({ node }) => inheritedMembers(node as ts.ClassDeclaration))
    .filter((member) => member.getText().match(/\bany\b/))
    .map((member) => `${(member.parent as ts.ClassDeclaration).name?.text}.${(member.name as ts.Identifier).text}`);
  expect([...new Set(inherited)].sort()).toEqual([
    'ApiObject.isApiObject',
    'Chart.isChart',
    'Chart.toJson',
    'ComponentResource.isInstance',
    'Construct.isConstruct',
    'CustomResource.isInstance',
  ]);
});

/** Members that a class has from classes of other packages. */
function inheritedMembers({ name }: ts.ClassDeclaration): ts.NamedDeclaration[] {
  const symbol = name && checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  const members = [
    ...checker.getDeclaredTypeOfSymbol(symbol).getProperties(),
    ...checker.getTypeOfSymbol(symbol).getProperties(),
  ];
  return members.flatMap(({ declarations: places }) => places ?? []).filter(isForeignMember);
}

function isForeignMember(node: ts.Declaration): node is ts.MethodDeclaration {
  return !isOwn(node) && ts.isClassDeclaration(node.parent) && !isHidden(node);
}
