import * as pulumi from '@pulumi/pulumi';
import { demandSameCopy } from '../../src/pulumi/copies';
import { underMocks } from '../support/pulumi-mocks';

/** Another copy of Pulumi, as a second installation would bring it. */
function anotherCopy(): typeof pulumi {
  let copy: typeof pulumi | undefined;
  jest.isolateModules(() => {
    copy = jest.requireActual('@pulumi/pulumi');
  });
  expect(copy).not.toBe(pulumi);
  return copy!;
}

test.each<[string, pulumi.Output<unknown>]>([
  ['plain', pulumi.output('text')],
  ['secret', pulumi.secret('text')],
  ['derived', pulumi.output('text').apply((text) => text.length)],
  ['lifted', pulumi.output({ field: 'text' }).field],
  ['combined', pulumi.all([pulumi.output(1), pulumi.output(2)])],
])('an Output of the same copy is accepted: %s', (_, output) => {
  expect(() => demandSameCopy('asString', output)).not.toThrow();
});

test('resources of the same copy are accepted', async () => {
  const { result } = await underMocks(() => [
    new pulumi.ComponentResource('test:index:Part', 'part'),
    new pulumi.StackReference('other'),
  ]);
  for (const resource of result) expect(() => demandSameCopy('Cdk8sApp', resource)).not.toThrow();
});

test('an Output of another copy is refused, although Pulumi takes it for one', () => {
  const foreign = anotherCopy().output('text') as pulumi.Output<string>;
  expect(pulumi.Output.isInstance(foreign)).toBe(true);
  expect(() => demandSameCopy('asString', foreign)).toThrow(
    /^asString must get an Output of the @pulumi\/pulumi that anyhouse uses \(3\.\d+\.\d+ in .+\), got one of another copy.*\. Fix: run npm dedupe, or install one version of @pulumi\/pulumi for all packages\.$/,
  );
});

test('a provider of another copy is refused', () => {
  const copy = anotherCopy();
  class Foreign extends copy.ProviderResource {}
  // Not constructed: without an engine of its own the other copy would refuse to register it.
  const foreign = Object.assign(Object.create(Foreign.prototype), { __pulumiResource: true }) as pulumi.Resource;
  expect(() => demandSameCopy('Cdk8sApp', foreign)).toThrow('Cdk8sApp must get a resource of the @pulumi/pulumi that');
});
