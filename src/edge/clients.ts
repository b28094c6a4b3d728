import { type Problems, show } from '../kubernetes/prop-error';
import { parseRange, printRange } from './data-plane/cidr-set';
import type { EdgeAllow } from './data-plane/model';
import { policyOf } from './data-plane/policy';
import type { EdgeGatewayProps, EdgeRouteOptions, ResolvedGateway } from './options';
import type { RoutingGateway } from './route-types';
import { clients } from './shapes';

/** Who may connect at all: nobody, unless somebody says who. */
export function resolveAllow(problems: Problems, { allow, exposure }: EdgeGatewayProps): EdgeAllow {
  const options: { allow?: readonly string[]; allowWorld?: string } = exposure?.options ?? {};
  if (problems.has('allow') || problems.has('exposure')) return [];
  if (allow !== undefined) {
    checkTogether(problems, allow, options.allow);
    return allow;
  }
  if (options.allowWorld !== undefined) return 'open';
  if (options.allow === undefined)
    problems.add({
      rule: 'edge/allow',
      prop: 'allow',
      must: 'say who may connect: nobody may unless he is listed',
      got: allow,
      fix: "write allow: ['10.0.0.0/8'], the ranges of your clients.",
    });
  else clients(options.allow, 'exposure.allow', problems);
  return options.allow ?? [];
}

/** Clients have to get through the load balancer and the gateway. */
function checkTogether(problems: Problems, allow: readonly string[], balancer: readonly string[] | undefined): void {
  if (balancer === undefined || allow.length === 0 || policyOf(allow, balancer).ranges.length > 0) return;
  problems.add({
    rule: 'edge/allow-nobody',
    prop: 'allow',
    must: `share addresses with exposure.allow, ${show(balancer)}: a client has to be in both`,
    got: allow,
    fix: 'leave one of them out.',
  });
}

/** Reports clients who are let in from addresses that do not reach the gateway. */
export function checkFamily(problems: Problems, family: ResolvedGateway['family'], allow: EdgeAllow): void {
  if (allow === 'open' || allow.length === 0 || problems.has('allow') || problems.has('exposure')) return;
  if (servesSome(family, allow)) return;
  problems.add(unreachable(family, allow));
}

/** Reports a list of a route that lets nobody in, though it names somebody. */
export function checkRouteClients(problems: Problems, { gateway }: RoutingGateway, { allow }: EdgeRouteOptions): void {
  if (allow === undefined || problems.has('allow')) return;
  const ranges = policyOf(gateway.allow, allow).ranges.map(printRange);
  if (ranges.length === 0 && allow.length > 0 && gateway.allow.length > 0)
    problems.add({
      rule: 'edge/allow-nobody',
      prop: 'allow',
      must: `share addresses with the list of the gateway, ${show(gateway.allow)}: a client has to be in both`,
      got: allow,
      fix: 'write ranges inside of that list, or widen it.',
    });
  if (ranges.length === 0 || gateway.trustedLoadBalancers || servesSome(gateway.family, ranges)) return;
  problems.add(unreachable(gateway.family, allow));
}

/** Whether somebody in these ranges can connect to addresses of a family. */
function servesSome(family: ResolvedGateway['family'], ranges: readonly string[]): boolean {
  return family === 'dual' || ranges.some((range) => parseRange(range)?.family === family);
}

function unreachable(family: ResolvedGateway['family'], allow: readonly string[]) {
  const name = family === 'ipv4' ? 'IPv4' : 'IPv6';
  return {
    rule: 'edge/family',
    prop: 'allow',
    must: `hold ranges of ${name}, the only addresses that the gateway listens on`,
    got: allow,
    fix: `write ranges of ${name}, or family: 'dual' at the gateway.`,
  };
}
