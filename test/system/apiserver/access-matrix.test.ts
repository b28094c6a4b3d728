import type { Manifest } from 'anyhouse';
import { accessMatrix, applyAccess, attributesOf, clientOf, rightsOf } from './access-matrix';
import { anyApiServer, makeNamespace } from './servers';

const server = anyApiServer();
const account = { namespace: 'matrix', name: 'stopper' };
const installations = 'clickhouse.altinity.com/clickhouseinstallations';
const rbac = 'rbac.authorization.k8s.io';

beforeAll(async () => {
  await makeNamespace(server, 'matrix');
  const metadata = { name: 'stopper', namespace: 'matrix' };
  const role = {
    apiVersion: `${rbac}/v1`,
    kind: 'Role',
    metadata,
    rules: [
      {
        apiGroups: ['clickhouse.altinity.com'],
        resources: ['clickhouseinstallations'],
        resourceNames: ['events'],
        verbs: ['get', 'patch'],
      },
      { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
    ],
  };
  const binding = {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: rbac, kind: 'Role', name: 'stopper' },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  };
  const manifests = [binding, role, { apiVersion: 'v1', kind: 'ServiceAccount', metadata }];
  await applyAccess(server, manifests as readonly Manifest[]);
});

test('the matrix has what an account may do with one object, and nothing of others', async () => {
  const resources = [`${installations}:events`, `${installations}:other`, installations, 'pods/log', 'pods', 'secrets'];
  const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
  const allowed = [`get ${installations}:events`, `patch ${installations}:events`, 'get pods/log'];
  expect(await accessMatrix(server, account, resources, verbs)).toEqual(allowed);
  expect(await accessMatrix(server, account, resources, verbs, 'default')).toEqual([]);
  expect(await accessMatrix(server, account, resources, verbs, '')).toEqual([]);
});

test('all rights are told, apart from those that every account has', async () => {
  expect(await rightsOf(server, account)).toEqual(['get pods/log', `get,patch ${installations}:events`]);
  expect(await rightsOf(server, account, 'default')).toEqual([]);
});

test('who asks with the token of the account gets what the matrix says', async () => {
  const self = await clientOf(server, account);
  await expect(self.list('v1', 'Secret', 'matrix')).rejects.toThrow('cannot list resource "secrets"');
  const event = { apiVersion: 'clickhouse.altinity.com/v1', kind: 'ClickHouseInstallation' };
  expect(await self.get({ ...event, metadata: { name: 'events', namespace: 'matrix' } })).toBeUndefined();
  self.close();
});

test.each([
  ['get secrets', { verb: 'get', resource: 'secrets' }],
  ['get pods/log', { verb: 'get', resource: 'pods', subresource: 'log' }],
  [
    'patch apps/deployments/scale:a',
    { verb: 'patch', group: 'apps', resource: 'deployments', subresource: 'scale', name: 'a' },
  ],
])('%s is read as a verb and what it is about', (action, attributes) => {
  expect(attributesOf(action)).toEqual(attributes);
});
