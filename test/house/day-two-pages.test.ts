import { textOf } from './sources';

/** Constructs of running a database for years: where they are described, and the example that the page stands on. */
const pages = [
  ['BackupSchedule', 'backup', 'backup/bookings'],
  ['Restore', 'restore', 'restore/invoices'],
  ['Clone', 'restore', 'clone/payroll'],
  ['RestoreDrill', 'restore', 'clone/payroll'],
  ['UptimeSchedule', 'uptime', 'uptime/staging'],
  ['ChangeWindow', 'change-windows', 'change-window/trading'],
  ['Monitoring', 'monitoring', 'monitoring/payments'],
  ['dashboards', 'dashboards', 'dashboards/inventory'],
  ['ExternalCredentials', 'credentials', 'credentials/accounting'],
  ['SqlUsers', 'credentials', 'credentials/accounting'],
  ['ArgoCd', 'gitops', 'gitops/databases'],
  ['Flux', 'gitops', 'gitops/databases'],
] as const;

test.each(pages)(
  '%s has a page with a program that runs, its costs, and the way by hand',
  (construct, page, example) => {
    const text = textOf(`docs/${page}.md`);
    expect(text).toContain(`examples/${example}.ts`);
    expect(textOf(`examples/${example}.ts`)).toMatch(new RegExp(`\\b${construct}\\b`));
    expect(textOf('examples/index.ts')).toContain(`'./${example}'`);
    expect(text).toMatch(/^## (What it costs|Costs)$/m);
    expect(text).toMatch(/^## (By hand|Without this library|How to leave)/m);
  },
);

test.each([...new Set(pages.map(([, page]) => page))])('the README leads to docs/%s.md', (page) => {
  expect(textOf('README.md')).toContain(`(docs/${page}.md)`);
});
