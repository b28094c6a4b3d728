/*
 * What ClickHouseCluster is made of. It is read when the first one is made, so that a program which has none, or only
 * asks for help, starts faster.
 */
export { showOnDashboards } from '../environment/dashboards';
export { renderCertificate } from '../environment/render-tls';
export { connectionEnv } from './connection';
export { withContributions } from './contribution';
export { clickhouseDashboard } from './dashboard';
export { endpointsOf } from './endpoints';
export { clusterOrigin } from './origin';
export { renderDisruptionBudgets } from './render-disruption';
export { renderInstallation } from './render-installation';
export { renderClusterMonitoring } from './render-monitoring';
export { clientLabels, renderClientPolicy, renderClusterPolicy } from './render-network';
export { renderServiceAccount } from './render-service-account';
export { resolveCluster } from './resolve';
export { letThrough } from './resolve-settings';
