import { renderEdgeAccess } from '../../../src/edge/render-access';
import { list, record } from '../../../src/kubernetes/manifest';
import { ApiClient } from '../cluster/api-client';
import type { Call } from '../cluster/http';
import { until } from '../cluster/until';
import { anyApiServer, makeNamespace } from './servers';
import { tokenOf } from './token';

const server = anyApiServer();
const namespace = 'edge-access';
const other = 'edge-access-other';
const own = `/api/v1/namespaces/${namespace}`;
let client: ApiClient;

beforeAll(async () => {
  for (const name of [namespace, other]) {
    await makeNamespace(server, name);
    await server.apply(configMap(name, 'edge-data'));
  }
  await server.apply(configMap(namespace, 'other'));
  await server.apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'edge-data', namespace } });
  const access = { name: 'edge', namespace, configMap: 'edge-data', gitops: undefined };
  for (const manifest of renderEdgeAccess(access)) await server.apply(manifest);
  client = new ApiClient({ ...server.connection, token: await tokenOf(server, namespace, 'edge') });
  // The authorizer learns of roles a moment after they were stored.
  await until(
    async () => ((await statusOf(`GET ${own}/configmaps/edge-data`)) === 200 ? true : undefined),
    () => 'the role has no effect',
  );
});
afterAll(() => client?.close());

const configMap = (where: string, name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: where },
  data: { sums: name },
});

async function statusOf(request: string): Promise<number> {
  const [method, path = ''] = request.split(' ');
  const [, where = namespace, name = ''] = /namespaces\/([^/]+)\/\w+\/?([\w-]*)/.exec(path) ?? [];
  const body = ['POST', 'PUT', 'PATCH'].includes(method ?? '') ? configMap(where, name || 'new') : undefined;
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : undefined;
  const call = { method, path, body, ...(contentType && { contentType }) } as Call;
  return (await client.send(call)).status;
}

test.each([
  `GET ${own}/configmaps/edge-data`,
  `GET ${own}/configmaps?fieldSelector=metadata.name=edge-data`,
  `GET ${own}/configmaps?watch=1&timeoutSeconds=1&fieldSelector=metadata.name=edge-data`,
])('its pods may %s', async (request) => {
  expect(await statusOf(request)).toBe(200);
});

test.each([
  `GET ${own}/configmaps/other`,
  `GET ${own}/configmaps`,
  `GET ${own}/configmaps?watch=1&timeoutSeconds=1`,
  `GET ${own}/configmaps?fieldSelector=metadata.name=other`,
  `GET ${own}/configmaps?fieldSelector=metadata.name!=other`,
  `GET ${own}/configmaps?watch=1&timeoutSeconds=1&fieldSelector=metadata.name=other`,
  `GET ${own}/configmaps?labelSelector=x=y`,
  'GET /api/v1/configmaps?fieldSelector=metadata.name=edge-data',
  `GET /api/v1/namespaces/${other}/configmaps/edge-data`,
  `GET /api/v1/namespaces/${other}/configmaps?fieldSelector=metadata.name=edge-data`,
  `GET ${own}/secrets/edge-data`,
  `GET ${own}/secrets`,
  `GET ${own}/secrets?fieldSelector=metadata.name=edge-data`,
  `GET ${own}/serviceaccounts/edge`,
  `GET ${own}/pods`,
  'GET /api/v1/nodes',
  `POST ${own}/configmaps`,
  `PUT ${own}/configmaps/edge-data`,
  `PATCH ${own}/configmaps/edge-data`,
  `DELETE ${own}/configmaps/edge-data`,
  `DELETE ${own}/configmaps?fieldSelector=metadata.name=edge-data`,
  `POST ${own}/serviceaccounts/edge/token`,
])('they may not %s', async (request) => {
  expect(await statusOf(request)).toBe(403);
});

test('they have no other right than everybody who has a token', async () => {
  const rules = async (asker: ApiClient) => {
    const question = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
    const { status } = await asker.create<{ status: unknown }>(question);
    return list(record(status).resourceRules);
  };
  await server.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'nobody', namespace } });
  const nobody = new ApiClient({ ...server.connection, token: await tokenOf(server, namespace, 'nobody') });
  const everybody = (await rules(nobody)).map((rule) => JSON.stringify(rule));
  nobody.close();
  expect((await rules(client)).filter((rule) => !everybody.includes(JSON.stringify(rule)))).toEqual([
    { verbs: ['get', 'list', 'watch'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['edge-data'] },
  ]);
});
