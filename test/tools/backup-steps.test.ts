import { examples } from '../../examples';
import { backupSteps } from '../../src/tools/backup-steps';
import { nextSteps } from '../../src/tools/next-steps';

test('what to do next says what can be lost, and how long the bucket has to keep backups', () => {
  const manifests = examples.find(({ name }) => name === 'backup')?.synth('minikube') ?? [];
  expect(nextSteps('dist', manifests)).toContainEqual({
    why: 'back up bookings for the first time; later at most 1 day can be lost, and a rule of the bucket has to remove backups after 38 days',
    command: 'kubectl --namespace bookings create job --from=cronjob/backup-full backup-full-$(($(date +%s) / 60))',
  });
});

test.each([
  ['21600', '6 hours'],
  ['1800', '30 minutes'],
  ['172800', '2 days'],
])('%s seconds are told as %s', (seconds, told) => {
  const job = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      name: 'backup-full',
      namespace: 'analytics',
      labels: { 'anyhouse.dev/backup-kind': 'full', 'anyhouse.dev/backup-of': 'events' },
      annotations: { 'anyhouse.dev/recovery-point': seconds, 'anyhouse.dev/remove-after-days': '31' },
    },
  };
  expect(backupSteps([job], '')[0]?.why).toContain(`later at most ${told} can be lost`);
});
