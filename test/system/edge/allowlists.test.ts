import type { EdgeAllow, EdgeData } from '../../../src/edge/data-plane/model';
import { chainDepth, edgeTables } from '../../../src/edge/data-plane/render-data';
import { type Listening, startBackend } from './backends';
import { clientHello } from './client-hello';
import { inParallel, probe } from './clients';
import { proxyV2 } from './proxy-header';
import { clientsNear, mayEnter, randomData, randomOf } from './random-allow';
import { route, Scene } from './scene';

const rounds = 26;
const routeCount = 9;
const seed = Number(process.env.EDGE_SEED ?? Date.now() % 1_000_000);

let scene: Scene;
let backends: readonly Listening[];

beforeAll(async () => {
  scene = await Scene.start([{ name: 'first' }], { chainDepth: 14 });
  backends = await Promise.all(
    Array.from({ length: routeCount }, (_, index) => startBackend(`r${index}`, { speaks: 'hello', header: 'none' })),
  );
});
afterAll(async () => {
  for (const backend of backends ?? []) backend.close();
  await scene?.stop();
});

interface Wanted {
  readonly client: string;
  readonly index: number;
}

/** What the edge did with clients of routes. */
async function verdicts(wanted: readonly Wanted[]): Promise<readonly boolean[]> {
  const answers = await inParallel(wanted, 32, ({ client, index }) => {
    const way = { port: scene.edge.process.ports.https, header: proxyV2(client) };
    return probe(way, clientHello(`r${index}.ch.example.com`));
  });
  expect(answers).not.toContain('silence');
  return answers.map((answer) => answer !== 'refused');
}

function allowed({ environments: [environment] }: EdgeData, { client, index }: Wanted): boolean {
  const own = environment?.routes[index]?.allow as EdgeAllow;
  return mayEnter(client, environment?.allow as EdgeAllow, own);
}

function rangesOf({ environments }: EdgeData): readonly string[] {
  const lists = environments.flatMap(({ allow, routes }) => [allow, ...routes.map((one) => one.allow)]);
  return lists.flatMap((list) => (list === 'open' ? [] : list));
}

/** Every mix of tables, and the verdicts that a mix may give. Those of the applying script give nothing but one of the two. */
function mixes(old: EdgeData, next: EdgeData) {
  const [before, after] = [edgeTables(old), edgeTables(next)];
  const both = [...new Set([...before['allow.map'], ...after['allow.map']])];
  const order = ['o-oo', 'onoo', 'onou', 'onnu', 'nnnu', 'n-nu', 'n-nn'];
  return ['o', 'n'].flatMap((ranges) =>
    ['-', 'n'].flatMap((second) =>
      ['o', 'n'].flatMap((routes) =>
        ['o', 'n', 'u'].map((pairs) => ({
          exact: order.includes(`${ranges}${second}${routes}${pairs}`),
          routes,
          tables: {
            'src_class.map': (ranges === 'o' ? before : after)['src_class.map'],
            'src_class_next.map': second === '-' ? [] : after['src_class.map'],
            'routes.map': (routes === 'o' ? before : after)['routes.map'],
            'allow.map': pairs === 'u' ? both : (pairs === 'o' ? before : after)['allow.map'],
          },
        })),
      ),
    ),
  );
}

test('no client comes in that may not, in any mix of old and new tables; in the order of updates nobody is refused either', async () => {
  const random = randomOf(seed);
  const ports = backends.map(({ port }) => port);
  const counts = { probes: 0, entered: 0, states: 0, deepest: 0 };
  let old = randomData(random, ports);
  for (let round = 0; round < rounds; round++) {
    const next = randomData(random, ports);
    counts.deepest = Math.max(counts.deepest, chainDepth(next));
    for (const { exact, routes, tables } of mixes(old, next)) {
      for (const [name, lines] of Object.entries(tables)) await scene.edge.fill(name, lines);
      const clients = clientsNear(random, [...rangesOf(old), ...rangesOf(next)], 18);
      const wanted = clients.map((client) => ({ client, index: Math.floor(random() * routeCount) }));
      const entered = await verdicts(wanted);
      counts.states++;
      for (const [index, want] of wanted.entries()) {
        const may = { o: allowed(old, want), n: allowed(next, want) };
        const context = { seed, round, want }; // the seed gives the tables again
        // The route that answers decides: a mix never gives a client more than the routes in use give.
        const most = routes === 'o' ? may.o : may.n;
        if (entered[index] && !most) throw new Error(`opened what must be closed: ${JSON.stringify(context)}`);
        if (exact && !entered[index] && most) throw new Error(`refused who may enter: ${JSON.stringify(context)}`);
        counts.probes++;
        if (entered[index]) counts.entered++;
      }
    }
    old = next;
  }
  console.log(`seed ${seed}:`, JSON.stringify(counts));
  expect(counts.probes).toBeGreaterThanOrEqual(10_000);
  expect(counts.entered).toBeGreaterThan(1000);
  expect(counts.deepest).toBeGreaterThan(3);
});

test('a route without ranges and one without a list of the environment let nobody in', async () => {
  const data: EdgeData = {
    environments: [
      {
        domain: 'ch.example.com',
        extraHosts: [],
        allow: [],
        routes: backends.map(({ port }, index) => ({ ...route({ name: `r${index}` }, port), allow: 'open' })),
      },
    ],
    clientAddress: { loadBalancers: ['127.0.0.1/32'] },
  };
  for (const [name, lines] of Object.entries(edgeTables(data)))
    if (name.endsWith('.map')) await scene.edge.fill(name, lines);
  expect(
    await verdicts([
      { client: '10.0.0.1', index: 0 },
      { client: '2001:db8::1', index: 1 },
    ]),
  ).toEqual([false, false]);
});
