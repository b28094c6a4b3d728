import { clickhousesOf, forEach } from '../../altinity/rules/installations';
import { entriesAt, faultAt, placeAt, specOf, whole } from '../../altinity/rules/places';
import { usualPorts } from '../../altinity/usual-ports';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import {
  hasOtherWay,
  isBuiltIn,
  passwordFields,
  secretFields,
  type User,
  usersOf,
} from '../../clickhouse/rules/user-fields';
import { at, list, type Manifest, record } from '../../kubernetes/manifest';
import { forwardingOf } from './places';

const httpPorts: readonly unknown[] = [usualPorts.http, usualPorts.https, 'http', 'https'];
const installationLabel = 'clickhouse.altinity.com/chi';

function* openHttp(set: ManifestSet): Generator<Fault> {
  const believing = clickhousesOf(set).filter((installation) => forwardingOf(installation));
  if (believing.length === 0) return;
  for (const policy of set.ofKind('NetworkPolicy')) {
    const { name } = believing.find((each) => isSelected(set, each, policy))?.metadata ?? {};
    if (name === undefined) continue;
    for (const rule of entriesAt(placeAt(whole(policy), 'spec'), 'ingress')) {
      const ports = list(rule.node.ports).map((entry) => record(entry).port);
      const peers = list(rule.node.from).map(record);
      const reachesHttp = ports.length === 0 || ports.some((port) => httpPorts.includes(port));
      if (reachesHttp && (peers.length === 0 || peers.some(isClient)))
        yield faultAt(policy, rule, [], `clients who reach HTTP of '${name}' can claim any address.`);
    }
  }
}

/** Whether a policy is about an installation, or about all pods of its namespace. */
function isSelected(set: ManifestSet, installation: Manifest, policy: Manifest): boolean {
  const { name, namespace } = installation.metadata;
  const selector = record(at(policy, 'spec', 'podSelector'));
  const same = set.clusterOf(installation) === set.clusterOf(policy) && namespace === policy.metadata.namespace;
  const selected = at(selector, 'matchLabels', installationLabel);
  return same && (selected === name || Object.keys(selector).length === 0);
}

/** The operator comes from another namespace, and servers have the label of installations. */
function isClient({ ipBlock, namespaceSelector, podSelector }: Readonly<Record<string, unknown>>): boolean {
  if (ipBlock !== undefined) return true;
  return namespaceSelector === undefined && at(podSelector, 'matchLabels', installationLabel) === undefined;
}

function* noPassword(installation: Manifest): Generator<Fault> {
  const forwarding = forwardingOf(installation);
  if (!forwarding) return;
  const users = usersOf(installation);
  const open = users.filter((user) => !isBuiltIn(user) && !hasPassword(user));
  for (const { name, place } of open)
    yield faultAt(
      installation,
      place,
      [],
      `everybody who claims an address of '${name}' is let in without a password.`,
    );
  const usual = users.find(({ name }) => name === 'default');
  if (usual && hasPassword(usual)) return;
  const message = "the operator adds user 'default' without a password, for whoever claims the address of a server.";
  yield faultAt(installation, placeAt(specOf(installation), 'configuration', 'settings'), [forwarding.key], message);
}

function hasPassword(user: User): boolean {
  return hasOtherWay(user) || [...passwordFields, ...secretFields].some((field) => user.fields.has(field));
}

const source = 'ClickHouse, auth_use_forwarded_address; src/Server/HTTPHandler.cpp (X-Forwarded-For)';

/** Rules about servers that believe what they are told about the address of a client. */
export const forwardingRules: readonly Rule[] = [
  {
    id: 'edge/forwarded-http',
    severity: 'error',
    unknown: 'refused',
    title: 'Where servers believe forwarded addresses, no client reaches their ports for HTTP',
    why: 'The setting is for all ports: a client writes X-Forwarded-For into its request, and is let in as if it came from there.',
    fix: 'let the operator, the servers and the gateway reach these ports, and nobody else.',
    source,
    check: openHttp,
  },
  {
    id: 'edge/forwarded-password',
    severity: 'error',
    unknown: 'refused',
    title: 'Where servers believe forwarded addresses, every user has a password',
    why: 'Networks of users do not keep anybody out who can claim an address.',
    fix: 'give the user a password; the one named default, too.',
    source,
    check: forEach(clickhousesOf, noPassword),
  },
];
