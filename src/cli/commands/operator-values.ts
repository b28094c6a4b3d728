import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { collect } from '../options';
import type { Terminal } from '../terminal';

interface Options {
  readonly operator?: string;
  readonly registry?: string;
  readonly pullSecret?: readonly string[];
}

/** Declares `anyhouse operator-values`. */
export function operatorValuesCommand(program: Command, terminal: Terminal): void {
  program
    .command('operator-values')
    .summary('print Helm values for the operator that manifests need')
    .description(
      'Prints values for the chart altinity-clickhouse-operator: own credentials, watch scope, restricted pods, ' +
        'resources, and marks of GitOps tools that it must not copy.',
    )
    .argument('<path...>', 'files or directories with manifests of one cluster')
    .option('--operator <version>', 'release of the operator (default: the one the manifests name)')
    .option('--registry <host/path>', 'registry that mirrors the images')
    .option('--pull-secret <name>', 'pull Secret in the namespace of the operator; may be repeated', collect)
    .action((paths: readonly string[], options: Options) => {
      terminal.out(operatorValues(paths, options, terminal));
      terminal.finish(exitCode.ok);
    });
}

function operatorValues(paths: readonly string[], options: Options, terminal: Terminal): string {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { printOperatorValues } =
    require('../../tools/operator-values/operator-values') as typeof import('../../tools/operator-values/operator-values');
  const { supportedOperator } = require('../operator-option') as typeof import('../operator-option');
  const { operator, registry, pullSecret: pullSecrets } = options;
  supportedOperator(operator);
  return printOperatorValues(readManifests(paths, terminal.input), { operator, registry, pullSecrets });
}
