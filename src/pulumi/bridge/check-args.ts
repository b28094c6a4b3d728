import * as pulumi from '@pulumi/pulumi';
import { Problems } from '../../kubernetes/prop-error';
import { type Check, callback, leaf, line, required, shape, trusted, when, wholeNumber } from '../../kubernetes/shape';
import { demandSameCopy } from '../copies';
import type { Cdk8sAppArgs } from './cdk8s-app';

const isKubernetesProvider = (value: unknown) =>
  pulumi.ProviderResource.isInstance(value) &&
  (value as unknown as { getPackage(): string }).getPackage() === 'kubernetes';

/** The provider of a cluster. One of another package would be passed over, and the default one taken. */
export const kubernetesProvider: Check = required(
  leaf(isKubernetesProvider, {
    rule: 'pulumi/provider',
    must: 'be a provider of @pulumi/kubernetes',
    fix: 'write provider: cluster.provider, or new Provider(...) of @pulumi/kubernetes.',
  }),
  {
    rule: 'pulumi/provider',
    must: 'say where the objects go: the current context of kubectl may be anything',
    fix: 'write provider: cluster.provider.',
  },
);

const args = shape<Cdk8sAppArgs>({
  provider: kubernetesProvider,
  build: required(callback, { must: 'be the program', fix: 'write build: (app) => analytics(app, cluster.platform).' }),
  waitMinutes: when((value) => value === 'none', trusted, wholeNumber(1, 24 * 60)),
  kubeconfig: trusted,
  allowDeletion: line,
  aliases: callback,
  transform: callback,
});

/** @throws PropError naming every wrong argument */
export function checkArgs(name: string, given: Cdk8sAppArgs, opts: pulumi.ComponentResourceOptions): void {
  const problems = new Problems('Cdk8sApp', name);
  problems.check(args, given);
  for (const option of ['provider', 'providers'] as const)
    if (opts[option] !== undefined)
      problems.add({
        rule: 'pulumi/provider',
        prop: `opts.${option}`,
        must: 'be left out: the provider is an argument',
        gotText: 'a provider',
        fix: 'write new Cdk8sApp(name, { provider, build }).',
      });
  problems.throwIfAny();
  demandSameCopy(`Cdk8sApp '${name}': provider`, given.provider);
}
