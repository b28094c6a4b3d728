import { ChangeWindow } from 'anyhouse';
import { environment, messageOf } from '../support/environments';

test('an environment has one gate, on which all tools agree', () => {
  const place = environment();
  const windows = [{ schedule: '0 19 * * 1-4', duration: '3h' }];
  new ChangeWindow(place, 'evenings', { windows, timeZone: 'Europe/Berlin' });
  expect(messageOf(() => new ChangeWindow(place, 'nights', { windows, timeZone: 'Europe/Berlin' }))).toBe(
    "ChangeWindow 'analytics/nights': windows must be all windows of the environment: Argo CD opens with any of them, Flux and others with each on its own, got more of them beside ChangeWindow analytics/evenings. Fix: write all times into one ChangeWindow. [window/twice]",
  );
});
