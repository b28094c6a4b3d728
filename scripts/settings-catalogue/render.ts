import type { Entry } from './merge';

const head = '// Written by scripts/settings-catalogue from the system tables of ClickHouse. Do not edit.';

/** The table that checks read: one line for each setting. */
export function renderTable(entries: readonly Entry[]): string {
  const rows = entries.map(({ name, type, default: value, marks, words, several }) => {
    const all = [...marks, ...(words ? [`${several ? 'several' : 'one'}:${words.join(',')}`] : [])];
    return `  ${JSON.stringify([name, type, value, ...(all.length > 0 ? [all.join(' ')] : [])])},`;
  });
  return [
    head,
    "import type { Row } from '../row';",
    '',
    'export const rows: readonly Row[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

/** The releases that were read, oldest first. */
export function renderReleases(releases: readonly string[]): string {
  return `${head}\nexport const releases: readonly string[] = ${JSON.stringify(releases)};\n`;
}

/** The type that editors read. Dotted names belong to sections, which have types of their own. */
export function renderType(name: string, what: string, entries: readonly Entry[]): string {
  const members = entries
    .filter((entry) => entry.works && !entry.name.includes('.') && /^\w+$/.test(entry.name))
    .flatMap((entry) => [`  /** ${remark(entry)} */`, `  readonly ${entry.name}?: ${typeOf(entry)};`]);
  return [
    head,
    "import type { Removed, Switch, Text, Amount } from '../values';",
    '',
    `/** ${what}`,
    ' * @hidden the page of the interface would list thousands of names; editors show them',
    ' */',
    `export interface ${name} {`,
    ...members,
    '}',
    '',
  ].join('\n');
}

function remark({ type, default: value, marks }: Entry): string {
  const shown = /^[\w .:/-]{1,40}$/.test(value) ? `, default ${value}` : '';
  const facts = marks.map((mark) => mark.replace(/^live:Yes$/, 'changes without a restart').replace(':', ' '));
  return `${[`${type}${shown}`, ...facts].join('; ')}.`;
}

function typeOf({ type, words, several }: Entry): string {
  return `${valueType(type, words, several)} | Removed`;
}

function valueType(type: string, words: readonly string[] | undefined, several: boolean | undefined): string {
  if (words) {
    const literals = words.flatMap((word) =>
      /^[01]$/.test(word) ? [JSON.stringify(word), word] : [JSON.stringify(word)],
    );
    return several ? 'Text' : literals.join(' | ').replace('"false" | "true"', '"false" | "true" | boolean');
  }
  if (type === 'Bool') return 'Switch';
  if (type === 'BoolAuto') return "Switch | 'auto'";
  if (/^(UInt64Auto|MaxThreads|FloatAuto)$/.test(type)) return "Amount | 'auto'";
  return /^(NonZero)?U?Int|^(Float|Double|Seconds|Milliseconds)$/.test(type) ? 'Amount' : 'Text';
}
