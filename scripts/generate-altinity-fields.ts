import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldEntry } from '../src/altinity/fields';
import { type Introduction, introductions } from '../src/altinity/introductions';
import type { AltinityKind, OperatorVersion } from '../src/altinity/versions';
import { crdFields, isSwitch, type Schema } from './altinity-crds';

/*
 * Writes the table of fields that manifests are checked against, from the CRDs of the operator:
 * `npx tsx scripts/generate-altinity-fields.ts`. A test fails when it has to be run again.
 */

/** The table. */
export const fieldsFile = join(__dirname, '..', 'src', 'altinity', 'generated', 'fields.ts');

/** Releases whose CRDs differ, oldest first. That of 0.26.0 equals that of 0.25.6. */
const [oldest, newest] = ['0.25.6', '0.27.2'] as const;

/** Text of the table. */
export function renderFields(): string {
  return [
    '// Written by scripts/generate-altinity-fields.ts from the CRDs of the operator. Do not edit.',
    "import type { FieldTable } from '../fields';",
    ...(['ClickHouseInstallation', 'ClickHouseKeeperInstallation'] as const).flatMap((kind) => [
      '',
      `export const ${kind.charAt(0).toLowerCase()}${kind.slice(1)}: FieldTable = {`,
      ...renderTable(kind),
      '};',
    ]),
    '',
  ].join('\n');
}

function renderTable(kind: AltinityKind): string[] {
  const [before, now] = [crdFields(oldest, kind), crdFields(newest, kind)];
  const gone = [...before.keys()].filter((path) => !now.has(path));
  if (gone.length > 0) throw new Error(`${newest} lacks ${gone.join(', ')}. A field that goes needs a date as well.`);
  const dates = datesOf(kind);
  for (const [path] of now) {
    if (!before.has(path) && !isDated(path, dates)) throw new Error(`${kind} ${path} is missing in introductions.ts.`);
  }
  const entries = [...now].map(([path, schema]) => [path, entryOf(before.get(path), schema, dates.get(path))] as const);
  // What is inside of open fields has no schema, only a date.
  const inside = [...dates].filter(([path]) => !now.has(path));
  const dated = inside.map(([path, since]) => [path, { type: 'string', open: true, since }] as const);
  return [...entries, ...dated].map(([path, entry]) => `  ${JSON.stringify(path)}: ${JSON.stringify(entry)},`);
}

function entryOf(before: Schema | undefined, now: Schema, since: OperatorVersion | undefined): FieldEntry {
  const schema = before ?? now;
  if (isSwitch(schema)) return { type: 'stringBool', ...(since && { since }) };
  const { type, required, enum: words, minimum, maximum, minLength, maxLength, pattern, minItems } = schema;
  const looseEnum = now.enum?.filter((word) => !words?.includes(word)) ?? [];
  const entry = {
    type: type as FieldEntry['type'],
    ...(schema['x-kubernetes-preserve-unknown-fields'] && { open: true as const }),
    ...(schema.nullable && { nullable: true as const }),
    ...{ required, enum: words },
    ...(looseEnum.length > 0 && { looseEnum }),
    ...{ minimum, maximum, minLength, maxLength, pattern, minItems, since },
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as FieldEntry;
}

function datesOf(kind: AltinityKind): ReadonlyMap<string, OperatorVersion> {
  const all: readonly Introduction[] = Object.values(introductions);
  return new Map(all.flatMap(({ since, fields }) => (fields?.[kind] ?? []).map((path) => [path, since] as const)));
}

/** Whether a field, or one around it, has a date that an old CRD need not know. */
function isDated(path: string, dates: ReadonlyMap<string, OperatorVersion>): boolean {
  return [...dates.keys()].some(
    (dated) => path === dated || path.startsWith(`${dated}.`) || path.startsWith(`${dated}[`),
  );
}

if (require.main === module) writeFileSync(fieldsFile, renderFields());
