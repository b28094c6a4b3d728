import * as pulumi from '@pulumi/pulumi';
import { demandOpenWindow } from '../../../src/pulumi/bridge/change-window';
import { scheduledProgram } from '../../schedule/support';
import { underMocks } from '../../support/pulumi-mocks';
import { bridged } from './run';

const windows = [{ kind: 'allow', schedule: '0 19 * * 1-4', minutes: 180, timeZone: 'Europe/London' }];
const manifest = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'after-hours', namespace: 'payments', labels: { 'anyhouse.dev/change-window': 'true' } },
  data: { 'windows.json': JSON.stringify(windows) },
};
const noon = new Date('2026-11-23T12:00:00Z');
const evening = new Date('2026-11-23T20:00:00Z');

/** What an update, or a preview, is told at a moment. */
async function told(now: Date, { reason, preview }: { reason?: string; preview?: 'preview' } = {}) {
  const warn = jest.spyOn(pulumi.log, 'warn').mockResolvedValue();
  await underMocks(
    () => demandOpenWindow([manifest], now, new pulumi.ComponentResource('x:y:Z', 'it'), reason),
    preview ? { preview } : {},
  );
  return warn.mock.calls.map(([message]) => message);
}

const closed = 'Change window payments/after-hours is closed until 2026-11-23 19:00 Europe/London.';

test('an update outside of the window is refused, with the time at which it opens', async () => {
  await expect(told(noon)).rejects.toThrow(
    `${closed} Fix: wait, or say why it cannot wait: ANYHOUSE_OUTSIDE_WINDOW='...' pulumi up.`,
  );
});

test('an update inside of it goes on', async () => {
  expect(await told(evening)).toEqual([]);
});

test('a preview only warns', async () => {
  expect(await told(noon, { preview: 'preview' })).toEqual([`${closed} An update would be refused.`]);
});

test('a reason lets an update pass, and is logged', async () => {
  expect(await told(noon, { reason: 'incident 4711' })).toEqual([`${closed} It is passed over: incident 4711`]);
});

test('what a schedule writes is left alone, and nothing else', async () => {
  const ignored: Record<string, unknown> = {};
  const transform = (path: string, _: unknown, { ignoreChanges }: pulumi.CustomResourceOptions) => {
    if (ignoreChanges) ignored[path] = ignoreChanges;
    return undefined;
  };
  jest.spyOn(pulumi.log, 'warn').mockResolvedValue();
  jest.spyOn(pulumi.log, 'info').mockResolvedValue();
  await bridged(scheduledProgram(), { args: { transform } });
  expect(ignored).toEqual({
    'analytics/events/installation': ['spec.stop'],
    'analytics/keeper/installation': ['spec.stop'],
  });
});
