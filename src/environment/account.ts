import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { ResolvedEnvironment } from './options';

const rbac = 'rbac.authorization.k8s.io';

/**
 * A ServiceAccount of the environment and its rights at the API server. Tokens are mounted only where a pod asks for one.
 * @param role where the rights hold, when that is another namespace, and the name that the role has there
 */
export function renderAccount(
  { namespace, gitops }: Pick<ResolvedEnvironment, 'namespace' | 'gitops'>,
  name: string,
  rules: readonly PolicyRule[],
  role: { readonly name: string; readonly namespace: string } = { name, namespace },
): readonly Manifest[] {
  const annotations = gitopsAnnotations(gitops, 'access', 'replaceable');
  const metadata = { ...role, annotations };
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace, annotations },
      automountServiceAccountToken: false,
    },
    { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name: role.name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
