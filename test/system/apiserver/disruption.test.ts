import { examples } from '../../../examples/index';
import { topologyOf } from '../../../src/altinity/topology';
import { at, type Manifest } from '../../../src/kubernetes/manifest';
import type { ApiClient } from '../cluster/api-client';
import { ControlPlane } from '../cluster/control-plane';
import { until } from '../cluster/until';
import { evict, readyPods, setSchedulable, statefulSetOf } from '../cluster/workloads';
import { podsOf } from './operator-pod';
import { makeNamespacesOf } from './servers';

/*
 * The disruption budgets that we emit, with pods as the operator makes them: one StatefulSet for each host. kwok reports pods
 * as ready as soon as they have a node.
 */

const manifests = (examples.find(({ name }) => name === 'quickstart') ?? missing('example')).synth('eks');
const keeper = installation('ClickHouseKeeperInstallation');
const cluster = installation('ClickHouseInstallation');
const namespace = keeper.metadata.namespace ?? missing('namespace');

function installation(kind: string): Manifest {
  return manifests.find((manifest) => manifest.kind === kind) ?? missing(kind);
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

const shard = topologyOf(cluster).hosts.filter((host) => host.shard === '1');

/** Pods with one budget, and how many of them must stay. */
const groups = [
  { who: 'three members of a Keeper', budget: 'keeper-keeper', stay: 2, sets: podsOf(keeper).map(statefulSetOf) },
  {
    who: 'two replicas of a shard',
    budget: `clickhouse-${cluster.metadata.name}-1`,
    stay: 1,
    sets: podsOf(cluster, shard).map(statefulSetOf),
  },
];

let plane: ControlPlane;
let client: ApiClient;

beforeAll(async () => {
  plane = await ControlPlane.start({ name: 'disruption', parts: ['controllers', 'scheduler', 'nodes'] });
  client = plane.client;
  await makeNamespacesOf(client, manifests);
  for (const budget of manifests.filter(({ kind }) => kind === 'PodDisruptionBudget')) await client.apply(budget);
});
afterAll(() => plane?.stop());

describe.each(groups)('$who', ({ budget, stay, sets }) => {
  const names = sets.map(({ metadata }) => `${metadata.name}-0`).sort();

  beforeAll(async () => {
    for (const set of sets) await client.apply(set);
    await allReady();
  });

  const pods = async () =>
    (await client.list('v1', 'Pod', namespace)).filter(({ metadata }) => names.includes(metadata.name));
  const uids = async () => (await pods()).map((pod) => at(pod, 'metadata', 'uid'));
  const ready = async () => (await readyPods(client, namespace)).filter((name) => names.includes(name));
  const status = async () => {
    const metadata = { name: budget, namespace };
    return at(await client.get({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata }), 'status');
  };

  /** All are ready, and one may go. */
  async function allReady(): Promise<void> {
    const isWhole = async () =>
      (await ready()).length === names.length && Number(at(await status(), 'disruptionsAllowed')) > 0;
    await until(
      async () => (await isWhole()) || undefined,
      () => `${names} do not become ready`,
    );
  }

  /** Does something while the least number of ready pods is watched. */
  async function leastReady(work: () => Promise<void>): Promise<number> {
    let [least, isDone] = [names.length, false];
    const watch = async () => {
      while (!isDone) least = Math.min(least, (await ready()).length);
    };
    const watching = watch();
    await work().finally(() => {
      isDone = true;
    });
    await watching;
    return least;
  }

  test('may lose one', async () => {
    expect(names).toHaveLength(stay + 1);
    const all = names.length;
    expect(await status()).toMatchObject({ expectedPods: all, currentHealthy: all, disruptionsAllowed: 1 });
  });

  test('a second eviction is refused until the first pod is back', async () => {
    const [first = '', second = ''] = names;
    const refused = "Cannot evict pod as it would violate the pod's disruption budget.";
    await setSchedulable(client, 'cordoned'); // so that the first does not come back
    try {
      expect(await evict(client, namespace, first)).toBe('evicted');
      expect(await evict(client, namespace, second)).toBe(refused);
      expect(await ready()).toEqual(names.slice(1));
    } finally {
      await setSchedulable(client, 'open');
    }
    await allReady();
    expect(await evict(client, namespace, second)).toBe('evicted');
    await allReady();
  });

  test('however many drains there are at once, enough are ready at every moment', async () => {
    const before = await uids();
    const drain = (name: string) =>
      until(
        async () => (await evict(client, namespace, name)) === 'evicted' || undefined,
        () => `${name} could not be evicted`,
      );
    const least = await leastReady(async () => {
      await Promise.all(names.map(drain));
      await allReady();
    });
    expect(least).toBeGreaterThanOrEqual(stay);
    expect((await uids()).filter((uid) => before.includes(uid))).toEqual([]);
  });

  test('a roll, pod by pod, keeps enough of them', async () => {
    const before = await uids();
    const least = await leastReady(async () => {
      for (const [index, set] of sets.entries()) {
        await client.apply(withAnnotation(set));
        await until(
          async () =>
            (await uids()).filter((uid) => before.includes(uid)).length === names.length - 1 - index || undefined,
          () => `${set.metadata.name} does not roll`,
        );
        await allReady();
      }
    });
    expect(least).toBeGreaterThanOrEqual(stay);
  });
});

function withAnnotation(set: Manifest): Manifest {
  const changed = structuredClone(set) as Manifest & { spec: { template: { metadata: { annotations?: unknown } } } };
  changed.spec.template.metadata.annotations = { 'test/roll': 'yes' };
  return changed;
}
