import {
  ClickHouseCluster,
  Environment,
  Keeper,
  type Manifest,
  Platform,
  UptimeSchedule,
  type UptimeScheduleProps,
} from 'anyhouse';
import { type App, App as Cdk8sApp, Testing } from 'cdk8s';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });

/** What a test changes about the usual environment. */
export interface Changes {
  readonly props?: Partial<UptimeScheduleProps>;
  readonly more?: (environment: Environment, keeper: Keeper, events: ClickHouseCluster) => void;
  readonly cluster?: Partial<ConstructorParameters<typeof ClickHouseCluster>[2]>;
}

/** A cluster with a Keeper that nobody else uses, and a schedule for both. */
export function scheduledProgram({ props, more, cluster }: Changes = {}) {
  return (app: App) => {
    const environment = new Environment(app, 'analytics', { platform, stage: 'development' });
    const keeper = new Keeper(environment, 'keeper');
    const events = new ClickHouseCluster(environment, 'events', {
      replication: { replicas: 2, keeper },
      storage: { size: '10Gi' },
      ...cluster,
    });
    more?.(environment, keeper, events);
    return new UptimeSchedule(environment, 'nights', {
      clusters: [events],
      up: '0 7 * * 1-5',
      down: '0 20 * * 1-5',
      timeZone: 'Europe/Berlin',
      ...props,
    });
  };
}

/** The schedule itself. */
export function schedule(changes: Changes = {}): UptimeSchedule {
  return scheduledProgram(changes)(new Cdk8sApp());
}

/** All objects, without looking at rules. */
export function scheduled(changes: Changes = {}): readonly Manifest[] {
  const app = new Cdk8sApp();
  scheduledProgram(changes)(app);
  return app.charts.flatMap((chart) => Testing.synth(chart) as Manifest[]);
}
