import { clickhousesOf, forEach } from '../../altinity/rules/installations';
import { entriesAt, faultAt, type Place, placeAt, specOf, whole } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { usersOf, valuesOf } from '../../clickhouse/rules/user-fields';
import { asText, at, type Manifest } from '../../kubernetes/manifest';
import { backendPorts } from '../clickhouse-layers';
import { settingsOf } from './places';

const ports: readonly unknown[] = Object.values(backendPorts);

function* bypassed(set: ManifestSet): Generator<Fault> {
  for (const service of set.ofKind('Service')) {
    const selectsServers = at(service, 'spec', 'selector', 'clickhouse.altinity.com/chi') !== undefined;
    if (selectsServers) yield* openPorts(service, placeAt(whole(service), 'spec'));
  }
  for (const installation of clickhousesOf(set)) {
    if (!settingsOf(installation).some(({ key }) => key.startsWith('protocols/edge_'))) continue;
    for (const template of entriesAt(specOf(installation), 'templates', 'serviceTemplates'))
      yield* openPorts(installation, placeAt(template, 'spec'));
  }
}

function* openPorts(object: Manifest, spec: Place): Generator<Fault> {
  if (spec.node.type !== 'LoadBalancer' && spec.node.type !== 'NodePort') return;
  for (const entry of entriesAt(spec, 'ports')) {
    const port = entry.node.targetPort ?? entry.node.port;
    if (ports.includes(port)) yield faultAt(object, entry, [], `clients reach port ${port} beside the gateway.`);
  }
}

function* unknownHosts(set: ManifestSet): Generator<Fault> {
  const namespaces = new Set(
    set.ofKind('Namespace').map((object) => `${set.clusterOf(object)}/${object.metadata.name}`),
  );
  const services = new Set(
    set.ofKind('Service').map((object) => {
      const { name, namespace } = object.metadata;
      return `${set.clusterOf(object)}/${asText(namespace)}/${name}`;
    }),
  );
  for (const installation of clickhousesOf(set))
    for (const { name, fields } of usersOf(installation))
      for (const host of valuesOf(fields.get('networks/host'))) {
        const [, service, namespace] = /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(\.|$)/.exec(asText(host)) ?? [];
        const place = `${set.clusterOf(installation)}/${namespace}`;
        // Services that the operator makes are not among the manifests, and namespaces may be somebody else's.
        if (!namespaces.has(place) || services.has(`${place}/${service}`) || /^(chi|clickhouse)-/.test(service ?? ''))
          continue;
        const message = `'${name}' may come from ${asText(host)}, and there is no such Service.`;
        const field = fields.get('networks/host');
        if (field) yield faultAt(installation, field.place, [], message);
      }
}

function* proxyVersions(installation: Manifest): Generator<Fault> {
  for (const { key, value, place } of settingsOf(installation))
    if (/^protocols\/[^/]+\/type$/.test(key) && /^proxy/i.test(asText(value)) && value !== 'proxy1')
      yield faultAt(installation, place, [], `servers do not start with a layer of type '${asText(value)}'.`);
}

/** Rules about servers behind a gateway. */
export const serverRules: readonly Rule[] = [
  {
    id: 'edge/bypassed',
    severity: 'error',
    unknown: 'refused',
    title: 'Clients reach the ports for a gateway through the gateway',
    why: 'It is the gateway that compares clients with the allowlist. Who comes past it claims any address where servers read PROXY headers.',
    fix: 'take the port out of the Service, or make it a ClusterIP.',
    source: 'design of this library',
    check: bypassed,
  },
  {
    id: 'edge/unknown-host',
    severity: 'warning',
    title: 'Hosts from which users may come are Services that exist',
    why: 'ClickHouse skips names that it cannot look up, so that the user is refused: a gateway was renamed or removed.',
    fix: 'write the name of the headless Service of the gateway, or remove the entry.',
    source: 'ClickHouse, src/Access/Common/AllowedClientHosts.cpp',
    check: unknownHosts,
  },
  {
    id: 'edge/proxy-version',
    severity: 'error',
    title: 'Servers read version 1 of the PROXY protocol',
    why: 'There is no other layer for it: a server with another type in its stack of protocols does not start.',
    fix: 'write proxy1, and let the gateway send version 1.',
    source: 'ClickHouse, composable protocols; programs/server/Server.cpp (buildProtocolStackFromConfig)',
    check: forEach(clickhousesOf, proxyVersions),
  },
];
