import { Construct } from 'constructs';
import { Environment } from '../../environment/environment';
import { ApiObject } from '../../kubernetes/api-object';
import type { Manifest } from '../../kubernetes/manifest';
import type { RestoreProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Brings a backup back into an empty cluster, once.
 *
 * ```ts
 * new Restore(environment, 'after-incident', { cluster: events, from: backup });
 * ```
 *
 * Its job refuses a cluster that has tables, ends well without doing anything when it has ended well before, and is never removed or
 * tried again by itself. Remove the construct when it is done: its user may write everything.
 */
export class Restore extends Construct {
  /** Name of its job, with a hash: a changed restore is another job. */
  readonly jobName: string;
  /** Name of what it does, as the database remembers it: a table `system.finished_restores` on every server. */
  readonly mark: string;

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: RestoreProps) {
    super(scope, id);
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const restore = part.resolveRestore(this.node.path, id, place, props);
    if (restore.place === 'elsewhere') part.claimReader(this.node.path, props.cluster, restore.reader);
    const by = `Restore '${this.node.path}'`;
    for (const contribution of part.restoreContributions(by, restore, props.cluster.resolved, place))
      props.cluster.contribute(contribution);

    const origin = part.restoreOrigin(this.node.path);
    const emit = (object: string, manifest: Manifest) => new ApiObject(this, object, manifest, { origin });
    const transform = { job: same, policy: same, ...props.transform };
    const job = part.withHashedName(transform.job(part.renderRestoreJob(restore, place)));
    const objects = [
      emit('policy', transform.policy(part.renderRestorePolicy(restore, place, environment.dnsEgress))),
      emit('service', part.renderJobAddresses(restore, place)),
      emit('scripts', part.renderScripts(place, part.restoreScriptsName(restore), restore.files)),
      emit('job', job),
    ];
    environment.acknowledge(props.acknowledge, ...objects.map(({ kind, name }) => ({ kind, metadata: { name } })));
    this.jobName = job.metadata.name;
    this.mark = restore.mark;
  }
}

function same<T>(manifest: T): T {
  return manifest;
}
