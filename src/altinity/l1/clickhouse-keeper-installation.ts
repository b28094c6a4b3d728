import type { Construct } from 'constructs';
import { ApiObject } from '../../kubernetes/api-object';
import type { ClickHouseKeeperInstallationSpec } from '../spec/keeper-installation';
import { type Topology, topologyOf } from '../topology';
import { acknowledgeInstallation, installationManifest } from './manifest';
import type { InstallationProps } from './props';

/**
 * A ClickHouseKeeperInstallation with types for its whole spec, emitted as given: no defaults, no policies.
 * For what a quorum usually needs take `Keeper`.
 *
 * ```ts
 * new altinity.ClickHouseKeeperInstallation(environment, 'keeper', {
 *   spec: { configuration: { clusters: [{ name: 'main', layout: { replicasCount: 3 } }] } },
 * });
 * ```
 */
export class ClickHouseKeeperInstallation extends ApiObject {
  /** Members, names and ports that it leads to, without those of {@link ApiObject.addJsonPatch}. */
  readonly topology: Topology;

  /** @throws PropError naming every wrong prop and every field that the operator would refuse or drop */
  constructor(scope: Construct, id: string, props: InstallationProps<ClickHouseKeeperInstallationSpec>) {
    const manifest = installationManifest('ClickHouseKeeperInstallation', scope, id, props);
    // The operator copies labels to pods, where those of the chart would restart the quorum with every change.
    super(scope, id, manifest, { chartLabels: 'leave-out' });
    acknowledgeInstallation(this, manifest, props);
    this.topology = topologyOf({ ...manifest, metadata: this.metadata.toJson() });
  }
}
