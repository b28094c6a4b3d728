import { type CheckContext, contextOf } from '../checks/context';
import type { ManifestSet } from '../checks/manifest-set';
import type { Fault, Rule } from '../checks/rule';
import { asText } from '../kubernetes/manifest';

/** Production environments of a set whose platform says this about policies. */
function enforcement(answer: CheckContext['networkPolicy'], message: (platform: string) => string): Rule['check'] {
  return function* (set: ManifestSet): Generator<Fault> {
    for (const object of set.objects) {
      const context = contextOf(object);
      if (context?.stage === 'production' && context.networkPolicy === answer)
        yield { object, pointer: '', message: message(asText(context.platform ?? 'the platform')) };
    }
  };
}

/** Rules about environments. */
export const environmentRules: readonly Rule[] = [
  {
    id: 'network/not-enforced',
    severity: 'warning',
    stage: 'production',
    title: 'The platform of a production environment enforces NetworkPolicies',
    why: 'Otherwise every pod of the cluster reaches every port of the database; only passwords are left.',
    fix: "turn enforcement on and write networkPolicy: 'enforced' at the platform.",
    source: 'Kubernetes, network policies (prerequisites); Amazon VPC CNI, network policy',
    check: enforcement('off', (platform) => `${platform} ignores the NetworkPolicies of this environment.`),
  },
  {
    id: 'network/enforcement-unknown',
    severity: 'advice',
    stage: 'production',
    title: 'It is known whether the platform of a production environment enforces NetworkPolicies',
    why: 'Many clusters accept policies and ignore them.',
    fix: "find out with `anyhouse doctor`, and write networkPolicy: 'enforced' at the platform.",
    source: 'Kubernetes, network policies (prerequisites); Amazon VPC CNI, network policy',
    check: enforcement('unknown', (platform) => `nobody said whether ${platform} enforces NetworkPolicies.`),
  },
  {
    id: 'environment/dashboard-size',
    severity: 'error',
    title: 'A dashboard fits into a ConfigMap',
    why: 'Dashboards list what they are about, and the API server refuses a ConfigMap of more than 1 MiB.',
    fix: 'spread the clusters over several environments, or leave dashboards out.',
    source: 'Kubernetes, ConfigMaps (motivation)',
  },
  {
    id: 'names/namespace',
    severity: 'error',
    title: 'An environment has a namespace of its own',
    why: 'Default deny and Pod Security labels would hit what else runs in default or kube-system.',
    fix: "write a name such as 'analytics'.",
    source: 'Kubernetes, namespaces',
  },
  {
    id: 'environment/domain',
    severity: 'error',
    title: 'A domain is a full DNS name',
    why: 'Certificates and names of clients are made of it: one label below.',
    fix: "write domain: 'ch.example.com'.",
    source: 'RFC 1123, section 2.1; RFC 6125, section 6.4.3',
  },
  {
    id: 'environment/missing',
    severity: 'error',
    title: 'Keepers and clusters stand inside an Environment',
    why: 'It is what knows their platform, namespace and operator.',
    fix: "create them with an Environment as first argument: new Keeper(environment, 'keeper').",
    source: 'design of this library',
  },
  {
    id: 'images/registry',
    severity: 'error',
    title: 'A registry is a host with an optional path',
    why: 'It is put in front of the names of images, so a scheme or a trailing slash makes them invalid.',
    fix: "write registry: 'registry.example.com/mirror'.",
    source: 'distribution/reference, grammar of references',
  },
  {
    id: 'images/pull-secrets',
    severity: 'error',
    title: 'A pull Secret is listed once',
    why: 'The API server refuses a pod, and a Deployment, that lists it twice.',
    fix: 'remove the one that stands twice.',
    source: 'Kubernetes, PodSpec (imagePullSecrets is a list by name)',
  },
  {
    id: 'placement/taint',
    severity: 'error',
    title: 'A taint is written as kubectl writes it',
    why: 'A toleration that matches no taint keeps pods off the nodes that were set apart for them.',
    fix: "write taint: 'dedicated=clickhouse:NoSchedule'.",
    source: 'Kubernetes, taints and tolerations',
  },
];
