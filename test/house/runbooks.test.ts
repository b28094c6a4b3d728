import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../../examples/index';
import { anchorsIn } from '../../scripts/markdown';
import { drillAlerts } from '../../src/backup/restore/alerts';
import { at, list, record } from '../../src/kubernetes/manifest';
import { runbookOf } from '../../src/monitoring/alert';
import { root, textOf } from './sources';

/* Rooms test the runbooks of their alerts with any options; this one looks at what programs emit, and at all pages. */

jest.setTimeout(60_000);

const emitted = examples.flatMap(({ synth }) =>
  synth('eks')
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap((manifest) => list(at(manifest, 'spec', 'groups')).flatMap((group) => list(record(group).rules)))
    .map((rule) => [String(record(rule).alert), String(at(rule, 'annotations', 'runbook_url'))] as const),
);
const drill = drillAlerts({ namespace: 'drill', job: 'drill', source: 'events', age: 86_400 });
const addresses = new Map([...emitted, ...drill.map((alert) => [alert.name, runbookOf(alert)] as const)]);

const pages = readdirSync(join(root, 'docs/runbooks')).map((page) => `docs/runbooks/${page}`);
const headings = pages.flatMap((page) => textOf(page).match(/^## \w*[a-z][A-Z]\w*$/gm) ?? []);

test('every alert that an example emits leads to its heading in a runbook', () => {
  expect(addresses.size).toBeGreaterThan(60);
  const lost = [...addresses].filter(([name, address]) => {
    const [, page = '', anchor = ''] = /\/blob\/main\/(docs\/runbooks\/\w+\.md)#(\w+)$/.exec(address) ?? [];
    return !pages.includes(page) || anchor !== name.toLowerCase() || ![...anchorsIn(textOf(page))].includes(anchor);
  });
  expect(lost).toEqual([]);
});

test('every alert of a runbook is one that an example emits', () => {
  expect(headings.map((heading) => heading.slice(3)).sort()).toEqual([...addresses.keys()].sort());
});

test.each(pages)('every alert of %s says what it means, what to look at and what to do', (page) => {
  const sections = textOf(page)
    .split(/^## /m)
    .filter((section) => headings.includes(`## ${section.split('\n')[0]}`));
  expect(sections.length).toBeGreaterThan(0);
  expect(
    sections.filter((section) => !/\*\*Means\.\*\*[\s\S]+\*\*Look\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section)),
  ).toEqual([]);
});
