import { type Command, Option } from 'commander';
import { platformNames } from '../../platform/platform-names';
import type { InitFlags } from '../../tools/init/answers';
import { exitCode } from '../exit-code';
import { list } from '../options';
import type { Terminal } from '../terminal';

interface Options extends InitFlags {
  readonly yes?: true;
}

/** Declares `anyhouse init`. */
export function initCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .summary('write a new project')
    .description('Writes a small project that compiles. Asks for what is not given where a person can answer.')
    .argument('[directory]', 'a new or empty directory', '.')
    .option('--name <name>', 'name of the cluster and its namespace (default: that of the directory)')
    .addOption(new Option('--platform <name>', 'where it runs').choices(platformNames))
    .option('--region <region>', 'region, in a cloud')
    .option('--zones <zones>', 'zones of the nodes, with commas between them (default: three of the region)', list)
    .option('--shards <count>', 'parts of the data (default: 1)')
    .option('--replicas <count>', 'copies of each part (default: 2)')
    .option('--storage <amount>', 'storage of each replica (default: 10Gi on a laptop, else 100Gi)')
    .option('--domain <name>', 'also make an internal load balancer, called NAME.DOMAIN')
    .option('--yes', 'ask nothing; what is not given has its default')
    .action(async (directory: string, options: Options) => terminal.finish(await init(directory, options, terminal)));
}

async function init(directory: string, { yes, ...flags }: Options, terminal: Terminal): Promise<number> {
  const { InputError } =
    require('../../tools/manifests/input-error') as typeof import('../../tools/manifests/input-error');
  const { completed } = require('../../tools/init/answers') as typeof import('../../tools/init/answers');
  const { answered } = require('../../tools/init/questions') as typeof import('../../tools/init/questions');
  const { projectFiles } = require('../../tools/init/project') as typeof import('../../tools/init/project');
  const { refuseOccupied, writeProject } =
    require('../../tools/init/write-project') as typeof import('../../tools/init/write-project');

  refuseOccupied(directory);
  const { ask } = terminal;
  if (!yes && !ask && flags.platform === undefined) {
    throw new InputError([
      'There is no terminal to ask questions in. Say where it runs: --platform minikube, ' +
        'or --platform eks --region eu-west-1; or take all defaults: --yes.',
    ]);
  }
  const known = yes || !ask ? flags : await answered(flags, directory, ask, (text) => terminal.out(`  ${text}\n`));
  const files = projectFiles(completed(known, directory));
  writeProject(directory, files);
  terminal.out(`written: ${Object.keys(files).join('  ')}\n\nNext:\n`);
  const { dim } = terminal.colors;
  const steps = [
    ...(directory === '.' ? [] : [['go there', `cd ${quoted(directory)}`] as const]),
    ['fetch what it needs', 'npm install'] as const,
    ['write the manifests to dist, and judge them', 'npm run synth && npm run check'] as const,
    ['see the commands that bring them to a cluster', 'npm run next'] as const,
  ];
  for (const [why, command] of steps) terminal.out(`  ${dim(`# ${why}`)}\n  ${command}\n`);
  return exitCode.ok;
}

/** A path as a shell reads it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
