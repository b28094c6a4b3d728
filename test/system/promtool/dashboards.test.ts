import { askedBy, dashboards } from '../../support/dashboards';
import { checkRules } from './promtool';

/** Expressions as recording rules, which promtool judges. */
function judged(expressions: readonly string[]): string {
  const rules = expressions.map((expr, index) => ({ record: `dashboard:expression:${index}`, expr }));
  return checkRules({ groups: [{ name: 'dashboard', rules }] });
}

test.each(dashboards)('Prometheus takes every expression of dashboard %s', (_, dashboard) => {
  const asked = askedBy(dashboard);
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter(({ expression }) => expression.includes('$') && !expression.includes('"$1"'))).toEqual([]);
  expect(judged([...new Set(asked.map(({ expression }) => expression))])).toBe('');
});

test('promtool is believed only because it finds what is wrong', () => {
  expect(judged(['sum(rate(x[2m])'])).toContain('unclosed left parenthesis');
  expect(judged(['label_replace(x, "disk", "$1")'])).toContain('expected 5 argument(s)');
});
