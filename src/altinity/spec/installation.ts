import type { JsonObject } from '../../kubernetes/manifest';
import type { InstallationCluster } from './cluster';
import type { Defaults } from './defaults';
import type { Reconcile } from './reconcile';
import type { Templates } from './templates';
import type { Files, Settings, StringBool } from './values';
import type { Zookeeper } from './zookeeper';

/**
 * Spec of a ClickHouseInstallation, for operators 0.25 to 0.27: all fields that any of them knows.
 * @see https://github.com/Altinity/clickhouse-operator/blob/master/docs/custom_resource_explained.md
 */
export interface ClickHouseInstallationSpec {
  /**
   * Name of this change. A new one makes the operator look at everything again, which a changed Secret or template
   * needs. One writer only: two tools that both set it make the operator work without end.
   * @default - random for every change
   */
  readonly taskID?: string;
  /** Takes all pods away, and the Service of the installation. Claims stay. The status says Completed. @default 'no' */
  readonly stop?: StringBool;
  /** Restarts all hosts, again at every later change. Take it out as soon as it has worked. @default - no restart */
  readonly restart?: 'RollingUpdate';
  /**
   * The operator looks away: changes wait, `stop` included, and are carried out together afterwards. A running one ends
   * as Aborted.
   * @default 'no'
   */
  readonly suspend?: StringBool;
  /** Keeps the pods of a crashing server alive without probes, to look into them. Replaces all pods. @default 'no' */
  readonly troubleshoot?: StringBool;
  /**
   * Domain of the namespace, with one `%s` for its name. Any other number of `%s` gives names that nobody can resolve.
   * @default '%s.svc.cluster.local'
   */
  readonly namespaceDomainPattern?: string;
  /** How this applies to others. Only read in a ClickHouseInstallationTemplate. @default - none */
  readonly templating?: Templating;
  /**
   * How changes are carried out, as it was called before 0.25.4. It still wins over `reconcile` when both are given.
   * @deprecated use `reconcile` from 0.25.4 on
   * @default - none
   */
  readonly reconciling?: Reconcile;
  /** How changes are carried out. Since 0.25.4. @default - see there */
  readonly reconcile?: Reconcile;
  /** What holds for all clusters unless they say something else. @default - see there */
  readonly defaults?: Defaults;
  /** Clusters, users and settings. @default - one cluster named `cluster` with one host */
  readonly configuration?: Configuration;
  /** Templates of pods, volumes and Services. @default - none */
  readonly templates?: Templates;
  /**
   * Limits of the connections that the operator itself makes: TLS versions, FIPS, images. Since 0.27.1. The CRD does
   * not say what is in it, so misspelt keys are not found.
   * @see https://github.com/Altinity/clickhouse-operator/blob/master/docs/security_hardening.md
   * @default - configured in the operator
   */
  readonly security?: JsonObject;
  /**
   * ClickHouseInstallationTemplates to start from. What is said here wins over them. A changed template has no effect
   * before the next change of the installation.
   * @default - none
   */
  readonly useTemplates?: readonly UseTemplate[];
}

/** Clusters, users and settings. */
export interface Configuration {
  /** Keeper of all clusters that have none of their own. @default - none: nothing can be replicated */
  readonly zookeeper?: Zookeeper;
  /**
   * Users: `{ 'app/networks/ip': '10.0.0.0/8' }`.
   *
   * One without any password gets the password `default`. One without `networks/ip` can only log in from the pods of
   * the installation, and addresses given here are added to those. Passwords: `password`, which the operator hashes but
   * which stays readable here, `password_sha256_hex` or `password_double_sha1_hex`, each also from a Secret. The keys
   * that begin with `k8s_secret_` are gone in 0.27.4.
   * @default - the user `default`, without password, from the pods of the installation
   */
  readonly users?: Settings;
  /** Settings profiles: `{ 'readonly/readonly': 1 }`. @default - those of ClickHouse */
  readonly profiles?: Settings;
  /** Quotas: `{ 'app/interval/duration': 3600 }`. @default - those of ClickHouse */
  readonly quotas?: Settings;
  /**
   * Server settings. Most changes restart all hosts; the operator's configuration lists those that do not.
   * @default - those of ClickHouse
   */
  readonly settings?: Settings;
  /**
   * Configuration files. Changed XML files restart all hosts unless their names contain `dict` or `no_restart`.
   * @default - none
   */
  readonly files?: Files;
  /** Clusters. @default - one, named `cluster` */
  readonly clusters?: readonly InstallationCluster[];
}

/** How a ClickHouseInstallationTemplate applies to installations. */
export interface Templating {
  /** Whether it applies to all that match, or only to those that name it. @default 'manual' */
  readonly policy?: 'auto' | 'manual';
  /** Labels of installations that it applies to. @default - all of its namespace */
  readonly chiSelector?: Readonly<Record<string, string>>;
}

/** A ClickHouseInstallationTemplate to start from. */
export interface UseTemplate {
  /** Its name. */
  readonly name?: string;
  /** Its namespace. @default - that of the installation */
  readonly namespace?: string;
  /** How it is combined. @default 'merge' */
  readonly useType?: 'merge';
}
