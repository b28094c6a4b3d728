/** Versions that a project asks for. */
export interface Versions {
  readonly anyhouse: string;
  readonly cdk8s: string;
  readonly constructs: string;
  readonly node: string;
  readonly types: string;
  readonly typescript: string;
}

interface PackageJson {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Those that this package was tested with, from its own package.json. Another release may write other manifests. */
export function versions(): Versions {
  const { version, engines, peerDependencies, devDependencies } = require('../../../package.json') as PackageJson;
  const of = (from: Readonly<Record<string, string>>, name: string) => {
    const found = from[name];
    if (found === undefined) throw new Error(`package.json names no version of ${name}`);
    return found;
  };
  return {
    anyhouse: version,
    cdk8s: of(peerDependencies, 'cdk8s'),
    constructs: of(peerDependencies, 'constructs'),
    node: engines.node,
    types: of(devDependencies, '@types/node'),
    typescript: of(devDependencies, 'typescript'),
  };
}
