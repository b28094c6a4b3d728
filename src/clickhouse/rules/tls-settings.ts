import { clustersWithHosts } from '../../altinity/rules/clusters';
import { clickhousesOf, forEach, installationsOf, isWhole } from '../../altinity/rules/installations';
import { faultAt, placeAt, specOf } from '../../altinity/rules/places';
import { topologyOf } from '../../altinity/topology';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { fileMapsOf, settingMapsOf } from './maps';

/** Ports that the configuration of the image opens in plain text. */
const plainPorts = ['http_port', 'interserver_http_port', 'mysql_port', 'postgresql_port', 'tcp_port'];

function* plainPortsLeft(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  const closed = clustersWithHosts(installation).find(({ hosts }) =>
    hosts.some(({ secure, insecure }) => secure && !insecure),
  );
  if (!closed) return;
  const removed = settingMapsOf(installation).flatMap((items) =>
    items.filter(({ value }) => value === '_removed_').map(({ key }) => key.replaceAll('/', '')),
  );
  const files = fileMapsOf(installation).flatMap((items) => items.map(({ value }) => String(value)));
  const inFile = (port: string) => files.some((text) => new RegExp(`<${port}\\s+remove=`).test(text));
  const left = plainPorts.filter((port) => !removed.includes(port) && !inFile(port));
  if (left.length > 0)
    yield faultAt(installation, closed.place, ['insecure'], `${left.join(', ')} of the image stay as they are.`);
}

function* unverified(installation: Manifest): Generator<Fault> {
  for (const { key, value, place } of settingMapsOf(installation).flat()) {
    const path = key.split('/').filter(Boolean).join('/');
    const off =
      (path === 'openSSL/client/verificationMode' && value === 'none') ||
      (path === 'openSSL/client/invalidCertificateHandler/name' && value === 'AcceptCertificateHandler');
    if (off) yield faultAt(installation, place, [], 'any certificate is believed.');
  }
  for (const { value, place } of fileMapsOf(installation).flat()) {
    const [client = ''] = /<openSSL>[\s\S]*<client>[\s\S]*<\/client>/.exec(String(value)) ?? [];
    const section = client.slice(client.lastIndexOf('<client>'));
    if (/<verificationMode>\s*none\s*</.test(section) || /AcceptCertificateHandler/.test(section))
      yield faultAt(installation, place, [], 'any certificate is believed.');
  }
}

function* plainKeys(installation: Manifest): Generator<Fault> {
  for (const { value, place } of fileMapsOf(installation).flat()) {
    if (typeof value === 'string' && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value))
      yield faultAt(installation, place, [], 'a private key stands here in plain text.');
  }
}

function* plainKeeper(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (set.contextOf(installation).stage !== 'production') return;
  for (const { keeper, shards } of topologyOf(installation).clusters) {
    const closed = shards.some(({ hosts }) => hosts.some(({ secure, insecure }) => secure && !insecure));
    if (!closed || !keeper?.nodes.some(({ secure }) => !secure)) continue;
    yield faultAt(installation, placeAt(specOf(installation), 'configuration'), ['zookeeper'], 'it is plain text.');
    return;
  }
}

/** Rules about what stands in the settings of servers with TLS, and about the props that make them. */
export const tlsSettingRules: readonly Rule[] = [
  {
    id: 'tls/plain-port',
    severity: 'warning',
    title: 'Whoever closes plain ports takes them out of the configuration, too',
    why: 'The operator closes ports of pods and Services. Servers go on listening on what their image opens, and every pod can reach every port of another where no policy is enforced.',
    fix: "write '_removed_' for http_port, tcp_port, interserver_http_port, mysql_port and postgresql_port in settings.",
    source: 'operator, pkg/model/chi/config/generator.go; ClickHouse, config.xml of the image',
    check: forEach(clickhousesOf, plainPortsLeft),
  },
  {
    id: 'tls/not-verified',
    severity: 'warning',
    title: 'Servers look at the certificates of those that they call',
    why: 'Encryption without it is for whoever answers: passwords and rows go to any pod that takes the address.',
    fix: 'write verificationMode strict with the caConfig of the authority.',
    source: 'ClickHouse, server settings (openSSL)',
    check: forEach(installationsOf, unverified),
  },
  {
    id: 'tls/plain-key',
    unknown: 'refused',
    severity: 'error',
    title: 'Keys of certificates come from Secrets',
    why: 'Whoever may read the repository or the ConfigMap can pass for the server.',
    fix: 'mount a Secret as a directory in the pod template.',
    source: 'operator documentation, security hardening',
    check: forEach(installationsOf, plainKeys),
  },
  {
    id: 'tls/plain-keeper',
    severity: 'advice',
    title: 'Servers with TLS in production reach Keeper through TLS, too',
    why: 'Whoever reads along learns the layout of tables, and whoever reaches the port can change it: Keeper knows no users.',
    fix: 'give every namespace a Keeper of its own, and use an operator from 0.27.2 on.',
    source: 'ClickHouse Keeper documentation',
    check: forEach(clickhousesOf, plainKeeper),
  },
  {
    id: 'tls/keeper-root',
    severity: 'error',
    title: 'A cluster with a root of its own in Keeper reaches it without TLS',
    why: 'The operator creates roots, through plain connections only; ClickHouse does not start before its root exists.',
    fix: "give the namespace a Keeper of its own, or the environment of the shared one tls: Tls.off('reason').",
    source: 'operator, pkg/controller/chi/worker-zk-integration.go; ClickHouse, src/Common/ZooKeeper/ZooKeeper.cpp',
  },
  {
    id: 'tls/keeper-authority',
    severity: 'error',
    title: 'Servers know the authority of their Keeper',
    why: 'They would refuse its certificate, and every replicated table would be read-only.',
    fix: 'write tls: Tls.certManager() at the environment of the cluster.',
    source: 'ClickHouse, server settings (openSSL)',
  },
  {
    id: 'tls/public-certificate',
    severity: 'error',
    title: 'A public certificate is for names under which a cluster is exposed',
    why: 'Without exposure nobody sees it, and without a name nobody signs it.',
    fix: "write exposure: Exposure.internal({ hostname: 'events.example.com' }).",
    source: 'cert-manager, Certificate',
  },
  {
    id: 'tls/duration',
    severity: 'error',
    title: 'Certificates are valid for whole hours, and renewed before their end',
    why: 'cert-manager refuses anything else, and the pods wait for their certificate.',
    fix: "write duration: '2160h' and renewBefore: '720h'.",
    source: 'cert-manager, Certificate',
  },
];
