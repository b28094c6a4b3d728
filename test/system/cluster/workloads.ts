import { at, list, type Manifest, record } from '../../../src/kubernetes/manifest';
import type { ApiClient } from './api-client';
import { hasCondition } from './condition';

/** The Job that `kubectl create job --from=cronjob/NAME` makes, or the Job itself. */
export function jobOf(manifest: Manifest, name = `${manifest.metadata.name}-now`): Manifest {
  if (manifest.kind === 'Job') return manifest;
  const template = record(at(manifest, 'spec', 'jobTemplate'));
  const { labels = {}, annotations = {} } = record(template.metadata);
  const { namespace } = manifest.metadata;
  const metadata = { name, namespace, labels, annotations } as Manifest['metadata'];
  return { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: template.spec };
}

/**
 * Makes a Job and waits until it is complete: its pods were admitted, found a node, and ended. What their containers do is
 * not run. @throws after a minute, with what the cluster has said about it
 */
export async function runJobToCompletion(client: ApiClient, job: Manifest): Promise<Manifest> {
  await client.apply(job);
  try {
    return await client.waitFor(job, (object) => hasCondition(object, 'Complete'));
  } catch (error) {
    const events = await client.list('v1', 'Event', job.metadata.namespace);
    const said = events.map((event) => `${at(event, 'reason')}: ${at(event, 'message')}`);
    throw new Error(`${(error as Error).message}\n${said.join('\n')}`);
  }
}

/**
 * Makes a CronJob due at once: its last run is said to be so many seconds ago. One of these has to be a time of its schedule, and
 * within its deadline for starting.
 */
export async function makeDue(client: ApiClient, { metadata }: Manifest, secondsAgo = 120): Promise<void> {
  const lastScheduleTime = new Date(Date.now() - secondsAgo * 1000).toISOString().replace(/\.\d+/, '');
  const path = `/apis/batch/v1/namespaces/${metadata.namespace}/cronjobs/${metadata.name}/status`;
  const contentType = 'application/merge-patch+json';
  const { status, body } = await client.send({
    method: 'PATCH',
    path,
    contentType,
    body: { status: { lastScheduleTime } },
  });
  if (status !== 200) throw new Error(`the CronJob was not made due: ${JSON.stringify(body)}`);
}

/** Asks to evict a pod, as `kubectl drain` does. Gives what the API server says: `evicted`, or why not. */
export async function evict(client: ApiClient, namespace: string, name: string): Promise<string> {
  const { status, body } = await client.send({
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/pods/${name}/eviction`,
    body: { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } },
  });
  return status < 300 ? 'evicted' : String(record(body).message);
}

/** Whether nodes take new pods. */
export async function setSchedulable(client: ApiClient, nodes: 'open' | 'cordoned'): Promise<void> {
  for (const { metadata } of await client.list('v1', 'Node')) {
    const { status } = await client.send({
      method: 'PATCH',
      path: `/api/v1/nodes/${metadata.name}`,
      contentType: 'application/merge-patch+json',
      body: { spec: { unschedulable: nodes === 'cordoned' } },
    });
    if (status !== 200) throw new Error(`node ${metadata.name} could not be ${nodes}`);
  }
}

/** Names of the pods that are ready and not on their way out. */
export async function readyPods(client: ApiClient, namespace: string): Promise<readonly string[]> {
  const pods = await client.list('v1', 'Pod', namespace);
  const ready = pods.filter(
    (pod) => at(pod, 'metadata', 'deletionTimestamp') === undefined && hasCondition(pod, 'Ready'),
  );
  return ready.map(({ metadata }) => metadata.name).sort();
}

/**
 * The StatefulSet that the operator makes for a pod: one for each, of one replica. Without claims, for disks are not what is
 * tried here.
 */
export function statefulSetOf({ metadata: { name, namespace, labels }, spec }: Manifest): Manifest {
  const podSpec = record(spec);
  const volumes = list(podSpec.volumes)
    .map(record)
    .map((volume) => (volume.persistentVolumeClaim === undefined ? volume : { name: volume.name, emptyDir: {} }));
  const object = name.replace(/-0$/, '');
  const matchLabels = { 'test/host': object };
  const { hostname: _, subdomain, ...template } = podSpec;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: object, namespace },
    spec: {
      replicas: 1,
      serviceName: subdomain,
      selector: { matchLabels },
      template: { metadata: { labels: { ...labels, ...matchLabels } }, spec: { ...template, volumes } },
    },
  } as Manifest;
}
