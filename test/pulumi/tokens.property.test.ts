import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PropError } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import fc from 'fast-check';
import { checkProgram } from '../../src/checks/synth';
import type { Manifest } from '../../src/kubernetes/manifest';
import { root } from '../house/sources';
import { takenProps } from '../support/outputs-page';
import { nameIn } from '../support/prop-outputs';
import { buildProgram, type RandomProgram, validProgram } from '../support/random-environment';
import { hidden, known, textsIn, withTokens } from '../support/random-tokens';

const runs = Number(process.env.PROPERTY_RUNS ?? 800);
// The same programs at every run, so that a change is judged by what it changed; `random` looks for new ones.
const { PROPERTY_SEED = '20261121' } = process.env;
const seed = PROPERTY_SEED === 'random' ? Date.now() % 2 ** 31 : Number(PROPERTY_SEED);

const taken = takenProps(readFileSync(join(root, 'docs/outputs.md'), 'utf8'));

/** Text that becomes tokens: anywhere, where most props refuse it, or where they take it. */
const attempt = fc.record({
  where: fc.constantFrom('anywhere', 'where taken', 'where taken', 'where taken'),
  hide: fc.array(hidden, { minLength: 1, maxLength: 5 }),
});

/** What comes of a program. */
interface Outcome {
  readonly manifests: readonly Manifest[];
  /** Broken rules, with the place. */
  readonly findings: readonly string[];
}

const counts = { same: 0, refused: 0 };

test(`tokens in ${runs} random programs are refused, or give the same manifests once their values are there`, () => {
  print(`Property test with PROPERTY_SEED=${seed}`);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // warnings of a thousand programs
  try {
    fc.assert(
      fc.property(validProgram, fc.array(attempt, { minLength: 4, maxLength: 4 }), (program, attempts) => {
        const plain = outcomeOf(program);
        for (const { where, hide } of plain ? attempts : []) {
          const texts = textsIn(program).filter((path) => where === 'anywhere' || taken.has(nameIn(program, path)));
          const { tree, values } = withTokens(program, texts, hide);
          if (values.size > 0) counts[compare(plain, outcomeOf(tree), values)] += 1;
        }
      }),
      { numRuns: runs, seed },
    );
  } finally {
    stderr.mockRestore();
    print(`Outcomes: ${JSON.stringify(counts)}`);
  }
  // Otherwise the generator would prove nothing.
  expect(counts.same + counts.refused).toBeGreaterThan(1000);
  expect(counts.same).toBeGreaterThan(runs / 2);
  expect(counts.refused).toBeGreaterThan(runs / 10);
}, 600_000);

/** @throws when the manifests differ, or when what is unknown breaks a rule that the values do not break */
function compare(plain: Outcome | undefined, late: Outcome | undefined, values: ReadonlyMap<string, string>) {
  if (!plain || !late) return 'refused';
  expect(known(late.findings, values).filter((each) => !plain.findings.includes(each))).toEqual([]);
  expect(JSON.stringify(known(late.manifests, values), null, 1)).toBe(JSON.stringify(plain.manifests, null, 1));
  return 'same';
}

/** Undefined where the program is refused in words. */
function outcomeOf(program: RandomProgram): Outcome | undefined {
  const app = new App();
  try {
    buildProgram(app, program);
    const { findings } = checkProgram(app);
    const manifests = synthesizeManifests(app);
    return {
      manifests,
      findings: findings.map(
        ({ rule, object, pointer }) => `${rule.id} ${object.kind}/${object.metadata.name} ${pointer}`,
      ),
    };
  } catch (error) {
    if (error instanceof PropError && error.problems.length > 0) return undefined;
    const { message } = error as Error;
    if (/^Validation failed/.test(message) && /\[[a-z-]+\/[a-z-]+\]/.test(message)) return undefined;
    if (/\[props\/known\]$/.test(message)) return undefined;
    throw error;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
