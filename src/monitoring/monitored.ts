import { gitopsAnnotations } from '../kubernetes/gitops';
import type { ObjectMetadata } from '../kubernetes/manifest';
import type { ResolvedMonitoring } from './monitoring';

/** The part of an environment that monitors and rules need. */
export interface MonitoredEnvironment {
  readonly namespace: string;
  readonly gitops?: 'argocd' | 'flux';
  readonly monitoring: ResolvedMonitoring;
}

/** Metadata of a monitor or a rule. */
export function monitoringMetadata(name: string, environment: MonitoredEnvironment): ObjectMetadata {
  return {
    name,
    namespace: environment.namespace,
    labels: environment.monitoring.labels,
    annotations: gitopsAnnotations(environment.gitops, 'workload', 'replaceable'),
  };
}
