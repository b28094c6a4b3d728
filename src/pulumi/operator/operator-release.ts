import { Namespace } from '@pulumi/kubernetes/core/v1/namespace.js';
import { Secret } from '@pulumi/kubernetes/core/v1/secret.js';
import { Release, type ReleaseArgs } from '@pulumi/kubernetes/helm/v3/release.js';
import * as pulumi from '@pulumi/pulumi';
import type { ImageOptions } from '../../services/images';
import type { Operator } from '../../services/operator';

// Loaded with the first operator.
const parts = () => require('./parts') as typeof import('./parts');

/** Arguments of {@link OperatorRelease}. */
export interface OperatorReleaseArgs {
  /** Provider of the cluster: `cluster.provider`. */
  readonly provider: pulumi.ProviderResource;
  /** Which release, its namespace, and what it watches. @default Operator.existing() */
  readonly operator?: Operator;
  /** Where its images come from. @default - the public registries */
  readonly images?: ImageOptions;
  /**
   * Any text. A new one makes a new password and restarts the operator, which brings it into every database.
   * @default - the password of the first deployment stays
   */
  readonly passwordRevision?: string;
  /** Changes what Helm is given: values, the repository of a mirror, the timeout. @default - nothing is changed */
  readonly transform?: (args: ReleaseArgs) => ReleaseArgs;
}

/**
 * The ClickHouse operator, once per Kubernetes cluster: its chart as a Helm release, in a namespace of its own, with a
 * random password.
 *
 * ```ts
 * const operator = new OperatorRelease('operator', { provider: cluster.provider });
 * new Cdk8sApp('analytics', {
 *   provider: cluster.provider,
 *   build: (app) => analytics(app, cluster.platform, operator.operator),
 * }, { dependsOn: [operator] });
 * ```
 *
 * `dependsOn` is what makes `pulumi destroy` remove databases while the operator still answers: their finalizers need
 * it. The resource definitions outlive the release, since removing them would remove every database of the cluster.
 *
 * Type token `anyhouse:pulumi:OperatorRelease`; registers 1 Namespace, 1 Secret, 1 Release.
 */
export class OperatorRelease extends pulumi.ComponentResource {
  /** What `ClusterServices` is told about it. */
  readonly operator: Operator;
  /** Name of its namespace, once the operator is ready. */
  readonly namespace: pulumi.Output<string>;

  /** @throws PropError naming every wrong argument */
  constructor(name: string, args: OperatorReleaseArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const { checkOperator, credentials, keptOptions, namespace, release } = parts();
    const operator = checkOperator(name, args);
    super('anyhouse:pulumi:OperatorRelease', name, {}, opts);
    const { provider, transform = (given) => given } = args;
    const children = { parent: this, provider };
    const room = new Namespace(`${name}-namespace`, namespace(operator), children);
    const secret = new Secret(`${name}-credentials`, credentials(operator, args.passwordRevision), {
      ...children,
      ...keptOptions,
      dependsOn: [room],
    });
    const chart = new Release(`${name}-chart`, transform(release(operator, args)), {
      ...children,
      dependsOn: [secret],
    });
    this.operator = operator;
    this.namespace = chart.namespace;
    this.registerOutputs({ namespace: this.namespace, version: operator.version });
  }
}
