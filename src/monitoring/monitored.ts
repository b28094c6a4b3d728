import type { ResolvedMonitoring } from '../environment/monitoring';
import type { ResolvedEnvironment } from '../environment/options';
import type { ObjectMetadata } from '../kubernetes/manifest';
import { gitopsAnnotations } from '../services/gitops';

/** The part of an environment that monitors and rules need. */
export type MonitoredEnvironment = Pick<ResolvedEnvironment, 'namespace' | 'gitops'> & {
  readonly monitoring: ResolvedMonitoring;
};

/** Metadata of a monitor or a rule. */
export function monitoringMetadata(name: string, environment: MonitoredEnvironment): ObjectMetadata {
  return {
    name,
    namespace: environment.namespace,
    labels: environment.monitoring.labels,
    annotations: gitopsAnnotations(environment.gitops, 'workload', 'replaceable'),
  };
}
