import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import type { Terminal } from '../terminal';

/** Declares `anyhouse argocd-health`. */
export function argoCdHealthCommand(program: Command, terminal: Terminal): void {
  program
    .command('argocd-health')
    .summary('print how Argo CD judges databases, as a patch of argocd-cm')
    .description(
      'Prints scripts for ClickHouse and Keeper installations as a patch of ConfigMap argocd-cm, which keeps what else stands there.',
    )
    .action(() => {
      const { printArgoCdHealth } = require('../../tools/argocd-health') as typeof import('../../tools/argocd-health');
      terminal.out(printArgoCdHealth());
      terminal.finish(exitCode.ok);
    });
}
