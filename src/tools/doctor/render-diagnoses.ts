import { plural } from '../text';
import type { DoctorReport } from './doctor';

/** How words are marked; every function may return its text as it is. */
export interface Marks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const colourOf = { ok: 'green', warn: 'yellow', fail: 'red', unknown: 'dim' } as const;

/** The report as people read it: a line for each thing, with what to do about it. */
export function renderDiagnoses({ context, kubernetes, diagnoses }: DoctorReport, marks: Marks): string {
  const width = Math.max(...diagnoses.map(({ subject }) => subject.length));
  const lines = diagnoses.flatMap(({ subject, level, finding, fix }) => [
    `  ${marks[colourOf[level]](level.padEnd(7))}  ${subject.padEnd(width)}  ${finding}`,
    ...(fix === undefined ? [] : [`${' '.repeat(11)}${marks.dim('Fix:')} ${fix}`]),
  ]);
  const count = (level: string) => diagnoses.filter((diagnosis) => diagnosis.level === level).length;
  const totals = [
    count('fail') > 0 && plural(count('fail'), 'problem'),
    count('warn') > 0 && plural(count('warn'), 'warning'),
    count('unknown') > 0 && `${count('unknown')} not seen`,
  ].filter((part) => part !== false);
  const summary = totals.length > 0 ? totals.join(', ') : 'no problems';
  return `${[`${marks.bold(context)} (Kubernetes ${kubernetes})`, ...lines, '', summary].join('\n')}\n`;
}
