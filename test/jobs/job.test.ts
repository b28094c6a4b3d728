import { jobLabels, renderCronJob, renderJob, renderJobPolicy, renderScripts } from '../../src/jobs/job';
import { environment } from '../support/environments';

const { resolved } = environment({ images: { pullSecrets: ['registry'] }, gitops: 'argocd' });
const options = {
  name: 'events-backup',
  podLabels: jobLabels('events-backup'),
  containers: [
    {
      name: 'backup',
      image: 'clickhouse/clickhouse-server:26.3.33.24',
      command: ['/bin/sh', '/scripts/backup.sh'],
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
    },
  ],
  scripts: 'events-backup-scripts',
  deadlineSeconds: 3600,
  retries: 2,
};

test('a job meets Pod Security restricted, and has no token of the API server', () => {
  const { spec } = renderJob(resolved, options);
  const pod = spec.template.spec;
  expect(pod).toMatchObject({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    imagePullSecrets: [{ name: 'registry' }],
    restartPolicy: 'Never',
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(pod?.serviceAccountName).toBeUndefined();
  expect(pod?.containers[0]?.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  });
  expect(pod?.containers[0]?.volumeMounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'scripts', mountPath: '/scripts', readOnly: true },
  ]);
  expect(spec).toMatchObject({ activeDeadlineSeconds: 3600, backoffLimit: 2 });
});

test('only an account that the API server knows has its token mounted', () => {
  expect(renderJob(resolved, { ...options, serviceAccountName: 'stop' }).spec.template.spec).toMatchObject({
    serviceAccountName: 'stop',
    automountServiceAccountToken: true,
  });
  expect(renderJob(resolved, { ...options, cloudAccountName: 'bucket' }).spec.template.spec).toMatchObject({
    serviceAccountName: 'bucket',
    automountServiceAccountToken: false,
  });
});

test('a CronJob never runs twice at once, and says in which time zone it runs', () => {
  const { spec, metadata } = renderCronJob(resolved, { schedule: '0 3 * * *', timeZone: 'Europe/Berlin' }, options);
  expect(spec).toMatchObject({
    schedule: '0 3 * * *',
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
  });
  expect(spec.jobTemplate.spec).toEqual(renderJob(resolved, options).spec);
  expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '10' });
});

test('a Job that has left the repository leaves its Application in sync, and no other tool hears of it', () => {
  expect(renderJob(resolved, options).metadata.annotations).toMatchObject({
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-wave': '10',
  });
  expect(renderJob({ ...resolved, gitops: 'flux' }, options).metadata.annotations).toEqual({});
});

test('nothing reaches a job', () => {
  const policy = renderJobPolicy(resolved, 'events-backup', options.podLabels, [{ ports: [{ port: 443 }] }]);
  expect(policy.spec).toEqual({
    podSelector: { matchLabels: { 'anyhouse.dev/job': 'events-backup' } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [{ ports: [{ port: 443 }] }],
  });
});

test('scripts lie in a ConfigMap that is there before the job', () => {
  const { metadata, data } = renderScripts(resolved, 'events-backup-scripts', { 'backup.sh': 'exit 0\n' });
  expect(data).toEqual({ 'backup.sh': 'exit 0\n' });
  expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '-20' });
});
