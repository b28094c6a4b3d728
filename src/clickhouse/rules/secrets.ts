import { booleanOf } from '../../altinity/normalize/booleans';
import { clustersWithHosts } from '../../altinity/rules/clusters';
import { clickhousesOf, forEach, installationsOf, isWhole } from '../../altinity/rules/installations';
import { clustersOf, faultAt, type Place, placeAt } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, type Manifest, record } from '../../kubernetes/manifest';
import { isDataKey, isDnsSubdomain } from '../../kubernetes/names';
import { isToken } from '../../kubernetes/token';
import { fileMapsOf, settingMapsOf } from './maps';

/** Ways in which a cluster is given its secret, the strongest first. */
function sourcesOf(secret: unknown): readonly string[] {
  const { value, valueFrom, auto } = record(secret);
  return [
    ...(value !== undefined && value !== '' ? ['value'] : []),
    ...(record(valueFrom).secretKeyRef !== undefined ? ['valueFrom'] : []),
    ...(booleanOf(auto) || isToken(auto) ? ['auto'] : []),
  ];
}

function clustersWithSecret(installation: Manifest): readonly Place[] {
  return clustersOf(installation).filter(({ node }) => node.secret !== undefined && node.secret !== null);
}

function* withoutSecret(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const { place, hosts } of clustersWithHosts(installation)) {
    if (hosts.length > 1 && place.node.secret === undefined)
      yield faultAt(installation, place, [], `its ${hosts.length} hosts trust each other without a secret.`);
  }
}

function* wrongSources(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersWithSecret(installation)) {
    const sources = sourcesOf(cluster.node.secret);
    if (sources.length === 0)
      yield faultAt(installation, cluster, ['secret'], 'it has no source, so there is no secret.');
    if (sources.length > 1 && !isToken(at(cluster.node, 'secret', 'auto')))
      yield faultAt(installation, cluster, ['secret'], `it has ${sources.join(', ')}; only '${sources[0]}' counts.`);
  }
}

function* plainSecrets(installation: Manifest): Generator<Fault> {
  for (const cluster of clustersWithSecret(installation)) {
    if (sourcesOf(cluster.node.secret).includes('value'))
      yield faultAt(installation, cluster, ['secret', 'value'], 'the secret stands here in plain text.');
  }
}

/** References and generated secrets come through one environment variable of the pods. */
function* differentSecrets(installation: Manifest): Generator<Fault> {
  const variables = clustersWithSecret(installation).flatMap((cluster) => {
    const [source] = sourcesOf(cluster.node.secret);
    if (source === 'auto') return [{ cluster, secret: `auto ${cluster.pointer}` }];
    return source === 'valueFrom' ? [{ cluster, secret: JSON.stringify(at(cluster.node, 'secret', 'valueFrom')) }] : [];
  });
  for (const { cluster, secret } of variables) {
    if (secret !== variables[0]?.secret && !isToken(secret) && !isToken(variables[0]?.secret))
      yield faultAt(installation, cluster, ['secret'], 'another cluster of this installation has another secret.');
  }
}

function* wrongReferences(installation: Manifest): Generator<Fault> {
  const maps = [...settingMapsOf(installation), ...fileMapsOf(installation)].flat().map(({ place }) => place);
  const secrets = clustersWithSecret(installation).map((cluster) => placeAt(cluster, 'secret'));
  for (const place of [...maps, ...secrets]) {
    const reference = at(place.node, 'valueFrom', 'secretKeyRef');
    if (reference === undefined) continue;
    const { name, key } = record(reference);
    const fault = (field: string, value: unknown, what: string) =>
      faultAt(
        installation,
        place,
        ['valueFrom', 'secretKeyRef', ...(value === undefined ? [] : [field])],
        value === undefined ? `it names no ${what}.` : `${JSON.stringify(value)} is no ${what}.`,
      );
    if (typeof name !== 'string' || !isDnsSubdomain(name)) yield fault('name', name, 'Secret');
    if (typeof key !== 'string' || !isDataKey(key)) yield fault('key', key, 'key of a Secret');
  }
}

/** Rules about secrets. */
export const secretRules: readonly Rule[] = [
  {
    id: 'cluster/no-secret',
    severity: 'warning',
    title: 'A cluster with several hosts has a secret',
    why: "Otherwise distributed queries run as 'default' on the other hosts, whoever asked, and fail once it has a password.",
    fix: 'write secret: { auto: "yes" } in the cluster.',
    source: 'operator #265, #392, #1376; ClickHouse, Distributed table engine',
    check: forEach(clickhousesOf, withoutSecret),
  },
  {
    id: 'cluster/secret-sources',
    severity: 'error',
    title: 'The secret of a cluster has one source',
    why: 'The operator takes value before valueFrom before auto, and ignores the others; with none there is no secret.',
    fix: 'keep one of auto, value and valueFrom.',
    source: 'operator, pkg/apis/clickhouse.altinity.com/v1/type_cluster_secret.go',
    check: forEach(clickhousesOf, wrongSources),
  },
  {
    id: 'cluster/secret-plain',
    severity: 'warning',
    unknown: 'refused',
    title: 'The secret of a cluster stands in a Secret only',
    why: 'Whoever reads the installation can run queries as any user of the cluster.',
    fix: 'write secret: { auto: "yes" }, or name a Secret by valueFrom.',
    source: 'ClickHouse, Distributed table engine (secret)',
    check: forEach(clickhousesOf, plainSecrets),
  },
  {
    id: 'cluster/secrets-differ',
    severity: 'error',
    title: 'Clusters of one installation have the same secret',
    why: 'It comes through one environment variable, so all but one of them get the wrong one and refuse each other.',
    fix: 'name the same Secret in all of them, or make an installation for each cluster.',
    source: 'operator, pkg/model/chi/normalizer (CLICKHOUSE_INTERNODE_CLUSTER_SECRET)',
    check: forEach(clickhousesOf, differentSecrets),
  },
  {
    id: 'secrets/reference',
    severity: 'error',
    title: 'A reference to a Secret has a valid name and key',
    why: 'The pod stays in CreateContainerConfigError, or the server starts without the password.',
    fix: 'write the name of a Secret in the namespace of the installation, and one of its keys.',
    source: 'Kubernetes, object names and IDs',
    check: forEach(installationsOf, wrongReferences),
  },
];
