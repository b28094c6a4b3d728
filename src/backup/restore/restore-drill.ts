import { Construct } from 'constructs';
import { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import { Environment } from '../../environment/environment';
import { ApiObject } from '../../kubernetes/api-object';
import type { Manifest } from '../../kubernetes/manifest';
import type { RestoreDrillProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Tries out each month whether backups can be restored: into a scratch installation, whose rows are compared with those of the
 * source, and which is removed again.
 *
 * ```ts
 * const scratch = new Environment(app, 'drill', { platform });
 * new RestoreDrill(scratch, 'events-drill', {
 *   backups: backup,
 *   store: BackupStore.s3({ bucket: 'company-clickhouse-backup', region: 'eu-west-1', keys: { name: 'backup-reader' } }),
 *   storageClass: 'gp3-scratch',
 * });
 * ```
 */
export class RestoreDrill extends Construct {
  /** Name of its CronJob, and of the scratch installation. */
  readonly name: string;
  /** The scratch cluster, whose users have passwords, too: `clusters: [drill.scratch]` of ExternalCredentials. */
  readonly scratch: ClickHouseCluster;
  /** Secrets that have to be in the namespace of the drill; the first one is the same as in that of the source. */
  readonly secretNames: readonly string[];

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: RestoreDrillProps) {
    super(scope, id);
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const drill = part.resolveDrill(this.node.path, id, place, props);
    const { backups, databases, store, image, identity } = props;
    const { registry } = Environment.of(backups.cluster).resolved.images;
    const cluster = new ClickHouseCluster(this, 'scratch', part.scratchProps(props, drill, registry));
    const given = { name: drill.name, cluster, from: backups, store, databases, image, identity };
    const restore = part.resolveRestore(this.node.path, id, place, {
      ...given,
      deadlineHours: drill.deadlineSeconds / 3600,
    });
    const by = `RestoreDrill '${this.node.path}'`;
    for (const contribution of part.restoreContributions(by, restore, cluster.resolved, place))
      cluster.contribute(contribution);
    cluster.contribute({ by, settings: part.embeddedKeeper });
    const { cluster: source } = backups.resolved;
    const asking = { ...drill, namespace: place.namespace, source: source.name };
    backups.cluster.contribute(part.drillContribution(by, asking));

    const installation = takeInstallation(cluster);
    const origin = part.restoreOrigin(this.node.path);
    const emit = (object: string, manifest: Manifest | (() => Manifest)) =>
      new ApiObject(this, object, manifest, { origin });
    const transform = { job: same, policy: same, ...props.transform };
    const policy = part.renderDrillPolicies(drill, restore, source, place, environment.dnsEgress);
    const objects = [
      emit('policy', transform.policy(policy)),
      emit('service', part.renderJobAddresses(restore, place)),
      emit('scripts', () => part.renderDrillFiles(place, restore, installation.toJson())),
      ...part.renderDrillAccess(drill, place).map((manifest) => emit(manifest.kind.toLowerCase(), manifest)),
      emit('job', transform.job(part.renderDrillJob(drill, restore, source, place))),
      ...part.renderDrillMonitoring(drill, source, place).map((manifest) => emit('alerts', manifest)),
    ];
    environment.acknowledge(props.acknowledge, ...objects.map(({ kind, name }) => ({ kind, metadata: { name } })));
    this.name = drill.name;
    this.scratch = cluster;
    this.secretNames = part.drillSecrets(source.name, drill.name, store);
  }
}

/**
 * The installation is made by the job. What stands around it, such as its policy, stays, but for what goes by servers that run:
 * alerts would say all month that they do not, and the drill has alerts of its own.
 */
function takeInstallation(cluster: ClickHouseCluster): ApiObject {
  const { node } = cluster;
  const installation = node.findChild('installation') as ApiObject;
  node.tryRemoveChild('installation');
  for (const { node: child } of node.children)
    if (child.id.startsWith('disruption-budget') || child.id === 'prometheusrule') node.tryRemoveChild(child.id);
  return installation;
}

function same<T>(manifest: T): T {
  return manifest;
}
