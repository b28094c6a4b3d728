import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { noteSkipped } from '../skipped';
import type { Terminal } from '../terminal';

/** Declares `anyhouse keeper-steps`. */
export function keeperStepsCommand(program: Command, terminal: Terminal): void {
  program
    .command('keeper-steps')
    .summary('show what a change does to Keeper, and how to carry it out')
    .description('Compares manifests before and after a change, and lists the steps that keep every quorum alive.')
    .argument('<before>', 'file or directory with what is in the cluster')
    .argument('<after>', 'file or directory with what is to be merged; - reads standard input')
    .option('--json', 'print a machine-readable answer (schema anyhouse.dev/keeper-steps/v1)')
    .action((before: string, after: string, { json }: { readonly json?: true }) => {
      terminal.finish(keeperSteps(before, after, json, terminal));
    });
}

function keeperSteps(before: string, after: string, json: true | undefined, terminal: Terminal): number {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const steps =
    require('../../tools/keeper-steps/keeper-steps') as typeof import('../../tools/keeper-steps/keeper-steps');
  const sources = readManifests([before, after], terminal.input);
  noteSkipped(sources, terminal);
  const [old = [], now = []] = sources.map(({ manifests }) => manifests.map(({ manifest }) => manifest));
  const keepers = steps.keeperSteps(old, now);
  if (json) {
    terminal.out(`${JSON.stringify({ schema: 'anyhouse.dev/keeper-steps/v1', keepers }, undefined, 2)}\n`);
  } else {
    const { renderSteps } =
      require('../../tools/keeper-steps/render-steps') as typeof import('../../tools/keeper-steps/render-steps');
    terminal.out(renderSteps(keepers, terminal.colors));
  }
  const grade = steps.worstGrade(keepers.map((keeper) => keeper.grade));
  if (grade === 'refused') return exitCode.negative;
  return grade === 'staged' || grade === 'downtime' ? exitCode.staged : exitCode.ok;
}
