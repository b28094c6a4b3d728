import { Construct } from 'constructs';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import { groups, kinds } from './marks';
import type { Downtime, ResolvedSchedule, Scheduled, UptimeScheduleProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Stops clusters when nobody needs them, and starts them again: by the clock, or when they are idle. Pods go, so that
 * autoscalers take their nodes away; volumes stay.
 *
 * ```ts
 * new UptimeSchedule(environment, 'nights', {
 *   clusters: [events],
 *   up: '0 7 * * 1-5',
 *   down: '0 20 * * 1-5',
 *   timeZone: 'Europe/Berlin',
 * });
 * ```
 *
 * It writes `spec.stop` of its clusters and Keepers at run time, so no manifest may say anything there.
 */
export class UptimeSchedule extends Construct {
  /** Name of its objects. */
  readonly name: string;
  /** What it saves by the clock. */
  readonly downtime: Downtime;
  private readonly schedule: ResolvedSchedule;
  private readonly environment: Environment;
  private readonly emitted: Manifest[] = [];

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: UptimeScheduleProps) {
    super(scope, id);
    const part = parts();
    this.environment = Environment.of(this);
    this.schedule = part.resolveSchedule(this.node.path, id, this.environment.resolved, props);
    this.name = this.schedule.name;
    this.downtime = this.schedule.downtime;
    if (this.schedule.idle) this.askAs(props);
    // Rendered late: whether somebody else uses a Keeper is known when the program is complete.
    const scheduled = (): Scheduled => ({
      clusters: props.clusters.map(part.clusterOf),
      keepers: part.keepersOf(this.node.root, props.clusters, props.keepers),
    });
    this.emitAccess(scheduled, props);
    this.emitJobs(scheduled, props);
    this.own(scheduled());
    this.environment.acknowledge(props.acknowledge, ...this.emitted);
  }

  /** Gives the check a user in each cluster. */
  private askAs({ clusters }: UptimeScheduleProps): void {
    const { idleUser, idleUserOf } = parts();
    const host = `${this.name}-idle.${this.environment.resolved.namespace}.svc.cluster.local`;
    for (const cluster of clusters)
      cluster.contribute({
        by: `UptimeSchedule '${this.node.path}'`,
        users: { [idleUser]: idleUserOf(cluster.name) },
        userHosts: { [idleUser]: [host] },
      });
  }

  private emitAccess(scheduled: () => Scheduled, { transform }: UptimeScheduleProps): void {
    const part = parts();
    const { schedule } = this;
    const { resolved: place, dnsEgress } = this.environment;
    const { policy = same } = transform ?? {};
    this.emit('policy', () => policy(part.renderSchedulePolicy(schedule, place, dnsEgress)));
    for (const index of part.renderScheduleAccess(schedule, place, scheduled()).keys()) {
      const render = () => part.renderScheduleAccess(schedule, place, scheduled())[index] as Manifest;
      this.emit(render().kind.toLowerCase(), render);
    }
    this.emit('pods', () => part.renderIdleName(schedule, place));
    this.emit('scripts', () => part.renderIdleFiles(schedule, place, scheduled()));
  }

  private emitJobs(scheduled: () => Scheduled, { transform }: UptimeScheduleProps): void {
    const part = parts();
    const { schedule } = this;
    const { resolved: place } = this.environment;
    const { stop = same, start = same, idle = same } = transform ?? {};
    const changed = <T>(change: (manifest: T) => T, manifest: T | undefined) => manifest && change(manifest);
    this.emit('stop', () => changed(stop, part.renderStop(schedule, place, scheduled())));
    this.emit('start', () => changed(start, part.renderStart(schedule, place, scheduled())));
    this.emit('idle', () => changed(idle, part.renderIdle(schedule, place, scheduled())));
    this.emit('alerts', () => part.renderScheduleMonitoring(schedule, place, scheduled()));
  }

  /** An object, if it is rendered at all: whether it is depends on the props alone. */
  private emit(id: string, render: () => Manifest | undefined): void {
    const manifest = render();
    if (!manifest) return;
    this.emitted.push(manifest);
    new ApiObject(this, id, render as () => Manifest, { origin: parts().scheduleOrigin(this.node.path) });
  }

  /** Tells those who deliver the environment which fields are not theirs. */
  private own({ clusters, keepers }: Scheduled): void {
    const by = `UptimeSchedule '${this.node.path}'`;
    const { delivery } = this.environment;
    for (const what of ['cluster', 'keeper'] as const)
      for (const { name } of what === 'cluster' ? clusters : keepers)
        delivery.addOwnedField({ group: groups[what], kind: kinds[what], name, jsonPointers: ['/spec/stop'], by });
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
