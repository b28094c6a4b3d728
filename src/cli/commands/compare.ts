import { basename } from 'node:path';
import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { collect } from '../options';
import type { Terminal } from '../terminal';

interface Options {
  readonly source?: readonly string[];
  readonly json?: true;
}

/** Declares `anyhouse compare`. */
export function compareCommand(program: Command, terminal: Terminal): void {
  program
    .command('compare')
    .summary('show what one program made for several platforms')
    .description('Counts objects, pods and nodes of several outputs, and says what is the same and what differs.')
    .argument('<directory...>', 'outputs of one program, one for each platform')
    .option('--source <file>', 'count the lines of this program, too; may be repeated', collect)
    .option('--json', 'print a machine-readable comparison (schema anyhouse.dev/compare/v1)')
    .action((directories: readonly string[], options: Options) => {
      terminal.out(compare(directories, options, terminal));
      terminal.finish(exitCode.ok);
    });
}

function compare(directories: readonly string[], { source = [], json }: Options, terminal: Terminal): string {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { linesOfPrograms } =
    require('../../tools/compare/program-lines') as typeof import('../../tools/compare/program-lines');
  const { comparePlatforms } = require('../../tools/compare/compare') as typeof import('../../tools/compare/compare');
  const { renderComparison } =
    require('../../tools/compare/render-comparison') as typeof import('../../tools/compare/render-comparison');
  const programs = linesOfPrograms(source);
  const outputs = readManifests(directories, terminal.input).map(({ path, manifests, lines }) => ({
    name: basename(path),
    manifests: manifests.map(({ manifest }) => manifest),
    lines,
  }));
  const comparison = comparePlatforms(outputs);
  if (!json) return renderComparison(comparison, programs, terminal.colors);
  return `${JSON.stringify({ schema: 'anyhouse.dev/compare/v1', programs, ...comparison }, undefined, 2)}\n`;
}
