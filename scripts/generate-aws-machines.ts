import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Writes the table of Amazon EC2 instance types from the list that Karpenter publishes:
 * npx tsx scripts/generate-aws-machines.ts karpenter-provider-aws/website/content/en/docs/reference/instance-types.md
 */

/** Families that databases run on: general purpose, memory, compute, local disks; the last three generations. */
const families =
  /^(m6i|m6id|m6g|m7i|m7a|m7g|m7gd|m8g|m8gd|r6i|r6g|r7i|r7a|r7g|r7gd|r8g|r8gd|c6i|c7i|c7g|i3en|i4i|i4g|i7ie|i8g|im4gn|is4gen)\./;

const target = join(__dirname, '../src/platform/generated/aws-machines.ts');
const [source = ''] = process.argv.slice(2);
const rows = readFileSync(source, 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const name = /^`(.+)`/.exec(section)?.[1] ?? '';
    const cell = (key: string) =>
      new RegExp(`^ *\\|${key.replaceAll('.', '\\.')}\\|(.*)\\|$`, 'm').exec(section)?.[1] ?? '0';
    const label = (key: string) => cell(`karpenter.k8s.aws/instance-${key}`);
    const cells = [label('cpu'), label('memory'), cell('kubernetes.io/arch'), cell('pods'), label('local-nvme')];
    return [name, ...cells, label('network-bandwidth')].join(' ');
  })
  .filter((row) => families.test(row) && !/\.metal/.test(row));

writeFileSync(
  target,
  `// Written by scripts/generate-aws-machines.ts from https://karpenter.sh/docs/reference/instance-types/; do not edit.

/** Name, processors, memory in MiB, architecture, most pods, local disks in GB, network in Mbit/s. */
export const awsMachines = \`
${rows.join('\n')}
\`;
`,
);
