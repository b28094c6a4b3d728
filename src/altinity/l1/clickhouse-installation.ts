import type { Construct } from 'constructs';
import { ApiObject } from '../../kubernetes/api-object';
import type { ClickHouseInstallationSpec } from '../spec/installation';
import { type Topology, topologyOf } from '../topology';
import { acknowledgeInstallation, installationManifest } from './manifest';
import type { InstallationProps } from './props';

/**
 * A ClickHouseInstallation with types for its whole spec, emitted as given: no defaults, no policies, no users.
 * For what a cluster usually needs take `ClickHouseCluster`.
 *
 * ```ts
 * new altinity.ClickHouseInstallation(environment, 'events', {
 *   spec: { configuration: { clusters: [{ name: 'main', layout: { shardsCount: 2 } }] } },
 * });
 * ```
 */
export class ClickHouseInstallation extends ApiObject {
  /** Hosts, names and ports that it leads to, without those of {@link ApiObject.addJsonPatch}. */
  readonly topology: Topology;

  /** @throws PropError naming every wrong prop and every field that the operator would refuse or drop */
  constructor(scope: Construct, id: string, props: InstallationProps<ClickHouseInstallationSpec>) {
    const manifest = installationManifest('ClickHouseInstallation', scope, id, props);
    // The operator copies labels to pods, where those of the chart would restart the database with every change.
    super(scope, id, manifest, { chartLabels: 'leave-out' });
    acknowledgeInstallation(this, manifest, props);
    this.topology = topologyOf({ ...manifest, metadata: this.metadata.toJson() });
  }
}
