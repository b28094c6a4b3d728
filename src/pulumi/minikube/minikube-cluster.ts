import type { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import type { NetworkPolicyEnforcement } from '../../platform/facts';
import type { Platform } from '../../platform/platform';
import { clusterProvider, type KubernetesCluster } from '../clusters/kubernetes-cluster';

// Loaded with the first cluster: it reads YAML, which other clusters do without.
const resolver = () => require('./resolve') as typeof import('./resolve');

/** Arguments of {@link MinikubeCluster}. All are plain: they are needed before anything is deployed. */
export interface MinikubeClusterArgs {
  /**
   * Context of kubectl, such as `minikube`, which is also the name of the profile, or `kind-dev`. There is no default:
   * the current context may be a cluster in production.
   */
  readonly context: string;
  /**
   * Path of a kubeconfig, or its text.
   * @default - the files of `$KUBECONFIG`, else `~/.kube/config`
   */
  readonly kubeconfig?: string;
  /**
   * Whether the cluster enforces NetworkPolicies: `minikube start --cni=calico` does.
   * @default - 'off' for minikube, 'unknown' for kind
   */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** What constructs have to know about the cluster. @default - `Platform.minikube()` or `Platform.kind()`, by the context */
  readonly platform?: Platform;
  /**
   * Why a context is taken that is no cluster of minikube or kind on this machine. One that neither of them made needs a
   * `platform`, too.
   * @default - such a context is refused
   */
  readonly allowOther?: string;
}

/**
 * A cluster of minikube or kind that runs on this machine. Nothing is created but the provider, which knows this one
 * context and no other: neither the current context nor any other of the kubeconfig can be reached by accident.
 *
 * ```ts
 * const cluster = new MinikubeCluster('local', { context: 'minikube' });
 * ```
 *
 * Type token `anyhouse:pulumi:MinikubeCluster`; registers 1 provider. The cluster itself outlives `pulumi destroy`.
 */
export class MinikubeCluster extends pulumi.ComponentResource implements KubernetesCluster {
  /** Brings objects to this cluster, and to no other. */
  readonly provider: Provider;
  /** minikube or kind, under the name of the context. */
  readonly platform: Platform;
  /** The context, its cluster and its user, with absolute paths. Secret. */
  readonly kubeconfig: pulumi.Output<string>;

  /** @throws PropError when the context is not there, or leads away from this machine */
  constructor(name: string, args: MinikubeClusterArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const { kubeconfig, platform } = resolver().resolveLocalCluster(name, args);
    super('anyhouse:pulumi:MinikubeCluster', name, {}, opts);
    this.platform = platform;
    this.kubeconfig = pulumi.secret(kubeconfig);
    this.provider = clusterProvider(
      `${name}-kubernetes`,
      // The port of the server may change with every start; the name of the cluster does not.
      { kubeconfig: this.kubeconfig, context: args.context, clusterIdentifier: `${platform.name}/${args.context}` },
      { parent: this },
    );
    this.registerOutputs({ context: args.context, platform: platform.name });
  }
}
