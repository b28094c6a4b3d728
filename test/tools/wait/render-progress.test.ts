import { createColors } from 'picocolors';
import { changedLines, changedNotes, renderOutcome, renderProgress } from '../../../src/tools/wait/render-progress';
import { type TargetState, targetsOf } from '../../../src/tools/wait/state';
import { chi, keeper } from './objects';

const [keeperTarget, chiTarget] = targetsOf([chi, keeper]);
if (!keeperTarget || !chiTarget) throw new Error('both are waited for');
const keeperReady: TargetState = {
  target: keeperTarget,
  phase: 'ready',
  summary: '3 of 3 members ready',
  hindrances: [],
};
const chiWaiting = (...hindrances: TargetState['hindrances']): TargetState => ({
  target: chiTarget,
  phase: 'waiting',
  summary: '1 of 2 hosts ready',
  detail: 'chi-events-main-0-1-0: starting (3 s)',
  hindrances,
});
const stuck = ['0-0', '0-1'].map((host) => ({ object: `data/chi-events-main-${host}-0`, why: 'Pending, no zone' }));
const plain = createColors(false);

test('Keepers come before the installations that need them', () => {
  expect([keeperTarget.kind, chiTarget.kind]).toEqual(['ClickHouseKeeperInstallation', 'ClickHouseInstallation']);
});

test('the block shows every target, and what holds them up, once', () => {
  const progress = { elapsed: 102_000, states: [keeperReady, chiWaiting(...stuck)] };
  expect(renderProgress(progress, 'minikube', 4, plain)).toEqual([
    'data on minikube   1m 42s',
    '  ✔ keeper   3 of 3 members ready',
    '  ⠼ events   1 of 2 hosts ready     chi-events-main-0-1-0: starting (3 s)',
    '',
    'stuck?  data/chi-events-main-0-0-0 and 1 more: Pending, no zone',
  ]);
});

test('a cluster that does not answer is told instead', () => {
  const lines = renderProgress({ elapsed: 0, states: [keeperReady], trouble: 'gone' }, 'minikube', 0, plain);
  expect(lines.at(-1)).toBe('silent  gone');
});

test('a log gets a line for each change, and for each new trouble', () => {
  const before = { elapsed: 0, states: [keeperReady, chiWaiting()] };
  const first = changedLines(before, undefined);
  expect(first).toEqual([
    '    0 s  data/keeper (ClickHouseKeeperInstallation)  3 of 3 members ready: ready',
    '    0 s  data/events (ClickHouseInstallation)  1 of 2 hosts ready',
  ]);
  const after = { elapsed: 2000, states: [keeperReady, chiWaiting(...stuck)] };
  expect(changedLines(after, before)).toEqual([
    '    2 s  stuck?  data/chi-events-main-0-0-0 and 1 more: Pending, no zone',
  ]);
  expect(changedLines({ ...after, elapsed: 4000 }, after)).toEqual([]);
});

test('a note starts with what matters, for it may be cut', () => {
  const before = { elapsed: 0, states: [{ ...keeperReady, phase: 'waiting' as const }, chiWaiting()] };
  expect(changedNotes(before, undefined)).toEqual([
    'keeper: 3 of 3 members ready',
    'events: 1 of 2 hosts ready, chi-events-main-0-1-0: starting (3 s)',
  ]);
  expect(changedNotes({ elapsed: 2000, states: [keeperReady, chiWaiting(...stuck)] }, before)).toEqual([
    'keeper: ready',
    'stuck?  data/chi-events-main-0-0-0 and 1 more: Pending, no zone',
  ]);
});

test('a log does not repeat a trouble because time goes on', () => {
  const states = (seconds: number) => [chiWaiting({ object: 'data/events', why: `nobody came for ${seconds} s` })];
  const before = { elapsed: 0, states: states(61) };
  expect(changedLines({ elapsed: 2000, states: states(63) }, before)).toEqual([]);
});

test('the last words name what is missing', () => {
  const progress = { elapsed: 61_000, states: [keeperReady, chiWaiting()] };
  expect(renderOutcome('ready', progress)).toBe('ready after 1m 1s');
  expect(renderOutcome('timeout', progress)).toBe('not ready after 1m 1s: data/events');
  expect(renderOutcome('failed', progress)).toBe('failed: data/events');
});
