import { askedBy, dashboards } from '../../support/dashboards';
import { Scene } from './scene';

const asked = dashboards.flatMap(([, dashboard]) => askedBy(dashboard));
const selectors = [...new Set(asked.flatMap(({ expression }) => expression.match(/\bhaproxy_\w+\{[^}]*\}/g) ?? []))];
/** Prometheus itself gives these. */
const given = new Set(['job', 'pod']);

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start([{ name: 'events' }]);
});
afterAll(() => scene?.stop());

test('panels about the edge are tried', () => {
  expect(selectors.length).toBeGreaterThan(10);
});

test.each(selectors)('HAProxy exports %s', async (selector) => {
  const answer = await fetch(`http://127.0.0.1:${scene.edge.process.ports.metrics}/metrics`);
  const [, metric = '', matchers = ''] = /^(\w+)\{(.*)\}$/.exec(selector) ?? [];
  const wanted = [...matchers.matchAll(/(\w+)=(~?)"([^"]*)"/g)]
    .filter(([, label = '']) => !given.has(label))
    .map(([, label, regex, value]) => new RegExp(`[{,]${label}="${regex ? `(?:${value})` : value}"[,}]`));
  expect(wanted.length).toBeGreaterThan(0);
  const series = (await answer.text()).split('\n').filter((line) => line.startsWith(`${metric}{`));
  expect(series.filter((line) => wanted.every((pattern) => pattern.test(line))).length).toBeGreaterThan(0);
});

test('HAProxy exports the labels that lines are named after', async () => {
  const answer = await (await fetch(`http://127.0.0.1:${scene.edge.process.ports.metrics}/metrics`)).text();
  const grouped = asked.flatMap(({ expression }) => [
    ...expression.matchAll(/by \((\w+)\) \((?:rate\()?(haproxy_\w+)\{/g),
  ]);
  const own = grouped.filter(([, label = '']) => !given.has(label));
  expect(own.length).toBeGreaterThan(3);
  for (const [, label = '', metric = ''] of own) {
    const series = answer.split('\n').filter((line) => line.startsWith(`${metric}{`));
    expect(series.filter((line) => !line.includes(`${label}="`))).toEqual([]);
  }
});
