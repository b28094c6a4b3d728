import { PropError } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import fc from 'fast-check';
import { checkProgram } from '../../src/checks/synth';
import type { Manifest } from '../../src/kubernetes/manifest';
import { buildProgram, type RandomProgram, validProgram } from '../support/random-environment';
import { hidden, known, textsIn, withTokens } from '../support/random-tokens';

const runs = Number(process.env.PROPERTY_RUNS ?? 1500);
// The same programs at every run, so that a change is judged by what it changed; `random` looks for new ones.
const { PROPERTY_SEED = '20261121' } = process.env;
const seed = PROPERTY_SEED === 'random' ? Date.now() % 2 ** 31 : Number(PROPERTY_SEED);

/** What comes of a program. */
interface Outcome {
  readonly manifests: readonly Manifest[];
  /** Broken rules, with the place. */
  readonly findings: readonly string[];
}

const counts = { same: 0, refused: 0, 'plain program refused': 0, 'refused by a rule': 0 };
const accepted = new Map<string, number>();

test(`tokens of ${runs} random programs are refused, or give the same manifests once their values are there`, () => {
  print(`Property test with PROPERTY_SEED=${seed}`);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // warnings of a thousand programs
  try {
    fc.assert(
      fc.property(validProgram, fc.array(hidden, { minLength: 1, maxLength: 3 }), (program, hide) => {
        const { tree, values, places } = withTokens(program, textsIn(program), hide);
        const plain = outcomeOf(program);
        const late = outcomeOf(tree);
        if (plain === undefined) counts['plain program refused'] += 1;
        else if (late === undefined) counts.refused += 1;
        else {
          expect(known(late.findings, values).filter((each) => !plain.findings.includes(each))).toEqual([]);
          expect(JSON.stringify(known(late.manifests, values), null, 1)).toBe(JSON.stringify(plain.manifests, null, 1));
          counts.same += 1;
          for (const place of places) {
            const name = place.map((key) => (typeof key === 'number' ? '[]' : key)).join('.');
            accepted.set(name, (accepted.get(name) ?? 0) + 1);
          }
        }
      }),
      { numRuns: runs, seed },
    );
  } finally {
    stderr.mockRestore();
    print(`Outcomes: ${JSON.stringify(counts)}`);
    if (process.env.SHOW) for (const [k, v] of [...accepted].sort()) print(`${v} ${k}`);
  }
}, 600_000);

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
