import { readablePointer } from '../../checks/describe';
import { plural } from '../text';
import type { AcknowledgedFinding, CheckReport, ReportedFinding } from './report';

/** How words are marked; every function may return its text as it is. */
export interface Marks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const colourOf = { error: 'red', warning: 'yellow', advice: 'cyan', acknowledged: 'dim' } as const;

/** The report as people read it: one block for each file, then the totals. */
export function renderReport(report: CheckReport, marks: Marks): string {
  const all = [...report.findings, ...report.acknowledged];
  const files = [...new Set(all.map(({ file }) => file))];
  const blocks = files.map((file) => [
    marks.bold(file),
    ...renderBlock(
      all.filter((finding) => finding.file === file),
      marks,
    ),
    '',
  ]);
  return `${[...blocks.flat(), totals(report)].join('\n')}\n`;
}

function renderBlock(findings: readonly (ReportedFinding | AcknowledgedFinding)[], marks: Marks): readonly string[] {
  const levels = findings.map((finding) => ('reason' in finding ? 'acknowledged' : finding.severity));
  const levelWidth = Math.max(...levels.map((level) => level.length));
  const ruleWidth = Math.max(...findings.map(({ rule }) => rule.length));
  return findings.flatMap((finding, index) => {
    const level = levels[index] ?? 'error';
    const indent = ' '.repeat(2 + levelWidth + 2);
    const { object, pointer, rule, line, message, fix } = finding;
    const place = [`${object.kind}/${object.name}`, readablePointer(pointer), marks.dim(`line ${line}`)];
    const head = `  ${marks[colourOf[level]](level.padEnd(levelWidth))}  ${rule.padEnd(ruleWidth)}  `;
    return [
      head + place.filter((part) => part !== '').join('  '),
      `${indent}${message}`,
      'reason' in finding
        ? `${indent}${marks.dim('Accepted:')} ${finding.reason}`
        : `${indent}${marks.dim('Fix:')} ${fix}`,
    ];
  });
}

/** `1 error, 1 warning in 1 file`. */
function totals({ summary }: CheckReport): string {
  const { errors, warnings, advice, acknowledged, files } = summary;
  const parts = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    advice > 0 && `${advice} of advice`,
    acknowledged > 0 && `${acknowledged} acknowledged`,
  ].filter((part) => part !== false);
  return `${parts.length > 0 ? parts.join(', ') : 'no findings'} in ${plural(files, 'file')}`;
}
