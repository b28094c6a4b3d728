import { acknowledge } from '../checks/acknowledge';
import { late } from '../kubernetes/late';
import { isDnsLabel, isFullName, nearestDnsLabel } from '../kubernetes/names';
import { Problems } from '../kubernetes/prop-error';
import {
  all,
  type Check,
  leaf,
  line,
  listOf,
  namespaceName,
  objectName,
  oneOf,
  ownLabels,
  required,
  shape,
} from '../kubernetes/shape';
import { monitoring } from '../monitoring/monitoring';
import { Platform } from '../platform/platform';
import { imageOptions } from '../services/images';
import { issuers } from '../services/issuers/issuer-props';
import { Operator } from '../services/operator';
import { checkIssuers } from './check-issuers';
import type { AccessOptions, EnvironmentProps, NamespaceOptions, ResolvedEnvironment, Subject } from './options';
import { resolveTls, tls } from './tls';

/** Namespaces that belong to the cluster. Installing there has destroyed clusters. */
const reserved = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

const ownNamespace: Check = leaf((name) => typeof name === 'string' && isDnsLabel(name) && !reserved.includes(name), {
  rule: 'names/namespace',
  must: `be a namespace name of its own: lower case letters, digits and "-", at most 63, none of ${reserved.join(', ')}`,
  fix: "write a name such as 'analytics'.",
  decides: 'names',
});

const subjects: Check = listOf(
  all(
    shape<Subject>({
      kind: required(oneOf(['Group', 'User', 'ServiceAccount']), {
        must: 'be "Group", "User" or "ServiceAccount"',
        fix: "write kind: 'Group'.",
      }),
      name: required(late(line), { must: 'name the subject', fix: "write name: 'data-engineers'." }),
      namespace: namespaceName,
    }),
    // Users and groups may be called anything; a ServiceAccount is an object.
    (subject, prop, problems) => {
      const { kind, name } = subject as Subject;
      if (kind === 'ServiceAccount') late(objectName)(name, `${prop}.name`, problems);
    },
  ),
);

const environmentProps: Check = shape<EnvironmentProps>({
  platform: required(
    leaf((value) => value instanceof Platform, {
      must: 'be a Platform',
      fix: 'write Platform.minikube(), Platform.eks({ ... }) or Platform.gke({ ... }).',
    }),
    { must: 'say where the environment runs', fix: 'write platform: Platform.minikube().' },
  ),
  stage: oneOf(['development', 'production']),
  namespace: shape<NamespaceOptions>({ name: ownNamespace, lifecycle: oneOf(['create', 'existing']) }),
  operator: leaf((value) => value instanceof Operator, {
    must: 'be an Operator',
    fix: 'write Operator.existing({ ... }).',
  }),
  podSecurity: oneOf(['restricted', 'baseline', 'privileged']),
  images: imageOptions,
  domain: leaf((value) => typeof value === 'string' && isFullName(value), {
    rule: 'environment/domain',
    must: 'be a DNS name in lower case with at least two labels, without a wildcard or a dot at the end',
    fix: "write domain: 'ch.example.com'; its clusters are names one label below it.",
    decides: 'ids of the edge',
  }),
  tls,
  monitoring,
  issuers,
  labels: ownLabels,
  gitops: oneOf(['argocd', 'flux']),
  access: shape<AccessOptions>({ view: subjects, operate: subjects, own: subjects }),
  acknowledge,
});

/**
 * Applies defaults.
 * @param operator the operator that the program already declares for this cluster
 * @throws PropError naming every wrong prop
 */
export function resolveEnvironment(
  path: string,
  id: string,
  props: EnvironmentProps,
  operator?: Operator,
): ResolvedEnvironment {
  const problems = new Problems('Environment', path);
  const given = problems.check(environmentProps, props);
  const namespace = given.namespace?.name ?? id;
  if (given.namespace?.name === undefined && (!isDnsLabel(id) || reserved.includes(id))) {
    const near = nearestDnsLabel(id, 63);
    problems.add({
      rule: 'names/namespace',
      prop: 'id',
      must: `be a namespace name of its own: lower case letters, digits and "-", at most 63, none of ${reserved.join(', ')}`,
      got: id,
      fix: near && !reserved.includes(near) ? `write '${near}', or give namespace.name.` : 'give namespace.name.',
    });
  }
  problems.throwIfAny();

  const { facts } = given.platform;
  const stage = given.stage ?? facts.stage;
  const resolvedTls = resolveTls(given.tls, stage);
  checkIssuers(problems, given, resolvedTls);
  problems.throwIfAny();
  return {
    path,
    namespace,
    createsNamespace: given.namespace?.lifecycle !== 'existing',
    stage,
    profile: stage === 'production' ? 'production' : facts.size === 'laptop' ? 'laptop' : 'development',
    platform: facts,
    operator: given.operator ?? operator ?? Operator.existing(),
    podSecurity: given.podSecurity ?? (stage === 'production' ? 'restricted' : 'baseline'),
    images: { registry: given.images?.registry ?? '', pullSecrets: given.images?.pullSecrets ?? [] },
    domain: given.domain,
    monitoring: given.monitoring?.resolved,
    tls: resolvedTls,
    issuers: given.issuers ?? {},
    labels: given.labels ?? {},
    gitops: given.gitops,
    access: given.access ?? {},
    acknowledge: given.acknowledge ?? {},
  };
}
