import { record } from '../../../src/kubernetes/manifest';
import type { ApiClient } from '../cluster/api-client';

/** A token of a ServiceAccount, as the kubelet gets it for a pod. */
export async function tokenOf(server: ApiClient, namespace: string, name: string): Promise<string> {
  const { status, body } = await server.send({
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600 } },
  });
  const { token } = record(record(body).status);
  if (typeof token !== 'string')
    throw new Error(`no token for ${namespace}/${name}: ${status} ${JSON.stringify(body)}`);
  return token;
}
