import { pathOf } from '../../../src/tools/cluster/resources';

test.each([
  [pathOf('Pod', 'data'), '/api/v1/namespaces/data/pods'],
  [pathOf('Pod'), '/api/v1/pods'],
  [pathOf('Secret', 'data', 'a'), '/api/v1/namespaces/data/secrets/a'],
  [pathOf('Node', 'data', 'a'), '/api/v1/nodes/a'],
  [pathOf('CustomResourceDefinition', undefined, 'x.y'), '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/x.y'],
  [pathOf('Pod', '../../x', '?a'), '/api/v1/namespaces/..%2F..%2Fx/pods/%3Fa'],
])('%s', (path, expected) => {
  expect(path).toBe(expected);
});
