import type { Volume } from 'kubernetes-types/core/v1';
import { renderAccount } from '../environment/account';
import type { ResolvedEnvironment } from '../environment/options';
import type { Manifest } from '../kubernetes/manifest';
import { objectNames } from './gateway-objects';
import type { ResolvedGateway } from './options';

/** Whose pods follow which ConfigMap. */
export interface EdgeAccess {
  /** Name of the ServiceAccount, its Role and its binding. */
  readonly name: string;
  readonly namespace: string;
  /** Name of the ConfigMap. Nothing else in the cluster can be read. */
  readonly configMap: string;
  /** GitOps tool that applies the objects. @default - none */
  readonly gitops: 'argocd' | 'flux' | undefined;
}

/**
 * The right to read one ConfigMap, by name. `list` and `watch` are granted for requests with the field selector
 * `metadata.name=...` only: Kubernetes takes the name from there.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function renderEdgeAccess({ name, namespace, configMap, gitops }: EdgeAccess): readonly Manifest[] {
  return renderAccount({ namespace, gitops }, name, [
    { apiGroups: [''], resources: ['configmaps'], resourceNames: [configMap], verbs: ['get', 'list', 'watch'] },
  ]);
}

/** Rights of the pods of a gateway: none, unless they follow their routes at the API server. */
export function renderGatewayAccess(
  { name, propagation }: ResolvedGateway,
  { namespace, gitops }: ResolvedEnvironment,
): readonly Manifest[] {
  if (propagation === 'mounted') return [];
  return renderEdgeAccess({ name, namespace, gitops, configMap: objectNames(name).data(0) });
}

/**
 * The token and the authority of the API server, as files `token` and `ca.crt`, for the one container that mounts the volume.
 * The kubelet replaces the token before it ends; Kubernetes makes the ConfigMap in each namespace.
 */
export function apiServerAccess(name: string): Volume {
  return {
    name,
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      ],
    },
  };
}
