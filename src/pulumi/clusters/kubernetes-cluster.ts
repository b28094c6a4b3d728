import { Provider, type ProviderArgs } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import type { Platform } from '../../platform/platform';

/** A Kubernetes cluster that a program creates, or finds. */
export interface KubernetesCluster {
  /** Brings objects to this cluster, and to no other. */
  readonly provider: Provider;
  /** What constructs have to know about it. Plain: it decides which objects there are. */
  readonly platform: Platform;
  /** For kubectl and tools. Secret. */
  readonly kubeconfig: pulumi.Output<string>;
}

const kubeconfigs = new WeakMap<pulumi.ProviderResource, pulumi.Output<string>>();

/** The kubeconfig of a provider that one of our clusters made. */
export function kubeconfigOf(provider: pulumi.ProviderResource): pulumi.Output<string> | undefined {
  return kubeconfigs.get(provider);
}

/**
 * The provider of a cluster.
 *
 * ConfigMaps and Secrets are changed in place: by default the provider replaces them, and as their names are fixed it
 * deletes them first. `clusterIdentifier` keeps a new kubeconfig from being taken for a new cluster. The kubeconfig is
 * made secret: the provider itself does not.
 */
export function clusterProvider(
  name: string,
  args: Omit<ProviderArgs, 'kubeconfig'> & { readonly kubeconfig: pulumi.Input<string> },
  opts: pulumi.ResourceOptions,
): Provider {
  const kubeconfig = pulumi.secret<string>(args.kubeconfig) as pulumi.Output<string>;
  const provider = new Provider(
    name,
    { enableConfigMapMutable: true, enableSecretMutable: true, enableServerSideApply: true, ...args, kubeconfig },
    opts,
  );
  kubeconfigs.set(provider, kubeconfig);
  return provider;
}
