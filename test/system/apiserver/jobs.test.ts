import { examples } from '../../../examples/index';
import { jobLabels, renderCronJob } from '../../../src/jobs/job';
import { at, list, type Manifest } from '../../../src/kubernetes/manifest';
import { environment, objectsOf } from '../../support/environments';
import type { ApiClient } from '../cluster/api-client';
import { hasCondition } from '../cluster/condition';
import { ControlPlane } from '../cluster/control-plane';
import { until } from '../cluster/until';
import { jobOf, makeDue, runJobToCompletion } from '../cluster/workloads';
import { makeNamespacesOf } from './servers';

/* Jobs and CronJobs with the controllers of Kubernetes. Pods are admitted, placed and ended; their containers do not run. */

const programs = examples.flatMap((example) =>
  (['minikube', 'eks'] as const).map((platform) => {
    const manifests = example.synth(platform);
    return { name: example.name, platform, manifests, jobs: manifests.filter(isJob) };
  }),
);
const withJobs = programs.filter(({ jobs }) => jobs.length > 0);

let plane: ControlPlane;
let client: ApiClient;
beforeAll(async () => {
  plane = await ControlPlane.start({ name: 'jobs', parts: ['controllers', 'scheduler', 'nodes'] });
  client = plane.client;
});
afterAll(() => plane?.stop());

function isJob({ kind }: Manifest): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** What decides whether a pod is admitted: limits and levels of the namespace, accounts, classes of priority. */
const admission = ['ResourceQuota', 'LimitRange', 'PriorityClass'];

async function prepare(manifests: readonly Manifest[]): Promise<void> {
  await makeNamespacesOf(client, manifests);
  for (const manifest of manifests.filter(({ kind }) => admission.includes(kind))) await client.apply(manifest);
}

if (withJobs.length > 0) {
  describe.each(withJobs)('the example $name on $platform', ({ manifests, jobs }) => {
    beforeAll(() => prepare(manifests));
    // A namespace of that name is used again by the next platform.
    afterAll(async () => {
      for (const manifest of manifests.filter(({ kind }) => kind === 'ResourceQuota')) await client.delete(manifest);
    });

    test.each(jobs.map((job) => [`${job.kind}/${job.metadata.name}`, job]))('%s runs to completion', async (_, job) => {
      const done = await runJobToCompletion(client, jobOf(job));
      expect(at(done, 'status', 'succeeded')).toBe(1);
      await client.delete(done);
    });
  });
}

describe('a CronJob as all are made', () => {
  const place = environment();
  const { namespace } = place.resolved;
  const schedule = { schedule: '* * * * *', timeZone: 'Europe/Berlin' };
  const written = renderCronJob(place.resolved, schedule, {
    name: 'due',
    podLabels: jobLabels('due'),
    containers: [{ name: 'work', image: 'a', resources: {} }],
    deadlineSeconds: 60,
    retries: 2,
  });
  beforeAll(() => prepare(objectsOf(place)));

  test('makes a Job when it is due, which a restricted namespace admits, and which runs to completion', async () => {
    await client.apply(written);
    await makeDue(client, written);
    const jobs = () => client.list('batch/v1', 'Job', namespace);
    const job = await until(
      async () => (await jobs()).find((one) => hasCondition(one, 'Complete')),
      () => 'the CronJob has made no Job that is complete',
    );
    expect(list(at(job, 'metadata', 'ownerReferences'))).toMatchObject([{ kind: 'CronJob', name: 'due' }]);
    await client.waitFor(written, (object) => at(object, 'status', 'lastSuccessfulTime') !== undefined);
  });

  test.each([
    ['a time zone', { ...schedule, timeZone: 'Europe/Atlantis' }, 'spec.timeZone: Invalid value: "Europe/Atlantis"'],
    ['a schedule', { ...schedule, schedule: '0 3 * * 8' }, 'spec.schedule: Invalid value: "0 3 * * 8"'],
  ])('with %s that is none is refused by the API server', async (_, wrong, message) => {
    const verdict = await client.dryRun({ ...written, spec: { ...written.spec, ...wrong } } as Manifest);
    expect(verdict).toMatchObject({ accepted: false, message: expect.stringContaining(message) });
  });
});

test('a Job that the namespace does not admit says why', async () => {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'strict', labels } });
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'careless', namespace: 'strict' },
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'work', image: 'a' }] } } },
  };
  await client.apply(job);
  const ask = async () =>
    (await client.list('v1', 'Event', 'strict'))
      .map((event) => String(at(event, 'message')))
      .find((message) => message.includes('violates PodSecurity'));
  expect(await until(ask, () => 'nobody has complained')).toContain('runAsNonRoot');
  expect(list(await client.list('v1', 'Pod', 'strict'))).toEqual([]);
});
