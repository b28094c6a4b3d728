import { pointer } from '../../kubernetes/manifest';
import type { ResolvedCluster } from '../options';
import { hostsWithPods, sharedPods } from '../render-pods';

/** Fields of a pod template that an override makes. */
const podFields = [
  ['image', ['spec', 'containers', 0, 'image']],
  ['sizing', ['spec', 'containers', 0, 'resources']],
  ['sizing', ['spec', 'nodeSelector']],
  ['pool', ['spec', 'tolerations']],
] as const;

/** Which override made which part of the installation. */
export function overrideOrigins(cluster: ResolvedCluster): Readonly<Record<string, string>> {
  const props: Record<string, string> = {};
  const shards = ['spec', 'configuration', 'clusters', 0, 'layout', 'shards'];
  for (const [index, shard] of cluster.layout.entries()) {
    for (const [field, prop] of Object.entries(shard.origin)) {
      if (prop) props[pointer(...shards, index, field === 'replicas' ? 'replicasCount' : field)] = prop;
    }
    for (const [replica, { origin }] of shard.hosts.entries()) {
      if (origin.settings) props[pointer(...shards, index, 'replicas', replica, 'settings')] = origin.settings;
    }
  }
  const first = sharedPods(cluster).length;
  for (const [index, { origin }] of hostsWithPods(cluster).entries()) {
    const template = ['spec', 'templates', 'podTemplates', first + index];
    for (const [field, path] of podFields) {
      const prop = origin[field];
      if (prop) props[pointer(...template, ...path)] = prop;
    }
  }
  return props;
}
