import * as ts from 'typescript';
import { isHidden, type PublicDeclaration, publicSurface } from '../../scripts/public-surface';

const { checker, declarations } = publicSurface();
const exported = declarations.filter(({ entry }) => entry !== undefined);

type Member = ts.ClassElement | ts.TypeElement;

function membersOf({ node }: PublicDeclaration): readonly Member[] {
  if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) return [];
  return [...node.members].filter((member) => !isHidden(member) && !ts.isIndexSignatureDeclaration(member));
}

/** Props that users may leave out. */
function optionalProps(declaration: PublicDeclaration): readonly Member[] {
  return membersOf(declaration).filter((member) => ts.isPropertySignature(member) && member.questionToken);
}

/** Text of the doc comment; a member without one may have that of the member it overrides. */
function commentOf(node: ts.Declaration): string {
  const name = ts.getNameOfDeclaration(node);
  const symbol = name && checker.getSymbolAtLocation(name);
  return ts.displayPartsToString(symbol?.getDocumentationComment(checker)).trim();
}

const nameOf = (member: Member) => member.name?.getText() ?? 'constructor';

test('everything that users can import has a doc comment', () => {
  const silent = exported.filter(({ node }) => commentOf(node) === '').map(({ name }) => name);
  expect(silent).toEqual([]);
});

test('every member that users can reach has a doc comment', () => {
  const silent = exported.flatMap((declaration) =>
    membersOf(declaration)
      .filter((member) => !ts.isConstructorDeclaration(member) && commentOf(member) === '')
      .map((member) => `${declaration.name}.${nameOf(member)}`),
  );
  expect(silent).toEqual([]);
});

test('every optional prop says its default', () => {
  const silent = exported
    .filter(({ name }) => /(Props|Options)$/.test(name))
    .flatMap((declaration) =>
      optionalProps(declaration)
        .filter((prop) => !ts.getJSDocTags(prop).some(({ tagName }) => tagName.text === 'default'))
        .map((prop) => `${declaration.name}.${nameOf(prop)}`),
    );
  expect(silent).toEqual([]);
});

test('every constructor that can refuse its props says so', () => {
  const silent = exported
    .flatMap(({ node }) => (ts.isClassDeclaration(node) ? [node] : []))
    .flatMap(({ name, members }) => members.filter(ts.isConstructorDeclaration).map((member) => ({ name, member })))
    .filter(({ member }) => member.parameters.some(({ type }) => /Props$/.test(type?.getText() ?? '')))
    .filter(({ member }) => !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'throws'))
    .map(({ name }) => name?.text);
  expect(silent).toEqual([]);
});
