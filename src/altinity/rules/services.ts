import type { Fault, Rule } from '../../checks/rule';
import { asText, integer, type Manifest } from '../../kubernetes/manifest';
import { topologyOf } from '../topology';
import { usualPorts } from '../usual-ports';
import { clickhousesOf, forEach, textsOf } from './installations';
import { entriesAt, faultAt, type Place, placeAt, specOf } from './places';

function* ports(object: Manifest): Generator<Fault> {
  for (const template of entriesAt(specOf(object), 'templates', 'serviceTemplates')) {
    const names = new Set<unknown>();
    const numbers = new Set<string>();
    for (const port of entriesAt(template, 'spec', 'ports')) {
      const number = integer(port.node.port) ?? 0;
      const key = `${number}/${port.node.protocol ?? 'TCP'}`;
      const { name } = port.node;
      if (number < 1 || number > 65535)
        yield faultAt(object, port, [], `${JSON.stringify(port.node.port)} is no port.`);
      else if (numbers.has(key)) yield faultAt(object, port, [], `port ${key} is listed twice.`);
      else if (name !== undefined && names.has(name))
        yield faultAt(object, port, [], `two ports are called '${name}'.`);
      names.add(name);
      numbers.add(key);
    }
  }
}

/** Others reach a replica through this service: remote_servers names it, and parts are fetched through it. */
function* replicaServices(installation: Manifest): Generator<Fault> {
  const { hosts } = topologyOf(installation);
  for (const template of entriesAt(specOf(installation), 'templates', 'serviceTemplates')) {
    const { node } = placeAt(template, 'spec');
    const users = hosts.filter(({ templates }) => templates.replicaServiceTemplate === template.node.name);
    if (users.length === 0 || node.clusterIP === 'None') continue;
    const listed = entriesAt(template, 'spec', 'ports').map((port) => port.node.port);
    const needed = users.flatMap(({ ports: { http, tcp, https, tcpSecure, interserver } }) => [
      http,
      tcp,
      https,
      tcpSecure,
      interserver,
    ]);
    const missing = [...new Set(needed)].filter((port) => port !== undefined && !listed.includes(port));
    if (missing.length > 0)
      yield faultAt(
        installation,
        template,
        [],
        `it is the service of single replicas, but lacks ${missing.join(', ')}.`,
      );
    else if (node.publishNotReadyAddresses !== true)
      yield faultAt(
        installation,
        template,
        [],
        'it is the service of single replicas, but lacks publishNotReadyAddresses: true.',
      );
  }
}

/** Protocols of servers, which Services list by their usual ports. */
const protocols = ['http', 'tcp', 'https', 'tcpSecure', 'interserver'] as const;

/** Service templates that clients come in by: of the installation, a cluster or a shard. */
export function entryTemplatesOf(installation: Manifest): readonly Place[] {
  const { services, clusters } = topologyOf(installation);
  const groups = clusters.flatMap(({ service, shards }) => [service, ...shards.map((shard) => shard.service)]);
  const used = new Set([...services, ...groups].map((service) => service?.template));
  const templates = entriesAt(specOf(installation), 'templates', 'serviceTemplates');
  return templates.filter(({ node }) => used.has(asText(node.name)));
}

function* movedPorts(installation: Manifest): Generator<Fault> {
  const { hosts } = topologyOf(installation);
  for (const template of entryTemplatesOf(installation)) {
    for (const port of entriesAt(template, 'spec', 'ports')) {
      const target = port.node.targetPort ?? port.node.port;
      const protocol = protocols.find((each) => usualPorts[each] === target);
      const [moved] = protocol
        ? hosts.map(({ ports }) => ports[protocol]).filter((number) => number !== undefined)
        : [];
      const isOpen = hosts.some(({ ports }) => Object.values(ports).includes(target as number));
      if (moved !== undefined && !isOpen)
        yield faultAt(
          installation,
          port,
          [],
          `it leads to ${target}, but the hosts listen on ${moved}.`,
          `write targetPort: ${moved}.`,
        );
    }
  }
}

/** Rules about Services. */
export const serviceRules: readonly Rule[] = [
  {
    id: 'services/ports',
    severity: 'error',
    title: 'Ports of a service template are valid, and differ in name and number',
    why: 'The operator leaves the Service out without a word when a number is invalid; the API server refuses duplicates.',
    fix: 'write each port once, from 1 to 65535.',
    source: 'operator, pkg/model/k8s/service.go',
    check: forEach(textsOf, ports),
  },
  {
    id: 'services/moved-port',
    severity: 'error',
    title: 'Services lead to ports that the hosts listen on',
    why: 'Ports of a service template stay as they are when settings or the layout move those of the hosts.',
    fix: 'write the port of the hosts as targetPort.',
    source: 'Kubernetes, Services; operator, pkg/model/chi/normalizer/normalizer-host.go',
    check: forEach(clickhousesOf, movedPorts),
  },
  {
    id: 'services/replica-ports',
    severity: 'warning',
    title: 'A service of single replicas is headless, or lists all their ports, also before they are ready',
    why: 'Replicas find each other under its name: missing ports stop distributed queries and replication.',
    fix: 'write clusterIP: None, or list 8123, 9000 and 9009 (with TLS also 8443 and 9440) and publishNotReadyAddresses: true.',
    source: 'operator #923',
    check: forEach(clickhousesOf, replicaServices),
  },
];
