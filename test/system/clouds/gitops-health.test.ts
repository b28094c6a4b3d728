import { ArgoCd, type Manifest } from 'anyhouse';
import { examples } from '../../../examples';
import { topologyOf } from '../../../src/altinity/topology';
import { healthExpressions } from '../../../src/gitops/health/expressions';
import { type HealthCase, healthCases } from '../../support/health-cases';
import { healthVerdicts } from './judges';

const kinds = [
  { apiVersion: 'clickhouse.altinity.com/v1', kind: 'ClickHouseInstallation', noun: 'hosts' },
  { apiVersion: 'clickhouse-keeper.altinity.com/v1', kind: 'ClickHouseKeeperInstallation', noun: 'members' },
] as const;

const scripts = Object.fromEntries(Object.entries(ArgoCd.health()).map(([key, lua]) => [key.split('_').at(-1), lua]));
const ask = (objects: readonly object[]) => healthVerdicts({ scripts, expressions: healthExpressions, objects });

/** The script that Argo CD 3.2 and later have of their own for both kinds (resource_customizations/clickhouse.altinity.com). */
const builtIn = `
local hs = {}
if obj.status ~= nil and obj.status.status ~= nil then
  if obj.status.status == "Completed" then
    hs.status = "Healthy"
  elseif obj.status.status == "InProgress" then
    hs.status = "Progressing"
  else
    hs.status = "Degraded"
  end
else
  hs.status = "Progressing"
end
hs.message = ""
return hs`;

function installation({ apiVersion, kind }: (typeof kinds)[number], { spec, metadata, status }: HealthCase): object {
  return {
    apiVersion,
    kind,
    metadata: { name: 'events', namespace: 'analytics', ...metadata },
    spec: { configuration: {}, ...spec },
    ...(status && { status }),
  };
}

describe.each(kinds)('$kind', (subject) => {
  test.each(healthCases.map((situation) => [situation.what, situation] as const))('%s', async (_, situation) => {
    const [verdict] = await ask([installation(subject, situation)]);
    const [status, message] = situation.argoCd;
    expect(verdict?.argoCdError).toBeUndefined();
    expect(verdict?.argoCd).toEqual({ status, message: message.replaceAll('HOSTS', subject.noun) });
    expect(verdict?.flux).toBe(situation.flux);
  });
});

test('the built-in script differs where the cases say so, and nowhere else', async () => {
  const objects = healthCases.map((situation) => installation(kinds[0], situation));
  const verdicts = await healthVerdicts({
    scripts: { ClickHouseInstallation: builtIn },
    expressions: healthExpressions,
    objects,
  });
  expect(verdicts.map(({ argoCd }) => argoCd.status)).toEqual(
    healthCases.map(({ argoCd: [status], builtIn = status }) => builtIn),
  );
});

test('an expression cannot be asked of an object without status, and says why Flux waits', async () => {
  const [verdict] = await ask([installation(kinds[0], { what: '', argoCd: ['', ''], flux: '' })]);
  expect(verdict?.fluxError).toContain('no such attribute(s): status');
});

/** Installations of all examples, as an operator says that they are done with this many hosts more. */
function done(more: number): readonly (readonly [Manifest, number])[] {
  return examples
    .flatMap((example) => example.synth('eks'))
    .filter(({ kind }) => kinds.some((known) => known.kind === kind))
    .map((manifest) => {
      const hosts = topologyOf(manifest).hosts.length + more;
      return [{ ...manifest, status: { status: 'Completed', hosts } }, hosts] as const;
    });
}

test('counts the hosts of every example as the operator does', async () => {
  const right = done(0);
  expect(right.length).toBeGreaterThan(20);
  const verdicts = await ask(right.map(([manifest]) => manifest));
  expect(verdicts.map(({ argoCd }) => argoCd.status)).toEqual(right.map(() => 'Healthy'));
  const wrong = await ask(done(1).map(([manifest]) => manifest));
  expect(wrong.map(({ argoCd }) => argoCd.status)).toEqual(right.map(() => 'Progressing'));
});

test.each([
  ['shards with a count for all of them', { shards: [{}, {}], replicasCount: 3 }, 6],
  ['shards that count for themselves', { shards: [{ replicasCount: 1 }, { replicasCount: 2 }] }, 3],
  ['two counts', { shardsCount: 2, replicasCount: 2 }, 4],
  ['nothing', {}, 1],
  ['a list that is shorter than its count', { shards: [{ replicas: [{}], replicasCount: 2 }] }, undefined],
  ['shards and replicas', { shards: [{}], replicas: [{}, {}] }, undefined],
])('a layout of %s', async (_, layout, hosts) => {
  const spec = { configuration: { clusters: [{ name: 'main', layout }] } };
  const object = (count: number) =>
    installation(kinds[0], {
      what: '',
      spec,
      status: { status: 'Completed', hosts: count },
      argoCd: ['', ''],
      flux: '',
    });
  const verdicts = await ask([object(hosts ?? 7), object(99)]);
  expect(verdicts.map(({ argoCd }) => argoCd.status)).toEqual([
    'Healthy',
    hosts === undefined ? 'Healthy' : 'Progressing',
  ]);
});
