import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { allRules } from '../../src/all-rules';
import { root } from '../house/sources';
import { allVerdicts, outputTables } from '../support/outputs-page';

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is how a token looks
const token = '${pulumi.1}';
const file = join(root, 'docs/outputs.md');

const verdicts = allVerdicts(() => token);

test('the page about Outputs lists what every prop does with one', () => {
  const { takes, refuses } = outputTables(verdicts);
  const page = readFileSync(file, 'utf8');
  const expected = page
    .replace(/\| given to \| props that take.*\n(?:\|.*\n)*/, () => `${takes}\n`)
    .replace(/\| given to \| because.*\n(?:\|.*\n)*/, () => `${refuses}\n`);
  if (process.env.UPDATE_GOLDENS) writeFileSync(file, expected);
  expect(readFileSync(file, 'utf8')).toBe(expected);
});

test('a token is refused in the same words everywhere, at its place', () => {
  for (const { refused, ...place } of verdicts) {
    const [problem, ...others] = refused?.problems ?? [];
    if (!problem) continue;
    expect({ ...place, others, ...problem }).toMatchObject({
      others: [],
      rule: 'props/known',
      must: expect.stringMatching(/^be known /),
      got: 'an Output of Pulumi (as a token)',
    });
  }
});

test('an Output that is not written as a token is refused everywhere, at its place', () => {
  for (const { refused, ...place } of allVerdicts(() => pulumi.output('a text'))) {
    expect({ ...place, problems: refused?.problems }).toEqual({
      ...place,
      problems: [
        {
          rule: 'props/output',
          prop: expect.stringMatching(/./),
          must: 'be a plain value',
          got: 'an Output of Pulumi',
          fix: expect.stringMatching(
            /^write (as(String|Quantity)\(output\)|it as it is, with asString\(output\)) of anyhouse\/pulumi/,
          ),
        },
      ],
    });
  }
});

test('the page names every rule that refuses what is not known', () => {
  const [, rules = ''] = readFileSync(file, 'utf8').split('## Rules');
  const named = [...rules.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id]) => id);
  expect(named.sort()).toEqual(
    allRules
      .filter(({ unknown }) => unknown === 'refused')
      .map(({ id }) => id)
      .sort(),
  );
});
