import { apiServerAccess, renderEdgeAccess } from '../../src/edge/render-access';

const access = { name: 'edge-follow', namespace: 'analytics', configMap: 'edge-data' };

test('the pods may read one ConfigMap and get no token by themselves', () => {
  const metadata = { name: 'edge-follow', namespace: 'analytics' };
  expect(renderEdgeAccess({ ...access, gitops: undefined })).toEqual([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['configmaps'], resourceNames: ['edge-data'], verbs: ['get', 'list', 'watch'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'edge-follow' },
      subjects: [{ kind: 'ServiceAccount', name: 'edge-follow', namespace: 'analytics' }],
    },
  ]);
});

test('GitOps tools apply the rights before the pods', () => {
  const waves = renderEdgeAccess({ ...access, gitops: 'argocd' }).map(({ metadata }) => metadata.annotations);
  expect(waves).toEqual(Array(3).fill({ 'argocd.argoproj.io/sync-wave': '-20' }));
});

test('the container that follows gets a token that ends, and the authority of the API server', () => {
  expect(apiServerAccess('api-server')).toEqual({
    name: 'api-server',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      ],
    },
  });
});
