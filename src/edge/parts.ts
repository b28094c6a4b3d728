/*
 * What EdgeGateway is made of. It is read when the first one is made, so that a program which has none starts faster.
 */
export { showOnDashboards } from '../environment/dashboards';
export { contributionOf } from './contribution';
export { edgeDashboard } from './dashboard';
export { mostPieces } from './data-plane/render-data';
export { endpointsOf } from './endpoints';
export { gatewayOrigin } from './origin';
export { renderGatewayAccess } from './render-access';
export {
  certificateNames,
  renderCertificate,
  renderGatewayAuthority,
  renderPassthroughCertificate,
} from './render-certificates';
export { authoritiesOf, filesOf, renderConfiguration, renderData, renderScripts, rowBytes } from './render-config-maps';
export { renderDeployment } from './render-deployment';
export { renderGatewayMonitoring } from './render-monitoring';
export { renderGatewayPolicy, renderNeighbourPolicy } from './render-network';
export { renderAutoscaler, renderDisruptionBudget } from './render-scaling';
export { renderBackend, renderEntry, renderGatewayAddresses } from './render-services';
export { resolveGateway } from './resolve';
export { checkCluster, resolveRoute } from './routes';
