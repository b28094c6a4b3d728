import { type CheckContext, contextOf } from '../checks/context';
import type { Manifest } from '../kubernetes/manifest';

/** A command with the reason for it. */
export interface Step {
  readonly why: string;
  readonly command: string;
}

/** Where the operator's chart is published. */
const chartRepository = 'https://helm.altinity.com';

/** Release of cert-manager that the manifests are tested with. */
const certManager = 'v1.21.2';

/**
 * The commands that bring manifests to a cluster, in order.
 * @param directory where the manifests lie, as it is written in the commands
 * @param context kubectl context; the current one when left out
 */
export function nextSteps(directory: string, manifests: readonly Manifest[], context?: string): readonly Step[] {
  const operator = operatorOf(manifests);
  const onHelm = context === undefined ? '' : ` --kube-context ${context}`;
  const certificates: Step[] = manifests.some(({ apiVersion }) => apiVersion.startsWith('cert-manager.io/'))
    ? [
        {
          why: 'install cert-manager, unless it is there',
          command: `helm upgrade --install cert-manager cert-manager --repo https://charts.jetstack.io --version ${certManager} --namespace cert-manager --create-namespace --set crds.enabled=true --wait${onHelm}`,
        },
      ]
    : [];
  const on = context === undefined ? '' : ` --context ${context}`;
  const managed = manifests.some(({ kind }) => kind === 'Application' || kind === 'HelmRelease');
  const install: Step[] =
    operator && !managed
      ? [
          {
            why: 'install the operator',
            command: `npx anyhouse operator-values ${directory} | helm upgrade --install clickhouse-operator altinity-clickhouse-operator --repo ${chartRepository} --version ${operator.version} --namespace ${operator.namespace}${onHelm} -f -`,
          },
        ]
      : [];
  return [
    {
      why: 'create the namespaces and Secrets',
      command: `npx anyhouse credentials ${directory}${on} | kubectl${on} apply -f -`,
    },
    ...certificates,
    ...install,
    { why: 'create everything else', command: `kubectl${on} apply -f ${directory}` },
    { why: 'follow it until it is ready', command: `npx anyhouse wait ${directory}${on}` },
  ];
}

function operatorOf(manifests: readonly Manifest[]): CheckContext['operator'] {
  return manifests.map((manifest) => contextOf(manifest)?.operator).find((operator) => operator !== undefined);
}
