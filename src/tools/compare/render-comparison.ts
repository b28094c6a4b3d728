import type { NodesNeeded } from '../nodes-needed';
import { plural } from '../text';
import type { Comparison, PlatformSummary } from './compare';
import type { ProgramLines } from './program-lines';

interface Marks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The comparison as people read it: numbers in columns, then what is the same and what differs. */
export function renderComparison(comparison: Comparison, programs: readonly ProgramLines[], marks: Marks): string {
  const { platforms, same, differs } = comparison;
  const width = Math.max(...differs.map(({ name }) => name.length), 0);
  return [
    ...programs.map(({ file, lines }) => `  ${file}   ${plural(lines, 'line')} of TypeScript`),
    ...(programs.length > 0 ? [''] : []),
    ...table(platforms, marks),
    '',
    ...filled(same).map((names, index) => {
      const heading = index === 0 ? marks.bold('same everywhere') : ' '.repeat(15);
      return `  ${heading}   ${names}`;
    }),
    ...differs.map(({ name, why }, index) => {
      const heading = index === 0 ? `${marks.bold('differs')}        ` : ' '.repeat(15);
      return `  ${heading}   ${name.padEnd(width)}  ${marks.dim(why)}`;
    }),
    '',
  ].join('\n');
}

/** Names with commas, in lines that fit a terminal beside their heading. */
function filled(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, name] of names.entries()) {
    const word = index < names.length - 1 ? `${name},` : name;
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function table(platforms: readonly PlatformSummary[], { bold, dim }: Marks): readonly string[] {
  const kinds = [...new Set(platforms.flatMap(({ objectsByKind }) => Object.keys(objectsByKind)))].sort();
  const rows: readonly (readonly [string, (platform: PlatformSummary) => string])[] = [
    ['', ({ name }) => name],
    ['objects', ({ objects }) => number(objects)],
    ...kinds.map(
      (kind) => [`  ${kind}`, ({ objectsByKind }: PlatformSummary) => number(objectsByKind[kind] ?? 0)] as const,
    ),
    ['lines of YAML', ({ lines }) => number(lines)],
    ['ClickHouse pods', ({ clickhousePods }) => number(clickhousePods)],
    ['Keeper pods', ({ keeperPods }) => number(keeperPods)],
    ['nodes needed', ({ nodes }) => nodesText(nodes)],
    ...(platforms.some(({ edgePods }) => edgePods > 0)
      ? [['edge pods', ({ edgePods }: PlatformSummary) => number(edgePods)] as const]
      : []),
    ['load balancers', ({ loadBalancers }) => number(loadBalancers)],
  ];
  const headWidth = Math.max(...rows.map(([head]) => head.length));
  const cells = rows.map(([head, of]) => [head, platforms.map(of)] as const);
  const widths = platforms.map((_, index) => Math.max(...cells.map(([, values]) => values[index]?.length ?? 0)));
  return cells.map(([head, values], row) => {
    const printed = values.map((value, index) => `   ${value.padStart(widths[index] ?? 0)}`).join('');
    const line = `  ${head.padEnd(headWidth)}${printed}`.trimEnd();
    return row === 0 ? bold(line) : head.startsWith('  ') ? dim(line) : line;
  });
}

/** `4 (2+1+1)`: all nodes, then those of each zone. */
function nodesText({ total, perZone }: NodesNeeded): string {
  const zones = Object.values(perZone);
  return zones.length === 0 ? number(total) : `${number(total)} (${zones.join('+')})`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
