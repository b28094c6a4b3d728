import type { Container } from 'kubernetes-types/core/v1';
import type {
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
} from 'kubernetes-types/networking/v1';
import type { Settings } from '../altinity/spec/values';
import type { Identity } from '../environment/identity';
import type { FurtherCertificate } from '../environment/server-tls';
import { PropError } from '../kubernetes/prop-error';
import type { ResolvedCluster, ResolvedUser } from './options';

/** What another construct adds to a cluster, such as the port of a gateway. Plain data. */
export interface ClusterContribution {
  /** Who adds it: a construct and its path, as errors name it. */
  readonly by: string;
  /** Configuration of the server, by path. It wins over that of the cluster. @default - none */
  readonly settings?: Settings;
  /** What its clients speak on ports that it opens. Two may share a port when they say the same. @default - none */
  readonly listens?: Readonly<Record<number, string>>;
  /**
   * Hosts from which users may log in, besides their `networks`: a name whose addresses ClickHouse looks up at each
   * login. By user. @default - none
   */
  readonly userHosts?: Readonly<Record<string, readonly string[]>>;
  /** Certificates beside that of the servers. @default - none */
  readonly certificates?: readonly FurtherCertificate[];
  /** Who else may connect to the pods, and on which ports. @default - nobody */
  readonly ingress?: readonly NetworkPolicyIngressRule[];
  /** Who else may connect to the ports for clients. @default - nobody */
  readonly clients?: readonly NetworkPolicyPeer[];
  /** What the pods may connect to. @default - nothing more */
  readonly egress?: readonly NetworkPolicyEgressRule[];
  /** Containers beside the server, in every pod. Adding one restarts the servers, one by one. @default - none */
  readonly containers?: readonly Container[];
  /** Users that it needs. @default - none */
  readonly users?: Readonly<Record<string, ResolvedUser>>;
  /** Rights of the pods in a cloud. All containers of a pod share one identity. @default - that of the cluster */
  readonly identity?: Identity;
  /**
   * `trusted-only`: servers believe forwarded addresses on every HTTP port, so that only the operator and the servers
   * themselves may reach the usual ones, and no user is without a password.
   * @default 'all-clients'
   */
  readonly http?: 'trusted-only' | 'all-clients';
}

/** All contributions to a cluster as one. */
export interface Contributed
  extends Required<Omit<ClusterContribution, 'by' | 'listens' | 'userHosts' | 'users' | 'identity'>> {
  /** A map, for users may have the name of any member of an object. */
  readonly userHosts: ReadonlyMap<string, readonly string[]>;
}

/**
 * A cluster with all that others add to it.
 * @throws PropError when two of them, or one and the cluster itself, want different things of the same name
 */
export function withContributions(
  path: string,
  cluster: ResolvedCluster,
  parts: readonly ClusterContribution[],
): ResolvedCluster {
  const { users, identity } = cluster;
  const all: readonly ClusterContribution[] = [{ by: 'the cluster itself', users, identity }, ...parts];
  const { identity: theirs } = once<Identity>(
    path,
    all,
    (part): Readonly<Record<string, Identity>> => (part.identity ? { identity: part.identity } : {}),
  );
  return {
    ...cluster,
    users: once(path, withGrants(all), (part) => part.users ?? {}),
    identity: theirs,
    contributed: foldContributions(path, parts),
  };
}

/** Parts that bring the same user may bring rights of their own: it has those of all. */
function withGrants(parts: readonly ClusterContribution[]): readonly ClusterContribution[] {
  const grantsOf = (name: string) => parts.map(({ users = {} }) => users[name]?.grants);
  return parts.map((part) => ({
    ...part,
    users: Object.fromEntries(
      Object.entries(part.users ?? {}).map(([name, user]) => {
        const all = grantsOf(name).filter((grants) => grants !== undefined);
        return [name, user.grants ? { ...user, grants: [...new Set(all.flat())] } : user];
      }),
    ),
  }));
}

/**
 * Puts contributions together, in the order in which they came.
 * @throws PropError when two of them want different values for one setting
 */
export function foldContributions(path: string, parts: readonly ClusterContribution[]): Contributed {
  // Stacks of protocols merge into ones that nobody asked for, so ports are compared before their settings are.
  once(path, parts, ({ listens = {} }) =>
    Object.fromEntries(Object.entries(listens).map(([port, speech]) => [`port ${port}`, speech])),
  );
  const settings = once(path, parts, (part) => part.settings ?? {});
  const userHosts = new Map<string, readonly string[]>();
  for (const part of parts)
    for (const [user, hosts] of Object.entries(part.userHosts ?? {}))
      userHosts.set(user, [...new Set([...(userHosts.get(user) ?? []), ...hosts])]);
  return {
    settings,
    userHosts,
    certificates: unique(parts.flatMap(({ certificates = [] }) => certificates)),
    ingress: parts.flatMap(({ ingress = [] }) => ingress),
    clients: unique(parts.flatMap(({ clients = [] }) => clients)),
    egress: unique(parts.flatMap(({ egress = [] }) => egress)),
    containers: Object.values(
      once(path, parts, ({ containers = [] }) => Object.fromEntries(containers.map((one) => [one.name, one]))),
    ),
    http: parts.some(({ http }) => http === 'trusted-only') ? 'trusted-only' : 'all-clients',
  };
}

/** What all parts say, where no two of them say different things about one name. */
function once<T>(
  path: string,
  parts: readonly ClusterContribution[],
  valuesOf: (part: ClusterContribution) => Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const said = new Map<string, { readonly value: T; readonly by: string }>();
  for (const part of parts)
    for (const [name, value] of Object.entries(valuesOf(part))) {
      const first = said.get(name);
      if (first && JSON.stringify(first.value) !== JSON.stringify(value))
        throw conflict(path, name, first.value, first.by, value, part.by);
      if (!first) said.set(name, { value, by: part.by });
    }
  return Object.fromEntries([...said].map(([name, { value }]) => [name, value]));
}

function conflict(path: string, name: string, first: unknown, owner: string, second: unknown, by: string): PropError {
  return new PropError('Cluster', path, [
    {
      rule: 'clickhouse/contributions',
      prop: name,
      must: `be ${JSON.stringify(first)}, as ${owner} needs it`,
      got: `${JSON.stringify(second)} from ${by}`,
      fix: 'let both use the cluster in the same way, with the same options of their routes.',
    },
  ]);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
