import { stringify } from 'yaml';
import { text } from '../../kubernetes/manifest';
import { Problems } from '../../kubernetes/prop-error';
import { type Check, leaf, line, oneOf, required, shape } from '../../kubernetes/shape';
import { suggest } from '../../kubernetes/suggest';
import { Platform } from '../../platform/platform';
import { type Entry, type Kubeconfig, readKubeconfig } from './kubeconfig';
import { isOnThisMachine, type LocalKind, localKind } from './local-cluster';
import type { MinikubeClusterArgs } from './minikube-cluster';

/** What a context leads to. */
export interface LocalCluster {
  /** Kubeconfig with this context, its cluster and its user only. */
  readonly kubeconfig: string;
  readonly platform: Platform;
}

const contextName = leaf((value) => typeof value === 'string' && value.trim() !== '', {
  rule: 'kubeconfig/context',
  must: 'name a context of the kubeconfig',
  fix: "write context: 'minikube'; kubectl config get-contexts lists them.",
});

const args: Check = shape<MinikubeClusterArgs>({
  context: required(contextName, {
    rule: 'kubeconfig/context',
    must: 'name a context of the kubeconfig: the current one may be a cluster in production',
    fix: "write context: 'minikube'; kubectl config get-contexts lists them.",
  }),
  kubeconfig: leaf((value) => typeof value === 'string' && value.trim() !== '', {
    rule: 'kubeconfig/file',
    must: 'be the path of a kubeconfig, or its text',
    fix: "write kubeconfig: '~/.kube/config', or leave it out.",
  }),
  networkPolicy: oneOf(['enforced', 'off', 'unknown']),
  platform: leaf((value) => value instanceof Platform, {
    must: 'be a Platform',
    fix: 'write Platform.minikube(), or leave it out.',
  }),
  allowOther: line,
});

/** @throws PropError naming every wrong argument */
export function resolveLocalCluster(name: string, given: MinikubeClusterArgs): LocalCluster {
  const problems = new Problems('MinikubeCluster', name);
  problems.check(args, given);
  problems.throwIfAny();
  const config = readKubeconfig(given.kubeconfig, problems);
  const found = config && contextIn(config, given.context, problems);
  const platform = found && platformOf(found, given, problems);
  problems.throwIfAny();
  // Nothing is missing here: what is, was reported.
  return { kubeconfig: onlyContext(found as Found), platform: platform as Platform };
}

/** A context with what it leads to. */
interface Found {
  readonly name: string;
  readonly context: Entry;
  readonly cluster: Entry;
  readonly user: Entry;
  readonly others: readonly string[];
}

function contextIn(config: Kubeconfig, name: string, problems: Problems): Found | undefined {
  const names = [...config.contexts.keys()];
  const others = names.filter((other) => other !== name);
  const context = config.contexts.get(name);
  if (!context) {
    const meant = suggest(name, names);
    problems.add({
      rule: 'kubeconfig/context',
      prop: 'context',
      must: `be a context of ${config.source}, which holds ${names.length > 0 ? names.join(', ') : 'none'}`,
      got: name,
      fix: meant === undefined ? `start it: minikube start --profile ${name}.` : `write '${meant}'.`,
    });
    return undefined;
  }
  const cluster = config.clusters.get(text(context.cluster) ?? '');
  const user = config.users.get(text(context.user) ?? '');
  if (cluster && user && text(cluster.server)) return { name, context, cluster, user, others };
  const missing = !cluster || !text(cluster.server) ? 'cluster with a server' : 'user';
  problems.add({
    rule: 'kubeconfig/context',
    prop: 'context',
    must: `lead to a cluster with a server and to a user, both in ${config.source}`,
    gotText: `${JSON.stringify(name)}, which has no ${missing}`,
    fix: `start it again: minikube start --profile ${name}.`,
  });
  return undefined;
}

function platformOf(found: Found, given: MinikubeClusterArgs, problems: Problems): Platform | undefined {
  const kind = localKind(found.context, found.cluster);
  const server = text(found.cluster.server) ?? '';
  if (given.allowOther === undefined && !(kind && isOnThisMachine(kind, server))) {
    const others =
      found.others.length > 0 ? `name another context (${found.others.join(', ')})` : 'name another context';
    problems.add({
      rule: 'kubeconfig/elsewhere',
      prop: 'context',
      must: 'be a cluster of minikube or kind on this machine',
      gotText: `${JSON.stringify(found.name)}, ${kind ? `of ${kind} at` : 'which neither of them wrote, at'} ${server}`,
      fix: `${others}, or give a reason: allowOther: 'minikube on the build server'.`,
    });
    return undefined;
  }
  const platform = given.platform ?? (kind && platforms[kind]());
  if (!platform) {
    problems.add({
      rule: 'kubeconfig/elsewhere',
      prop: 'platform',
      must: 'say where the context leads: it is neither minikube nor kind, whose disks differ',
      got: undefined,
      fix: 'write platform: Platform.custom({ name, storage: { className, expandable } }).',
    });
    return undefined;
  }
  const { networkPolicy } = given;
  return platform.with({ cluster: found.name, ...(networkPolicy !== undefined && { networkPolicy }) });
}

const platforms: Readonly<Record<LocalKind, () => Platform>> = { minikube: Platform.minikube, kind: Platform.kind };

/** Without extensions: minikube writes the time of every start there, and each would be a change of the provider. */
function onlyContext({ name, context, cluster, user }: Found): string {
  const { extensions: _context, ...contextFields } = context;
  const { extensions: _cluster, ...clusterFields } = cluster;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: contextFields }],
    clusters: [{ name: context.cluster, cluster: clusterFields }],
    users: [{ name: context.user, user }],
  });
}
