import { crdFields, isSwitch, type Schema } from '../../scripts/altinity-crds';
import { type Introduction, introductions } from '../../src/altinity/introductions';
import type { AltinityKind } from '../../src/altinity/versions';
import { type TypedField, typedFields } from '../support/spec-types';

/*
 * The types of the L1 are written by hand, so that they read well and say what the CRD does not. This holds them against
 * the CRDs field by field.
 */

/** Fields that types mark as deprecated, and why. */
const deprecated: Readonly<Record<AltinityKind, Readonly<Record<string, string>>>> = {
  ClickHouseInstallation: {
    reconciling: 'renamed to reconcile in 0.25.4, needed for older targets',
    definitionType: 'without effect, the Go source calls it deprecated',
    distribution: 'replaced by podDistribution, the Go source calls it deprecated',
    volumeClaimTemplate: 'replaced by dataVolumeClaimTemplate, the Go source calls it deprecated',
  },
  ClickHouseKeeperInstallation: {
    distribution: 'replaced by podDistribution',
    volumeClaimTemplate: 'replaced by dataVolumeClaimTemplate',
  },
};

const kinds = [
  ['ClickHouseInstallation', 'src/altinity/spec/installation.ts'],
  ['ClickHouseKeeperInstallation', 'src/altinity/spec/keeper-installation.ts'],
] as const;

const isOpen = (schema: Schema | undefined) =>
  schema?.type === 'object' && schema['x-kubernetes-preserve-unknown-fields'] === true;

describe.each(kinds)('types of %s', (kind, file) => {
  const [oldest, newest] = [crdFields('0.25.6', kind), crdFields('0.27.2', kind)];
  const fields = typedFields(file, `${kind}Spec`, (path) => isOpen(newest.get(path)));
  /** Every field, with the oldest schema that has it. */
  const both = [...newest].map(
    ([path, schema]) => [path, fields.get(path), oldest.get(path) ?? schema, schema] as const,
  );
  const those = (wrong: (field: TypedField, schema: Schema, newer: Schema) => boolean) =>
    both.flatMap(([path, field, schema, newer]) => (field && wrong(field, schema, newer) ? [path] : []));

  test('have every field of both CRDs, and no other', () => {
    expect([...oldest.keys()].filter((path) => !fields.has(path))).toEqual([]);
    expect([...newest.keys()].filter((path) => !fields.has(path))).toEqual([]);
    expect([...fields.keys()].filter((path) => !newest.has(path))).toEqual([]);
    expect(fields.size).toBeGreaterThan(150);
  });

  test('give each field the type of the CRD', () => {
    expect(those((field, schema) => field.type !== (isSwitch(schema) ? 'stringBool' : schema.type))).toEqual([]);
  });

  test('allow one spelling of each word, which every CRD takes', () => {
    const classes = (words: readonly string[]) =>
      [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word !== '').sort();
    const enums = (schema: Schema) => (isSwitch(schema) ? undefined : schema.enum);
    expect(
      those(({ words }, schema, newer) => {
        const known = enums(schema);
        if (known === undefined) return !isSwitch(schema) && words.length > 0;
        const single = new Set(words.map((word) => word.toLowerCase())).size === words.length;
        const same = classes(words).join() === classes(newer.enum ?? known).join();
        return !(single && same && words.every((word) => known.includes(word)));
      }),
    ).toEqual([]);
  });

  test('demand what the CRD demands, and nothing else', () => {
    const required = new Set(
      both.flatMap(([path, , , { required: names = [] }]) => names.map((name) => `${path}.${name}`)),
    );
    const leaves = [...fields].filter(([path]) => path !== '' && !path.endsWith('[]'));
    expect(leaves.flatMap(([path, { optional }]) => (optional ? [] : [path]))).toEqual([...required]);
  });

  test('cannot be written to', () => {
    expect([...fields].flatMap(([path, field]) => (field.readonly ? [] : [path]))).toEqual([]);
  });

  test('say what each field is, and its default where it can be left out', () => {
    const leaves = [...fields].filter(([path]) => path !== '' && !path.endsWith('[]'));
    expect(leaves.flatMap(([path, { comment }]) => (/^[A-Z`].{3,}/.test(comment) ? [] : [path]))).toEqual([]);
    const names = /(^|\.)(name|spec|host|type|queries|secretKeyRef|sql)$/; // nothing happens without them
    const silent = leaves.filter(
      ([path, { optional, comment }]) => optional && !names.test(path) && !/@default \S/.test(comment),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('say since when newer fields exist', () => {
    const all: readonly Introduction[] = Object.values(introductions);
    const silent = all.flatMap(({ since, fields: dated }) =>
      (dated?.[kind] ?? []).filter((path) => fields.has(path) && !fields.get(path)?.comment.includes(since)),
    );
    expect(silent).toEqual([]);
  });

  test('mark as deprecated what is listed here, with a reason', () => {
    const marked = [...fields].flatMap(([path, field]) => (field.deprecated ? [path.split('.').at(-1)] : []));
    expect([...new Set(marked)].sort()).toEqual(Object.keys(deprecated[kind]).sort());
  });
});
