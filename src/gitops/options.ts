import type { DeliveryNotes } from '../environment/delivery';
import type { Environment } from '../environment/environment';
import type { Manifest } from '../kubernetes/manifest';
import type { ClusterServices } from '../services/cluster-services';

/** Where the manifests of a program lie, after `writeObjects` of `anyhouse/synth` has written them. */
export interface RepositoryOptions {
  /** Address of the repository, without a password: `https://github.com/example/databases`. */
  readonly url: string;
  /**
   * Branch, tag or commit. Flux takes a branch, a full reference such as `refs/tags/v1`, or for `oci://` a tag.
   * @default 'HEAD' the main branch; Flux has to be told
   */
  readonly revision?: string;
  /** Folder of the repository that holds the folders of the charts. @default '.' */
  readonly path?: string;
}

/** A repository that Flux reads. */
export interface FluxRepositoryOptions extends RepositoryOptions {
  /**
   * Secret in the namespace of the Kustomizations with what it takes to log in.
   * @default - none: the repository is public
   * @see https://fluxcd.io/flux/components/source/gitrepositories/#secret-reference
   */
  readonly secret?: string;
}

/** A source of Flux that is there already, such as the one that `flux bootstrap` makes. */
export interface FluxSourceReference {
  /** Its kind. @default 'GitRepository' */
  readonly kind?: 'GitRepository' | 'OCIRepository' | 'Bucket';
  /** Its name. @default 'flux-system' */
  readonly name?: string;
  /** Its namespace. @default - that of the Kustomizations */
  readonly namespace?: string;
  /** Folder inside that holds the folders of the charts. @default '.' */
  readonly path?: string;
}

/** What Argo CD and Flux are told alike. */
export interface DeliveryOptions {
  /** What the Kubernetes cluster has once. It is delivered first, and apart. */
  readonly services: ClusterServices;
  /** The environments to deliver, each by an object of its own. All stand in the cluster of `services`. */
  readonly environments: readonly Environment[];
  /** Begins the names of what is emitted. @default - the id */
  readonly name?: string;
  /**
   * Branches, tags or commits that differ from `repository.revision`, by id of the environment:
   * `{ production: 'release' }`.
   * @default - all follow `repository.revision`
   */
  readonly revisions?: Readonly<Record<string, string>>;
}

/** Functions that change what is emitted, as the last step. */
export interface ArgoCdTransforms {
  /** Changes each AppProject. @default - none */
  readonly project?: (project: Manifest) => Manifest;
  /** Changes each Application. @default - none */
  readonly application?: (application: Manifest) => Manifest;
}

/** Options of {@link ArgoCd}. */
export interface ArgoCdProps extends DeliveryOptions {
  /** Where the manifests lie. */
  readonly repository: RepositoryOptions;
  /** Namespace that Argo CD runs in. @default 'argocd' */
  readonly namespace?: string;
  /** Name of the Kubernetes cluster, as Argo CD knows it. @default - the one that Argo CD runs in */
  readonly cluster?: string;
  /**
   * Whether Argo CD removes by itself what has left the repository. What holds data is never removed.
   * Leave it at `manual` where Argo CD tracks by label (the default before 3.0) and the operator copies labels: it would
   * take volumes for its own.
   * @default 'manual'
   */
  readonly prune?: 'manual' | 'automatic';
  /** Last changes. @default - none */
  readonly transform?: ArgoCdTransforms;
}

/** Functions that change what is emitted, as the last step. */
export interface FluxTransforms {
  /** Changes each source. @default - none */
  readonly source?: (source: Manifest) => Manifest;
  /** Changes each Kustomization. @default - none */
  readonly kustomization?: (kustomization: Manifest) => Manifest;
}

/** Options of {@link Flux}. */
export interface FluxProps extends DeliveryOptions {
  /**
   * Where the manifests lie; a GitRepository, or for `oci://` an OCIRepository, is made for it.
   * @default - `source`
   */
  readonly repository?: FluxRepositoryOptions;
  /** A source that is there already. @default - GitRepository flux-system, where no `repository` is given */
  readonly source?: FluxSourceReference;
  /** Namespace of the Kustomizations. @default 'flux-system' */
  readonly namespace?: string;
  /**
   * Whether Flux removes what has left the repository. What holds data is never removed.
   * @default 'automatic'
   */
  readonly prune?: 'manual' | 'automatic';
  /** How long an environment may take to become ready: `45m`. @default '30m' */
  readonly timeout?: string;
  /** Last changes. @default - none */
  readonly transform?: FluxTransforms;
}

/** A folder of the repository, and what is known about the chart that is written there. */
export interface DeliveredFolder {
  /** Name of the Application or Kustomization. */
  readonly name: string;
  /** Folder below `path`. */
  readonly folder: string;
  /** Path from the root of the repository. */
  readonly path: string;
  readonly revision: string;
  /** Namespace of what names none. */
  readonly namespace: string;
  /** What constructs inside have to say. @default - nothing: cluster services */
  readonly notes?: DeliveryNotes;
}

/** What ArgoCd and Flux have in common, resolved. */
export interface ResolvedDelivery {
  readonly name: string;
  readonly namespace: string;
  readonly services: DeliveredFolder;
  readonly environments: readonly DeliveredFolder[];
  readonly prune: 'manual' | 'automatic';
}

/** {@link ArgoCdProps} with all defaults applied. */
export interface ResolvedArgoCd extends ResolvedDelivery {
  readonly url: string;
  readonly destination: { readonly server: string } | { readonly name: string };
}

/** A source of Flux, and for which revision it is. */
export interface FluxSource {
  readonly kind: 'GitRepository' | 'OCIRepository' | 'Bucket';
  readonly name: string;
  readonly namespace: string;
  readonly revision: string;
}

/** {@link FluxProps} with all defaults applied. */
export interface ResolvedFlux extends ResolvedDelivery {
  /** Sources by revision; the first one is for the services. */
  readonly sources: readonly FluxSource[];
  /** Address of the sources that are made. @default - they are there already */
  readonly url?: string;
  /** Secret of the sources that are made. @default - none */
  readonly secret?: string;
  readonly timeout: string;
}

/** Objects of a chart, as far as a project has to know them. */
export interface DeliveredObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}
