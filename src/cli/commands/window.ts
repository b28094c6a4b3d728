import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import type { Terminal } from '../terminal';

interface Options {
  readonly at?: string;
}

/** Declares `anyhouse window`. */
export function windowCommand(program: Command, terminal: Terminal): void {
  program
    .command('window')
    .summary('tell whether changes may be delivered now')
    .description(
      'Reads the change windows of manifests. Ends with 0 while all of them are open, with 1 while one is closed.',
    )
    .argument('<path...>', 'files or directories with YAML or JSON; - reads standard input')
    .option('--at <time>', 'look at another moment, such as 2026-12-24T12:00:00Z (default: now)')
    .action((paths: readonly string[], { at }: Options) => {
      terminal.finish(tell(paths, at, terminal));
    });
}

function tell(paths: readonly string[], at: string | undefined, terminal: Terminal): number {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { changeWindows } = require('../../tools/change-windows') as typeof import('../../tools/change-windows');
  const { InputError } =
    require('../../tools/manifests/input-error') as typeof import('../../tools/manifests/input-error');
  const now = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(now.getTime())) throw new InputError([`--at ${at} is no time. Write 2026-12-24T12:00:00Z.`]);
  const manifests = readManifests(paths, terminal.input).flatMap((source) =>
    source.manifests.map(({ manifest }) => manifest),
  );
  const states = changeWindows(manifests, now);
  if (states.length === 0) terminal.out('There is no change window: changes may be delivered.\n');
  for (const { name, state, opens } of states)
    terminal.out(`${name}: ${state === 'open' ? 'open' : `closed until ${opens ?? 'further notice'}`}\n`);
  return states.every(({ state }) => state === 'open') ? exitCode.ok : exitCode.negative;
}
