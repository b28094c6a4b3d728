import { clusterProvider, kubeconfigOf } from '../../src/pulumi/clusters/kubernetes-cluster';
import { underMocks, valueIn } from '../support/pulumi-mocks';

test('the provider of a cluster changes ConfigMaps and Secrets in place, and holds its kubeconfig as a secret', async () => {
  const { result, resources } = await underMocks(() => clusterProvider('prod', { kubeconfig: 'kind: Config' }, {}));
  expect(resources).toHaveLength(1);
  expect(resources[0]).toMatchObject({ type: 'pulumi:providers:kubernetes', name: 'prod', custom: true });
  expect(resources[0]?.inputs).toMatchObject({ enableConfigMapMutable: 'true', enableSecretMutable: 'true' });
  const kubeconfig = kubeconfigOf(result);
  expect(kubeconfig).toBeDefined();
  expect(await valueIn(kubeconfig!)).toEqual({ value: 'kind: Config', known: true, secret: true });
});
