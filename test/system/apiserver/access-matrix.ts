import { list, type Manifest, record } from '../../../src/kubernetes/manifest';
import { ApiClient } from '../cluster/api-client';
import { until } from '../cluster/until';
import { tokenOf } from './token';

/** An account of pods. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Groups of the API whose names have no dot. */
const shortGroups = ['apps', 'autoscaling', 'batch', 'policy'];

/**
 * What is asked about with `verb resource`, `verb group/resource` or `verb resource/subresource`, each with `:name` at its end
 * where one object is meant.
 */
export function attributesOf(action: string): Readonly<Record<string, string>> {
  const [verb = '', target = ''] = action.split(' ');
  const [path = '', name] = target.split(':');
  const [first = '', ...rest] = path.split('/');
  const isGroup = first.includes('.') || shortGroups.includes(first);
  const [resource = '', subresource] = isGroup ? rest : [first, ...rest];
  return {
    verb,
    resource,
    ...(isGroup && { group: first }),
    ...(subresource && { subresource }),
    ...(name && { name }),
  };
}

/** Somebody who asks with the token of an account, as a pod does. Close it at the end. */
export async function clientOf(server: ApiClient, { namespace, name }: Account): Promise<ApiClient> {
  return new ApiClient({ ...server.connection, token: await tokenOf(server, namespace, name) });
}

/**
 * Which of all verbs with all resources an account may use in a namespace, each as `verb resource`; asked with its own token,
 * by SelfSubjectAccessReview.
 * @param where the namespace; the account's own when not given, the whole cluster when empty
 */
export async function accessMatrix(
  server: ApiClient,
  account: Account,
  resources: readonly string[],
  verbs: readonly string[],
  where = account.namespace,
): Promise<readonly string[]> {
  const self = await clientOf(server, account);
  try {
    const actions = resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}`));
    const answers = await Promise.all(actions.map((action) => may(self, action, where)));
    return actions.filter((_, index) => answers[index]);
  } finally {
    self.close();
  }
}

/**
 * All that an account may do in a namespace beyond what every account may, as `verbs resources` with `:names`, by
 * SelfSubjectRulesReview: whatever the matrix does not think of is in here.
 */
export async function rightsOf(
  server: ApiClient,
  account: Account,
  where = account.namespace,
): Promise<readonly string[]> {
  const anybody = { namespace: account.namespace, name: 'anybody' };
  const metadata = { name: anybody.name, namespace: anybody.namespace };
  await server.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata });
  const [own, common] = [await rules(server, account, where), await rules(server, anybody, where)];
  return own.filter((rule) => !common.includes(rule)).sort();
}

/** Applies accounts, roles and bindings, and waits until the API server goes by them. */
export async function applyAccess(server: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  const kinds = ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];
  for (const kind of kinds) {
    for (const manifest of manifests.filter((each) => each.kind === kind)) await server.apply(manifest);
  }
  // The authorizer learns of roles a moment after they were stored, in their order: the last one known, all are.
  const name = `last-${Date.now()}`;
  const metadata = { name, namespace: 'default' };
  const group = 'rbac.authorization.k8s.io';
  const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }];
  await server.apply({ apiVersion: `${group}/v1`, kind: 'Role', metadata, rules });
  const binding = {
    roleRef: { apiGroup: group, kind: 'Role', name },
    subjects: [{ apiGroup: group, kind: 'User', name }],
  };
  await server.apply({ apiVersion: `${group}/v1`, kind: 'RoleBinding', metadata, ...binding });
  const spec = { user: name, resourceAttributes: { namespace: 'default', ...attributesOf('get configmaps') } };
  await until(
    async () => (await isAllowed(server, 'SubjectAccessReview', spec)) || undefined,
    () => 'the roles have no effect',
  );
}

async function rules(server: ApiClient, account: Account, namespace: string): Promise<readonly string[]> {
  const self = await clientOf(server, account);
  try {
    const review = await self.create<{ readonly status: unknown }>({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace: namespace === '' ? 'default' : namespace },
    });
    const { resourceRules, nonResourceRules, incomplete } = record(review.status);
    if (incomplete === true) throw new Error('the API server does not tell all rules');
    return [...list(resourceRules), ...list(nonResourceRules)].map((rule) => ruleText(record(rule)));
  } finally {
    self.close();
  }
}

function ruleText(rule: Readonly<Record<string, unknown>>): string {
  const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
  const groups = list(apiGroups).map((group) => (group === '' ? '' : `${group}/`));
  const paths = [
    ...groups.flatMap((group) => list(resources).map((one) => `${group}${one}`)),
    ...list(nonResourceURLs),
  ];
  const names = list(resourceNames);
  return `${list(verbs).join(',')} ${paths.join(',')}${names.length > 0 ? `:${names.join(',')}` : ''}`;
}

function may(self: ApiClient, action: string, namespace: string): Promise<boolean> {
  return isAllowed(self, 'SelfSubjectAccessReview', { resourceAttributes: { namespace, ...attributesOf(action) } });
}

async function isAllowed(client: ApiClient, kind: string, spec: unknown): Promise<boolean> {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind, spec };
  return (await client.create<{ readonly status: { readonly allowed: boolean } }>(review)).status.allowed;
}
