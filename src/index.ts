export { ExternalCredentials } from './access/external/external-credentials';
export type {
  ExternalCredentialsProps,
  GeneratedPasswords,
  PasswordOwner,
  RemoteValue,
  SecretStoreOptions,
} from './access/external/options';
export { observerGrants } from './access/observer';
export type { PreviousPassword, SqlUserOptions, SqlUsersProps } from './access/users/options';
export { SqlUsers } from './access/users/sql-users';
export * as altinity from './altinity/index';
export { type AnySetting, type AnySettings, allowUnknown, Setting } from './altinity/setting-marks';
export type { BackupAlertOptions } from './backup/alert-options';
export { BackupSchedule } from './backup/backup-schedule';
export type { BackupRetention, BackupScheduleProps, BackupTimes } from './backup/options';
export { Clone } from './backup/restore/clone';
export type { BackupOrigin, CloneProps, RestoreDrillProps, RestoreProps } from './backup/restore/options';
export { Restore } from './backup/restore/restore';
export { RestoreDrill } from './backup/restore/restore-drill';
export { BackupStore } from './backup/store';
export type {
  AzureBackupOptions,
  BackupEncryption,
  GcsBackupOptions,
  S3BackupOptions,
} from './backup/store-options';
export type { Acknowledge } from './checks/acknowledge';
export type { Severity } from './checks/rule';
export type { ClickHouseAlertOptions } from './clickhouse/alerts/options';
export { ClickHouseCluster } from './clickhouse/clickhouse-cluster';
export type { CertificateAuthority } from './clickhouse/connection';
export type { Endpoint, Endpoints, ProtocolEndpoints } from './clickhouse/endpoints';
export type {
  AdminOptions,
  ClickHouseClusterProps,
  ClientOptions,
  LogOptions,
  ReplicationOptions,
  UpdateOptions,
} from './clickhouse/options';
export type { HostOverride } from './clickhouse/overrides/options';
export type { PublicCertificate } from './clickhouse/public-certificate';
export type { ObjectStoreKeys } from './clickhouse/storage/bucket';
export {
  type AzureOptions,
  type GcsOptions,
  ObjectStore,
  type S3Options,
} from './clickhouse/storage/object-store';
export type { ColdStorageOptions, LocalDiskOptions, StorageOptions } from './clickhouse/storage/options';
export type { QuotaOptions, SecretKey, UserOptions } from './clickhouse/user-options';
export type { EdgeAlertOptions } from './edge/alert-options';
export { EdgeGateway } from './edge/edge-gateway';
export type { EdgeEndpoint, EdgeEndpoints } from './edge/endpoints';
export type {
  EdgeAutoscaling,
  EdgeGatewayLimits,
  EdgeGatewayProps,
  EdgeListeners,
  EdgeRouteLimits,
  EdgeRouteOptions,
  EdgeTls,
} from './edge/options';
export { Environment } from './environment/environment';
export { Identity, type IdentityKind } from './environment/identity';
export type { InstanceTypes } from './environment/instance-type';
export type {
  AccessOptions,
  EnvironmentProps,
  NamespaceOptions,
  PodSecurityLevel,
  Subject,
} from './environment/options';
export type { Placement } from './environment/placement';
export type { Resources } from './environment/pods';
export { type CertManagerOptions, type IssuerReference, Tls, type TlsSecretsOptions } from './environment/tls';
export { ArgoCd } from './gitops/argo-cd';
export { Flux } from './gitops/flux';
export type {
  ArgoCdProps,
  ArgoCdTransforms,
  DeliveryOptions,
  FluxProps,
  FluxRepositoryOptions,
  FluxSourceReference,
  FluxTransforms,
  RepositoryOptions,
} from './gitops/options';
export type { KeeperAlertOptions } from './keeper/alerts/options';
export { Keeper } from './keeper/keeper';
export type {
  IKeeper,
  KeeperNode,
  KeeperProps,
  KeeperResize,
  KeeperRollout,
  KeeperSize,
  Transform,
} from './keeper/options';
export { ApiObject, type ApiObjectOptions } from './kubernetes/api-object';
export type { JsonObject, JsonValue, Manifest, ManifestOf, ObjectMetadata } from './kubernetes/manifest';
export type { Origin } from './kubernetes/origin';
export { type Problem, PropError } from './kubernetes/prop-error';
export { type Cpu, Quantity } from './kubernetes/quantity';
export type { DashboardOptions } from './monitoring/dashboards/options';
export { Monitoring, type PrometheusOperatorOptions } from './monitoring/monitoring';
export type { CertificateDays, StateMetrics, UsedShares } from './monitoring/thresholds';
export {
  Exposure,
  type ExposureOptions,
  type InternalExposureOptions,
  type PublicExposureOptions,
} from './platform/exposure';
export type {
  LoadBalancerKind,
  NetworkPolicyEnforcement,
  PlatformFacts,
  PlatformStorage,
  Stage,
  StorageClassTemplate,
} from './platform/facts';
export type { ExposureScope } from './platform/load-balancer/spec';
export type {
  AddressPools,
  AksOptions,
  BareMetalOptions,
  CloudOptions,
  CustomPlatformOptions,
  EksOptions,
  GkeOptions,
  OpenStackOptions,
  PlatformOverrides,
} from './platform/options';
export { Platform } from './platform/platform';
export type { NodePool, PlatformPool, PlatformPools } from './platform/pools';
export { ChangeWindow } from './schedule/change-window';
export type { Downtime, IdleOptions, UptimeScheduleProps } from './schedule/options';
export { UptimeSchedule } from './schedule/uptime-schedule';
export type { Window, WindowState } from './schedule/window';
export type { ChangeWindowProps, FluxTarget, ResolvedWindow, WindowOptions } from './schedule/window-options';
export { ClusterServices, type ClusterServicesProps } from './services/cluster-services';
export type { ImageOptions } from './services/images';
export { Dns01 } from './services/issuers/dns01';
export { type AcmeOptions, type CaIssuerOptions, type ExternalAccount, Issuer } from './services/issuers/issuer';
export type {
  AzureDnsCredentials,
  AzureDnsIdentity,
  AzureDnsOptions,
  CloudDnsOptions,
  CloudflareOptions,
  IssuerSecretKey,
  Route53Credentials,
  Route53Options,
  SolverOptions,
} from './services/issuers/solver-options';
export { type ManagedOperatorOptions, Operator, type OperatorInstall, type OperatorOptions } from './services/operator';
export type { OperatorAlertOptions } from './services/operator-alert-options';
export type { VolumeAttributes } from './services/volume-attributes';
export type { MergeTreeSettings } from './settings/generated/merge-tree-settings';
export type { QuerySettings } from './settings/generated/query-settings';
export type { CoordinationSettings, KeeperServerSettings, KeeperSettings } from './settings/keeper/settings';
export type { SettingConstraint, SettingConstraints, SettingsProfile } from './settings/query-profile';
export type { LoggerSettings, LogLevel, ServerSettings, SystemLogSettings } from './settings/server-settings';
export type { Amount, Removed, Switch, Text } from './settings/values';
