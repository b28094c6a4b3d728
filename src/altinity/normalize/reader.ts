import { at, integer, list, record, text } from '../../kubernetes/manifest';
import type { Host, KeeperMember, ServiceName, Topology, TopologyCluster, TopologyShard } from '../topology-types';
import { usualPorts } from '../usual-ports';
import { booleanOf } from './booleans';
import { type HostTemplates, hostTemplates } from './host-templates';
import { keeperAccess } from './keeper-access';
import { type LaidOutHost, type LaidOutShard, layoutOf } from './layout';
import { domainOf, expand, type Macros, namePart } from './names';
import { portsOf } from './ports';
import { fill, referencesOf, type TemplateReferences, Templates, withOldName } from './templates';

type Fields = Readonly<Record<string, unknown>>;

/** What a shard and its hosts take from their cluster. */
interface ClusterScope {
  readonly cluster: Fields;
  readonly name: string;
  readonly macros: Macros;
  readonly references: TemplateReferences | undefined;
  /** Hosts in the clusters before. */
  readonly first: number;
}

/** Reads one installation. */
export class Reader {
  private readonly kind: Topology['kind'];
  private readonly keeper: boolean;
  private readonly prefix: 'chi' | 'chk';
  /** Macro for the name of the installation. */
  private readonly cr: string;
  private readonly namespace: string;
  private readonly name: string;
  private readonly configuration: Fields;
  private readonly templates: Templates;
  private readonly defaults: TemplateReferences | undefined;
  private readonly domain: string;
  /** Templates of the hosts of a cluster that name none, by what they inherit from. */
  private readonly shared = new Map<object, HostTemplates>();
  /** Hosts read so far. */
  private count = 0;

  constructor(manifest: Fields) {
    const { kind, metadata } = manifest;
    const spec = record(manifest.spec);
    this.kind = kind === 'ClickHouseInstallation' || kind === 'ClickHouseKeeperInstallation' ? kind : 'other';
    this.keeper = kind === 'ClickHouseKeeperInstallation';
    this.prefix = this.keeper ? 'chk' : 'chi';
    this.cr = `{${this.prefix}}`;
    this.namespace = text(record(metadata).namespace) || 'default';
    this.name = text(record(metadata).name) ?? '';
    this.configuration = record(spec.configuration);
    this.templates = new Templates(spec.templates);
    this.defaults = withOldName(referencesOf(at(spec, 'defaults', 'templates')));
    this.domain = domainOf(spec.namespaceDomainPattern, this.namespace);
  }

  read(): Topology {
    const { kind, namespace, name } = this;
    const given = list(this.configuration.clusters);
    const clusters =
      kind === 'other'
        ? []
        : (given.length > 0 ? given : [undefined]).map((cluster, index) => this.cluster(cluster, index));
    const hosts = clusters.flatMap(({ shards }) => shards.flatMap((shard) => shard.hosts));
    const services = kind === 'other' ? [{ name: '', fqdn: '' }] : this.services();
    const [service = { name: '', fqdn: '' }] = services;
    const keeperNodes = this.keeper ? { keeperNodes: hosts.map(memberOf) } : {};
    return { kind, namespace, name, clusters, hosts, service, services, ...keeperNodes };
  }

  private cluster(value: unknown, index: number): TopologyCluster {
    const cluster = record(value);
    this.shared.clear();
    // A cluster that is not there at all gets a name; one without a name keeps none.
    const name = cluster === value ? (text(cluster.name) ?? '') : 'cluster';
    const macros = { ...this.macros(), cluster: namePart('cluster', name), clusterIndex: index };
    const own = referencesOf(cluster.templates);
    const references = this.defaults ? withOldName(fill(own, this.defaults)) : own;
    const first = this.count;
    const shards = layoutOf(cluster.layout).map((shard, shardIndex) =>
      this.shard(shard, shardIndex, { cluster, name, macros, references, first }),
    );
    const keeper = this.keeper ? undefined : keeperAccess(this.configuration.zookeeper, cluster.zookeeper);
    const service = this.linkedService(references?.clusterServiceTemplate, `cluster-${this.cr}-{cluster}`, macros);
    return { name, index, shards, ...(keeper && { keeper }), ...(service && { service }) };
  }

  private shard(shard: LaidOutShard, index: number, parent: ClusterScope): TopologyShard {
    const { name, fields } = shard;
    const references = withOldName(fill(referencesOf(fields.templates), parent.references));
    const macros = { ...parent.macros, shard: namePart('shard', name), shardIndex: index };
    const hosts = shard.hosts.map((host) => this.host(host, name, { ...parent, macros }));
    const weight = integer(fields.weight);
    const service = this.linkedService(references?.shardServiceTemplate, `shard-${this.cr}-{cluster}-{shard}`, macros);
    return {
      name,
      index,
      ...(weight !== undefined && { weight }),
      internalReplication: booleanOf(fields.internalReplication) ?? hosts.length > 1,
      hosts,
      ...(service && { service }),
    };
  }

  private host(host: LaidOutHost, shard: string, scope: ClusterScope): Host {
    const { cluster, name, macros } = scope;
    const { shardIndex, replicaIndex, replica, fields, parent } = host;
    const used = this.templatesOf(host, scope);
    const secure = host.secure ?? used.secure ?? booleanOf(cluster.secure) ?? false;
    const insecure = host.insecure ?? used.insecure ?? booleanOf(cluster.insecure) ?? true;
    const [index, count] = [this.count - scope.first, this.count];
    this.count += 1;
    const { template, hostNetwork } = used;
    const settings = [fields.settings, parent.settings, cluster.settings, this.configuration.settings];
    const ports = portsOf({ keeper: this.keeper, secure, insecure, fields, template, hostNetwork, index, settings });

    const usual = `${this.prefix}-${macros[this.prefix]}-${macros.cluster}-${namePart('host', host.name)}`;
    const own = () => ({ ...macros, ...hostMacros(host, index, count, this.prefix) });
    const object = this.generated('podTemplates', used.references.podTemplate, own) ?? usual;
    const service = this.generated('serviceTemplates', used.references.replicaServiceTemplate, own) ?? usual;
    return {
      cluster: name,
      shard,
      replica,
      shardIndex,
      replicaIndex,
      index,
      name: host.name,
      object,
      service,
      pod: `${object}-0`,
      fqdn: `${service}.${this.domain}`,
      ports,
      secure,
      insecure,
      ...used.existing,
      claims: used.claimTemplates.map((claim) => `${claim}-${object}-0`),
      templates: used.references,
    };
  }

  /** Templates of a host. Worked out once for all hosts of a parent that name none of their own. */
  private templatesOf(host: LaidOutHost, { references }: ClusterScope): HostTemplates {
    const remembered = host.templates ? undefined : this.shared.get(host.parent);
    if (remembered) return remembered;
    const inherited = withOldName(fill(referencesOf(host.parent.templates), references));
    const found = hostTemplates(this.keeper, withOldName(fill(host.templates, inherited)), this.templates);
    if (!host.templates) this.shared.set(host.parent, found);
    return found;
  }

  /** Services of the installation. One template name that does not exist makes the operator ignore all of them. */
  private services(): readonly ServiceName[] {
    const pattern = `${this.keeper ? 'keeper' : 'clickhouse'}-${this.cr}`;
    const { serviceTemplate, serviceTemplates = [] } = this.defaults ?? {};
    const linked = [...new Set([...(serviceTemplate ? [serviceTemplate] : []), ...serviceTemplates])];
    const services = linked.map((template) => this.linkedService(template, pattern, this.macros()));
    const found = services.filter((service) => service !== undefined);
    if (found.length > 0 && found.length === linked.length) return found;
    const name = expand(pattern, this.macros());
    return [{ name, fqdn: `${name}.${this.domain}` }];
  }

  private linkedService(template: string | undefined, pattern: string, macros: Macros): ServiceName | undefined {
    if (template === undefined || !this.templates.find('serviceTemplates', template)) return undefined;
    const name = this.generated('serviceTemplates', template, () => macros) ?? expand(pattern, macros);
    return { name, fqdn: `${name}.${this.domain}`, template };
  }

  /** A name from the pattern of a template; undefined when the template has none. */
  private generated(
    kind: 'podTemplates' | 'serviceTemplates',
    template: string | undefined,
    macros: () => Macros,
  ): string | undefined {
    const pattern = text(this.templates.find(kind, template)?.generateName);
    return pattern ? expand(pattern, macros()) : undefined;
  }

  private macros(): Macros {
    return {
      namespace: namePart('installation', this.namespace),
      [this.prefix]: namePart('installation', this.name),
    };
  }
}

/** Macros that only hosts have. The operator never divides hosts into cycles, so a cycle is as long as its scope. */
function hostMacros(host: LaidOutHost, inCluster: number, inInstallation: number, scope: string): Macros {
  return {
    replica: namePart('replica', host.replica),
    replicaIndex: host.replicaIndex,
    host: namePart('host', host.name),
    [`${scope}ScopeIndex`]: inInstallation,
    [`${scope}ScopeCycleIndex`]: 0,
    [`${scope}ScopeCycleOffset`]: inInstallation,
    clusterScopeIndex: inCluster,
    clusterScopeCycleIndex: 0,
    clusterScopeCycleOffset: inCluster,
    clusterScopeCycleHeadPointsToPreviousCycleTail: inCluster,
    // Named after the scope that is counted in, so they are crosswise: a host's place in its shard is its replica.
    shardScopeIndex: host.replicaIndex,
    replicaScopeIndex: host.shardIndex,
  };
}

function memberOf({ service, fqdn, ports: { zk, zkSecure } }: Host): KeeperMember {
  return { host: service, fqdn, port: zk ?? zkSecure ?? usualPorts.zk };
}
