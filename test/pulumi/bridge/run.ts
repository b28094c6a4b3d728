import { Provider } from '@pulumi/kubernetes/provider';
import type * as pulumi from '@pulumi/pulumi';
import { Cdk8sApp, type Cdk8sAppArgs } from 'anyhouse/pulumi';
import { ApiObject, type App, Chart } from 'cdk8s';
import { type MockOptions, type Registered, underMocks } from '../../support/pulumi-mocks';

/** What a program registers under Pulumi: the objects by the paths of their constructs. */
export async function bridged<T>(
  build: (app: App) => T,
  {
    args,
    opts,
    ...mocks
  }: MockOptions & {
    readonly args?: Partial<Cdk8sAppArgs<T>>;
    readonly opts?: pulumi.ComponentResourceOptions;
  } = {},
) {
  const { result: app, resources } = await underMocks(() => {
    const provider = new Provider('cluster', { kubeconfig: 'none' });
    return new Cdk8sApp('it', { provider, build, ...args }, opts);
  }, mocks);
  const objects = new Map<string, Registered>();
  for (const resource of resources)
    if (resource.name.startsWith('it:')) objects.set(resource.name.slice('it:'.length), resource);
  return { app, resources, objects };
}

/** A program with the given objects in one chart: `chart/a`, `chart/b`. */
export function objectsIn(
  objects: Readonly<
    Record<string, { readonly kind: string; readonly apiVersion?: string; readonly [key: string]: unknown }>
  >,
) {
  return (app: App) => {
    const chart = new Chart(app, 'chart', { disableResourceNameHashes: true });
    return Object.fromEntries(
      Object.entries(objects).map(([id, { apiVersion = 'v1', metadata, ...rest }]) => [
        id,
        new ApiObject(chart, id, { apiVersion, metadata: { name: id, ...(metadata as object) }, ...rest }),
      ]),
    );
  };
}
