/*
 * What Restore, Clone and RestoreDrill are made of. It is read when the first one is made, so that a program which has none starts
 * faster.
 */
export { renderScripts } from '../../jobs/job';
export { claimReader } from '../claims';
export { renderJobAddresses } from '../native/render-jobs';
export { resolveClone } from './clone-props';
export { restoreContributions } from './contribution';
export { drillContribution, drillSecrets } from './drill-contribution';
export { embeddedKeeper, resolveDrill, scratchProps } from './drill-props';
export { restoreOrigin } from './origin';
export {
  renderDrillAccess,
  renderDrillFiles,
  renderDrillJob,
  renderDrillMonitoring,
  renderDrillPolicies,
} from './render-drill';
export { renderRestoreJob, renderRestorePolicy, restoreScriptsName, withHashedName } from './render-job';
export { resolveRestore } from './resolve';
