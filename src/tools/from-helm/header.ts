import { printComment } from '../typescript/print';
import { chart } from './chart';
import type { Conversion } from './conversion';
import { describeNotMapped, type NotMapped } from './draft';

/** What stands above a program: that it takes nothing over, what is to do, and what was not mapped. */
export function headerOf(
  { name, notes }: Conversion,
  full: string,
  release: string | undefined,
  notMapped: readonly NotMapped[],
): string {
  const assumed =
    release === undefined ? ` The name of the release was not given (--release): it is taken to be ${chart.name}.` : '';
  const cluster = (release ?? chart.name).slice(0, 15);
  const lines = [
    `Made by \`anyhouse from-helm\` from values for chart ${chart.name} ${chart.version}.${assumed}`,
    '',
    'This is a NEW installation beside that of the chart, on new and empty volumes. Nothing is taken over: the operator ' +
      'finds volumes by the names of installation, cluster and claims, and cluster and claims have fixed names here.',
    `- of the chart: installation ${full}, cluster ${cluster}, claims ${full}-data`,
    `- of this program: installation ${name}, cluster main, claims data, in namespace ${name}`,
    'Copy the data as docs/from-helm.md tells, then move the clients, and uninstall the release last. Until then, do not ' +
      'give this installation the name and namespace of the old one.',
    ...section('To do:', notes),
    ...section('Not mapped:', notMapped.map(describeNotMapped)),
  ];
  return lines.map((line) => printComment(line, '', line.startsWith('- ') ? '  ' : '')).join('');
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : ['', title, ...entries.map((entry) => `- ${entry}`)];
}
