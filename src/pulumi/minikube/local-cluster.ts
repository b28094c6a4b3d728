import type * as IpAddr from 'ipaddr.js';
import { list, record, text } from '../../kubernetes/manifest';
import type { Entry } from './kubeconfig';

/** Kinds of clusters that are made for a laptop. */
export type LocalKind = 'minikube' | 'kind';

/**
 * Whose cluster a context leads to. Names alone prove nothing: minikube signs what it writes, kind is known by the name
 * that it cannot do without.
 * @see kubernetes/minikube, pkg/minikube/kubeconfig/extension.go and settings.go
 * @see kubernetes-sigs/kind, pkg/cluster/internal/kubeconfig/internal/kubeconfig/helpers.go (KINDClusterKey)
 */
export function localKind(context: Entry, cluster: Entry): LocalKind | undefined {
  const signed = [...list(cluster.extensions), ...list(context.extensions)]
    .map((entry) => record(record(entry).extension).provider)
    .includes('minikube.sigs.k8s.io');
  if (signed) return 'minikube';
  return text(context.cluster)?.startsWith('kind-') ? 'kind' : undefined;
}

/**
 * Whether a server is on this machine. Virtual machines of minikube have a private address of their own; with a
 * Docker on another host, minikube writes the name of that host. kind publishes a port of this machine, unless it was
 * told another address.
 */
export function isOnThisMachine(kind: LocalKind, server: string): boolean {
  const host = hostOf(server);
  if (host === undefined) return false;
  if (host === 'localhost') return true;
  const { isValid, parse } = require('ipaddr.js') as typeof IpAddr;
  if (!isValid(host)) return kind === 'minikube' && host.endsWith('.minikube.internal');
  const ranges = kind === 'minikube' ? [...ownRanges, ...machineRanges] : ownRanges;
  return ranges.includes(parse(host).range());
}

const ownRanges = ['loopback', 'unspecified'];
const machineRanges = ['private', 'uniqueLocal', 'linkLocal'];

function hostOf(server: string): string | undefined {
  try {
    return new URL(server).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return undefined;
  }
}
