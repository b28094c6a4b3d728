import { resolveEdgeAlerts } from '../../../src/edge/alert-options';
import { edgeAlerts } from '../../../src/edge/alerts';
import { clientHello } from './client-hello';
import { probe, visit } from './clients';
import { proxyV2 } from './proxy-header';
import { Scene } from './scene';

const job = 'analytics/edge';
const alerts = edgeAlerts({ job, drainSeconds: 280, thresholds: resolveEdgeAlerts() });
const selectors = [...new Set(alerts.flatMap(({ expression }) => expression.match(/\w+\{[^}]*\}/g) ?? []))];
/** Prometheus itself gives these. */
const given = new Set(['job', 'pod']);

let scene: Scene;
let port: number;
const client = '10.1.2.3';

beforeAll(async () => {
  const limits = { connections: 1000, newPerSecond: 1 };
  scene = await Scene.start(
    [{ name: 'events' }, { name: 'dead' }, { name: 'few', limits }, { name: 'missing', service: 'missing' }],
    { abuse: { refusals: 3, connections: 100_000 } },
  );
  port = scene.edge.process.ports.https;
  scene.endServer(1);
});
afterAll(() => scene?.stop());

/** Labels of all series of the real exporter, by metric. */
async function exported(): Promise<ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>> {
  const answer = await fetch(`http://127.0.0.1:${scene.edge.process.ports.metrics}/metrics`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const found = new Map<string, Readonly<Record<string, string>>[]>();
  for (const line of lines) {
    const [, name = '', labels = ''] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    found.set(name, [
      ...(found.get(name) ?? []),
      Object.fromEntries(matchersIn(labels).map(([key, , value]) => [key, value])),
    ]);
  }
  return found;
}

/** Labels, operators and values of a selector or a series. */
function matchersIn(text: string): readonly (readonly [string, string, string])[] {
  return [...text.matchAll(/(\w+)(=~?)"([^"]*)"/g)].map(([, key = '', operator = '', value = '']) => [
    key,
    operator,
    value,
  ]);
}

test('alerts look at this edge alone', () => {
  expect(selectors.length).toBeGreaterThan(10);
  expect(selectors.filter((selector) => !selector.includes(`{job="${job}"`))).toEqual([]);
});

test.each(selectors.filter((selector) => !selector.startsWith('up{')))('HAProxy exports %s', async (selector) => {
  const matchers = matchersIn(selector).filter(([key]) => !given.has(key));
  expect(matchers.length).toBeGreaterThan(0);
  const series = (await exported()).get(selector.split('{')[0] ?? '') ?? [];
  const matches = (labels: Readonly<Record<string, string>>) =>
    matchers.every(([key, operator, value]) =>
      operator === '=' ? labels[key] === value : new RegExp(`^(?:${value})$`).test(labels[key] ?? ''),
    );
  expect(series.filter(matches).length).toBeGreaterThan(0);
});

test('HAProxy exports the labels that alerts are grouped by', async () => {
  const grouped = alerts.flatMap(({ expression }) =>
    [...expression.matchAll(/by \((\w+)\) \((\w+)\{/g)].filter(([, label = '']) => !given.has(label)),
  );
  expect(grouped.length).toBeGreaterThan(0);
  const metrics = await exported();
  for (const [, label = '', metric = ''] of grouped) {
    expect(metrics.get(metric)?.filter((labels) => !(label in labels))).toEqual([]);
  }
});

describe('what happens is counted where the alert looks', () => {
  const way = (from: string) => ({ port, header: proxyV2(from) });
  const rise = async (metric: string, cause: () => Promise<unknown>) => {
    const before = await scene.edge.metric(metric);
    await cause();
    return (await scene.edge.metric(metric)) - before;
  };

  test.each([
    ['EdgeClientsRefused', () => visit(way('11.0.0.1'), 'events.ch.example.com')],
    ['EdgeNamesUnknown', () => visit(way(client), 'nobody.ch.example.com')],
    ['EdgeGarbage', () => probe(way(client), Buffer.from('GET / HTTP/1.0\r\n\r\n'))],
    ['EdgeServersUnknown', () => visit(way(client), 'missing.ch.example.com')],
    ['EdgeServersUnreachable', () => visit(way(client), 'dead.ch.example.com')],
    ['EdgeLoadBalancerNotTrusted', () => probe({ port, from: '127.0.0.9' }, clientHello('events.ch.example.com'))],
    [
      'EdgeLimitReached',
      async () => {
        for (let count = 0; count < 11; count += 1) await visit(way(client), 'few.ch.example.com');
      },
    ],
    [
      'EdgeClientsHeldOff',
      async () => {
        for (let count = 0; count < 5; count += 1) await visit(way('11.0.0.2'), 'events.ch.example.com');
      },
    ],
  ])('%s', async (name, cause) => {
    const [selector = ''] = alerts.find((alert) => alert.name === name)?.expression.match(/\w+\{[^}]*\}/) ?? [];
    const metric = selector.replace(`job="${job}",`, '').replace('=~"be_(tcp|tls)_.+"', '="be_tcp_none"');
    expect(await rise(metric, cause)).toBeGreaterThan(0);
  });

  test('EdgeProxyHeaderMissing', async () => {
    const counter = (name: string) => scene.edge.metric(`haproxy_frontend_${name}_total{proxy="fe_edge"}`);
    const lost = async () =>
      (await counter('connections')) -
      (await counter('sessions')) -
      (await counter('denied_connections')) -
      (await counter('denied_sessions'));
    const before = await lost();
    await visit(way(client), 'events.ch.example.com');
    await visit(way('2002:a01:203::1'), 'events.ch.example.com');
    await probe({ port, from: '127.0.0.9' }, clientHello('events.ch.example.com'));
    expect(await lost()).toBe(before);
    await probe({ port }, clientHello('events.ch.example.com'));
    expect(await lost()).toBe(before + 1);
  });

  test('connections in use', async () => {
    expect(await scene.edge.metric('haproxy_frontend_limit_sessions{proxy="fe_edge"}')).toBe(
      scene.edge.process.maxConnections,
    );
  });

  test.each([0, 1, 14, 255, 256])('a weight of %s days is exported as it is', async (days) => {
    await scene.edge.ask(`set server be_applied/files weight ${days}`);
    expect(await scene.edge.metric('haproxy_server_weight{proxy="be_applied"')).toBe(days);
  });
});
