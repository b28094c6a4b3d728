import type { NetworkPolicyIngressRule } from 'kubernetes-types/networking/v1';
import type { Settings } from '../altinity/spec/values';
import type { FurtherCertificate } from '../environment/server-tls';
import { PropError } from '../kubernetes/prop-error';

/** What another construct adds to a cluster, such as the port of a gateway. Plain data. */
export interface ClusterContribution {
  /** Who adds it: a construct and its path, as errors name it. */
  readonly by: string;
  /** Configuration of the server, by path. It wins over that of the cluster. @default - none */
  readonly settings?: Settings;
  /**
   * Hosts from which users may log in, besides their `networks`: a name whose addresses ClickHouse looks up at each
   * login. By user. @default - none
   */
  readonly userHosts?: Readonly<Record<string, readonly string[]>>;
  /** Certificates beside that of the servers. @default - none */
  readonly certificates?: readonly FurtherCertificate[];
  /** Who else may connect to the pods, and on which ports. @default - nobody */
  readonly ingress?: readonly NetworkPolicyIngressRule[];
  /**
   * `trusted-only`: servers believe forwarded addresses on every HTTP port, so that only the operator and the servers
   * themselves may reach the usual ones, and no user is without a password.
   * @default 'all-clients'
   */
  readonly http?: 'trusted-only' | 'all-clients';
}

/** All contributions to a cluster as one. */
export interface Contributed extends Required<Omit<ClusterContribution, 'by' | 'userHosts'>> {
  /** A map, for users may have the name of any member of an object. */
  readonly userHosts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts contributions together, in the order in which they came.
 * @throws PropError when two of them want different values for one setting
 */
export function foldContributions(path: string, parts: readonly ClusterContribution[]): Contributed {
  const settings: Record<string, Settings[string]> = {};
  const owners = new Map<string, string>();
  for (const part of parts)
    for (const [name, value] of Object.entries(part.settings ?? {})) {
      if (owners.has(name) && JSON.stringify(settings[name]) !== JSON.stringify(value))
        throw conflict(path, name, settings[name], owners.get(name) ?? '', value, part.by);
      settings[name] = value;
      owners.set(name, part.by);
    }
  const userHosts = new Map<string, readonly string[]>();
  for (const part of parts)
    for (const [user, hosts] of Object.entries(part.userHosts ?? {}))
      userHosts.set(user, [...new Set([...(userHosts.get(user) ?? []), ...hosts])]);
  return {
    settings,
    userHosts,
    certificates: unique(parts.flatMap(({ certificates = [] }) => certificates)),
    ingress: parts.flatMap(({ ingress = [] }) => ingress),
    http: parts.some(({ http }) => http === 'trusted-only') ? 'trusted-only' : 'all-clients',
  };
}

function conflict(path: string, name: string, first: unknown, owner: string, second: unknown, by: string): PropError {
  return new PropError('Cluster', path, [
    {
      rule: 'clickhouse/contributions',
      prop: name,
      must: `be ${JSON.stringify(first)}, as ${owner} needs it`,
      got: `${JSON.stringify(second)} from ${by}`,
      fix: 'let both use the cluster in the same way.',
    },
  ]);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
