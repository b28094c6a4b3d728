import { Problems } from '../kubernetes/prop-error';
import { type Check, labels, leaf, namespaceName, shape } from '../kubernetes/shape';
import {
  type DashboardOptions,
  dashboardOptions,
  type ResolvedDashboards,
  resolveDashboards,
} from './dashboards/options';

/** Options of {@link Monitoring.prometheusOperator}. */
export interface PrometheusOperatorOptions {
  /**
   * Labels of monitors and rules, by which Prometheus selects them. kube-prometheus-stack selects those of its own
   * release: `{ release: 'kube-prometheus-stack' }`.
   * @default - none, for a Prometheus that selects all
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Namespace that Prometheus runs in; policies let it reach metrics from there. @default 'monitoring' */
  readonly namespace?: string;
  /**
   * Labels of the pods of Prometheus.
   * @default - `app.kubernetes.io/name: prometheus`, as prometheus-operator sets them
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Time between two looks at the metrics, in seconds from `'5s'` to `'120s'`: alerts look at five minutes. @default '30s' */
  readonly interval?: string;
  /**
   * Dashboards of Grafana: an overview, and one for each kind of things that the environment has. `{}` is what
   * kube-prometheus-stack finds.
   * @default - no dashboards
   */
  readonly dashboards?: DashboardOptions;
}

/** Monitoring with all defaults applied. */
export interface ResolvedMonitoring extends Required<Omit<PrometheusOperatorOptions, 'dashboards'>> {
  /** The way of dashboards to Grafana. @default - there are none */
  readonly dashboards?: ResolvedDashboards;
}

const options: Check = shape<PrometheusOperatorOptions>({
  labels,
  namespace: namespaceName,
  podLabels: labels,
  interval: leaf((value) => typeof value === 'string' && /^([5-9]|[1-9]\d|1[01]\d|120)s$/.test(value), {
    must: "be a number of seconds from '5s' to '120s'",
    fix: "write interval: '30s'.",
  }),
  dashboards: dashboardOptions,
});

/**
 * Who looks at the metrics of an environment, and raises alerts.
 *
 * ```ts
 * Monitoring.prometheusOperator({ labels: { release: 'kube-prometheus-stack' } });
 * ```
 */
export class Monitoring {
  /**
   * prometheus-operator, which somebody else installs: its kinds PodMonitor and PrometheusRule have to be there. Its
   * Prometheus has to select monitors and rules in the namespace of the environment, too.
   * @throws PropError naming every wrong option
   * @see https://prometheus-operator.dev/docs/platform/troubleshooting/
   */
  static prometheusOperator(given: PrometheusOperatorOptions = {}): Monitoring {
    const problems = new Problems('Monitoring', 'prometheusOperator');
    const { labels, namespace, podLabels, interval, dashboards } = problems.check(options, given);
    problems.throwIfAny();
    return new Monitoring({
      labels: labels ?? {},
      namespace: namespace ?? 'monitoring',
      podLabels: podLabels ?? { 'app.kubernetes.io/name': 'prometheus' },
      interval: interval ?? '30s',
      ...(dashboards && { dashboards: resolveDashboards(dashboards) }),
    });
  }

  private constructor(
    /**
     * All defaults applied. Plain data.
     * @internal
     */
    readonly resolved: ResolvedMonitoring,
  ) {}
}

/** Checks of monitoring in props. */
export const monitoring: Check = leaf((value) => value instanceof Monitoring, {
  must: 'be a Monitoring',
  fix: 'write Monitoring.prometheusOperator().',
});
