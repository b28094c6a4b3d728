import { isDnsLabel, nearestDnsLabel } from '../../kubernetes/names';
import type { Problems } from '../../kubernetes/prop-error';
import type { ZonePool } from '../clusters/resolve-pools';

/** Letters that Pulumi adds to names in AWS, so that a resource can be replaced: `-1a2b3c4`. */
const suffix = 8;

/** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
const longestNodeGroup = 63;

/** Names of what is made begin with that of the component: reports one with which they would be too long. */
export function checkName(problems: Problems, component: string, name: string, pools: readonly ZonePool[]): void {
  // An IAM role has 64 letters, `-load-balancer-controller` and the suffix being 33 of them: 31 are left.
  const longest = Math.max(23, ...pools.map(({ key }) => key.length));
  const room = Math.max(1, longestNodeGroup - suffix - 1 - longest);
  if (!isDnsLabel(component) || component.length > room) {
    problems.add({
      rule: component.length > room ? 'names/too-long' : 'names/invalid',
      prop: '',
      must: `be named with at most ${room} lower case letters, digits and "-", the first one a letter: names of all parts begin with it`,
      got: component,
      fix: `name it "${nearestDnsLabel(component, room) ?? 'prod'}"; its name in AWS may be another one, by name.`,
    });
  }
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/.test(name)) {
    problems.add({
      rule: 'names/invalid',
      prop: 'name',
      must: 'have at most 100 letters, digits, "-" and "_"',
      got: name,
      fix: "write a name such as 'prod'.",
    });
  }
}
