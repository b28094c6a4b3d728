import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/*
 * How long entries of the package take to load beside what they need: `npx projen compile && npx tsx bench/startup.ts`.
 * Both are asked in turn, each in a process of its own, and the medians are compared: the machine may be busy.
 */
const root = join(__dirname, '..');
const runs = Number(process.argv[2] ?? 31);

interface Program {
  readonly name: string;
  readonly modules: readonly string[];
}

/** What an entry needs, the entry, and the budget where there is one. */
const pairs: readonly (readonly [Program, Program, string])[] = [
  [{ name: 'cdk8s', modules: ['cdk8s'] }, { name: 'anyhouse', modules: ['./lib'] }, ' (budget 1.20)'],
  [
    { name: 'bare Pulumi', modules: ['@pulumi/pulumi', '@pulumi/kubernetes/provider'] },
    { name: 'anyhouse/pulumi', modules: ['./lib/pulumi'] },
    '',
  ],
];

interface Load {
  /** Milliseconds of processor time once Node is up: other work on the machine does not count. */
  readonly took: number;
  readonly modules: number;
}

function load(modules: readonly string[]): Load {
  const script = `const start = process.cpuUsage(); ${modules.map((name) => `require('${name}')`).join('; ')};
    const { user, system } = process.cpuUsage(start);
    console.log(JSON.stringify({ took: (user + system) / 1e3, modules: Object.keys(require.cache).length }))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
}

function median(loads: readonly Load[]): Load {
  return [...loads].sort((a, b) => a.took - b.took)[Math.floor(loads.length / 2)] ?? { took: 0, modules: 0 };
}

const tell = (name: string, { took, modules }: Load) => `${name} ${took.toFixed(1)} ms, ${modules} modules`;

for (const [needed, entry, note] of pairs) {
  const loads: { needed: Load[]; entry: Load[] } = { needed: [], entry: [] };
  for (let run = 0; run < runs; run++) {
    loads.needed.push(load(needed.modules));
    loads.entry.push(load(entry.modules));
  }
  const [one, other] = [median(loads.needed), median(loads.entry)];
  const ratio = (other.took / one.took).toFixed(2);
  console.log(`${runs} runs: ${tell(needed.name, one)}; ${tell(entry.name, other)}; ratio ${ratio}${note}`);
}
