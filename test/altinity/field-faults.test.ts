import { type FieldFault, fieldFaults } from '../../src/altinity/field-faults';
import type { AltinityKind, OperatorVersion } from '../../src/altinity/versions';

const faultsOf = (spec: unknown, target: OperatorVersion = '0.27.2') =>
  fieldFaults('ClickHouseInstallation', spec, target);
const keeperFaultsOf = (spec: unknown, target: OperatorVersion = '0.27.2') =>
  fieldFaults('ClickHouseKeeperInstallation', spec, target);
const short = (faults: readonly FieldFault[]) => faults.map(({ pointer, problem }) => `${problem} ${pointer}`);
const cluster = (fields: Record<string, unknown>) => ({ configuration: { clusters: [{ name: 'main', ...fields }] } });

describe('unknown fields', () => {
  test('are found at any depth, with the name that was meant', () => {
    expect(faultsOf(cluster({ layout: { replicaCount: 2 } }))).toEqual([
      {
        pointer: '/spec/configuration/clusters/0/layout/replicaCount',
        field: 'spec.configuration.clusters[0].layout.replicaCount',
        problem: 'unknown',
        message:
          'spec.configuration.clusters[0].layout.replicaCount must be a field that operator 0.27.2 knows, got "replicaCount".',
        must: 'be a field that operator 0.27.2 knows',
        got: '"replicaCount"',
        fix: 'write replicasCount.',
        suggestion: 'replicasCount',
      },
    ]);
  });

  test('are sent to the level that they belong to', () => {
    const [fault] = faultsOf(cluster({ layout: { internalReplication: 'yes' } }));
    expect(fault?.suggestion).toBe('configuration.clusters[].layout.shards[].internalReplication');
    expect(faultsOf({ users: {} })[0]?.fix).toBe('write it as configuration.users.');
  });

  test('are listed beside what is known when nothing is near', () => {
    expect(faultsOf({ templating: { xyzzy: 1 } })[0]?.fix).toBe('remove it; known here: policy, chiSelector.');
  });

  test('that look like a path do not pass for the fields further down', () => {
    expect(short(faultsOf({ 'configuration.users': {}, '': {} }))).toEqual([
      'unknown /spec/configuration.users',
      'unknown /spec/',
    ]);
  });

  test('in open parts are nobody’s business', () => {
    expect(faultsOf({ configuration: { users: { 'app/x': 1 } } })).toEqual([]);
  });

  test('a reclaim policy inside of a claim is sent beside it', () => {
    const volumeClaimTemplates = [{ name: 'data', spec: { reclaimPolicy: 'Retain', provisioner: 'Operator' } }];
    const faults = faultsOf({ templates: { volumeClaimTemplates } });
    expect(faults.map(({ fix }) => fix)).toEqual([
      'move reclaimPolicy one level up.',
      'move provisioner one level up.',
    ]);
    expect(short(keeperFaultsOf({ templates: { volumeClaimTemplates } }))).toHaveLength(2);
  });

  test('Keeper knows neither what only ClickHouse has, nor the new name of reconciling', () => {
    expect(keeperFaultsOf({ reconcile: {} })[0]).toMatchObject({ problem: 'unknown', suggestion: 'reconciling' });
    expect(short(keeperFaultsOf({ configuration: { users: {} } }))).toEqual(['unknown /spec/configuration/users']);
  });
});

describe('fields that are newer than the target', () => {
  const hook = { events: ['HostCreate'], sql: { queries: ['SELECT 1'] } };
  const cases: readonly [string, AltinityKind, unknown, OperatorVersion, OperatorVersion][] = [
    ['macros', 'ClickHouseInstallation', { reconciling: { macros: {} } }, '0.25.0', '0.25.1'],
    ['disruption budgets', 'ClickHouseInstallation', cluster({ pdbManaged: 'no' }), '0.25.2', '0.25.3'],
    ['budgets of Keeper', 'ClickHouseKeeperInstallation', cluster({ pdbMaxUnavailable: 1 }), '0.25.2', '0.25.3'],
    ['reconcile', 'ClickHouseInstallation', { reconcile: { policy: 'wait' } }, '0.25.3', '0.25.4'],
    ['waiting at hosts', 'ClickHouseInstallation', { reconciling: { host: {} } }, '0.25.3', '0.25.4'],
    [
      'compression',
      'ClickHouseInstallation',
      { configuration: { zookeeper: { use_compression: 'yes' } } },
      '0.25.3',
      '0.25.4',
    ],
    ['dropped replicas', 'ClickHouseInstallation', { reconcile: { host: { drop: {} } } }, '0.25.4', '0.25.5'],
    [
      'attributes of volumes',
      'ClickHouseInstallation',
      { templates: { volumeClaimTemplates: [{ spec: { volumeAttributesClassName: 'fast' } }] } },
      '0.25.4',
      '0.25.5',
    ],
    ['stopping Keeper', 'ClickHouseKeeperInstallation', { stop: 'yes' }, '0.25.6', '0.26.0'],
    [
      'a Keeper by name',
      'ClickHouseInstallation',
      { configuration: { zookeeper: { keeper: { name: 'k' } } } },
      '0.27.0',
      '0.27.1',
    ],
    ['hooks', 'ClickHouseInstallation', { reconcile: { host: { hooks: { post: [hook] } } } }, '0.27.0', '0.27.1'],
    ['security', 'ClickHouseKeeperInstallation', { security: { policy: 'x' } }, '0.26.3', '0.27.1'],
    [
      'policies for StatefulSets',
      'ClickHouseInstallation',
      { reconcile: { statefulSet: { create: { onFailure: 'abort' } } } },
      '0.27.1',
      '0.27.2',
    ],
    ['TLS of Keeper', 'ClickHouseKeeperInstallation', cluster({ secure: 'yes', insecure: 'no' }), '0.27.1', '0.27.2'],
  ];

  test.each(cases)('%s', (_, kind, spec, before, since) => {
    const faults = fieldFaults(kind, spec, before);
    expect(faults.map(({ problem }) => problem)).toEqual(faults.map(() => 'newer'));
    expect(faults[0]?.message).toContain(`needs operator ${since}, and the target is ${before}`);
    expect(fieldFaults(kind, spec, since)).toEqual([]);
  });

  test('are given their old name where there is one', () => {
    expect(faultsOf({ reconcile: {} }, '0.25.3')[0]).toMatchObject({
      fix: 'write reconciling, its name before 0.25.4.',
      suggestion: 'reconciling',
    });
  });

  test('are not suggested', () => {
    const spec = { reconcile: { host: { hoks: {} } } };
    expect(faultsOf(spec, '0.27.0')[0]).not.toHaveProperty('suggestion');
    expect(faultsOf(spec, '0.27.1')[0]?.suggestion).toBe('hooks');
  });
});

describe('values', () => {
  const cases: readonly [string, unknown, FieldFault['problem'], string][] = [
    ['a number where text belongs', { taskID: 7 }, 'type', 'write "7", in quotes.'],
    [
      'text where a number belongs',
      cluster({ layout: { shardsCount: '2' } }),
      'type',
      'write a number without quotes.',
    ],
    ['a fraction', cluster({ layout: { shardsCount: 1.5 } }), 'type', 'write a number without quotes.'],
    ['an object where a list belongs', { configuration: { clusters: {} } }, 'type', 'write a list.'],
    ['text where an object belongs', { configuration: 'x' }, 'type', 'write fields, not a value.'],
    ['a list where an object belongs', { configuration: [] }, 'type', 'write fields, not a value.'],
    ['nothing in a list', { configuration: { clusters: [null] } }, 'type', 'write fields, not a value.'],
    [
      'a word that nobody knows',
      { defaults: { storageManagement: { reclaimPolicy: 'Reatin' } } },
      'enum',
      'write "Retain".',
    ],
    ['a word for yes that nobody knows', { stop: 'maybe' }, 'enum', 'write "yes" or "no".'],
    [
      'a number that is too large',
      { reconcile: { configMapPropagationTimeout: 7200 } },
      'range',
      'write 3600, or leave it out.',
    ],
    [
      'a number that is too small',
      cluster({ layout: { shards: [{ replicasCount: 0 }] } }),
      'range',
      'write 1, or leave it out.',
    ],
    [
      'a name that is too long',
      { configuration: { clusters: [{ name: 'a-name-of-sixteen' }] } },
      'pattern',
      'write a shorter or plainer name.',
    ],
    [
      'a name with odd characters',
      { configuration: { clusters: [{ name: 'a_b' }] } },
      'pattern',
      'write a shorter or plainer name.',
    ],
    ['an empty name', { configuration: { clusters: [{ name: '' }] } }, 'pattern', 'write a shorter or plainer name.'],
    [
      'a key that is missing',
      cluster({ secret: { valueFrom: { secretKeyRef: { name: 'x', optional: true } } } }),
      'missing',
      'write key.',
    ],
    [
      'a hook without events',
      { reconcile: { cluster: { hooks: { pre: [{ events: [] }] } } } },
      'range',
      'write one, or leave the field around it out.',
    ],
  ];

  test.each(cases)('%s', (_, spec, problem, fix) => {
    expect(faultsOf(spec).map((fault) => [fault.problem, fault.fix])).toEqual([[problem, fix]]);
  });

  test('that are null count as left out, as the API server takes them', () => {
    expect(faultsOf({ taskID: null, configuration: null, templates: { podTemplates: null } })).toEqual([]);
  });

  test('booleans without quotes pass from 0.27.2 on', () => {
    expect(faultsOf({ stop: true }, '0.27.1')).toMatchObject([
      { problem: 'type', got: 'true', fix: 'write "yes".', suggestion: 'yes' },
    ]);
    expect(faultsOf({ stop: 0 }, '0.25.6')).toMatchObject([{ problem: 'type', suggestion: 'no' }]);
    expect(faultsOf({ stop: true, suspend: 1, troubleshoot: 'TRUE' })).toEqual([]);
    expect(faultsOf({ stop: 'TRUE' }, '0.25.6')).toMatchObject([{ problem: 'enum', suggestion: 'yes' }]);
    expect(faultsOf({ stop: 'Enabled', suspend: 'off', troubleshoot: '' }, '0.25.6')).toEqual([]);
  });

  test('words in lower case pass from 0.27.2 on', () => {
    const spec = { defaults: { storageManagement: { provisioner: 'operator' } } };
    expect(faultsOf(spec, '0.27.1')).toMatchObject([{ problem: 'enum', suggestion: 'Operator' }]);
    expect(faultsOf(spec)).toEqual([]);
  });
});

test('a spec that is none is one fault', () => {
  for (const spec of [undefined, null, 'text', 7, []]) {
    expect(short(faultsOf(spec))).toEqual(['type /spec']);
  }
});

test('a value that holds itself ends', () => {
  const spec: Record<string, unknown> = { configuration: {} };
  spec.configuration = spec;
  expect(short(faultsOf(spec))).toEqual(['unknown /spec/configuration/configuration']);
});
