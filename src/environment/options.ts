import type { Acknowledge } from '../checks/acknowledge';
import type { Monitoring, ResolvedMonitoring } from '../monitoring/monitoring';
import type { PlatformFacts, Stage } from '../platform/facts';
import type { Platform } from '../platform/platform';
import type { ImageOptions } from '../services/images';
import type { Issuer } from '../services/issuers/issuer';
import type { Operator } from '../services/operator';
import type { ResolvedTls, Tls } from './tls';

/** Which pods a namespace admits, as in Pod Security Standards. */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/** The namespace of an environment. */
export interface NamespaceOptions {
  /** Its name. @default - the id of the environment */
  readonly name?: string;
  /**
   * `create` makes and labels it. `existing` takes it as it is: nothing cluster-scoped is emitted, and policies concern
   * the pods of this environment only.
   * @default 'create'
   */
  readonly lifecycle?: 'create' | 'existing';
}

/** Somebody who gets a Role. */
export interface Subject {
  /** What it is. */
  readonly kind: 'Group' | 'User' | 'ServiceAccount';
  /** Name, as the API server knows it. */
  readonly name: string;
  /** Namespace of a ServiceAccount. @default - the namespace of the environment */
  readonly namespace?: string;
}

/** Who may do what. Each level includes the ones before it. */
export interface AccessOptions {
  /** May see everything but Secrets. @default - nobody */
  readonly view?: readonly Subject[];
  /** May also change installations, restart pods and forward ports. @default - nobody */
  readonly operate?: readonly Subject[];
  /** May also read Secrets, run commands in pods, and delete. @default - nobody */
  readonly own?: readonly Subject[];
}

/** Options of {@link Environment}. */
export interface EnvironmentProps {
  /** Where it runs. */
  readonly platform: Platform;
  /** What it is for. @default - 'development' on minikube, 'production' elsewhere */
  readonly stage?: Stage;
  /** Its namespace. @default - one named like the id, created */
  readonly namespace?: NamespaceOptions;
  /**
   * DNS name below which clients outside of the Kubernetes cluster find its databases: with `ch.example.com`, cluster
   * `events` is `events.ch.example.com`. It takes an EdgeGateway to answer there.
   * @default - none
   */
  readonly domain?: string;
  /** The operator that serves it. @default - the one of ClusterServices in the same program, else Operator.existing() */
  readonly operator?: Operator;
  /** Pods that the namespace admits. @default - 'restricted' in production, 'baseline' with warnings otherwise */
  readonly podSecurity?: PodSecurityLevel;
  /** Where images come from. @default - the public registries */
  readonly images?: ImageOptions;
  /**
   * Encryption among servers, Keepers, the operator and clients. Where it is on, plain ports are closed.
   * @default - Tls.certManager() in production, none in development
   */
  readonly tls?: Tls;
  /** Who looks at metrics and raises alerts. @default - nobody: clusters need not have the kinds of prometheus-operator */
  readonly monitoring?: Monitoring;
  /**
   * Issuers of this namespace, by name: `{ internal: Issuer.ca({ secret: 'company-ca' }) }`. Their Secrets lie in the
   * namespace, too. Certificates refer to them as `{ name: 'internal' }`.
   * @default - none
   */
  readonly issuers?: Readonly<Record<string, Issuer>>;
  /**
   * Labels for all objects, such as cost centre or team. They are kept off ClickHouse and Keeper installations, whose
   * labels the operator copies to pods: a changed one would restart the database.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Marks the order of objects for Argo CD, and protects what holds data from being pruned.
   * Decide it before the first deployment: the marks stand on the installations, too.
   * @default - no marks
   */
  readonly gitops?: 'argocd' | 'flux';
  /** Who gets the Roles. @default - nobody; bind them yourself */
  readonly access?: AccessOptions;
  /** Warnings to silence in this environment, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** An environment with all defaults applied. Plain data for render functions. */
export interface ResolvedEnvironment {
  readonly path: string;
  readonly namespace: string;
  readonly createsNamespace: boolean;
  readonly stage: Stage;
  /** Column of the table of defaults. */
  readonly profile: Profile;
  readonly platform: PlatformFacts;
  readonly operator: Operator;
  readonly podSecurity: PodSecurityLevel;
  readonly images: Required<ImageOptions>;
  /** DNS name below which clients find its databases. */
  readonly domain?: string;
  /** Encryption. @default - everything is plain text */
  readonly tls?: ResolvedTls;
  /** Who looks at metrics. @default - nobody */
  readonly monitoring?: ResolvedMonitoring;
  readonly issuers: Readonly<Record<string, Issuer>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly gitops?: 'argocd' | 'flux';
  readonly access: AccessOptions;
  readonly acknowledge: Acknowledge;
}

/** Column of the table of defaults: a laptop, development in a cloud, production. */
export type Profile = 'laptop' | 'development' | 'production';
