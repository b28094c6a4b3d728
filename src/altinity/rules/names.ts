import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';
import { isDnsLabel, nearestDnsLabel } from '../../kubernetes/names';
import { nameBudget } from '../names';
import { topologyOf } from '../topology';
import { clustersWithHosts } from './clusters';
import { forEach, installationsOf, isKeeper } from './installations';
import { clustersOf, faultAt, layoutEntriesOf, type Place, placeAt, specOf } from './places';

/** Clusters that the operator itself writes into `remote_servers`. */
const reservedClusters = ['all-replicated', 'all-sharded', 'all-clusters'];
const clusterPattern = /^[a-z]([-a-z0-9]{0,13}[a-z0-9])?$/;
const hostPattern = /^[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/;

/** Most characters of the part of a name that stands for a host. The operator cuts the rest off. */
const hostLength = 15;

function* installationNames(installation: Manifest): Generator<Fault> {
  const { name } = installation.metadata;
  if (isDnsLabel(name)) return;
  const near = nearestDnsLabel(name, 63);
  yield {
    object: installation,
    pointer: '/metadata/name',
    message: `'${name}' is no name that Services can carry: lower case letters, digits and "-", starting with a letter.`,
    ...(near && { fix: `write '${near}'.` }),
  };
}

function* longNames(installation: Manifest): Generator<Fault> {
  const { name } = installation.metadata;
  const names = topologyOf(installation).hosts.map((host) => `${host.cluster}-${host.name.slice(0, hostLength)}`);
  const longest = names.reduce((most, each) => (each.length > most.length ? each : most), '');
  const excess = name.length + longest.length - 1 - nameBudget;
  if (excess <= 0) return;
  const volume = `${isKeeper(installation) ? 'chk' : 'chi'}-${name}-deploy-confd-${longest}`;
  yield {
    object: installation,
    pointer: '/metadata/name',
    message: `the operator makes a volume '${volume}' (${volume.length} of 63 characters) of it.`,
    fix: `shorten the names of the installation, the cluster, or its shards and replicas by ${excess}.`,
  };
}

function* clusterNames(installation: Manifest): Generator<Fault> {
  const seen = new Set<string>();
  for (const cluster of clustersOf(installation)) {
    const name = text(cluster.node.name);
    if (name === undefined) continue;
    const fault = (message: string) => faultAt(installation, cluster, ['name'], message);
    if (reservedClusters.includes(name)) yield fault(`'${name}' is a cluster that the operator makes itself.`);
    else if (!clusterPattern.test(name))
      yield fault(`'${name}' is not made of at most 15 lower case letters, digits and "-", starting with a letter.`);
    else if (seen.has(name)) yield fault(`there are two clusters '${name}'.`);
    seen.add(name);
  }
}

function* hostNames(installation: Manifest): Generator<Fault> {
  for (const place of clustersOf(installation).flatMap(layoutEntriesOf)) {
    const name = text(place.node.name);
    if (name && !hostPattern.test(name)) {
      const message = `'${name}' is not made of at most 15 lower case letters, digits and "-".`;
      yield faultAt(installation, place, ['name'], message);
    }
  }
}

function* collidingHosts(installation: Manifest): Generator<Fault> {
  for (const { place, hosts } of clustersWithHosts(installation)) {
    const owners = new Map<string, number>();
    for (const { object } of hosts) owners.set(object, (owners.get(object) ?? 0) + 1);
    for (const [object, count] of owners) {
      if (count > 1) yield faultAt(installation, layoutAt(place), [], `${count} hosts are called '${object}'.`);
    }
  }
}

function* cutHosts(installation: Manifest): Generator<Fault> {
  for (const { place, hosts } of clustersWithHosts(installation)) {
    const long = hosts.filter(({ name }) => name.length > hostLength);
    for (const name of new Set(long.map((host) => host.name))) {
      const message = `the host '${name}' has ${name.length} characters and is cut to '${name.slice(0, hostLength)}'.`;
      yield faultAt(installation, layoutAt(place), [], message);
    }
  }
}

function layoutAt(cluster: Place): Place {
  return cluster.node.layout === undefined ? cluster : placeAt(cluster, 'layout');
}

function* domainPatterns(installation: Manifest): Generator<Fault> {
  const pattern = text(specOf(installation).node.namespaceDomainPattern);
  if (pattern !== undefined && pattern.split('%s').length > 2) {
    yield faultAt(installation, specOf(installation), ['namespaceDomainPattern'], `'${pattern}' has several %s.`);
  }
}

/** Rules about names that the operator makes other names of. */
export const nameRules: readonly Rule[] = [
  {
    id: 'names/installation',
    severity: 'error',
    title: 'The name of an installation is a DNS label that starts with a letter',
    why: 'The operator makes names of Services of it, which take no dots, underscores or upper case letters.',
    fix: "write a name such as 'events'.",
    source: 'operator, pkg/model/chi/namer; Kubernetes, names of Services',
    check: forEach(installationsOf, installationNames),
  },
  {
    id: 'names/too-long',
    severity: 'error',
    title: `Names of an installation, its cluster and its longest host have at most ${nameBudget} characters together`,
    why: 'A volume named after all three exceeds 63 characters. Pods are never created, and the status does not say why.',
    fix: 'shorten the name of the installation.',
    source: 'helm-charts #65, cozystack #4083',
    check: forEach(installationsOf, longNames),
  },
  {
    id: 'names/cluster',
    severity: 'error',
    title: 'Clusters have distinct names of at most 15 lower case letters, digits and "-", starting with a letter',
    why: 'The name becomes part of Kubernetes names and an XML element. all-replicated, all-sharded and all-clusters exist already.',
    fix: "write a name such as 'main'. On a running installation a new name means new, empty volumes.",
    source: 'operator, CRD and pkg/model/chi/namer',
    check: forEach(installationsOf, clusterNames),
  },
  {
    id: 'names/host',
    severity: 'error',
    title: 'Names of shards, replicas and hosts are at most 15 lower case letters, digits and "-"',
    why: 'The CRD also takes upper case, but StatefulSets and Services do not, so these hosts are never created.',
    fix: 'use lower case, or leave the name out.',
    source: 'operator, CRD and pkg/model/chi/namer',
    check: forEach(installationsOf, hostNames),
  },
  {
    id: 'names/host-collision',
    severity: 'error',
    title: 'Every host has a name of its own',
    why: 'Two hosts of one name are one StatefulSet: one of them does not exist, and its data has no copy.',
    fix: 'give shards and replicas distinct names, or none: unnamed ones are called by their index.',
    source: 'operator, pkg/model/common/namer',
    check: forEach(installationsOf, collidingHosts),
  },
  {
    id: 'names/host-cut',
    severity: 'error',
    title: `Names of a shard and a replica have at most ${hostLength} characters together, with the "-" between them`,
    why: 'The operator cuts the rest off, so that two hosts can become one, now or when replicas are added.',
    fix: 'shorten the names, or leave them out.',
    source: 'operator, pkg/model/common/namer/short',
    check: forEach(installationsOf, cutHosts),
  },
  {
    id: 'names/domain-pattern',
    severity: 'error',
    title: 'namespaceDomainPattern has at most one %s',
    why: 'The operator drops an invalid pattern without a word and uses cluster.local.',
    fix: "write a pattern such as '%s.svc.example.local'.",
    source: 'operator, pkg/model/chi/normalizer',
    check: forEach(installationsOf, domainPatterns),
  },
];
