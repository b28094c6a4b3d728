import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { collect } from '../options';
import type { Terminal } from '../terminal';

interface Options {
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly ca?: readonly string[];
}

/** Declares `anyhouse credentials`. */
export function credentialsCommand(program: Command, terminal: Terminal): void {
  program
    .command('credentials')
    .summary('print the Secrets that manifests need, with random passwords')
    .description(
      'Prints Secrets that manifests refer to and nobody provides, with random passwords, and the namespaces that ' +
        'they need first. Pipe it into kubectl apply -f -; it is not meant for a file or a repository.',
    )
    .argument('<path...>', 'files or directories with manifests of one cluster')
    .option('--context <name>', 'kubectl context; what exists there is left alone (default: nothing exists)')
    .option('--kubeconfig <file>', 'file with contexts (default: $KUBECONFIG, else ~/.kube/config)')
    .option('--ca <dns-name>', 'also print a development CA and a certificate for this name; may be repeated', collect)
    .action(async (paths: readonly string[], options: Options) =>
      terminal.finish(await credentials(paths, options, terminal)),
    );
}

async function credentials(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { readManifests } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { makeCredentials } =
    require('../../tools/credentials/credentials') as typeof import('../../tools/credentials/credentials');
  const { caSecrets } =
    require('../../tools/credentials/ca-secrets') as typeof import('../../tools/credentials/ca-secrets');
  const { connect } = require('../../tools/cluster/connect') as typeof import('../../tools/cluster/connect');
  const { printYaml } = require('../../tools/print-yaml') as typeof import('../../tools/print-yaml');

  const { context, kubeconfig, ca } = options;
  const sources = readManifests(paths, terminal.input);
  const live = context !== undefined || kubeconfig !== undefined;
  const cluster = live ? await connect(options) : undefined;
  try {
    if (cluster && context === undefined) terminal.err(`context: ${cluster.context} (the current one)\n`);
    const made = await makeCredentials(sources, cluster);
    const certificates = ca ? await caSecrets(sources, ca, cluster) : { objects: [], notes: [] };
    const objects = [...made.objects, ...certificates.objects];
    terminal.out(objects.map((object) => `---\n${printYaml(object)}`).join(''));
    const notes = [...made.notes, ...certificates.notes];
    if (objects.length === 0 && notes.length === 0) notes.push('Nothing here needs a Secret.');
    if (objects.length > 0 && !cluster) {
      notes.push('Existing Secrets were not looked for (--context does it): applying this twice changes passwords.');
    }
    if (objects.length > 0 && terminal.interactive) notes.push('These are passwords, and now your terminal has them.');
    for (const note of notes) terminal.err(`note: ${note}\n`);
    for (const fault of made.faults) terminal.err(`${terminal.colors.red('error:')} ${fault}\n`);
    return made.faults.length > 0 ? exitCode.negative : exitCode.ok;
  } finally {
    cluster?.close();
  }
}
