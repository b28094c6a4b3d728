export { type FieldFault, fieldFaults } from './field-faults';
export type { Introduction, OperatorFeature } from './introductions';
export { defectsOf, type KnownDefect, type ReleaseSpan } from './known-defects';
export { ClickHouseInstallation } from './l1/clickhouse-installation';
export { ClickHouseKeeperInstallation } from './l1/clickhouse-keeper-installation';
export type { InstallationMetadata, InstallationProps } from './l1/props';
export type { KeeperAccess, KeeperEndpoint, KeeperReference } from './normalize/keeper-access';
export type { HostPorts } from './normalize/ports';
export type { TemplateReferences } from './normalize/templates';
export type * from './spec/cluster';
export type * from './spec/defaults';
export type * from './spec/hooks';
export type * from './spec/installation';
export type * from './spec/keeper-installation';
export type * from './spec/layout';
export type * from './spec/pod-template';
export type * from './spec/reconcile';
export type * from './spec/templates';
export type * from './spec/values';
export type * from './spec/zookeeper';
export { topologyOf } from './topology';
export type {
  Host,
  KeeperMember,
  ServiceName,
  Topology,
  TopologyCluster,
  TopologyShard,
} from './topology-types';
export {
  type AltinityKind,
  compareOperatorVersions,
  defaultOperatorVersion,
  type OperatorVersion,
  parseOperatorVersion,
  reconcileField,
  supports,
} from './versions';
