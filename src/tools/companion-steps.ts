import type { Manifest } from '../kubernetes/manifest';
import type { Step } from './next-steps';

interface Companion {
  readonly name: string;
  /** Beginning of the `apiVersion` of its kinds. */
  readonly group: string;
  readonly install: string;
}

/**
 * What brings kinds that manifests may have. Releases are not pinned: their APIs are stable.
 * @see https://external-secrets.io/latest/introduction/getting-started/
 * @see https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
const companions: readonly Companion[] = [
  {
    name: 'External Secrets',
    group: 'external-secrets.io/',
    install:
      'helm upgrade --install external-secrets external-secrets --repo https://charts.external-secrets.io --namespace external-secrets --create-namespace --wait',
  },
  {
    name: 'prometheus-operator',
    group: 'monitoring.coreos.com/',
    install:
      'helm upgrade --install kube-prometheus-stack kube-prometheus-stack --repo https://prometheus-community.github.io/helm-charts --namespace monitoring --create-namespace --wait',
  },
];

/** Commands that install what the kinds of manifests belong to. */
export function companionSteps(manifests: readonly Manifest[], onHelm: string): readonly Step[] {
  return companions
    .filter(({ group }) => manifests.some(({ apiVersion }) => apiVersion.startsWith(group)))
    .map(({ name, install }) => ({ why: `install ${name}, unless it is there`, command: `${install}${onHelm}` }));
}
