import { record } from '../kubernetes/manifest';
import type { Topology } from './topology-types';

export type * from './topology-types';

const known = new WeakMap<object, Topology>();

/** The reader is loaded for the first installation: most of what start-up needs has none. */
function read(manifest: Readonly<Record<string, unknown>>): Topology {
  const { Reader } = require('./normalize/reader') as typeof import('./normalize/reader');
  return new Reader(manifest).read();
}

/**
 * Hosts, names, ports and endpoints of a ClickHouse or Keeper installation, read from its manifest the way the
 * operator's normalizer reads it. What `useTemplates` and the operator's own configuration add is not in the manifest,
 * so it is not in the answer.
 *
 * Accepts any value: what has the wrong type counts as absent. The answer is remembered for the object, so a manifest
 * must not be changed in place afterwards.
 * @see https://github.com/Altinity/clickhouse-operator/tree/0.26.0/pkg/model/chi/normalizer
 */
export function topologyOf(manifest: unknown): Topology {
  if (typeof manifest !== 'object' || manifest === null) return read({});
  let topology = known.get(manifest);
  if (!topology) {
    topology = read(record(manifest));
    known.set(manifest, topology);
  }
  return topology;
}
