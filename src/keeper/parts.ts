/* What Keeper is made of. It is read when the first one is made, as that of ClickHouseCluster. */
export { showOnDashboards } from '../environment/dashboards';
export { keeperDashboard } from './dashboard';
export { keeperOrigin } from './origin';
export { renderDisruptionBudget } from './render-disruption';
export { renderInstallation } from './render-installation';
export { renderKeeperMonitoring } from './render-monitoring';
export { renderKeeperPolicy } from './render-network';
export { resolveKeeper } from './resolve';
export { underWay } from './resolve-changes';
export { speaksTls } from './tls';
