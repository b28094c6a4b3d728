import { Operator } from 'anyhouse';
import type { OperatorVersion } from '../../src/altinity/versions';
import { environment, objectOf, objectsOf, replicatedCluster } from '../support/environments';

const made = (version: OperatorVersion) =>
  replicatedCluster({}, environment({ operator: Operator.existing({ version }) }));
const specOf = (version: OperatorVersion) =>
  objectOf(made(version), 'ClickHouseInstallation').spec as Record<string, Record<string, unknown>>;

test('operators before 0.25.4 read the section under its old name', () => {
  expect(Object.keys(specOf('0.25.3'))).toContain('reconciling');
  expect(Object.keys(specOf('0.25.3'))).not.toContain('reconcile');
  expect(Object.keys(specOf('0.25.4'))).toContain('reconcile');
});

test('operators that cannot leave out their own disruption budget get none of ours', () => {
  const budgets = (version: OperatorVersion) =>
    objectsOf(made(version)).filter(({ kind }) => kind === 'PodDisruptionBudget').length;
  expect(budgets('0.25.2')).toBe(0);
  expect(budgets('0.25.3')).toBe(3);
});

test('operators before 0.26 are told where replicas of the DDL queue report', () => {
  expect(specOf('0.25.6').configuration?.settings).toMatchObject({
    'distributed_ddl/replicas_path': '/clickhouse/events/task_queue/replicas',
  });
  expect(specOf('0.26.0').configuration?.settings).not.toHaveProperty('distributed_ddl/replicas_path');
});

test.each(['0.25.0', '0.25.3', '0.25.6', '0.26.3', '0.27.0', '0.27.2'] as const)(
  'what is written for operator %s breaks no rule',
  (version) => {
    expect(() => objectsOf(made(version))).not.toThrow();
  },
);
