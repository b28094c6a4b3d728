import { defaultOperatorVersion, type OperatorVersion, parseOperatorVersion } from '../altinity/versions';
import { Problems } from '../kubernetes/prop-error';
import { type Check, labels, leaf, line, listOf, objectName, shape } from '../kubernetes/shape';
import { type ImageOptions, imageOptions } from './images';

/** Options of {@link Operator}. */
export interface OperatorOptions {
  /** Release of the Altinity operator. Decides which fields may be used. @default '0.27.2' */
  readonly version?: OperatorVersion;
  /** Namespace it runs in; policies let it reach the databases from there. @default 'clickhouse-operator' */
  readonly namespace?: string;
  /**
   * Labels of its pods.
   * @default - `app.kubernetes.io/name: altinity-clickhouse-operator`, as its chart sets them
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Namespaces it watches, as regular expressions. Unset, the operator watches everything in `kube-system` only, and
   * its own namespace elsewhere, so the installed one has to say it.
   * @default ['.*'] every namespace
   */
  readonly watches?: readonly string[];
}

/** Options of an operator that GitOps installs. */
export interface ManagedOperatorOptions extends OperatorOptions {
  /** Namespace of Argo CD or Flux, where their objects go. @default 'argocd', or 'flux-system' */
  readonly gitopsNamespace?: string;
  /** Where its images come from. @default - the public registries */
  readonly images?: ImageOptions;
}

/** How the operator comes to the cluster. */
export type OperatorInstall = 'existing' | 'argocd' | 'flux';

const shapeOfOptions = {
  version: leaf((value) => typeof value === 'string' && parseOperatorVersion(value) !== undefined, {
    rule: 'operator/version',
    must: 'be a release of the Altinity operator from 0.25.0 to 0.27',
    fix: `write version: '${defaultOperatorVersion}'.`,
  }),
  namespace: leaf((value) => value !== 'kube-system', {
    rule: 'operator/kube-system',
    must: 'not be kube-system',
    fix: "give the operator a namespace of its own, such as 'clickhouse-operator'.",
  }),
  podLabels: labels,
  watches: listOf(line, {
    least: 1,
    must: 'list at least one namespace pattern',
    fix: "write watches: ['.*'] for all namespaces.",
  }),
};
const existingShape: Check = shape<OperatorOptions>(shapeOfOptions);
const managedShape: Check = shape<ManagedOperatorOptions>({
  ...shapeOfOptions,
  gitopsNamespace: objectName,
  images: imageOptions,
});

/** The ClickHouse operator of a Kubernetes cluster: who installs it, and what is known about it. An immutable value. */
export class Operator {
  /**
   * Somebody installs it: `helm`, another repository. Emits nothing; `anyhouse operator-values` prints good values.
   * @throws PropError naming every wrong option
   */
  static existing(options: OperatorOptions = {}): Operator {
    return make('existing', existingShape, options);
  }

  /**
   * An Argo CD Application installs its chart.
   * @throws PropError naming every wrong option
   */
  static argoCd(options: ManagedOperatorOptions = {}): Operator {
    return make('argocd', managedShape, options);
  }

  /**
   * A Flux HelmRelease installs its chart.
   * @throws PropError naming every wrong option
   */
  static flux(options: ManagedOperatorOptions = {}): Operator {
    return make('flux', managedShape, options);
  }

  private constructor(
    /** Who installs it. */
    readonly install: OperatorInstall,
    /** Release: `0.27.2`. */
    readonly version: OperatorVersion,
    /** Namespace it runs in. */
    readonly namespace: string,
    /** Labels of its pods. */
    readonly podLabels: Readonly<Record<string, string>>,
    /** Namespaces it watches, as regular expressions. */
    readonly watches: readonly string[],
    /** Namespace of Argo CD or Flux. */
    readonly gitopsNamespace: string,
    /** Where its images come from. */
    readonly images: ImageOptions,
  ) {}

  /** @internal */
  static create(install: OperatorInstall, options: ManagedOperatorOptions): Operator {
    return new Operator(
      install,
      options.version ?? defaultOperatorVersion,
      options.namespace ?? 'clickhouse-operator',
      options.podLabels ?? { 'app.kubernetes.io/name': 'altinity-clickhouse-operator' },
      options.watches ?? ['.*'],
      options.gitopsNamespace ?? (install === 'flux' ? 'flux-system' : 'argocd'),
      options.images ?? {},
    );
  }
}

function make(install: OperatorInstall, check: Check, options: ManagedOperatorOptions): Operator {
  const problems = new Problems('Operator', install);
  problems.check(check, options);
  problems.throwIfAny();
  return Operator.create(install, options);
}
