import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import type { Terminal } from '../terminal';

interface Options {
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly timeout: string;
}

/** Declares `anyhouse wait`. */
export function waitCommand(program: Command, terminal: Terminal): void {
  program
    .command('wait')
    .summary('follow manifests in a cluster until they are ready')
    .description(
      'Waits for Keepers, ClickHouse installations, Deployments and Jobs, and says what holds them up. Changes nothing.',
    )
    .argument('<path...>', 'files or directories with the manifests that were applied')
    .option('--context <name>', 'kubectl context (default: the current one, which is named first)')
    .option('--kubeconfig <file>', 'file with contexts (default: $KUBECONFIG, else ~/.kube/config)')
    .option('--timeout <time>', 'give up after this time: 90s, 15m, 1h', '15m')
    .action(async (paths: readonly string[], options: Options) =>
      terminal.finish(await wait(paths, options, terminal)),
    );
}

async function wait(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { InputError } =
    require('../../tools/manifests/input-error') as typeof import('../../tools/manifests/input-error');
  const { parseDuration } = require('../../tools/duration') as typeof import('../../tools/duration');
  const { connect } = require('../../tools/cluster/connect') as typeof import('../../tools/cluster/connect');
  const { targetsOf } = require('../../tools/wait/state') as typeof import('../../tools/wait/state');
  const { waitForTargets } = require('../../tools/wait/wait') as typeof import('../../tools/wait/wait');
  const { hindrancesOf, renderOutcome } =
    require('../../tools/wait/render-progress') as typeof import('../../tools/wait/render-progress');
  const { progressDisplay } = require('../progress-display') as typeof import('../progress-display');

  const timeout = parseDuration(options.timeout, '--timeout');
  const sources = readManifests(paths, terminal.input);
  const targets = targetsOf(sources.flatMap(({ manifests }) => manifests.map(({ manifest }) => manifest)));
  if (targets.length === 0) {
    throw new InputError([`${paths.join(', ')}: nothing here becomes ready: no installation, Deployment or Job.`]);
  }
  const cluster = await connect(options);
  if (options.context === undefined) terminal.err(`context: ${cluster.context} (the current one)\n`);
  const display = progressDisplay(terminal, cluster.context);
  try {
    const clock = { now: Date.now, sleep: display.sleep };
    const outcome = await waitForTargets(cluster, targets, { timeout, clock, observe: display.observe });
    const last = display.last();
    // The moving block shows the reasons already; a log ends with them.
    const reasons = terminal.interactive ? [] : hindrancesOf(last.states).map((reason) => `  ${reason}`);
    terminal.out(`${[renderOutcome(outcome, last), ...reasons].join('\n')}\n`);
    return outcome === 'ready' ? exitCode.ok : exitCode.negative;
  } finally {
    cluster.close();
  }
}
