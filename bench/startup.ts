import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/*
 * How long `require('anyhouse')` takes beside `require('cdk8s')`, which it needs: `npx projen compile && npx tsx bench/startup.ts`.
 * Both are asked in turn, each in a process of its own, and the medians are compared: the machine may be busy.
 */
const root = join(__dirname, '..');
const runs = Number(process.argv[2] ?? 31);
const programs = { cdk8s: "require('cdk8s')", anyhouse: `require('./lib')` } as const;

/** Milliseconds of processor time that a program takes once Node is up: other work on the machine does not count. */
function took(program: string): number {
  const script = `const start = process.cpuUsage(); ${program}; const { user, system } = process.cpuUsage(start); console.log((user + system) / 1e3)`;
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const times = { cdk8s: [] as number[], anyhouse: [] as number[] };
for (let run = 0; run < runs; run++) {
  for (const name of ['cdk8s', 'anyhouse'] as const) times[name].push(took(programs[name]));
}
const [cdk8s, anyhouse] = [median(times.cdk8s), median(times.anyhouse)];
console.log(
  `${runs} runs: cdk8s ${cdk8s.toFixed(1)} ms, anyhouse ${anyhouse.toFixed(1)} ms, ratio ${(anyhouse / cdk8s).toFixed(2)} (budget 1.20)`,
);
