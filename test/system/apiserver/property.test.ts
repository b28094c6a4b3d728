import fc from 'fast-check';
import { randomProgram } from '../../support/random-environment';
import { judgeProgram, type Outcome } from './judge-program';

const runs = Number(process.env.PROPERTY_RUNS ?? 2000);
// The same programs at every run, so that a change is judged by what it changed; `random` looks for new ones.
const { PROPERTY_SEED = '20261121' } = process.env;
const seed = PROPERTY_SEED === 'random' ? Date.now() % 2 ** 31 : Number(PROPERTY_SEED);

const outcomes: Record<Outcome, number> = { accepted: 0, 'prop error': 0, 'broken rule': 0, 'refused id': 0 };

test(`any of ${runs} random programs is refused with a reason, or accepted by a real API server`, async () => {
  print(`Property test with PROPERTY_SEED=${seed}`);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // warnings of a thousand programs
  try {
    await fc.assert(
      fc.asyncProperty(randomProgram, async (program) => {
        outcomes[await judgeProgram(program)] += 1;
      }),
      { numRuns: runs, seed },
    );
  } finally {
    stderr.mockRestore();
    print(`Outcomes: ${JSON.stringify(outcomes)}`);
  }
  // Otherwise the generator would prove nothing.
  expect(outcomes.accepted).toBeGreaterThan(runs / 10);
  expect(outcomes['prop error']).toBeGreaterThan(runs / 10);
}, 1_800_000);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
