import type { Manifest } from 'anyhouse';

/** A place in which two outputs differ: kind and path, with `[]` for any entry of a list. */
export function differences(left: readonly Manifest[], right: readonly Manifest[]): string[] {
  const byName = (manifests: readonly Manifest[]) =>
    new Map(manifests.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
  const [ofLeft, ofRight] = [byName(left), byName(right)];
  const found = new Set<string>();
  for (const key of new Set([...ofLeft.keys(), ...ofRight.keys()])) {
    const [kind = ''] = key.split(' ');
    const [a, b] = [ofLeft.get(key), ofRight.get(key)];
    if (a && b) compare(a, b, '', (path) => found.add(`${kind} ${path}`));
    else found.add(`${kind} (whole object)`);
  }
  return [...found].sort();
}

function compare(a: unknown, b: unknown, path: string, report: (path: string) => void): void {
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) report(`${path}[]`);
    else for (const [index, entry] of a.entries()) compare(entry, b[index], `${path}[]`, report);
  } else if (isObject(a) && isObject(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(a[key], b[key], path === '' ? key : `${path}.${key}`, report);
    }
  } else {
    report(path);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
