import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { noteSkipped } from '../skipped';
import type { Terminal } from '../terminal';

interface Options {
  readonly context: string;
  readonly kubeconfig?: string;
  readonly json?: true;
}

/** Declares `anyhouse doctor`. */
export function doctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .summary('look whether a cluster is ready for manifests')
    .description(
      'Looks at nodes, storage classes, the operator, Secrets, network policies and companions of a cluster. ' +
        'Changes nothing; what may not be read is told and does not count as a problem.',
    )
    .argument('[path...]', 'files or directories with manifests that are to run there')
    .requiredOption('--context <name>', 'kubectl context; always named, so that it is never the wrong one')
    .option('--kubeconfig <file>', 'file with contexts (default: $KUBECONFIG, else ~/.kube/config)')
    .option('--json', 'print a machine-readable report (schema anyhouse.dev/doctor/v1)')
    .action(async (paths: readonly string[], options: Options) =>
      terminal.finish(await doctor(paths, options, terminal)),
    );
}

async function doctor(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { connect } = require('../../tools/cluster/connect') as typeof import('../../tools/cluster/connect');
  const { examine } = require('../../tools/doctor/doctor') as typeof import('../../tools/doctor/doctor');
  const sources = readManifests(paths, terminal.input);
  const cluster = await connect(options);
  try {
    const report = await examine(cluster, sources);
    noteSkipped(sources, terminal);
    if (options.json) {
      terminal.out(`${JSON.stringify(report, undefined, 2)}\n`);
    } else {
      const { renderDiagnoses } =
        require('../../tools/doctor/render-diagnoses') as typeof import('../../tools/doctor/render-diagnoses');
      terminal.out(renderDiagnoses(report, terminal.colors));
    }
    return report.diagnoses.some(({ level }) => level === 'fail') ? exitCode.negative : exitCode.ok;
  } finally {
    cluster.close();
  }
}
