import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import type { Terminal } from '../terminal';

interface Options {
  readonly context?: string;
}

/** Declares `anyhouse next`. */
export function nextCommand(program: Command, terminal: Terminal): void {
  program
    .command('next')
    .summary('print the commands that bring manifests to a cluster')
    .argument('<directory>', 'output of a program')
    .option('--context <name>', 'kubectl context (default: the current one)')
    .action((directory: string, { context }: Options) => {
      const { readManifests } =
        require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
      const { nextSteps } = require('../../tools/next-steps') as typeof import('../../tools/next-steps');
      const manifests = readManifests([directory], terminal.input).flatMap((source) =>
        source.manifests.map(({ manifest }) => manifest),
      );
      const { dim } = terminal.colors;
      const steps = nextSteps(directory, manifests, context).map(
        ({ why, command }) => `  ${dim(`# ${why}`)}\n  ${command}\n`,
      );
      terminal.out(`${steps.join('')}`);
      terminal.finish(exitCode.ok);
    });
}
