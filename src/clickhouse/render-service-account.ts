import type { ResolvedEnvironment } from '../environment/options';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { ResolvedCluster } from './options';

/** Name of the ServiceAccount that a cloud trusts. */
export function serviceAccountName({ name }: Pick<ResolvedCluster, 'name'>): string {
  return `clickhouse-${name}`;
}

/** The ServiceAccount of the servers; none without an identity. The API server gives it no rights. */
export function renderServiceAccount(
  cluster: ResolvedCluster,
  { namespace, gitops }: ResolvedEnvironment,
): Manifest | undefined {
  const { identity } = cluster;
  if (!identity) return undefined;
  const annotations = { ...gitopsAnnotations(gitops, 'access', 'replaceable'), ...identity.annotations };
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: serviceAccountName(cluster),
      namespace,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    automountServiceAccountToken: false,
  };
}
