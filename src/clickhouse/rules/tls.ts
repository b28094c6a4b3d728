import { clustersWithHosts } from '../../altinity/rules/clusters';
import { forEach, installationsOf, isKeeper, isWhole } from '../../altinity/rules/installations';
import { containersOf, entriesAt, faultAt, type Place } from '../../altinity/rules/places';
import { entryTemplatesOf } from '../../altinity/rules/services';
import { type Host, topologyOf } from '../../altinity/topology';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { fileMapsOf, settingMapsOf } from './maps';

/** Clusters with a host of some kind, each with the first one. */
function* clustersWith(installation: Manifest, test: (host: Host) => boolean): Generator<readonly [Place, Host]> {
  for (const { place, hosts } of clustersWithHosts(installation)) {
    const host = hosts.find(test);
    if (host) yield [place, host];
  }
}

function* closed(installation: Manifest): Generator<Fault> {
  for (const [cluster, host] of clustersWith(installation, ({ secure, insecure }) => !secure && !insecure)) {
    yield faultAt(installation, cluster, [], `'${host.object}' has neither plain nor encrypted ports.`);
  }
}

function* withoutCertificate(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation) || bringsCertificate(installation)) return;
  for (const [cluster, host] of clustersWith(installation, ({ secure }) => secure)) {
    yield faultAt(installation, cluster, [], `'${host.object}' has encrypted ports, but nothing names a certificate.`);
  }
}

/** Whether settings, files or mounted configuration can name a certificate. */
function bringsCertificate(installation: Manifest): boolean {
  const named =
    settingMapsOf(installation).some((items) => items.some(({ key }) => /^\/?(openSSL|acme)\//.test(key))) ||
    fileMapsOf(installation).some((items) => items.some(({ value }) => /<(openSSL|acme)[\s>]/.test(String(value))));
  return (
    named ||
    containersOf(installation)
      .flatMap((container) => entriesAt(container, 'volumeMounts'))
      .some(({ node }) => /^\/etc\/clickhouse-(server|keeper)(\/|$)/.test(String(node.mountPath)))
  );
}

function* deadServices(installation: Manifest): Generator<Fault> {
  const [found] = clustersWith(installation, ({ secure, insecure }) => secure && !insecure);
  if (!found) return;
  const [cluster, { ports }] = found;
  const encrypted = [ports.https, ports.tcpSecure, ports.zkSecure].filter((port) => port !== undefined);
  for (const template of entryTemplatesOf(installation)) {
    const listed = entriesAt(template, 'spec', 'ports').map(({ node }) => node.port);
    if (!encrypted.some((port) => listed.includes(port)))
      yield faultAt(
        installation,
        template,
        ['spec', 'ports'],
        `plain ports are closed, and none of ${encrypted.join(', ')} is listed.`,
      );
  }
  const [entry] = topologyOf(installation).services;
  if (entry && entry.template === undefined && !isKeeper(installation)) {
    const fix = `link a service template that lists ${encrypted.join(' and ')}.`;
    yield faultAt(
      installation,
      cluster,
      [],
      `'${entry.name}' keeps listing 8123 and 9000 only, which are closed.`,
      fix,
    );
  }
}

/** Rules about encrypted ports. */
export const tlsRules: readonly Rule[] = [
  {
    id: 'tls/no-ports',
    severity: 'error',
    title: 'Plain ports are closed only where encrypted ones are open',
    why: 'Nobody can connect, the operator and the probes included. A Keeper ends as Aborted with NoKeeperListener.',
    fix: 'write secure: "yes" beside insecure: "no".',
    source: 'operator, pkg/model/chi/normalizer/normalizer-host.go',
    check: forEach(installationsOf, closed),
  },
  {
    id: 'tls/no-certificate',
    severity: 'error',
    title: 'Whoever has encrypted ports has a certificate',
    why: 'The servers start without listening there, and distributed queries, which use these ports, fail.',
    fix: 'add files with an openSSL section, and the certificate and key from a Secret by valueFrom.',
    source: 'operator documentation, security hardening; ClickHouse, server settings (openSSL)',
    check: forEach(installationsOf, withoutCertificate),
  },
  {
    id: 'tls/dead-service',
    severity: 'error',
    title: 'Services list encrypted ports where the plain ones are closed',
    why: 'The operator closes ports of pods and hosts, not those of Services with a template, nor those of its own entry Service.',
    fix: 'list 8443 and 9440 in the service template.',
    source: 'observed with operator 0.26.0',
    check: forEach(installationsOf, deadServices),
  },
];
