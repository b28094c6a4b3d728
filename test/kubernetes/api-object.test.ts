import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ApiObject } from '../../src/kubernetes/api-object';
import { isClusterScoped } from '../../src/kubernetes/kinds';

const chart = (labels = {}) => new Chart(new App(), 'chart', { namespace: 'here', labels });
const storageClass = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' } };
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { key: 'value' } };

test('a cluster-scoped object gets no namespace from its chart', () => {
  const place = chart();
  new ApiObject(place, 'class', storageClass);
  expect(Testing.synth(place)[0].metadata).toEqual({ name: 'fast' });
});

test('other objects get the namespace of their chart', () => {
  const place = chart();
  new ApiObject(place, 'config', configMap);
  expect(Testing.synth(place)[0].metadata).toEqual({ name: 'config', namespace: 'here' });
});

test('labels of the chart can be kept off', () => {
  const place = chart({ team: 'a' });
  new ApiObject(place, 'config', configMap);
  new ApiObject(place, 'other', { ...configMap, metadata: { name: 'other' } }, { chartLabels: 'leave-out' });
  expect(Testing.synth(place).map((object) => object.metadata.labels)).toEqual([{ team: 'a' }, undefined]);
});

test('a manifest given as a function is asked at each synthesis', () => {
  const place = chart();
  let value = 'early';
  new ApiObject(place, 'config', () => ({ ...configMap, data: { key: value } }));
  value = 'late';
  expect(Testing.synth(place)[0].data).toEqual({ key: 'late' });
});

test('annotations of such a manifest follow, new ones too', () => {
  const place = chart();
  let annotations: Record<string, string> = { names: 'a' };
  const object = new ApiObject(place, 'config', () => ({ ...configMap, metadata: { name: 'config', annotations } }));
  annotations = { names: 'a,b', further: 'c' };
  expect(Testing.synth(place)[0].metadata.annotations).toEqual({ names: 'a,b', further: 'c' });
  object.metadata.addAnnotation('names', 'mine');
  annotations = { names: 'a,b,d', further: 'e' };
  expect(Testing.synth(place)[0].metadata.annotations).toEqual({ names: 'mine', further: 'e' });
});

test('JSON patches reach the output', () => {
  const place = chart();
  new ApiObject(place, 'config', configMap).addJsonPatch(JsonPatch.add('/data/more', 'yes'));
  expect(Testing.synth(place)[0].data).toEqual({ key: 'value', more: 'yes' });
});

test.each([
  ['v1', 'Namespace', true],
  ['v1', 'Secret', false],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', true],
  ['rbac.authorization.k8s.io/v1', 'Role', false],
  ['cert-manager.io/v1', 'ClusterIssuer', true],
  ['example.com/v1', 'StorageClass', false],
])('%s %s is cluster-scoped: %p', (apiVersion, kind, expected) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(expected);
});
