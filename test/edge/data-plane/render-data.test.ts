import { createHash } from 'node:crypto';
import { parseRange } from '../../../src/edge/data-plane/cidr-set';
import { policyOf, rangeId } from '../../../src/edge/data-plane/policy';
import { chainDepth, edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { dataOf, environment, route } from './support';

const id = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

test('tables of two routes whose ranges lie inside of each other', () => {
  const [wide, inner] = [id('10.1.0.0/16'), id('10.1.2.0/24')];
  const other = {
    ...route,
    listener: 'native',
    host: 'own.example.net',
    mode: 'terminate',
    backend: { ...route.backend, authority: 'production' },
    allow: ['10.1.2.0/24'],
  } as const;
  expect(edgeTables(dataOf({}, { routes: [route, other] }))).toEqual({
    'routes.map': [
      `https/events.ch.example.com pass|none|chi-events.analytics.svc.cluster.local|8443|${wide}|1000|1000|-`,
      `native/own.example.net term|none|chi-events.analytics.svc.cluster.local|8443|${inner}|1000|1000|production`,
    ],
    'src_class.map': [`10.1.0.0/16 ${wide}`, `10.1.2.0/24 ${inner}|${wide}`],
    'allow.map': [`${inner}/${inner} 1`, `${wide}/${wide} 1`].sort(),
    'trusted_lb.lst': ['192.168.0.0/24'],
  });
});

test('lists of an environment and a route are cut to what is in both', () => {
  expect(policyOf(['10.0.0.0/8', '172.16.0.0/12'], ['10.1.0.0/16', '192.168.0.0/16'])).toEqual(
    policyOf('open', ['10.1.0.0/16']),
  );
  expect(policyOf(['10.0.0.0/8'], 'open')).toEqual(policyOf('open', ['10.0.0.0/8']));
  expect(policyOf('open', 'open').id).toBe('open');
  expect(policyOf([], 'open').ranges).toEqual([]);
});

test('equal sets have equal ids, however they are written, and nothing else has', () => {
  const ids = (...lists: readonly (readonly string[])[]) => new Set(lists.map((list) => policyOf('open', list).id));
  expect(ids(['10.0.0.0/8', '11.0.0.0/8'], ['10.0.0.0/7'], ['11.0.0.0/8', '10.0.0.0/8', '10.1.0.0/16']).size).toBe(1);
  expect(ids(['10.0.0.0/8'], ['10.0.0.0/9'], []).size).toBe(3);
  expect(rangeId(parseRange('2001:DB8::/32') as never)).toBe(rangeId(parseRange('2001:db8:0::/32') as never));
});

test('the depth counts ranges of all routes that lie inside of each other', () => {
  const routes = ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.2.0.0/16'].map((range, index) => ({
    ...route,
    host: `r${index}.ch.example.com`,
    allow: [range],
  }));
  expect(chainDepth(dataOf({}, { routes }))).toBe(3);
  expect(chainDepth({ environments: [], clientAddress: 'direct' })).toBe(0);
});

test('tables above the size of a ConfigMap are split, and sums name every file', () => {
  const routes = Array.from({ length: 8000 }, (_, index) => ({ ...route, host: `route-${index}.ch.example.com` }));
  const data = { environments: [{ ...environment, routes }], clientAddress: 'direct' } as const;
  const files = edgeFiles('global\n', edgeTables(data));
  const names = ['haproxy.cfg', 'routes.map', 'routes.map.1', 'src_class.map', 'allow.map', 'trusted_lb.lst'];
  expect(Object.keys(files)).toEqual([...names, 'sums']);
  for (const text of Object.values(files)) expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  expect(`${files['routes.map']}${files['routes.map.1']}`.split('\n')).toHaveLength(8001);
  expect(files.sums?.split('\n').map((line) => line.split('  ')[1])).toEqual([...names, undefined]);
  expect(files.sums).toContain(`${createHash('sha256').update('global\n').digest('hex')}  haproxy.cfg\n`);
});

test('the same data gives the same bytes, in whatever order it was written', () => {
  const [one, two] = [route, { ...route, listener: 'native' } as const];
  const files = (routes: readonly (typeof route)[]) => edgeFiles('', edgeTables(dataOf({}, { routes })));
  expect(files([one, two])).toEqual(files([two, one]));
});
