import type { Manifest } from 'anyhouse';
import type { LiveObject } from '../../../src/tools/cluster/cluster';
import type { ResourceKind } from '../../../src/tools/cluster/resources';
import { Snapshot } from '../../../src/tools/wait/snapshot';
import { targetsOf } from '../../../src/tools/wait/state';
import { workloadState } from '../../../src/tools/wait/workload-state';
import { event, pod } from './objects';

const manifest = (kind: string): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'edge', namespace: 'data' },
  spec: { template: { metadata: { labels: { app: 'edge' } } } },
});
const stateOf = (
  kind: ResourceKind,
  live: object | undefined,
  objects: Partial<Record<ResourceKind, LiveObject[]>> = {},
) => {
  const [target] = targetsOf([manifest(kind)]);
  if (!target) throw new Error(`${kind} is not waited for`);
  const found = live && ({ ...manifest(kind), ...live } as LiveObject);
  return workloadState(target, new Snapshot(0, { [kind]: found ? [found] : [], ...objects }));
};
const deployment = (status: object, generation = 2) => ({
  metadata: { name: 'edge', namespace: 'data', generation },
  spec: { replicas: 2 },
  status: { observedGeneration: 2, replicas: 2, updatedReplicas: 2, availableReplicas: 2, ...status },
});

test('a rollout is ready when all new pods are available and no old ones are left', () => {
  expect(stateOf('Deployment', deployment({}))).toMatchObject({ phase: 'ready', summary: '2 of 2 pods ready' });
  expect(stateOf('Deployment', deployment({ replicas: 3 })).phase).toBe('waiting');
  expect(stateOf('Deployment', deployment({ availableReplicas: 1 })).summary).toBe('1 of 2 pods ready');
});

test('the status of the version before does not count', () => {
  expect(stateOf('Deployment', deployment({}, 3)).phase).toBe('waiting');
});

test('a DaemonSet is ready on all nodes', () => {
  const status = { desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 };
  expect(stateOf('DaemonSet', { status })).toMatchObject({ phase: 'waiting', summary: '2 of 3 pods ready' });
  expect(stateOf('DaemonSet', { status: { ...status, numberAvailable: 3 } }).phase).toBe('ready');
});

test('pods that are refused are explained by the Deployment', () => {
  const message = 'pods "edge-1-x" is forbidden: exceeded quota: small';
  const conditions = [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }];
  expect(stateOf('Deployment', deployment({ availableReplicas: 0, conditions })).hindrances).toEqual([
    { object: 'data/edge', why: 'FailedCreate, exceeded quota: small' },
  ]);
});

test('pods that do not start are explained by themselves', () => {
  const stuck = pod('edge-1', {
    phase: 'Pending',
    containerStatuses: [{ name: 'proxy', state: { waiting: { reason: 'ErrImagePull', message: 'no such image' } } }],
  });
  const labelled = { ...stuck, metadata: { ...stuck.metadata, labels: { app: 'edge' } } };
  expect(stateOf('Deployment', deployment({ availableReplicas: 0 }), { Pod: [labelled] })).toMatchObject({
    detail: 'edge-1: does not start',
    hindrances: [{ object: 'data/edge-1', why: 'ErrImagePull: no such image' }],
  });
});

test('a StatefulSet that may not make pods says so', () => {
  const why =
    'create Pod edge-0 in StatefulSet edge failed error: pods "edge-0" is forbidden: violates PodSecurity "restricted:latest"';
  const notice = event('StatefulSet', 'edge', 'FailedCreate', why);
  expect(stateOf('StatefulSet', { status: {} }, { Event: [notice] }).hindrances).toEqual([
    { object: 'data/edge', why: 'FailedCreate, violates PodSecurity "restricted:latest"' },
  ]);
});

test('a Job is done, fails for good, or goes on', () => {
  const ended = (type: string) => ({ status: { conditions: [{ type, status: 'True', reason: 'R', message: 'm' }] } });
  expect(stateOf('Job', ended('Complete'))).toMatchObject({ phase: 'ready', summary: 'done' });
  expect(stateOf('Job', ended('Failed'))).toMatchObject({
    phase: 'failed',
    hindrances: [{ object: 'data/edge', why: 'R: m' }],
  });
  expect(stateOf('Job', { status: {} }).phase).toBe('waiting');
});

test('what is not there is not applied yet', () => {
  expect(stateOf('Deployment', undefined).summary).toBe('not applied yet');
});

/** A Deployment whose pods mount a certificate, with one pod that does not start. */
function withoutCertificate(latest: LiveObject, ...certificates: LiveObject[]) {
  const labels = { app: 'edge' };
  const items = ['tls.crt', 'tls.key'].map((key) => ({ key, path: key }));
  const volumes = [
    { name: 'certificate', secret: { secretName: 'edge-tls', items } },
    { name: 'authority-other', configMap: { name: 'other-ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  ];
  const edge: Manifest = {
    ...manifest('Deployment'),
    spec: { template: { metadata: { labels }, spec: { volumes } } },
  };
  const live = { ...edge, ...deployment({ availableReplicas: 0 }) } as LiveObject;
  const starting = { metadata: { name: 'edge-1', namespace: 'data', labels }, status: { phase: 'Pending' } };
  const [target] = targetsOf([edge]);
  if (!target) throw new Error('a Deployment is waited for');
  const objects = { Deployment: [live], Pod: [starting], Event: [latest], Certificate: certificates };
  const { summary, detail, hindrances } = workloadState(target, new Snapshot(0, objects));
  return { summary, detail, hindrances };
}
const notMounted = (what: string) =>
  event('Pod', 'edge-1', 'FailedMount', `MountVolume.SetUp failed for volume "certificate" : ${what} not found`);
const certificate = (status: object): LiveObject => ({
  metadata: { name: 'edge-tls', namespace: 'data' },
  spec: { secretName: 'edge-tls' },
  ...status,
});

test('pods whose certificate is missing wait for it, and say who does not make it', () => {
  expect(withoutCertificate(notMounted('secret "edge-tls"'))).toEqual({
    summary: 'waits for its certificate',
    detail: undefined,
    hindrances: [{ object: 'data/edge', why: 'Secret edge-tls is missing' }],
  });
  expect(withoutCertificate(notMounted('configmap "other-ca"')).hindrances[0]?.why).toBe(
    'ConfigMap other-ca is missing',
  );
});

test('a certificate that cert-manager cannot make is explained by cert-manager', () => {
  const message = 'Issuing certificate as Secret does not exist';
  const conditions = [
    { type: 'Issuing', status: 'True', message: 'other' },
    { type: 'Ready', status: 'False', message },
  ];
  const why = (status: object) =>
    withoutCertificate(notMounted('secret "edge-tls"'), certificate(status)).hindrances[0]?.why;
  expect(why({ status: { conditions } })).toBe(`Certificate edge-tls: ${message}`);
  expect(why({})).toBe('Certificate edge-tls: cert-manager has not taken it up');
});

test('other volumes that are missing are told as they are', () => {
  const { summary, hindrances } = withoutCertificate(notMounted('secret "other"'));
  expect(summary).toBe('0 of 2 pods ready');
  expect(hindrances[0]?.why).toMatch(/^FailedMount: .* secret "other" not found$/);
});
