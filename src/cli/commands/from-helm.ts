import { type Command, Option } from 'commander';
import { type PlatformName, platformNames } from '../../platform/platform-names';
import { exitCode } from '../exit-code';
import { list } from '../options';
import type { Terminal } from '../terminal';

interface Options {
  readonly release?: string;
  readonly platform?: PlatformName;
  readonly region?: string;
  readonly zones?: readonly string[];
  readonly out?: string;
  readonly force?: true;
  readonly strict?: true;
}

/** Declares `anyhouse from-helm`. */
export function fromHelmCommand(program: Command, terminal: Terminal): void {
  program
    .command('from-helm')
    .summary("turn values of Altinity's clickhouse chart into a program")
    .description(
      "Prints a TypeScript program for values of Altinity's Helm chart `clickhouse`, with what could not be mapped. " +
        'It describes a new installation beside that of the chart: docs/from-helm.md.',
    )
    .argument('<file>', 'file with values; - reads standard input')
    .option('--release <name>', 'name of the Helm release (default: clickhouse)')
    .addOption(
      new Option('--platform <name>', 'where it is to run (default: what the zones say)').choices(platformNames),
    )
    .option('--region <region>', 'region of the cloud')
    .option('--zones <zones>', 'zones of the nodes, with commas between them', list)
    .option('--out <file>', 'write the program here (default: standard output)')
    .option('--force', 'replace the file when it is there')
    .option('--strict', 'exit with 1 when a value was not mapped')
    .action((file: string, options: Options) => {
      terminal.finish(fromHelm(file, options, terminal));
    });
}

function fromHelm(file: string, { out, force, strict, ...flags }: Options, terminal: Terminal): number {
  const { readText } =
    require('../../tools/manifests/read-manifests') as typeof import('../../tools/manifests/read-manifests');
  const { convertValues } =
    require('../../tools/from-helm/from-helm') as typeof import('../../tools/from-helm/from-helm');
  const { describeConverted } =
    require('../../tools/from-helm/describe') as typeof import('../../tools/from-helm/describe');
  const { writeFile } = require('../../tools/write-file') as typeof import('../../tools/write-file');
  const content = readText(file, terminal.input);
  const converted = convertValues(content, file, flags);
  if (out === undefined) terminal.out(converted.program);
  else writeFile(out, converted.program, force ? 'replace' : 'keep');
  terminal.err(describeConverted(converted, out));
  return strict && converted.notMapped.length > 0 ? exitCode.negative : exitCode.ok;
}
