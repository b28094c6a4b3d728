import { type Host, topologyOf } from '../topology';
import { clustersOf, once, type Place } from './places';

/** A cluster: what is written about it, and what the operator makes of that. */
export interface Cluster {
  readonly name: string;
  readonly place: Place;
  readonly hosts: readonly Host[];
  /** Hosts of each shard. */
  readonly shards: readonly (readonly Host[])[];
}

/** Clusters of an installation with their hosts. */
export const clustersWithHosts = once((installation): readonly Cluster[] => {
  const places = clustersOf(installation);
  return topologyOf(installation).clusters.flatMap(({ name, index, shards }) => {
    const place = places[index];
    const hosts = shards.map((shard) => shard.hosts);
    return place ? [{ name, place, hosts: hosts.flat(), shards: hosts }] : [];
  });
});
