import { isDnsSubdomain, isFullName } from '../../kubernetes/names';
import { type Problems, show } from '../../kubernetes/prop-error';
import { all, type Check, cidr, leaf, listOf, oneOf, required, shape, when, wholeNumber } from '../../kubernetes/shape';
import { parseRange, printRange, type Range, union } from './cidr-set';
import {
  type EdgeBackend,
  type EdgeData,
  type EdgeEnvironment,
  type EdgeLimits,
  type EdgeProcess,
  type EdgeRoute,
  edgeListeners,
} from './model';
import { policyOf } from './policy';
import { mostRoutes } from './render-config';
import { chainDepth, routeKey } from './render-data';
import { isAddress, mixesFamilies, refusedRangeOf } from './special-addresses';

/** What of the fixed part decides whether data can be served. */
export type DataContext = Pick<
  EdgeProcess,
  'certificates' | 'authorities' | 'clusterDomain' | 'clientAddress' | 'chainDepth'
>;

/**
 * Reports everything that the data files must not hold. All texts in them are names, addresses or ranges afterwards, so
 * none can end a field, a line or a runtime command.
 */
export function checkEdgeData(data: EdgeData, context: DataContext, problems: Problems): void {
  dataShape(context)(data, '', problems);
  const { environments, clientAddress } = data;
  if ((clientAddress === 'direct') !== (context.clientAddress === 'direct')) {
    problems.add({
      rule: 'edge/client-address',
      prop: 'clientAddress',
      must: `be the one that HAProxy is configured for, ${context.clientAddress}`,
      got: clientAddress,
      fix: 'use the same in both.',
    });
  }
  if (problems.has('environments') || !Array.isArray(environments)) return;
  checkNames(environments, problems);
  for (const [index, environment] of environments.entries()) checkEnvironment(environment, index, context, problems);
  if (problems.has('environments')) return;
  const depth = chainDepth(data);
  if (depth > context.chainDepth) {
    problems.add({
      rule: 'edge/nested-ranges',
      prop: 'environments',
      must: `nest at most ${context.chainDepth} ranges of clients, as HAProxy is configured for`,
      got: depth,
      fix: 'render the configuration with the chainDepth of the data.',
    });
  }
}

const demand = { must: 'be set', fix: 'set it.' };
const needed = (check: Check) => required(check, demand);
const count = (most: number) => needed(wholeNumber(1, most));

/** A name that clients connect to. */
export const dnsName = leaf((value) => typeof value === 'string' && isFullName(value), {
  rule: 'edge/host',
  must: 'be a DNS name in lower case with at least two labels, no wildcard and no dot at the end',
  fix: "write a name such as 'events.ch.example.com'.",
  decides: 'ids of the edge',
});

const clientRange: Check = all(
  cidr,
  leaf((value) => typeof value === 'string' && unmixed(parseRange(value) as Range), {
    rule: 'edge/mixed-families',
    must: 'not be IPv4 written as IPv6: HAProxy would match other clients than it says, or none',
    fix: 'write the IPv4 range.',
  }),
);

const everybody = (value: unknown) => union((value as string[]).map((text) => parseRange(text) as Range)).some(isWorld);
const isWorld = ({ prefix }: Range) => prefix === 0;
// Everybody is refused in words of its own.
const unmixed = (range: Range) => isWorld(range) || !mixesFamilies(range);

const allow: Check = when(
  (value) => value === 'open',
  () => {},
  allowRanges("write ['10.0.0.0/8'], or 'open' to let everybody in.", "write 'open'."),
);

/** Ranges of clients that are not everybody. */
export function allowRanges(fix: string, everybodyFix: string): Check {
  return all(
    listOf(clientRange, { fix }),
    leaf((value) => !everybody(value), {
      rule: 'edge/allow-everybody',
      must: 'not add up to every address: that is never said by accident',
      fix: everybodyFix,
    }),
  );
}

/** Ranges of load balancers whose PROXY headers are believed. */
export const balancers: Check = listOf(
  all(
    clientRange,
    leaf((value) => isNarrow(parseRange(String(value))), {
      rule: 'edge/trusted-everybody',
      must: 'be the subnets of load balancers: whoever connects from there may claim any client address',
      fix: 'write ranges of at least /8, or /16 in IPv6.',
    }),
  ),
  { least: 1, rule: 'edge/no-load-balancer', fix: 'write the subnets of the load balancer.' },
);

function isNarrow(range: Range | undefined): boolean {
  return range !== undefined && range.prefix >= (range.family === 'ipv4' ? 8 : 16);
}

function dataShape(context: DataContext): Check {
  const names = context.authorities.map(({ name }) => name).join(', ');
  const backend = shape<EdgeBackend>({
    host: needed(backendHost(context.clusterDomain)),
    port: count(65_535),
    proxyProtocol: needed(oneOf(['none', 'v1', 'v2'])),
    authority: leaf((value) => context.authorities.some(({ name }) => name === value), {
      rule: 'edge/unknown-authority',
      must: `be one of the authorities that HAProxy is configured for${names === '' ? ', and there is none' : `, ${names}`}`,
      fix: 'add it to authorities.',
    }),
  });
  const route = shape<EdgeRoute>({
    listener: needed(oneOf(edgeListeners)),
    host: needed(dnsName),
    mode: needed(oneOf(['passthrough', 'terminate'])),
    backend: needed(backend),
    allow: needed(allow),
    limits: needed(shape<EdgeLimits>({ connections: count(10_000_000), newPerSecond: count(1_000_000) })),
  });
  const environment = shape<EdgeEnvironment>({
    domain: needed(dnsName),
    extraHosts: needed(listOf(dnsName)),
    allow: needed(allow),
    routes: needed(listOf(route)),
  });
  return shape<EdgeData>({
    environments: needed(listOf(environment)),
    clientAddress: needed(
      when(
        (value) => value === 'direct',
        () => {},
        shape<{ loadBalancers: unknown }>({ loadBalancers: needed(balancers) }),
      ),
    ),
  });
}

function backendHost(clusterDomain: string): Check {
  const service = new RegExp(`^([a-z0-9-]+\\.){2,3}svc\\.${clusterDomain.replaceAll('.', '\\.')}$`);
  return (value, prop, problems) => {
    const text = typeof value === 'string' ? value : '';
    const refused = refusedRangeOf(text);
    if (refused !== undefined) {
      problems.add({
        rule: 'edge/forbidden-backend',
        prop,
        must: `not be in ${refused}: the edge would reach into its own pod, node or cloud for its clients`,
        got: value,
        fix: 'write the name of a Service.',
      });
    } else if (!isAddress(text) && !(service.test(text) && isDnsSubdomain(text))) {
      problems.add({
        rule: 'edge/backend-host',
        prop,
        must: `be the full name of a Service or of a pod behind one, below svc.${clusterDomain}, or an address`,
        got: value,
        fix: `write 'chi-events.analytics.svc.${clusterDomain}'.`,
      });
    }
  };
}

function checkNames(environments: readonly EdgeEnvironment[], problems: Problems): void {
  const seen = new Map<string, string>();
  const routes = environments.flatMap(({ routes }, index) =>
    routes.map((route, at) => [`environments[${index}].routes[${at}].host`, route] as const),
  );
  for (const [prop, { listener, host }] of routes) {
    const key = routeKey(listener, host);
    const first = seen.get(key);
    if (first !== undefined) {
      problems.add({
        rule: 'edge/name-twice',
        prop,
        must: `be unique on listener ${listener}; ${first} has the same name`,
        got: host,
        fix: 'give one of them another name.',
      });
    }
    seen.set(key, first ?? prop);
  }
  if (routes.length > mostRoutes) {
    problems.add({
      rule: 'edge/too-many-routes',
      prop: 'environments',
      must: `have at most ${mostRoutes} routes, which is what the table of limits holds`,
      got: routes.length,
      fix: 'use two gateways.',
    });
  }
}

function checkEnvironment(environment: EdgeEnvironment, index: number, context: DataContext, problems: Problems): void {
  for (const [at, route] of environment.routes.entries()) {
    const prop = `environments[${index}].routes[${at}]`;
    if (!belongs(route.host, environment)) {
      problems.add({
        rule: 'edge/host-outside',
        prop: `${prop}.host`,
        must: `be one label below ${environment.domain}, for which the certificate is, or an extra host`,
        got: route.host,
        fix: `write '${route.host.split('.')[0]}.${environment.domain}', or add it to extraHosts.`,
      });
    }
    if (route.mode === 'terminate' && context.certificates.length === 0) {
      problems.add({
        rule: 'edge/no-certificate',
        prop: `${prop}.mode`,
        must: 'be "passthrough" while the edge has no certificate',
        got: route.mode,
        fix: 'give the edge a certificate.',
      });
    }
    checkAuthority(route, `${prop}.backend.authority`, problems);
    checkClients(environment, route, `${prop}.allow`, problems);
  }
}

function checkAuthority({ mode, backend }: EdgeRoute, prop: string, problems: Problems): void {
  if (backend.authority === undefined) return;
  if (mode === 'passthrough') {
    problems.add({
      rule: 'edge/authority-of-passthrough',
      prop,
      must: 'stand with mode "terminate" only: otherwise the client, and not the edge, speaks TLS with the backend',
      got: backend.authority,
      fix: 'leave it out, or terminate.',
    });
  }
  if (isAddress(backend.host)) {
    problems.add({
      rule: 'edge/authority-of-address',
      prop,
      must: 'stand with the name of a Service, for which its certificate is; an address has no name to verify',
      got: backend.authority,
      fix: 'write the name of a Service as host.',
    });
  }
}

function checkClients(environment: EdgeEnvironment, route: EdgeRoute, prop: string, problems: Problems): void {
  if (route.allow.length === 0 || environment.allow.length === 0) return; // default deny, asked for
  const { id, ranges } = policyOf(environment.allow, route.allow);
  if (id === 'open' || ranges.length > 0) return;
  const [first] = environment.allow === 'open' ? [] : environment.allow;
  problems.add({
    rule: 'edge/allow-nobody',
    prop,
    must: `share addresses with the list of the gateway, ${show(environment.allow)}: a client has to be in both`,
    got: route.allow,
    fix: `write ranges inside of ${printRange(parseRange(first ?? '') as Range)}, or widen the list of the gateway.`,
  });
}

function belongs(host: string, { domain, extraHosts }: EdgeEnvironment): boolean {
  const [label = '', ...rest] = host.split('.');
  return (label !== '' && rest.join('.') === domain) || extraHosts.includes(host);
}
