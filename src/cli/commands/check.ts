import { type Command, Option } from 'commander';
import { exitCode } from '../exit-code';
import { noteSkipped } from '../skipped';
import type { Terminal } from '../terminal';

interface Options {
  readonly json?: true;
  readonly operator?: string;
  readonly stage?: 'development' | 'production';
}

/** Declares `anyhouse check`. */
export function checkCommand(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .summary('find what is unsafe or will not work')
    .description('Reads manifests, made by anyhouse or not, and lists what breaks a rule (docs/rules.md).')
    .argument('<path...>', 'files or directories with YAML or JSON; - reads standard input')
    .option('--json', 'print a machine-readable report (schema anyhouse.dev/check/v1)')
    .option('--operator <version>', 'judge for this release of the operator (default: the one the manifests name)')
    .addOption(
      new Option('--stage <stage>', 'judge for this use (default: the one the manifests name)').choices([
        'development',
        'production',
      ]),
    )
    .action((paths: readonly string[], options: Options) => {
      terminal.finish(check(paths, options, terminal));
    });
}

function check(paths: readonly string[], { json, operator, stage }: Options, terminal: Terminal): number {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { checkManifests } =
    require('../../tools/check/check-manifests') as typeof import('../../tools/check/check-manifests');
  const { supportedOperator } = require('../operator-option') as typeof import('../operator-option');
  supportedOperator(operator);
  const sources = readManifests(paths, terminal.input);
  const report = checkManifests(sources, { operator, stage });
  noteSkipped(sources, terminal);
  if (json) {
    terminal.out(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const { renderReport } =
      require('../../tools/check/render-report') as typeof import('../../tools/check/render-report');
    terminal.out(renderReport(report, terminal.colors));
  }
  return report.summary.errors > 0 ? exitCode.negative : exitCode.ok;
}
