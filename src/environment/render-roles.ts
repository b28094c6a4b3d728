import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { AccessOptions, ResolvedEnvironment, Subject } from './options';

/** Levels of access, each with all rights of the ones before it. */
const accessLevels = ['view', 'operate', 'own'] as const satisfies readonly (keyof AccessOptions)[];

const installations = {
  apiGroups: ['clickhouse.altinity.com', 'clickhouse-keeper.altinity.com'],
  resources: ['clickhouseinstallations', 'clickhousekeeperinstallations'],
};
const read = ['get', 'list', 'watch'];

/**
 * What stands around installations, in one rule: no two of these groups have a resource of the same name. Stores and
 * generators of External Secrets are left out, for they may hold values themselves.
 */
const companions: PolicyRule = {
  apiGroups: ['autoscaling', 'batch', 'cert-manager.io', 'external-secrets.io', 'monitoring.coreos.com'],
  resources: [
    ...['horizontalpodautoscalers', 'cronjobs', 'jobs', 'certificaterequests', 'certificates', 'issuers'],
    ...['externalsecrets', 'podmonitors', 'prometheusrules', 'servicemonitors'],
  ],
  verbs: read,
};

/** Rights that each level adds. Secrets, exec and deletion of data come with `own` only. */
const rights: Readonly<Record<keyof AccessOptions, readonly PolicyRule[]>> = {
  view: [
    { ...installations, verbs: read },
    {
      apiGroups: [''],
      resources: ['configmaps', 'endpoints', 'events', 'persistentvolumeclaims', 'pods', 'pods/log', 'services'],
      verbs: read,
    },
    { apiGroups: ['apps'], resources: ['deployments', 'replicasets', 'statefulsets'], verbs: read },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
    { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: read },
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: read },
    { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: read },
    companions,
  ],
  operate: [
    { ...installations, verbs: ['patch', 'update'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
    { apiGroups: [''], resources: ['pods/eviction', 'pods/portforward'], verbs: ['create'] },
  ],
  own: [
    { ...installations, verbs: ['create', 'delete'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
    { apiGroups: [''], resources: ['secrets'], verbs: [...read, 'create', 'delete', 'patch', 'update'] },
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['delete', 'patch', 'update'] },
  ],
};

/** The three Roles of an environment, and bindings for the subjects that were named. */
export function renderRoles(environment: ResolvedEnvironment): readonly Manifest[] {
  return accessLevels.flatMap((level, index) => {
    const rules = accessLevels.slice(0, index + 1).flatMap((included) => rights[included]);
    const role = { ...rbac(environment, 'Role', `clickhouse-${level}`), rules };
    const subjects = environment.access[level] ?? [];
    return subjects.length === 0 ? [role] : [role, binding(environment, level, subjects)];
  });
}

function binding(environment: ResolvedEnvironment, level: string, subjects: readonly Subject[]): Manifest {
  return {
    ...rbac(environment, 'RoleBinding', `clickhouse-${level}`),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: `clickhouse-${level}` },
    subjects: subjects.map(({ kind, name, namespace }) =>
      kind === 'ServiceAccount'
        ? { kind, name, namespace: namespace ?? environment.namespace }
        : { apiGroup: 'rbac.authorization.k8s.io', kind, name },
    ),
  };
}

function rbac({ namespace, gitops }: ResolvedEnvironment, kind: string, name: string): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
  };
}
