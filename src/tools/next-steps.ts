import { type CheckContext, contextOf } from '../checks/context';
import { asText, at, list, type Manifest, record } from '../kubernetes/manifest';
import { backupSteps } from './backup-steps';
import { companionSteps } from './companion-steps';
import { type FoundGateway, gatewaysOf } from './gateways';

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
    ...companionSteps(manifests, onHelm),
    ...install,
    { why: 'create everything else', command: `kubectl${on} apply -f ${directory}` },
    { why: 'follow it until it is ready', command: `npx anyhouse wait ${directory}${on}` },
    ...backupSteps(manifests, on),
    ...gatewaysOf(manifests).flatMap((gateway) => stepsToReach(gateway, manifests, on)),
  ];
}

/** What clients of a gateway need: an authority to believe, and a way to its address. */
function stepsToReach(gateway: FoundGateway, manifests: readonly Manifest[], on: string): readonly Step[] {
  const { namespace, name, secret, names, service } = gateway;
  const kubectl = `kubectl${on} --namespace ${namespace}`;
  const authority: Step = {
    why: `keep the authority that clients of ${name} have to believe`,
    command: `${kubectl} get secret ${secret} -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt`,
  };
  const ports = list(at(service, 'spec', 'ports')).map((port) => asText(record(port).port));
  const reach: Step =
    at(service, 'spec', 'type') === 'LoadBalancer'
      ? {
          why: `let DNS lead ${names.join(' and ')} to this address, unless external-dns does`,
          command: `${kubectl} get service ${name}`,
        }
      : {
          why: `reach it from this machine${letsInItself(gateway, manifests) ? '' : ", once '127.0.0.1/32' is in its allow: clients come as that"}`,
          command: `${kubectl} port-forward service/${name} ${ports.join(' ')}`,
        };
  return [...(isPrivate(gateway, manifests) ? [authority] : []), reach];
}

/** Whether clients may come through `kubectl port-forward`, which connects inside of the pod. */
function letsInItself({ namespace, name }: FoundGateway, manifests: readonly Manifest[]): boolean {
  const policy = manifests.find(
    ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name && metadata.namespace === namespace,
  );
  const ranges = list(at(policy, 'spec', 'ingress')).flatMap((rule) => list(record(rule).from));
  return ranges.some((peer) => ['127.0.0.1/32', '127.0.0.0/8'].includes(asText(at(peer, 'ipBlock', 'cidr'))));
}

/** Whether the authority is one that clients do not know by themselves. */
function isPrivate({ namespace, certificate }: FoundGateway, manifests: readonly Manifest[]): boolean {
  if (!certificate) return manifests.every((manifest) => contextOf(manifest)?.stage !== 'production');
  const { name, kind } = record(at(certificate, 'spec', 'issuerRef'));
  return manifests.some(
    (issuer) =>
      issuer.kind === (kind ?? 'Issuer') &&
      issuer.metadata.name === name &&
      (issuer.kind === 'ClusterIssuer' || issuer.metadata.namespace === namespace) &&
      at(issuer, 'spec', 'ca') !== undefined,
  );
}

function operatorOf(manifests: readonly Manifest[]): CheckContext['operator'] {
  return manifests.map((manifest) => contextOf(manifest)?.operator).find((operator) => operator !== undefined);
}
