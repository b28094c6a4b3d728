import { type CheckContext, contextOf } from '../../checks/context';
import { text } from '../../kubernetes/manifest';
import { type Cluster, ForbiddenError } from '../cluster/cluster';
import type { ManifestSource } from '../manifests/source';
import { operatorOf } from '../operator-context';
import {
  examineCertManager,
  examineExternalSecrets,
  examineLoadBalancers,
  examinePrometheusOperator,
} from './companions';
import { examineDefinitions } from './definitions';
import type { Diagnosis, Examined } from './diagnosis';
import { examineGateways } from './gateways';
import { examineNetwork } from './network';
import { examineNodes } from './nodes';
import { examineOperator } from './operator';
import { examineSecrets } from './secrets';
import { examineStorage } from './storage';

/** What `anyhouse doctor --json` prints. Fields are added to it, never renamed or removed, while the schema is `v1`. */
export interface DoctorReport {
  readonly schema: 'anyhouse.dev/doctor/v1';
  /** The kubectl context that was examined. */
  readonly context: string;
  /** Release of the API server. */
  readonly kubernetes: string;
  readonly diagnoses: readonly Diagnosis[];
}

/** Looks whether a cluster is ready for manifests; without any, whether it is ready for ClickHouse at all. */
export async function examine(cluster: Cluster, sources: readonly ManifestSource[]): Promise<DoctorReport> {
  const manifests = sources.flatMap((source) => source.manifests.map(({ manifest }) => manifest));
  const paths = sources.map(({ path }) => path).join(' ');
  const found = manifests.map((manifest) => contextOf(manifest)).find((context) => context !== undefined);
  const operator = operatorOf(sources);
  const context: CheckContext = { ...found, ...(operator && { operator }) };
  const examined: Examined = { cluster, manifests, context, paths };
  const sides = {
    nodes: () => examineNodes(examined),
    'storage classes': () => examineStorage(examined),
    definitions: () => examineDefinitions(examined),
    operator: () => examineOperator(examined),
    secrets: () => examineSecrets(examined, sources),
    gateways: () => examineGateways(examined),
    'network policies': () => examineNetwork(examined),
    'cert-manager': () => examineCertManager(examined),
    'External Secrets': () => examineExternalSecrets(examined),
    'prometheus-operator': () => examinePrometheusOperator(examined),
    'load balancers': () => examineLoadBalancers(examined),
  };
  const { gitVersion } = await cluster.raw('/version');
  const results = await Promise.all(Object.entries(sides).map(([subject, look]) => allowed(subject, look)));
  return {
    schema: 'anyhouse.dev/doctor/v1',
    context: cluster.context,
    kubernetes: text(gitVersion) ?? 'unknown',
    diagnoses: results.flat(),
  };
}

/** What may not be looked at is no fault of the cluster. */
async function allowed(subject: string, look: () => Promise<readonly Diagnosis[]>): Promise<readonly Diagnosis[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ForbiddenError)) throw error;
    return [{ subject, level: 'unknown', finding: error.message.replace(/\.$/, '') }];
  }
}
