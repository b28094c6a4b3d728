import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { childPath } from '../src/altinity/fields';
import type { AltinityKind } from '../src/altinity/versions';
import { crdDirectory } from '../test/support/crd-releases';

/** The part of an OpenAPI schema that the CRDs of the operator use. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly nullable?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
}

interface Crd {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly schema: { readonly openAPIV3Schema: { readonly properties: { readonly spec: Schema } } };
    }[];
  };
}

/** Fields of the spec of a kind, by path, as the CRD of a release describes them. */
export function crdFields(release: string, kind: AltinityKind): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>();
  const walk = (path: string, schema: Schema): void => {
    fields.set(path, schema);
    for (const [name, child] of Object.entries(schema.properties ?? {})) walk(childPath(path, name), child);
    if (schema.items) walk(`${path}[]`, schema.items);
  };
  walk('', specOf(release, kind));
  return fields;
}

/** Whether a field is a switch: a list of words for yes and no in old releases, and no type at all in newer ones. */
export function isSwitch(schema: Schema): boolean {
  return (
    schema.enum?.includes('Enabled') === true ||
    (schema.type === undefined && schema['x-kubernetes-preserve-unknown-fields'] === true)
  );
}

function specOf(release: string, kind: AltinityKind): Schema {
  const directory = crdDirectory(`altinity-${release}`);
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.yaml'))) {
    // The operator's files use merge keys, which YAML has had since 1.1 only.
    const crd = parse(readFileSync(join(directory, file), 'utf8'), { merge: true, version: '1.1' }) as Crd;
    const [version] = crd.spec.versions;
    if (crd.spec.names.kind === kind && version) return version.schema.openAPIV3Schema.properties.spec;
  }
  throw new Error(`There is no CRD of ${kind} in ${directory}.`);
}
