import { codeBlocks } from '../../../scripts/markdown';
import { describeConverted } from '../../../src/tools/from-helm/describe';
import { convertValues } from '../../../src/tools/from-helm/from-helm';
import { textOf } from '../../house/sources';
import facts from './chart-defaults.json';
import { runProgram } from './programs';

const page = textOf('docs/from-helm.md');

test('the example of the page is what the command makes of its values', () => {
  const [values = ''] = codeBlocks(page, 'yaml');
  const converted = convertValues(values, 'values.yaml', { release: 'prod' });
  expect(codeBlocks(page, 'ts')).toContain(converted.program);
  expect(codeBlocks(page, 'text')).toEqual([describeConverted(converted)]);
  expect(runProgram(converted.program).length).toBeGreaterThan(5);
});

test('the page says of every value of the chart what becomes of it', () => {
  const [, table = ''] = page.split('## What becomes of each value');
  const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.]+)`/g)].map(([, path]) => path ?? ''),
  );
  const silent = Object.keys(facts.defaults).filter((path) => !named.some((each) => `${path}.`.startsWith(`${each}.`)));
  expect(silent).toEqual([]);
});
