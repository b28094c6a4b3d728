import { Command, CommanderError } from 'commander';
import { ClusterError } from '../tools/cluster/cluster';
import { InputError } from '../tools/manifests/input-error';
import { argoCdHealthCommand } from './commands/argocd-health';
import { checkCommand } from './commands/check';
import { compareCommand } from './commands/compare';
import { credentialsCommand } from './commands/credentials';
import { doctorCommand } from './commands/doctor';
import { fromHelmCommand } from './commands/from-helm';
import { initCommand } from './commands/init';
import { keeperStepsCommand } from './commands/keeper-steps';
import { nextCommand } from './commands/next';
import { operatorValuesCommand } from './commands/operator-values';
import { waitCommand } from './commands/wait';
import { exitCode } from './exit-code';
import type { Terminal } from './terminal';

/** Runs the `anyhouse` command. Everything that a command needs is loaded when that command runs. */
export async function run(args: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await program(terminal).parseAsync(args, { from: 'user' });
  } catch (error) {
    terminal.finish(report(error, terminal));
  }
}

/** In the order of the help: from a new program over manifests to a cluster that runs them. */
const commands = [
  initCommand,
  fromHelmCommand,
  checkCommand,
  compareCommand,
  keeperStepsCommand,
  nextCommand,
  credentialsCommand,
  operatorValuesCommand,
  argoCdHealthCommand,
  doctorCommand,
  waitCommand,
];

function program(terminal: Terminal): Command {
  const root = new Command('anyhouse')
    .description('Checks and runs ClickHouse on Kubernetes from manifests: those of anyhouse, and any others.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('Run with --help to see what there is.')
    .exitOverride();
  for (const declare of commands) {
    declare(root, terminal);
  }
  return root;
}

/** Prints an error the way the person who typed the command needs it. */
function report(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.unusable;
  if (error instanceof ClusterError) {
    terminal.err(`${terminal.colors.red('error:')} ${error.message}\n`);
    return exitCode.unusable;
  }
  if (error instanceof InputError) {
    for (const problem of error.problems) terminal.err(`${terminal.colors.red('error:')} ${problem}\n`);
    return exitCode.unusable;
  }
  terminal.err(`This is a fault of anyhouse. Please report it with the manifests that lead to it.\n`);
  terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.internal;
}

function version(): string {
  return (require('../../package.json') as { readonly version: string }).version;
}
