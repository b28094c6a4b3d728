import { ChangeWindow, type ChangeWindowProps, Environment, type Manifest, Platform } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { at, list, record } from '../../src/kubernetes/manifest';
import { shifted } from '../../src/schedule/shift';
import { type Window, windowState } from '../../src/schedule/window';

const zone = 'Europe/Berlin';
const office: Window = { kind: 'allow', schedule: '0 9 * * 1-4', minutes: 480, timeZone: zone };
const freeze: Window = { kind: 'deny', schedule: '0 0 20 12 *', minutes: 10_080, timeZone: zone };

function environment(props: Partial<ChangeWindowProps>) {
  const app = new App();
  const place = new Environment(app, 'analytics', { platform: Platform.minikube() });
  const window = new ChangeWindow(place, 'office-hours', {
    windows: [{ schedule: '0 9 * * 1-4', duration: '8h' }],
    timeZone: zone,
    ...props,
  });
  return { place, window, objects: Testing.synth(place) as Manifest[] };
}

test.each([
  ['open at nine', [office], '2026-11-23T08:00:00Z', 'open'],
  ['closed a minute before', [office], '2026-11-23T07:59:00Z', '2026-11-23 09:00 Europe/Berlin'],
  ['open until five', [office], '2026-11-23T15:59:00Z', 'open'],
  ['closed at five', [office], '2026-11-23T16:00:00Z', '2026-11-24 09:00 Europe/Berlin'],
  ['closed over the weekend', [office], '2026-11-20T10:00:00Z', '2026-11-23 09:00 Europe/Berlin'],
  ['open at nine in summer, which is another hour of UTC', [office], '2026-07-06T07:00:00Z', 'open'],
  ['closed while it is denied', [office, freeze], '2026-12-21T10:00:00Z', '2026-12-28 09:00 Europe/Berlin'],
  ['open where nothing is denied', [freeze], '2026-12-19T10:00:00Z', 'open'],
  ['closed where only denied times are known', [freeze], '2026-12-20T10:00:00Z', '2026-12-27 00:00 Europe/Berlin'],
  ['open over midnight', [{ ...office, schedule: '0 22 * * 5' }], '2026-11-21T02:00:00Z', 'open'],
] as const)('a gate is %s', (_, windows, now, expected) => {
  const { state, opens } = windowState(windows, new Date(now));
  expect(state === 'open' ? state : opens).toBe(expected);
});

test('the windows are data of a ConfigMap, and known to whoever delivers the environment', () => {
  const { place, objects } = environment({});
  const data = objects.find(({ metadata }) => metadata.name === 'office-hours');
  expect(JSON.parse(String(at(data, 'data', 'windows.json')))).toEqual([office]);
  expect(place.delivery.syncWindows).toEqual([
    {
      kind: 'allow',
      schedule: '0 9 * * 1-4',
      duration: '8h',
      timeZone: zone,
      description: 'ChangeWindow analytics/office-hours',
    },
  ]);
});

test('for Flux, jobs resume a Kustomization and suspend it', () => {
  const { objects } = environment({ flux: { kustomization: 'analytics' } });
  const jobs = objects.filter(({ kind }) => kind === 'CronJob');
  const [open, close] = jobs.map((job) => [
    job.metadata.name,
    at(job, 'spec', 'schedule'),
    record(list(at(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers'))[0]).args,
  ]);
  const patch = [
    'patch',
    '--namespace=flux-system',
    'kustomizations.kustomize.toolkit.fluxcd.io/analytics',
    '--type=merge',
    '--field-manager=anyhouse-schedule',
  ];
  expect(open).toEqual(['office-hours-open', '0 9 * * 1-4', [...patch, '--patch={"spec":{"suspend":false}}']]);
  expect(close).toEqual(['office-hours-close', '0 17 * * 1-4', [...patch, '--patch={"spec":{"suspend":true}}']]);
  // Late, because the control plane was away: as long as it ends before the next one.
  expect(jobs.map((job) => at(job, 'spec', 'startingDeadlineSeconds'))).toEqual([475 * 60, 955 * 60]);
  const role = objects.find(({ kind, metadata }) => kind === 'Role' && metadata.namespace === 'flux-system');
  expect(role?.rules).toEqual([
    {
      apiGroups: ['kustomize.toolkit.fluxcd.io'],
      resources: ['kustomizations'],
      resourceNames: ['analytics'],
      verbs: ['get', 'patch'],
    },
  ]);
});

test('its jobs reach the API server where it listens', () => {
  const { objects } = environment({ flux: { kustomization: 'analytics' } });
  const policy = objects.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'office-hours');
  const ports = list(at(policy, 'spec', 'egress')).map((rule) =>
    list(record(rule).ports).map((one) => record(one).port),
  );
  expect(ports).toEqual([[443, 6443, 8443]]);
});

test.each([
  ['0 9 * * 1-5', 480, '0 17 * * 1-5'],
  ['30 22 * * FRI', 240, '30 2 * * 6'],
  ['0 22 * * *', 240, '0 2 * * *'],
  ['0 8,20 * * 6', 120, '0 10,22 * * 6'],
  ['0 0 1 * *', 60, '0 1 1 * *'],
  ['0 0 * * 6', 2880, '0 0 * * 1'],
  ['0 23 1 * *', 120, undefined],
  ['0 8,23 * * *', 120, undefined],
  ['*/20 * * * *', 10, undefined],
])('%s and %d minutes later is %s', (schedule, minutes, expected) => {
  expect(shifted(schedule, minutes)).toBe(expected);
});

const head = "ChangeWindow 'analytics/office-hours': ";
test.each([
  [
    { windows: [] },
    "windows must list at least one window, got []. Fix: write windows: [{ schedule: '0 9 * * 1-5', duration: '8h' }]. [window/empty]",
  ],
  [
    { windows: [{ schedule: '0 9 * * *', duration: '0h' }] },
    "windows[0].duration must be hours and minutes from '1m' to '168h', got \"0h\". Fix: write duration: '8h'. [window/duration]",
  ],
  [
    { windows: [{ schedule: '0 9 30 2 *', duration: '1h' }] },
    'windows[0].schedule must fire at some time, got "0 9 30 2 *". Fix: write \'30 2 * * *\' for half past two each night. [schedule/cron]',
  ],
  [
    {
      windows: [
        { schedule: '0 9 * * *', duration: '8h' },
        { schedule: '0 16 * * 5', duration: '2h' },
      ],
    },
    'windows[1] must begin after windows[0] has ended, got 0 16 * * 5, 60 minutes too early. Fix: shorten one of them, or make one window of both. [window/overlap]',
  ],
  [
    { windows: [{ schedule: '0 9 * * *', duration: '25h' }] },
    'windows[0] must begin after windows[0] has ended, got 0 9 * * *, 60 minutes too early. Fix: shorten one of them, or make one window of both. [window/overlap]',
  ],
  [
    {
      windows: [
        { schedule: '0 9 * * *', duration: '2h' },
        { kind: 'deny' as const, schedule: '0 8 * * *', duration: '4h' },
      ],
    },
    'windows must be open at some time, got allowed times that are all denied. Fix: shorten the windows of kind deny. [window/never-open]',
  ],
  [
    { windows: [{ schedule: '0 0 * * *', duration: '24h' }] },
    'windows must be closed at some time, got windows that follow each other without a gap. Fix: write a shorter duration. [window/never-closed]',
  ],
  [
    { windows: [{ schedule: '0 23 1 * *', duration: '2h' }], flux: { kustomization: 'analytics' } },
    'windows[0] must end at a time that one cron expression can say, for the job that acts then, got 0 23 1 * * and 2h. Fix: write windows that begin at one minute of the hour and end on one day, by days of the week. [window/flux]',
  ],
  [
    {
      windows: [
        { schedule: '0 9 * * *', duration: '3h' },
        { schedule: '0 12 * * *', duration: '3h' },
      ],
      flux: { kustomization: 'analytics' },
    },
    'windows must never begin in the minute in which another one ends: for Flux, two jobs would write opposite things at once, got two windows without a gap. Fix: make one window of both. [window/flux]',
  ],
])('%j is refused', (props, message) => {
  expect(() => environment(props)).toThrow(`${head}${message}`);
});
