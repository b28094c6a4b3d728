import { type Check, leaf, shape } from '../kubernetes/shape';

/** When alerts of backups are raised. */
export interface BackupAlertOptions {
  /**
   * Hours since the last backup of all shards.
   * @default - the longest time between two backups and half of it more, and the deadline of a run
   */
  readonly ageHours?: number;
  /**
   * How many times as large as the largest one of the last cycle a backup is, or how many times smaller: what grew or shrank
   * by more than this is worth a look.
   * @default 2
   */
  readonly sizeFactor?: number;
}

/** Thresholds with all defaults applied. */
export interface ResolvedBackupAlerts {
  /** Seconds. */
  readonly age: number;
  readonly sizeFactor: number;
}

/** Checks of {@link BackupAlertOptions}. */
export const backupAlertOptions: Check = shape<BackupAlertOptions>({
  ageHours: leaf((value) => typeof value === 'number' && value >= 1 && value <= 8784, {
    must: 'be hours from 1 to 8784, which is a year',
    fix: 'write 36 for backups of each day.',
  }),
  sizeFactor: leaf((value) => typeof value === 'number' && value > 1 && value <= 1000, {
    must: 'be a number above 1',
    fix: 'write 2 for twice or half of it.',
  }),
});

/** Applies defaults. */
export function resolveBackupAlerts(
  given: BackupAlertOptions = {},
  recoveryPoint: number,
  deadline: number,
): ResolvedBackupAlerts {
  const age = given.ageHours === undefined ? Math.ceil(recoveryPoint * 1.5) + deadline : given.ageHours * 3600;
  return { age, sizeFactor: given.sizeFactor ?? 2 };
}
