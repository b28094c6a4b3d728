import type { Problem, Problems } from '../../kubernetes/prop-error';
import type { PlatformFacts } from '../facts';
import { capabilities } from './capabilities';
import type { LoadBalancerCapabilities, LoadBalancerSpec } from './spec';

type Refusal = Omit<Problem, 'got'> & { readonly got: unknown };

/** Reports what the load balancer of a platform cannot do. `prop` stands in front of the names of the options. */
export function checkLoadBalancer(
  facts: PlatformFacts,
  spec: LoadBalancerSpec,
  prop: string,
  problems: Problems,
): void {
  const { loadBalancer: kind } = facts;
  if (kind === undefined) {
    problems.add({
      rule: 'load-balancer/unknown',
      prop,
      must: `be left out on platform '${facts.name}', of which nobody said who answers for load balancers`,
      gotText: spec.scope,
      fix: "say it: platform.with({ loadBalancer: 'metallb' }); with 'node-port' Services open ports of the nodes.",
    });
    return;
  }
  for (const refusal of refusals(capabilities[kind], spec, facts)) {
    problems.add({ ...refusal, prop: refusal.prop === '' ? prop : `${prop}.${refusal.prop}` });
  }
}

function* refusals(can: LoadBalancerCapabilities, spec: LoadBalancerSpec, facts: PlatformFacts): Generator<Refusal> {
  const laptop = facts.size === 'laptop';
  if (can.sourceRanges === 'unsupported' && spec.allow !== 'world' && !laptop)
    yield {
      rule: 'load-balancer/allowlist-ignored',
      prop: 'allow',
      must: `be kept by somebody, and ${can.title} ignores it`,
      got: spec.allow,
      fix: "choose a load balancer that filters (Octavia with amphora: octavia: 'amphora'), or filter in front of it and say so with allowWorld.",
    };
  if (!can.clientAddress.includes(spec.clientAddress))
    yield {
      rule: 'load-balancer/client-address',
      prop: 'clientAddress',
      must: `be '${can.clientAddress[0]}' with ${can.title}`,
      got: spec.clientAddress,
      fix: `write clientAddress: '${can.clientAddress[0]}'.`,
    };
  yield* idleTimeoutRefusals(can, spec);
  yield* countRefusals(can, spec);
}

function* idleTimeoutRefusals({ idleTimeout, title }: LoadBalancerCapabilities, spec: LoadBalancerSpec) {
  const { idleTimeoutSeconds: seconds } = spec;
  if (seconds === undefined || idleTimeout === 'none') return;
  const bounds = typeof idleTimeout === 'number' ? { least: 1, most: idleTimeout } : idleTimeout;
  if (seconds >= bounds.least && seconds <= bounds.most) return;
  const fixed = typeof idleTimeout === 'number' ? `, which cuts after ${idleTimeout} whatever is asked` : '';
  yield {
    rule: 'load-balancer/idle-timeout',
    prop: 'idleTimeoutSeconds',
    must: `be from ${bounds.least} to ${bounds.most} with ${title}${fixed}`,
    got: seconds,
    fix: `write ${bounds.most}, and let clients send keep-alives more often than that.`,
  };
}

function* countRefusals(can: LoadBalancerCapabilities, spec: LoadBalancerSpec): Generator<Refusal> {
  const { scope, staticAddresses = [], subnets = [] } = spec;
  const most = {
    staticAddresses: can.staticAddresses,
    subnets: can.subnetScopes?.includes(scope) === false ? 0 : can.subnets,
  };
  for (const [prop, values] of Object.entries({ staticAddresses, subnets })) {
    const limit = most[prop as keyof typeof most];
    if (values.length > limit)
      yield {
        rule: 'load-balancer/too-many',
        prop,
        must:
          limit === 0
            ? `be left out with ${can.title} and ${scope} exposure`
            : `have at most ${limit} with ${can.title}`,
        got: values,
        fix: limit === 0 ? 'remove it.' : `keep ${limit}.`,
      };
  }
  if (can.staticAddresses === 10 && staticAddresses.length > 0 && staticAddresses.length !== subnets.length)
    yield {
      rule: 'load-balancer/address-count',
      prop: 'staticAddresses',
      must: `have one entry for each of subnets (${subnets.length})`,
      got: staticAddresses,
      fix: 'list the subnets, one in each zone, and one address for each.',
    };
}
