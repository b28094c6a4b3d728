import { type Cluster, ForbiddenError, type LiveObject } from '../../src/tools/cluster/cluster';
import type { ResourceKind } from '../../src/tools/cluster/resources';

/** Objects of a cluster by kind. A kind may be `unknown` to it, or `forbidden` to us. */
export type Holdings = Readonly<Partial<Record<ResourceKind, readonly LiveObject[] | 'unknown' | 'forbidden'>>>;

/** A cluster that holds these objects. They are asked for anew at each reading, so that a test can change them. */
export function fakeCluster(holdings: () => Holdings): Cluster {
  const list: Cluster['list'] = async (kind, { namespace } = {}) => {
    const held = holdings()[kind] ?? [];
    if (held === 'unknown') return undefined;
    if (held === 'forbidden')
      throw new ForbiddenError(`Context "test" does not let these credentials read ${kind} (403).`);
    return held.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  };
  return {
    context: 'test',
    list,
    get: async (kind, name, namespace) =>
      (await list(kind, namespace === undefined ? {} : { namespace }))?.find(({ metadata }) => metadata.name === name),
    raw: async () => ({ gitVersion: 'v1.34.0' }),
    close: () => {},
  };
}

/** Manifests of one argument, as they come from files. */
export { readManifests } from '../../src/tools/manifests/read-manifests';
