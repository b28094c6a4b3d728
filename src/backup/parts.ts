/*
 * What BackupSchedule is made of. It is read when the first one is made, so that a program which has none starts faster.
 */
export { renderScripts } from '../jobs/job';
export { claimBackups } from './claims';
export { backupOrigin } from './origin';
export { renderBackupMonitoring } from './render-monitoring';
export { resolveBackup } from './resolve';
export { backupScript } from './sidecar/backup-script';
export { sidecarContribution } from './sidecar/contribution';
export { renderSidecarJob, renderSidecarPolicy } from './sidecar/render-jobs';
export { objectDiskPath, shardPath } from './store-paths';
