import type { Manifest } from '../../kubernetes/manifest';
import type { GrafanaDashboard } from './grafana';
import type { ResolvedDashboards } from './options';
import { printJson } from './print-json';

/** A ConfigMap holds 1 MiB; its names and labels need some of it. */
export const mostDashboardBytes = 1_000_000;

/** Where the ConfigMap of a dashboard stands, and what finds it. */
export interface DashboardPlace extends ResolvedDashboards {
  /** Namespace of the environment. */
  readonly environment: string;
}

/**
 * The ConfigMap of a dashboard.
 *
 * The sidecar copies every key into one folder, whatever the namespace, and the last of two with the same name wins. So
 * the key names the namespace, too.
 * @see https://github.com/kiwigrid/k8s-sidecar/blob/a61c7ac31c826c5e35efe53fbbcae93e1791799f/README.md `UNIQUE_FILENAMES`
 */
export function renderDashboardConfigMap(place: DashboardPlace, name: string, dashboard: GrafanaDashboard): Manifest {
  const { environment, labels, annotations, namespace = environment } = place;
  const ownName = namespace === environment ? `dashboard-${name}` : `${environment}-dashboard-${name}`;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: ownName,
      namespace,
      labels,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    data: { [`${environment}-${name}.json`]: `${printJson(dashboard)}\n` },
  };
}
