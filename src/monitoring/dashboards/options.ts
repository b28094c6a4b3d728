import { isLabelKey } from '../../kubernetes/names';
import { type Check, labels, leaf, namespaceName, shape } from '../../kubernetes/shape';

/**
 * How dashboards get to Grafana. Its sidecar looks for ConfigMaps with a label, and copies what it finds. That of
 * kube-prometheus-stack finds the defaults in every namespace; that of the chart `grafana` looks into its own
 * namespace until `sidecar.dashboards.searchNamespace` says otherwise.
 * @see https://github.com/prometheus-community/helm-charts/blob/kube-prometheus-stack-88.5.3/charts/kube-prometheus-stack/values.yaml
 * @see https://github.com/grafana-community/helm-charts/blob/grafana-12.11.1/charts/grafana/values.yaml
 */
export interface DashboardOptions {
  /**
   * Labels that the sidecar looks for: its `sidecar.dashboards.label` and `labelValue`.
   * @default - `grafana_dashboard: "1"`
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Folder in Grafana. The sidecar heeds it when its chart has `sidecar.dashboards.folderAnnotation: grafana_folder` and
   * `sidecar.dashboards.provider.foldersFromFilesStructure: true`; others leave dashboards where they always put them.
   * @default - the one of the sidecar
   */
  readonly folder?: string;
  /** Annotation that tells the sidecar the folder. @default 'grafana_folder' */
  readonly folderAnnotation?: string;
  /**
   * Namespace that the sidecar looks into, where it does not look into all. It has to exist.
   * @default - that of the environment
   */
  readonly namespace?: string;
}

/** The way to Grafana with all defaults applied. */
export interface ResolvedDashboards {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly namespace?: string;
}

/** Checks {@link DashboardOptions}. */
export const dashboardOptions: Check = shape<DashboardOptions>({
  labels,
  folder: leaf((value) => typeof value === 'string' && /^[^/\p{Cc}]+(\/[^/\p{Cc}]+)*$/u.test(value) && !climbs(value), {
    must: 'be the name of a folder of Grafana, or several with "/" between them',
    fix: "write folder: 'ClickHouse'.",
  }),
  folderAnnotation: leaf((value) => typeof value === 'string' && isLabelKey(value), {
    rule: 'names/label',
    must: 'be an annotation key',
    fix: "write folderAnnotation: 'grafana_folder'.",
    decides: 'which annotation is written',
  }),
  namespace: namespaceName,
});

/** The sidecar joins the folder to its own path. @see https://github.com/kiwigrid/k8s-sidecar/blob/a61c7ac31c826c5e35efe53fbbcae93e1791799f/src/resources.py#L95 */
function climbs(folder: string): boolean {
  return folder.split('/').some((part) => part === '.' || part === '..' || part.trim() === '');
}

/** Applies defaults. */
export function resolveDashboards(given: DashboardOptions): ResolvedDashboards {
  const { labels: own, folder, folderAnnotation, namespace } = given;
  return {
    labels: own ?? { grafana_dashboard: '1' },
    annotations: folder === undefined ? {} : { [folderAnnotation ?? 'grafana_folder']: folder },
    ...(namespace !== undefined && { namespace }),
  };
}
