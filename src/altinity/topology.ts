import { at, integer, list, type Manifest, record, text } from '../kubernetes/manifest';

/** One pod of an installation. */
export interface Host {
  readonly cluster: string;
  readonly shard: string;
  readonly replica: string;
  readonly name: string;
  readonly object: string;
  readonly fqdn: string;
  readonly ports: { readonly http?: number; readonly tcp?: number };
  readonly podTemplate?: string;
}

/** Hosts of an installation. */
export function topologyOf(manifest: Manifest): { readonly hosts: readonly Host[]; readonly service: { readonly fqdn: string } } {
  const keeper = manifest.kind === 'ClickHouseKeeperInstallation';
  if (!keeper && manifest.kind !== 'ClickHouseInstallation') return { hosts: [], service: { fqdn: '' } };
  const prefix = keeper ? 'chk' : 'chi';
  const { name, namespace = 'default' } = manifest.metadata;
  const fallback = text(at(manifest, 'spec', 'defaults', 'templates', 'podTemplate'));
  const hosts: Host[] = [];
  for (const cluster of list(at(manifest, 'spec', 'configuration', 'clusters')).map(record)) {
    const layout = record(cluster.layout);
    const shards = keeper ? [layout] : list(layout.shards).length > 0 ? list(layout.shards).map(record) : Array.from({ length: integer(layout.shardsCount) ?? 1 }, () => layout);
    for (const [s, shard] of shards.entries()) {
      const replicas = list(shard.replicas);
      for (let r = 0; r < Math.max(replicas.length, integer(shard.replicasCount) ?? 1); r++) {
        const object = `${prefix}-${name}-${cluster.name}-${s}-${r}`;
        hosts.push({ cluster: String(cluster.name), shard: String(s), replica: String(r), name: `${s}-${r}`, object, fqdn: `${object}.${namespace}.svc.cluster.local`, ports: { http: 8123, tcp: 9000 }, podTemplate: text(at(replicas[r], 'templates', 'podTemplate')) ?? fallback });
      }
    }
  }
  return { hosts, service: { fqdn: `${keeper ? 'keeper' : 'clickhouse'}-${name}.${namespace}.svc.cluster.local` } };
}
