import { gitopsAnnotations } from '../../kubernetes/gitops';
import type { Manifest } from '../../kubernetes/manifest';
import { record } from '../../kubernetes/manifest';
import { accountKeySuffix, type Issuer } from './issuer';

type Issuers = Readonly<Record<string, Issuer>>;
type Gitops = 'argocd' | 'flux' | undefined;

/** Issuers for all namespaces. What is signed by them would not be renewed without them, so that nothing prunes them. */
export function renderClusterIssuers(issuers: Issuers = {}, gitops: Gitops): readonly Manifest[] {
  return Object.entries(issuers).map(([name, issuer]) => ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name, annotations: gitopsAnnotations(gitops, 'services', 'holds-data') },
    spec: specOf(name, issuer),
  }));
}

/** Issuers for one namespace. */
export function renderIssuers(issuers: Issuers = {}, namespace: string, gitops: Gitops): readonly Manifest[] {
  return Object.entries(issuers).map(([name, issuer]) => ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec: specOf(name, issuer),
  }));
}

function specOf(name: string, { kind, spec }: Issuer): object {
  if (kind !== 'acme') return spec;
  return { acme: { privateKeySecretRef: { name: `${name}${accountKeySuffix}` }, ...record(spec.acme) } };
}
