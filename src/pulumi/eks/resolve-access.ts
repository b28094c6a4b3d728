import type * as pulumi from '@pulumi/pulumi';
import { isPrivateCidr } from '../../kubernetes/cidr';
import type { Problems } from '../../kubernetes/prop-error';
import type { EksAccessArgs } from './args';

/** From where an API server is reached, beside its nodes. */
export interface AccessPlan {
  readonly endpoint: 'private' | 'public';
  /** Ranges of the VPC and of networks that are connected with it: the security group of the cluster lets them in. */
  readonly inside: readonly pulumi.Input<string>[];
  /** Ranges of the internet. EKS takes none for all of it, so a public endpoint has at least one. */
  readonly outside: readonly pulumi.Input<string>[];
}

/**
 * How an API server is reached. Who asks for its name inside of the VPC gets a private address, with a public endpoint as
 * well. Reports ranges that would have no effect, and a public endpoint for everybody.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
export function resolveAccess(
  problems: Problems,
  { endpoint = 'private', allow = [] }: EksAccessArgs = {},
): AccessPlan {
  // Of an Output nobody knows: it is taken for what the endpoint is.
  const isInside = (range: pulumi.Input<string>) =>
    typeof range === 'string' ? isPrivateCidr(range) : endpoint === 'private';
  const inside = allow.filter(isInside);
  const outside = allow.filter((range) => !isInside(range));
  const fault = (must: string, fix: string) =>
    problems.add({
      rule: 'clusters/endpoint',
      prop: 'access.allow',
      must,
      got: allow.length > 0 ? allow : undefined,
      fix,
    });
  if (problems.has('access')) return { endpoint, inside, outside };
  if (endpoint === 'public' && outside.length === 0) {
    fault(
      'name who reaches a public endpoint',
      "write allow: ['203.0.113.0/24'], or endpoint: 'private' with private ranges.",
    );
  }
  if (endpoint === 'private' && outside.length > 0) {
    fault(
      'be private addresses with a private endpoint',
      "write allow: ['10.0.0.0/16'], or endpoint: 'public' beside it.",
    );
  }
  return { endpoint, inside, outside };
}
