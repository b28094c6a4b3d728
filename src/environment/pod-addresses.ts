import type { ServiceSpec } from 'kubernetes-types/core/v1';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ManifestOf } from '../kubernetes/manifest';
import type { ResolvedEnvironment } from './options';

/**
 * The addresses of pods under one name, by which ClickHouse lets their users in. It has those of pods that are not ready, too:
 * they log in before they are.
 */
export function renderPodAddresses(
  { namespace, gitops }: Pick<ResolvedEnvironment, 'namespace' | 'gitops'>,
  name: string,
  selector: Readonly<Record<string, string>>,
): ManifestOf<ServiceSpec> {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: { ...selector } },
  };
}
