import { type CheckContext, contextOf } from '../checks/context';
import type { Manifest } from '../kubernetes/manifest';

/** A command with the reason for it. */
export interface Step {
  readonly why: string;
  readonly command: string;
}

/** Where the operator's chart is published. */
const chartRepository = 'https://helm.altinity.com';

/**
 * The commands that bring manifests to a cluster, in order.
 * @param directory where the manifests lie, as it is written in the commands
 * @param context kubectl context; the current one when left out
 */
export function nextSteps(directory: string, manifests: readonly Manifest[], context?: string): readonly Step[] {
  const operator = operatorOf(manifests);
  const on = context === undefined ? '' : ` --context ${context}`;
  const managed = manifests.some(({ kind }) => kind === 'Application' || kind === 'HelmRelease');
  const install: Step[] =
    operator && !managed
      ? [
          {
            why: 'install the operator',
            command: `npx anyhouse operator-values ${directory} | helm upgrade --install clickhouse-operator altinity-clickhouse-operator --repo ${chartRepository} --version ${operator.version} --namespace ${operator.namespace}${context === undefined ? '' : ` --kube-context ${context}`} -f -`,
          },
        ]
      : [];
  return [
    {
      why: 'create the namespaces and Secrets',
      command: `npx anyhouse credentials ${directory}${on} | kubectl${on} apply -f -`,
    },
    ...install,
    { why: 'create everything else', command: `kubectl${on} apply -f ${directory}` },
    { why: 'follow it until it is ready', command: `npx anyhouse wait ${directory}${on}` },
  ];
}

function operatorOf(manifests: readonly Manifest[]): CheckContext['operator'] {
  return manifests.map((manifest) => contextOf(manifest)?.operator).find((operator) => operator !== undefined);
}
