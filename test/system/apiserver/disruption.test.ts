import { examples } from '../../../examples/index';
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

const manifests = (examples.find(({ name }) => name === 'production') ?? fail()).synth('eks');
const keepers = manifests.filter(({ kind }) => kind === 'ClickHouseKeeperInstallation');
const keeper = keepers[0] ?? fail();
const namespace = keeper.metadata.namespace ?? fail();
const sets = podsOf(keeper).map(statefulSetOf);
const names = sets.map(({ metadata }) => `${metadata.name}-0`).sort();

let plane: ControlPlane;
let client: ApiClient;

beforeAll(async () => {
  plane = await ControlPlane.start({ name: 'disruption', parts: ['controllers', 'scheduler', 'nodes'] });
  client = plane.client;
  await makeNamespacesOf(client, manifests);
  const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget');
  for (const manifest of [...budgets, ...sets]) await client.apply(manifest);
  await allReady();
});
afterAll(() => plane?.stop());

function fail(): never {
  throw new Error('the example has no Keeper');
}

/** Budgets of the Keeper, as the cluster counts them: the only ones that have found pods. */
async function budget(): Promise<Manifest> {
  const budgets = await client.list('policy/v1', 'PodDisruptionBudget', namespace);
  return budgets.find((one) => Number(at(one, 'status', 'expectedPods')) > 0) ?? fail();
}

/** All members are ready, and one may go. */
async function allReady(): Promise<void> {
  await until(
    async () => {
      const isWhole = (await readyPods(client, namespace)).length === names.length;
      const found = isWhole ? await budget().catch(() => undefined) : undefined;
      return (found && Number(at(found, 'status', 'disruptionsAllowed')) > 0) || undefined;
    },
    () => 'the members of the Keeper do not become ready',
  );
}

/** Does something while the least number of ready members is watched. */
async function leastReady(work: () => Promise<void>): Promise<number> {
  let [least, isDone] = [names.length, false];
  const watch = async () => {
    while (!isDone) least = Math.min(least, (await readyPods(client, namespace)).length);
  };
  const watching = watch();
  await work().finally(() => {
    isDone = true;
  });
  await watching;
  return least;
}

test('the budget of three members lets one go', async () => {
  expect(names).toHaveLength(3);
  expect(at(await budget(), 'status')).toMatchObject({ expectedPods: 3, currentHealthy: 3, disruptionsAllowed: 1 });
});

test('a second eviction is refused until the first member is back', async () => {
  const [first = '', second = ''] = names;
  await setSchedulable(client, 'cordoned'); // so that the first does not come back
  expect(await evict(client, namespace, first)).toBe('evicted');
  await until(
    async () =>
      ((await pods()).length === names.length && (await readyPods(client, namespace)).length === 2) || undefined,
    () => 'the evicted member is not made again',
  );
  expect(await evict(client, namespace, second)).toBe(
    "Cannot evict pod as it would violate the pod's disruption budget.",
  );
  expect(await readyPods(client, namespace)).toEqual(names.slice(1));
  await setSchedulable(client, 'open');
  await allReady();
  expect(await evict(client, namespace, second)).toBe('evicted');
  await allReady();
});

test('a roll, member by member, keeps a quorum', async () => {
  const before = await uids();
  const least = await leastReady(async () => {
    for (const set of sets) {
      await client.apply(withAnnotation(set));
      await until(
        async () =>
          (await uids()).filter((uid) => before.includes(uid)).length === names.length - 1 - sets.indexOf(set) ||
          undefined,
        () => `${set.metadata.name} does not roll`,
      );
      await allReady();
    }
  });
  expect(least).toBeGreaterThanOrEqual(2);
});

const pods = () => client.list('v1', 'Pod', namespace);

async function uids(): Promise<readonly unknown[]> {
  return (await pods()).map((pod) => at(pod, 'metadata', 'uid'));
}

function withAnnotation(set: Manifest): Manifest {
  const changed = structuredClone(set) as Manifest & { spec: { template: { metadata: { annotations?: unknown } } } };
  changed.spec.template.metadata.annotations = { 'test/roll': 'yes' };
  return changed;
}
