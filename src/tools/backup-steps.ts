import { backupKindLabel, backupOfLabel, recoveryPointAnnotation, removeAfterAnnotation } from '../backup/labels';
import type { Manifest } from '../kubernetes/manifest';
import type { Step } from './next-steps';
import { plural } from './text';

/** A backup right away for each cluster that has a schedule, with what is lost at most and how long the bucket has to keep it. */
export function backupSteps(manifests: readonly Manifest[], on: string): readonly Step[] {
  return manifests
    .filter(({ kind, metadata }) => kind === 'CronJob' && metadata.labels?.[backupKindLabel] === 'full')
    .map(({ metadata: { name, namespace, labels = {}, annotations = {} } }) => ({
      why: `back up ${labels[backupOfLabel]} for the first time; later at most ${period(annotations[recoveryPointAnnotation])} can be lost, and a rule of the bucket has to remove backups after ${annotations[removeAfterAnnotation]} days`,
      command: `kubectl${on} --namespace ${namespace} create job --from=cronjob/${name} ${name}-$(($(date +%s) / 60))`,
    }));
}

/** Seconds for people: whole days, hours or minutes. */
function period(seconds = ''): string {
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const;
  const [size, unit] = units.find(([length]) => Number(seconds) % length === 0) ?? [1, 'second'];
  return plural(Number(seconds) / size, unit);
}
