/*
 * Configuration files as the operator makes them of an installation: a slash path becomes nested elements, a list
 * repeats the last one, `_removed_` becomes an attribute, a value from a Secret an environment variable.
 */

type Tree = Map<string, Tree | readonly string[]>;

/** Sections of an installation as one file. */
export function operatorXml(sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  const tree: Tree = new Map();
  for (const [section, entries] of Object.entries(sections)) {
    for (const [path, value] of Object.entries(entries)) {
      insert(tree, [...(section === '' ? [] : [section]), ...path.split('/')], textsOf(value));
    }
  }
  return `<clickhouse>${print(tree)}</clickhouse>\n`;
}

/** SHA-256 of the empty text, where a Secret would hold the one of a password. */
const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null && 'valueFrom' in value) return [hash];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function insert(tree: Tree, [head = '', ...rest]: readonly string[], texts: readonly string[]): void {
  if (rest.length === 0) {
    tree.set(head, texts);
    return;
  }
  const inner = tree.get(head);
  const next: Tree = inner instanceof Map ? inner : new Map();
  tree.set(head, next);
  insert(next, rest, texts);
}

function print(tree: Tree): string {
  return [...tree]
    .flatMap(([name, inner]) => {
      if (inner instanceof Map) return [`<${name}>${print(inner)}</${name}>`];
      return inner.map((text) =>
        text === '_removed_' ? `<${name} remove="1"/>` : `<${name}>${escaped(text)}</${name}>`,
      );
    })
    .join('');
}

/** As operators from 0.27.2 on do. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
