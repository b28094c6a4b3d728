import { Construct } from 'constructs';
import { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { ChangeWindowProps, ResolvedWindow } from './window-options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * When changes may be delivered. It gates delivery and not the running installation: an installation that is suspended with
 * changes waiting ends as Aborted, and cannot be stopped meanwhile.
 *
 * ```ts
 * new ChangeWindow(environment, 'office-hours', {
 *   windows: [{ schedule: '0 9 * * 1-4', duration: '7h' }],
 *   timeZone: 'Europe/Berlin',
 * });
 * ```
 *
 * Argo CD gets it as sync windows of its AppProject, Flux as jobs that suspend a Kustomization, `pulumi up` refuses to run, and
 * `anyhouse window` tells any pipeline.
 */
export class ChangeWindow extends Construct {
  /** Name of its objects. */
  readonly name: string;
  /** All windows. */
  readonly windows: readonly ResolvedWindow[];

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: ChangeWindowProps) {
    super(scope, id);
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place, dnsEgress, delivery } = environment;
    const window = part.resolveChangeWindow(this.node.path, id, place, props);
    part.claimEnvironment(this.node.path, delivery.syncWindows);
    this.name = window.name;
    this.windows = window.windows;
    const origin = { thing: 'ChangeWindow', path: this.node.path, props: { '/spec/schedule': 'windows' } };
    const emit = (child: string, manifest: Manifest) => new ApiObject(this, child, manifest, { origin });
    const manifests = [part.renderWindowData(window, place), ...part.renderFluxGate(window, place, dnsEgress)];
    for (const manifest of manifests) emit(`${manifest.kind.toLowerCase()}-${manifest.metadata.name}`, manifest);
    for (const { kind, schedule, duration, timeZone, byHand } of window.windows)
      delivery.addSyncWindow({
        kind,
        schedule,
        duration,
        timeZone,
        ...(byHand === 'allowed' && { manualSync: true }),
        description: `ChangeWindow ${this.node.path}`,
      });
    environment.acknowledge(props.acknowledge, ...manifests);
  }
}
