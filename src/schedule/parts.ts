/* What UptimeSchedule and ChangeWindow are made of. It is read when the first one is made, as that of EdgeGateway. */

export { renderScheduleMonitoring } from './alerts';
export { scheduleOrigin } from './origin';
export {
  idleUserOf,
  renderIdleFiles,
  renderIdleName,
  renderScheduleAccess,
  renderSchedulePolicy,
} from './render-access';
export { renderIdle, renderStart, renderStop } from './render-jobs';
export { renderFluxGate, renderWindowData } from './render-window';
export { idleUser, resolveSchedule } from './resolve';
export { claimEnvironment, resolveChangeWindow } from './resolve-window';
export { clusterOf, keepersOf } from './scheduled';
