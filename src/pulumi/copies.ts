import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { withoutStack } from './without-stack';

/*
 * Two copies of @pulumi/pulumi in one program are two engines that do not know of each other: settings, mocks and the
 * resources under way are module globals. `Output.isInstance` and `Resource.isInstance` are true across copies on
 * purpose, so what belongs to another copy has to be told by its class.
 */

/** The class of Outputs. It is not exported under its own name. */
const outputClass: unknown = Object.getPrototypeOf(pulumi.output(0)).constructor;

/**
 * Refuses what another copy of @pulumi/pulumi made.
 *
 * @param what who asks, for the message: `asString`
 * @throws Error that says where both copies lie, as far as that can be found out, and the way out
 */
export function demandSameCopy(what: string, value: pulumi.Output<unknown> | pulumi.Resource): void {
  const classes = classesOf(value);
  if (classes.includes(outputClass) || classes.includes(pulumi.Resource)) return;
  const kind = pulumi.Resource.isInstance(value) ? 'a resource' : 'an Output';
  const own = describe(dirname(require.resolve('@pulumi/pulumi/package.json')));
  const other = placeOf(classes);
  throw withoutStack(
    new Error(
      `${what} must get ${kind} of the @pulumi/pulumi that anyhouse uses (${own}), got one of another copy` +
        `${other ? ` (${describe(other)})` : ''}. Fix: run npm dedupe, or install one version of @pulumi/pulumi for all packages.`,
    ),
  );
}

/** Classes of an object, nearest first. */
function classesOf(value: object): readonly unknown[] {
  const classes: unknown[] = [];
  for (let at = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) classes.push(at.constructor);
  return classes;
}

/** Directory of the loaded copy whose classes these are; unknown in a bundle. */
function placeOf(classes: readonly unknown[]): string | undefined {
  const file = Object.keys(require.cache).find((name) => {
    if (!/[\\/]@pulumi[\\/]pulumi[\\/](output|resource)\.js$/.test(name)) return false;
    const { Output, Resource } = require.cache[name]?.exports ?? {};
    return [Output, Resource].some((each) => each !== undefined && classes.includes(each));
  });
  return file && dirname(file);
}

function describe(directory: string): string {
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return `${version} in ${directory}`;
}
