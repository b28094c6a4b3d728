import { Keeper } from 'anyhouse';
import { withTaskId } from '../../src/altinity/task-id';
import { cluster, environment, messageOf, objectOf } from '../support/environments';

interface Spec {
  readonly taskID?: string;
  readonly templates: { readonly podTemplates: readonly { readonly metadata?: object }[] };
}

const specOf = (props: Parameters<typeof cluster>[0]) =>
  objectOf(cluster(props), 'ClickHouseInstallation').spec as Spec;

test('a revision of Secrets stands on every pod, so that a new one restarts them', () => {
  const { podTemplates } = specOf({ secretRevision: '2026-11', placement: { disruption: 'never' } }).templates;
  expect(podTemplates.length).toBeGreaterThan(0);
  for (const { metadata } of podTemplates) {
    expect(metadata).toEqual({
      annotations: expect.objectContaining({
        'anyhouse.dev/secret-revision': '2026-11',
        'karpenter.sh/do-not-disrupt': 'true',
      }),
    });
  }
});

test('nothing is written without', () => {
  const spec = specOf({});
  expect(spec).not.toHaveProperty('taskID');
  for (const { metadata } of spec.templates.podTemplates) expect(metadata).toBeUndefined();
});

test('a task id is written into installations of ClickHouse and Keeper', () => {
  expect(specOf({ taskId: '7' }).taskID).toBe('7');
  const keeper = new Keeper(environment(), 'keeper', { taskId: '8' });
  expect((objectOf(keeper, 'ClickHouseKeeperInstallation').spec as Spec).taskID).toBe('8');
});

test('a second writer of the task id is refused', () => {
  const installation = <M extends { readonly spec: object }>(manifest: M): M => ({
    ...manifest,
    spec: { ...manifest.spec, taskID: 'mine' },
  });
  expect(messageOf(() => cluster({ transform: { installation } }))).toBe(
    `Cluster 'analytics/events': transform.installation must leave spec.taskID as it is (none): taskId writes it, got "mine". Fix: give the prop taskId. [lifecycle/task-id]`,
  );
  expect(messageOf(() => new Keeper(environment(), 'keeper', { taskId: '1', transform: { installation } }))).toBe(
    `Keeper 'analytics/keeper': transform.installation must leave spec.taskID as it is ("1"): taskId writes it, got "mine". Fix: give the prop taskId. [lifecycle/task-id]`,
  );
});

test('parts of a task id are joined, so that no writer undoes the work of another', () => {
  expect(withTaskId({ taskID: 'user' }, 'waited-for')).toEqual({ taskID: 'user-waited-for' });
  expect(withTaskId({}, 'waited-for')).toEqual({ taskID: 'waited-for' });
  expect(withTaskId({ taskID: 'user' }, undefined)).toEqual({ taskID: 'user' });
});

test('a revision that is no text is refused', () => {
  expect(messageOf(() => cluster({ secretRevision: 2026 as never }))).toBe(
    `Cluster 'analytics/events': secretRevision must be text on one line, got 2026. Fix: write a text without line breaks. [props/type]`,
  );
});
