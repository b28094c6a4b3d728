import { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import { Platform } from 'anyhouse';
import { Cdk8sApp } from 'anyhouse/pulumi';
import { analytics } from '../../examples/quickstart/analytics';
import { treeOf, underMocks } from '../support/pulumi-mocks';

test('x', async () => {
  const { result, resources } = await underMocks(() => {
    const provider = new Provider('local', { kubeconfig: 'x' });
    return new Cdk8sApp('analytics', { provider, build: (app) => analytics(app, Platform.minikube()) });
  });
  console.log(treeOf(resources).join('\n'));
  console.log(resources.map((r) => `${r.name} ${r.started} ${r.ended}`).join('\n'));
  console.log(JSON.stringify(resources.find((r) => r.type.endsWith(':ClickHouseInstallation'))?.inputs).slice(0, 300));
  expect(result.resources.size).toBe(22);
});
