/**
 * `exports` and `typesVersions` of package.json: `.` is `lib/index`, `./x` is `lib/x/index`.
 * A subpath is listed once its `src/x/index.ts` exists, not before: an import that cannot load helps nobody.
 */
export function subpathExports(subpaths: readonly string[]) {
  const target = (subpath: string) => `./lib${subpath.slice(1)}/index`;
  const exports: Record<string, unknown> = {};
  for (const subpath of subpaths) {
    exports[subpath] = { types: `${target(subpath)}.d.ts`, default: `${target(subpath)}.js` };
  }
  exports['./package.json'] = './package.json';
  // Resolution `node10` (the cdk8s template) does not read `exports`, so it needs typesVersions.
  const named = subpaths.filter((subpath) => subpath !== '.');
  const typesVersions = {
    '*': Object.fromEntries(named.map((subpath) => [subpath.slice(2), [`${target(subpath)}.d.ts`]])),
  };
  return { exports, typesVersions };
}
