import { Construct } from 'constructs';
import { ApiObject } from '../kubernetes/api-object';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import { PropError } from '../kubernetes/prop-error';
import {
  type DashboardDefinition,
  type DashboardName,
  dashboardNames,
  type Shown,
} from '../monitoring/dashboards/definition';
import { matcherOf } from '../monitoring/dashboards/matcher';
import type { ResolvedDashboards } from '../monitoring/dashboards/options';
import { alertsRow } from '../monitoring/dashboards/overview';
import { mostDashboardBytes, renderDashboardConfigMap } from '../monitoring/dashboards/render-config-map';
import {
  choiceVariable,
  type Dashboard,
  labelVariable,
  renderDashboard,
} from '../monitoring/dashboards/render-dashboard';
import { jobOf } from '../monitoring/scrape-target';
import type { Environment } from './environment';

const dashboardsId = 'dashboards';

/** Dashboards of an environment: one for each kind of things in it, and an overview of all. */
class Dashboards extends Construct {
  private readonly shown = new Map<DashboardName, { readonly definition: DashboardDefinition; things: Shown[] }>();

  constructor(
    private readonly environment: Environment,
    private readonly way: ResolvedDashboards,
    private readonly interval: string,
  ) {
    super(environment, dashboardsId);
    this.emit('overview', () => this.overview());
  }

  show(definition: DashboardDefinition, thing: Shown): void {
    const { name } = definition;
    const known = this.shown.get(name);
    if (known) {
      known.things.push(thing);
      return;
    }
    const things = [thing];
    this.shown.set(name, { definition, things });
    this.emit(name, () => this.detail(definition, things));
  }

  /** Rendered late: further things may come. */
  private emit(name: string, dashboard: () => Dashboard): void {
    const { namespace, path, gitops } = this.environment.resolved;
    const annotations = { ...gitopsAnnotations(gitops, 'workload', 'replaceable'), ...this.way.annotations };
    const place = { ...this.way, annotations, environment: namespace };
    const props = { '/data': 'monitoring', '/metadata': 'monitoring' };
    const origin = { thing: 'Environment', path, props };
    const render = () => fitting(path, name, renderDashboardConfigMap(place, name, renderDashboard(dashboard())));
    new ApiObject(this, name, render, { origin });
  }

  private overview(): Dashboard {
    const { namespace } = this.environment.resolved;
    const rows = dashboardNames.flatMap((name) => {
      const { definition, things } = this.shown.get(name) ?? {};
      return definition && things ? [definition.overview(matcherOf(things))] : [];
    });
    return {
      namespace,
      name: 'overview',
      title: 'overview',
      description: 'All that runs in this environment, and the alerts that hold.',
      variables: [],
      rows: [alertsRow(namespace), ...rows],
      interval: this.interval,
    };
  }

  private detail(definition: DashboardDefinition, things: readonly Shown[]): Dashboard {
    const { name, title, description, choice, variables, rows } = definition;
    const choices = things.map(({ name: text, job: value }) => ({ text, value }));
    return {
      namespace: this.environment.resolved.namespace,
      name,
      title,
      description,
      variables: [choiceVariable(choice, choices), ...variables.map(labelVariable)],
      rows,
      interval: this.interval,
    };
  }
}

/** @throws PropError when a ConfigMap has no room for a dashboard: it lists what it is about */
function fitting(path: string, name: string, configMap: Manifest): Manifest {
  const bytes = Buffer.byteLength(JSON.stringify(configMap.data));
  if (bytes <= mostDashboardBytes) return configMap;
  throw new PropError('Environment', path, [
    {
      rule: 'environment/dashboard-size',
      prop: 'monitoring.dashboards',
      must: `fit into a ConfigMap, with at most ${mostDashboardBytes} bytes for dashboard '${name}'`,
      got: `${bytes} bytes`,
      fix: 'spread the clusters over several environments, or leave dashboards out here.',
    },
  ]);
}

/**
 * Shows something on the dashboards of its environment, where there are dashboards.
 * @param name what people call it
 * @param monitor name of its PodMonitor
 */
export function showOnDashboards(
  environment: Environment,
  definition: DashboardDefinition,
  name: string,
  monitor: string,
): void {
  const { monitoring, namespace } = environment.resolved;
  if (!monitoring?.dashboards) return;
  const thing = { name, job: jobOf(monitor, namespace) };
  const existing = environment.node.tryFindChild(dashboardsId) as Dashboards | undefined;
  (existing ?? new Dashboards(environment, monitoring.dashboards, monitoring.interval)).show(definition, thing);
}
