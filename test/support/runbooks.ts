import { anchorsIn, tableRows } from '../../scripts/markdown';
import { type Alert, runbookOf } from '../../src/monitoring/alert';
import { textOf } from '../house/sources';

/**
 * Tests that a page in `docs/runbooks` has a section for each alert with what it means, what to look at and what to do,
 * and a table with all alerts, in their order.
 * @param thresholds what the last column of the table tells, by prop: numbers, and groups of numbers
 */
export function testRunbook(alerts: readonly Alert[], thresholds: object): void {
  const [page = ''] = new Set(alerts.map(({ runbook }) => `docs/runbooks/${runbook}.md`));
  const text = textOf(page);
  const names = [...new Set(alerts.map(({ name }) => name))];

  test.each(alerts.map((alert) => [alert.name, alert.severity, alert] as const))(
    '%s (%s) has a section',
    (...[, , alert]) => {
      const [address = '', anchor = ''] = runbookOf(alert).split('#');
      const { repository } = JSON.parse(textOf('package.json')) as { repository: { url: string } };
      expect(address).toBe(`${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/${page}`);
      expect([...anchorsIn(text)]).toContain(anchor);
    },
  );

  test('every section about an alert says what it means, what to look at and what to do', () => {
    const sections = text.split(/^## /m).slice(1);
    const titles = sections.map((section) => section.split('\n')[0] ?? '');
    expect(titles.filter((title) => /^[A-Z]\w+[A-Z]\w+$/.test(title)).sort()).toEqual([...names].sort());
    const incomplete = sections.filter(
      (section) =>
        names.includes(section.split('\n')[0] ?? '') &&
        !/\*\*Means\.\*\*[\s\S]+\*\*Look\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section),
    );
    expect(incomplete).toEqual([]);
  });

  test('the table tells all alerts, severities, times and thresholds', () => {
    const rows = tableRows(text, ['alert', 'severity', 'raised when', 'for', 'threshold']);
    expect(rows.map(([name, severity, , time]) => [name, severity, time])).toEqual(
      alerts.map(({ name, severity, for: time }) => [name, severity, time]),
    );
    const told = rows.map(([, , , , threshold = '']) => threshold).filter((threshold) => threshold !== '');
    expect([...new Set(told)].sort()).toEqual(numbersIn(thresholds).sort());
  });
}

function numbersIn(thresholds: object, prefix = ''): string[] {
  return Object.entries(thresholds).flatMap(([name, value]) => {
    if (typeof value === 'number') return [`\`${prefix}${name}\`, ${value}`];
    return typeof value === 'object' && value !== null ? numbersIn(value, `${prefix}${name}.`) : [];
  });
}
