import { parseCidr } from '../kubernetes/cidr';
import { late } from '../kubernetes/late';
import { isDnsSubdomain } from '../kubernetes/names';
import type { Problems } from '../kubernetes/prop-error';
import { type Check, cidr, leaf, line, listOf, oneOf, required, shape, wholeNumber } from '../kubernetes/shape';
import { Exposure, type ExposureOptions } from './exposure';
import type { PlatformFacts } from './facts';
import type { LoadBalancerSpec } from './load-balancer/spec';

/** An exposure with all defaults applied. */
export interface ResolvedExposure {
  readonly spec: Omit<LoadBalancerSpec, 'ports'>;
  /** Ranges whose packets reach pods, as the network policy sees them. */
  readonly ingress: readonly string[];
  readonly eachReplica: boolean;
  /** Why everybody may connect. */
  readonly worldReason?: string;
}

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const everywhere = ['0.0.0.0/0', '::/0'];
const texts = listOf(late(line), { least: 1 });

const allowFix = "list the ranges of clients, or give a reason: Exposure.public({ allowWorld: 'public demo' }).";

const range: Check = (value, prop, problems) => {
  cidr(value, prop, problems);
  if (typeof value !== 'string' || parseCidr(value)?.prefix !== 0) return;
  problems.add({
    rule: 'load-balancer/world',
    prop,
    must: 'not be everybody',
    got: value,
    fix: allowFix,
  });
};

const allow = listOf(range, { least: 1, rule: 'load-balancer/allowlist', fix: allowFix });

const common = {
  clientAddress: oneOf(['preserve', 'any'], { rule: 'load-balancer/client-address' }),
  through: listOf(cidr, { least: 1 }),
  idleTimeoutSeconds: wholeNumber(1, 86_400),
  staticAddresses: texts,
  subnets: texts,
  hostname: leaf((value) => typeof value === 'string' && value.includes('.') && isDnsSubdomain(value), {
    must: 'be a full DNS name',
    fix: "write a name such as 'events.example.com'.",
    decides: 'names that are compared',
  }),
  replicas: oneOf(['shared', 'each']),
};

const shapes: Readonly<Record<Exposure['scope'], Check>> = {
  internal: shape<ExposureOptions & { allow: unknown }>({ ...common, allow }),
  public: (value, prop, problems) => {
    const { allowWorld } = (value ?? {}) as { readonly allowWorld?: unknown };
    const demand = { rule: 'load-balancer/allowlist', must: 'say who may connect', fix: allowFix };
    const none = leaf(() => false, { ...demand, must: 'be left out beside allowWorld', fix: 'keep one of them.' });
    shape<ExposureOptions & { allow: unknown; allowWorld: unknown }>({
      ...common,
      allow: allowWorld === undefined ? required(allow, demand) : none,
      allowWorld: line,
    })(value ?? {}, prop, problems);
  },
};

/** Checks of an exposure as a prop. */
export const exposure: Check = (value, prop, problems) => {
  if (value === undefined) return;
  if (value instanceof Exposure) {
    shapes[value.scope](value.options, prop, problems);
    return;
  }
  problems.add({
    rule: 'props/type',
    prop,
    must: 'be an Exposure',
    got: value,
    fix: 'write Exposure.internal() or Exposure.public({ allow: [...] }).',
  });
};

/** What a construct needs of a load balancer, whatever the options say. It keeps the list of clients itself, too. */
export interface ExposureNeeds {
  readonly clientAddress: 'preserve' | 'proxy';
  /** With `proxy`, the ranges of load balancers. */
  readonly through?: readonly string[];
}

/** Applies defaults, and reports what the platform cannot do. Undefined when nothing is exposed or something is wrong. */
export function resolveExposure(
  facts: PlatformFacts,
  given: Exposure | undefined,
  prop: string,
  problems: Problems,
  needs?: ExposureNeeds,
): ResolvedExposure | undefined {
  if (given === undefined || problems.has(prop)) return undefined;
  const { scope, options } = given;
  // Loaded where something is exposed.
  const { checkLoadBalancer } = require('./load-balancer/check') as typeof import('./load-balancer/check');
  const { capabilities } = require('./load-balancer/capabilities') as typeof import('./load-balancer/capabilities');
  const { allowWorld } = options as { readonly allowWorld?: string };
  const { replicas, through = needs?.through, ...others } = options;
  const can = facts.loadBalancer && capabilities[facts.loadBalancer];
  const listed = allowWorld === undefined ? (options.allow ?? privateRanges) : 'world';
  const keptBehind = needs !== undefined && can?.sourceRanges === 'unsupported' && facts.size !== 'laptop';
  const spec = {
    ...wanted(others),
    scope,
    clientAddress: needs?.clientAddress ?? options.clientAddress ?? can?.clientAddress[0] ?? 'any',
    allow: keptBehind ? 'world' : listed,
  } as const;
  checkLoadBalancer(facts, { ...spec, ports: [] }, prop, problems);
  const eachReplica = replicas === 'each';
  if (!problems.has(prop)) checkTogether(spec, through, eachReplica, prop, problems);
  const clients = listed === 'world' ? everywhere : listed;
  const ingress = spec.clientAddress === 'preserve' ? clients : (through ?? []);
  const ignored = `${can?.title} ignores lists of clients; what is behind it keeps them`;
  const worldReason = allowWorld ?? (keptBehind && scope === 'public' ? ignored : undefined);
  return { spec, ingress, eachReplica, ...(worldReason !== undefined && { worldReason }) };
}

function wanted({ idleTimeoutSeconds, staticAddresses, subnets, hostname }: ExposureOptions) {
  return { idleTimeoutSeconds, staticAddresses, subnets, hostname };
}

function checkTogether(
  { clientAddress, staticAddresses }: ResolvedExposure['spec'],
  through: readonly string[] | undefined,
  eachReplica: boolean,
  prop: string,
  problems: Problems,
): void {
  if (clientAddress === 'any' && through === undefined)
    problems.add({
      rule: 'load-balancer/through',
      prop: `${prop}.through`,
      must: 'name the ranges of nodes and load balancers, because pods see their addresses in place of the clients’',
      got: through,
      fix: "write the range of the nodes' network, such as through: ['10.0.0.0/16'].",
    });
  if (clientAddress === 'preserve' && through !== undefined)
    problems.add({
      rule: 'load-balancer/through',
      prop: `${prop}.through`,
      must: 'be left out where pods see the addresses of clients',
      got: through,
      fix: "remove it, or write clientAddress: 'any'.",
    });
  if (eachReplica && staticAddresses !== undefined)
    problems.add({
      rule: 'load-balancer/address-count',
      prop: `${prop}.staticAddresses`,
      must: 'be left out where every replica has a load balancer of its own: two cannot have one address',
      got: staticAddresses,
      fix: "remove it, or write replicas: 'shared'.",
    });
}
