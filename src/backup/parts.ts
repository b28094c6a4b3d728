/*
 * What BackupSchedule is made of. It is read when the first one is made, so that a program which has none starts faster.
 */
export { showOnDashboards } from '../environment/dashboards';
export { renderScripts } from '../jobs/job';
export { claimBackups } from './claims';
export { backupDashboard } from './dashboard';
export { engines } from './engines';
export { backupOrigin } from './origin';
export { foldersOf, secretsOf } from './outputs';
export { scriptsName } from './render-job';
export { renderBackupMonitoring } from './render-monitoring';
export { resolveBackup } from './resolve';
