import type * as pulumi from '@pulumi/pulumi';

/** What all parts of a cluster have in common. */
export interface Site {
  /** Name of the component, which the names of its children begin with. */
  readonly name: string;
  readonly parent: pulumi.Resource;
  /** False for what may be replaced or removed at any time. @default - as its parent, which is protected in production */
  readonly protect?: false;
  /** Said for each resource: a region of the environment could otherwise split a cluster over two. */
  readonly region: string;
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
  /** Whether it may be lost: `development`. */
  readonly stage: 'production' | 'development';
}

/**
 * For parts that come and go while a cluster lives: nodes of another kind, administrators, grants. Protected, they could
 * never be changed. A destroy does not get to them: the provider of the cluster goes before them, and stays protected.
 */
export function replaceable(site: Site): Site {
  return { ...site, protect: false };
}

/** Tags of a resource that consoles show by a name. */
export function named(site: Site, name: string, more: Readonly<Record<string, string>> = {}) {
  return { ...site.tags, Name: name, ...more };
}

/**
 * The part of AWS that a region belongs to; ARNs begin with it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionOf(region: string): 'aws' | 'aws-cn' | 'aws-us-gov' {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
