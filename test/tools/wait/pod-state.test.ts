import type { LiveObject } from '../../../src/tools/cluster/cluster';
import { podState } from '../../../src/tools/wait/pod-state';
import { Snapshot } from '../../../src/tools/wait/snapshot';
import { event, pod, readyPod } from './objects';

const now = Date.parse('2026-01-01T00:00:38Z');
const stateOf = (object: LiveObject, ...events: readonly LiveObject[]) =>
  podState(object, new Snapshot(now, { Event: events }));
const waiting = (reason: string, message?: string, more: object = {}) =>
  pod('a', {
    phase: 'Pending',
    containerStatuses: [{ name: 'clickhouse', state: { waiting: { reason, message } }, ...more }],
  });
const unscheduled = (message: string, more: object = {}) =>
  pod('a', { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] }, more);

test('a ready pod is ready', () => {
  expect(stateOf(readyPod('a'))).toEqual({ ready: true, doing: 'ready' });
});

test('a pod that is being deleted stops, whatever else it says', () => {
  const stopping = readyPod('a');
  expect(
    stateOf({ ...stopping, metadata: { ...stopping.metadata, deletionTimestamp: 'x' } as LiveObject['metadata'] }),
  ).toEqual({ ready: false, doing: 'stopping' });
});

test('a pod that no node takes tells why, without what would not help', () => {
  const message =
    "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available.";
  expect(stateOf(unscheduled(message)).problem).toBe(
    "Pending, 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector",
  );
});

test('a pod that waits for a volume tells what keeps the volume from being made', () => {
  const volumes = [{ persistentVolumeClaim: { claimName: 'data-a' } }];
  const claim = event('PersistentVolumeClaim', 'data-a', 'ProvisioningFailed', 'storageclass "fast" not found');
  expect(stateOf(unscheduled('pod has unbound claims', { spec: { volumes } }), claim).problem).toBe(
    'Pending, volume data-a: storageclass "fast" not found',
  );
});

test.each([
  ['ImagePullBackOff', 'Back-off pulling image "x"', 'ImagePullBackOff: Back-off pulling image "x"'],
  [
    'CreateContainerConfigError',
    'secret "s" not found',
    'CreateContainerConfigError: secret "s" not found; anyhouse credentials prints it',
  ],
  ['ErrImagePull', undefined, 'ErrImagePull: container clickhouse'],
])('%s is told', (reason, message, expected) => {
  expect(stateOf(waiting(reason, message)).problem).toBe(expected);
});

test.each([
  [{ exitCode: 1 }, 'container clickhouse keeps stopping: exit code 1, started 6 times'],
  [{ exitCode: 137, reason: 'OOMKilled' }, 'container clickhouse keeps stopping: out of memory, started 6 times'],
])('a container that keeps stopping tells how: %j', (terminated, expected) => {
  const more = { lastState: { terminated }, restartCount: 5 };
  expect(stateOf(waiting('CrashLoopBackOff', 'back-off', more)).problem).toBe(expected);
});

test('pulling an image takes its time', () => {
  const pulling = event('Pod', 'a', 'Pulling', 'Pulling image "x"', 'Normal');
  expect(stateOf(pod('a', { phase: 'Pending' }), pulling)).toEqual({ ready: false, doing: 'pulling the image (38 s)' });
});

test('a volume that cannot be mounted is told', () => {
  const failed = event('Pod', 'a', 'FailedMount', 'timed out');
  expect(stateOf(pod('a', { phase: 'Pending' }), failed).problem).toBe('FailedMount: timed out');
});

test('a pod that runs and is not ready takes its time', () => {
  expect(stateOf(pod('a', { phase: 'Running' }))).toEqual({ ready: false, doing: 'runs, not ready yet (38 s)' });
});
