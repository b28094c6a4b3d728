import { Environment, Platform } from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import { until } from '../cluster/until';
import { attributesOf } from './access-matrix';
import { anyApiServer, makeNamespacesOf } from './servers';

const server = anyApiServer();
const namespace = 'access';

const installations = 'clickhouse.altinity.com/clickhouseinstallations';
const keepers = 'clickhouse-keeper.altinity.com/clickhousekeeperinstallations';

/** What each level may do, as `verb resource`; a level may also do everything of the levels before it. */
const rights = {
  view: [
    `get ${installations}`,
    `watch ${keepers}`,
    'list pods',
    'get pods/log',
    'list events',
    'get configmaps',
    'list persistentvolumeclaims',
    'get apps/statefulsets',
    'list batch/jobs',
    'watch batch/cronjobs',
    'list cert-manager.io/certificates',
    'list external-secrets.io/externalsecrets',
    'list monitoring.coreos.com/prometheusrules',
    'get networking.k8s.io/networkpolicies',
    'get policy/poddisruptionbudgets',
  ],
  operate: [
    `patch ${installations}`,
    `update ${keepers}`,
    'delete pods',
    'create pods/eviction',
    'create pods/portforward',
  ],
  own: [
    `create ${installations}`,
    `delete ${installations}`,
    `delete ${keepers}`,
    'create pods/exec',
    'get secrets',
    'list secrets',
    'create secrets',
    'delete persistentvolumeclaims',
  ],
} as const;

/** What nobody may do with these roles: they end at the database and at the namespace. */
const nobody = [
  'create pods',
  // A Job may mount any Secret, and stores hold their own.
  'create batch/jobs',
  'create external-secrets.io/externalsecrets',
  'get external-secrets.io/secretstores',
  'get generators.external-secrets.io/passwords',
  'create serviceaccounts/token',
  'impersonate users',
  'create rbac.authorization.k8s.io/rolebindings',
  'update rbac.authorization.k8s.io/roles',
  'delete networking.k8s.io/networkpolicies',
  'patch namespaces',
  'delete namespaces',
];

type Level = keyof typeof rights;
const levels: readonly Level[] = ['view', 'operate', 'own'];

beforeAll(async () => {
  const manifests = synthesized((app) => {
    new Environment(app, namespace, {
      platform: Platform.minikube(),
      access: Object.fromEntries(levels.map((level) => [level, [{ kind: 'User', name: level }]])),
    });
  });
  await makeNamespacesOf(server, manifests);
  for (const manifest of manifests) {
    await server.apply(manifest);
  }
  // The authorizer learns of roles a moment after they were stored.
  await until(
    async () => (await may('own', 'get secrets')) || undefined,
    () => 'the roles have no effect',
  );
});

describe.each(levels)('somebody with the role %s', (level) => {
  const included = levels.slice(0, levels.indexOf(level) + 1).flatMap((each): readonly string[] => rights[each]);
  const excluded = levels.slice(levels.indexOf(level) + 1).flatMap((each): readonly string[] => rights[each]);

  test.each(included)('may %s', async (action) => {
    expect(await may(level, action)).toBe(true);
  });

  test.each([...excluded, ...nobody])('may not %s', async (action) => {
    expect(await may(level, action)).toBe(false);
  });

  test.each(included)('may not %s in another namespace', async (action) => {
    expect(await may(level, action, 'default')).toBe(false);
  });
});

test('somebody without a role may do nothing', async () => {
  const all = levels.flatMap((level): readonly string[] => rights[level]);
  expect(await Promise.all(all.map((action) => may('nobody', action)))).toEqual(all.map(() => false));
});

/** Asks the API server about `verb resource`, `verb group/resource` or `verb resource/subresource`. */
async function may(user: string, action: string, where = namespace): Promise<boolean> {
  const review = await server.create<{ readonly status: { readonly allowed: boolean } }>({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user, resourceAttributes: { namespace: where, ...attributesOf(action) } },
  });
  return review.status.allowed;
}
