import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { ResolvedEnvironment } from './options';

/** The namespace with its Pod Security labels. */
export function renderNamespace({ namespace, podSecurity, gitops }: ResolvedEnvironment): Manifest {
  const level = (mode: string, value: string) => ({ [`pod-security.kubernetes.io/${mode}`]: value });
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: {
        ...level('enforce', podSecurity),
        // Where less is enforced, people still learn what production would refuse.
        ...(podSecurity !== 'restricted' && { ...level('warn', 'restricted'), ...level('audit', 'restricted') }),
      },
      annotations: gitopsAnnotations(gitops, 'namespace', 'holds-data'),
    },
  };
}
