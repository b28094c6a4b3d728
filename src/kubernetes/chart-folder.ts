import type { Chart } from 'cdk8s';

/** Folder that the objects of a chart are written to: its path in the program, without a hash. */
export function chartFolder(chart: Chart): string {
  return chart.node.path.replaceAll('/', '-');
}
