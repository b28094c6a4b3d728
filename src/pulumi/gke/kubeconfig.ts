import * as pulumi from '@pulumi/pulumi';
import type { GkeAccessArgs } from './args';

/** What a cluster answers that a kubeconfig needs. */
interface Endpoints {
  readonly endpoint: pulumi.Output<string>;
  readonly selfLink: pulumi.Output<string>;
  readonly masterAuth: pulumi.Output<{ readonly clusterCaCertificate?: string }>;
  readonly controlPlaneEndpointsConfig: pulumi.Output<{ readonly dnsEndpointConfig?: { readonly endpoint?: string } }>;
}

/**
 * The address of a cluster and its kubeconfig. It holds no token: `gke-gcloud-auth-plugin` asks for one whenever it is
 * used, as whoever uses it. The DNS name has a certificate of a public authority, an address one of the cluster.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl
 */
export function kubeconfigOf(
  name: string,
  access: GkeAccessArgs['endpoint'],
  cluster: Endpoints,
): { readonly endpoint: pulumi.Output<string>; readonly kubeconfig: pulumi.Output<string> } {
  const byName = access === 'dns';
  // The name stands among inputs, which a preview takes for known; the link to the cluster is not before there is one.
  const dnsName = pulumi
    .all([cluster.controlPlaneEndpointsConfig, cluster.selfLink])
    .apply(([config]) => config?.dnsEndpointConfig?.endpoint ?? '');
  const host = byName ? dnsName : cluster.endpoint;
  const endpoint = pulumi.interpolate`https://${host}`;
  const authority = cluster.masterAuth.apply((auth) => auth?.clusterCaCertificate ?? '');
  const document = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: endpoint, ...(!byName && { 'certificate-authority-data': authority }) } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
    users: [
      {
        name,
        user: {
          exec: {
            apiVersion: 'client.authentication.k8s.io/v1beta1',
            command: 'gke-gcloud-auth-plugin',
            installHint: 'Run: gcloud components install gke-gcloud-auth-plugin',
            provideClusterInfo: true,
            interactiveMode: 'Never',
          },
        },
      },
    ],
  };
  return { endpoint, kubeconfig: pulumi.secret(pulumi.jsonStringify(document)) };
}
