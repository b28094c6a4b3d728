/** Label of jobs that make backups: the installation. Tools and rules find them by it. */
export const backupOfLabel = 'anyhouse.dev/backup-of';

/** Label of jobs that make backups: `full` or `increment`. */
export const backupKindLabel = 'anyhouse.dev/backup-kind';

/** Annotation of jobs that make backups: seconds between two of them at most, full ones and increments together. */
export const recoveryPointAnnotation = 'anyhouse.dev/recovery-point';

/** Annotation of jobs that make backups: days after which the bucket may remove an object. */
export const removeAfterAnnotation = 'anyhouse.dev/remove-after-days';
