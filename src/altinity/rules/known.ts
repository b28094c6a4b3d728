import type { Fault, Rule } from '../../checks/rule';
import { at, type Manifest, pointer } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';
import { forEach, textsOf } from './installations';

/** Places that decide which hosts, volumes and ports there are, and what they are called. A star stands for any key. */
const deciding: readonly (readonly string[])[] = [
  ['defaults', '**'],
  ['namespaceDomainPattern'],
  ['useTemplates', '**'],
  ['configuration', 'clusters', '*', '**'],
  ['templates', 'hostTemplates', '*', '**'],
  ['templates', '*', '*', 'name'],
  ['templates', '*', '*', 'generateName'],
  ['templates', 'volumeClaimTemplates', '*', 'reclaimPolicy'],
  ['templates', 'volumeClaimTemplates', '*', 'provisioner'],
  ...['type', 'clusterIP', 'publishNotReadyAddresses'].map((key) => [
    'templates',
    'serviceTemplates',
    '*',
    'spec',
    key,
  ]),
  ['templates', 'serviceTemplates', '*', 'spec', 'ports', '**'],
  ...['path', 'http_port', 'tcp_port', 'interserver_http_port', 'mysql_port', 'postgresql_port'].map((key) => [
    'configuration',
    'settings',
    key,
  ]),
  ['configuration', 'zookeeper', 'nodes', '*', 'port'],
  ['configuration', 'zookeeper', 'nodes', '*', 'secure'],
  // Whom an installation template changes.
  ['templating', '**'],
  // Containers and volumes know each other by name.
  ...['containers', 'initContainers', 'volumes'].map((list) => [
    'templates',
    'podTemplates',
    '*',
    'spec',
    list,
    '*',
    'name',
  ]),
  ['templates', 'podTemplates', '*', 'spec', 'containers', '*', 'volumeMounts', '**'],
];

/** Parts of clusters that are only passed on: to the configuration of servers, or to variables of pods. */
const passedOn = ['secret', 'settings', 'files', 'zookeeper'];

function* unknownPlaces(value: unknown, keys: readonly string[], found: string[] = []): Generator<readonly string[]> {
  const [key, ...rest] = keys;
  if (isToken(value)) yield found;
  if (key === undefined || typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (key === '**' ? passedOn.includes(name) : key !== '*' && key !== name) continue;
    yield* unknownPlaces(inner, key === '**' ? keys : rest, [...found, name]);
  }
}

function* decidedLate(object: Manifest): Generator<Fault> {
  const places = deciding.flatMap((keys) => [...unknownPlaces(at(object, 'spec'), keys)]);
  for (const place of new Set(places.map((keys) => pointer('spec', ...keys))))
    yield { object, pointer: place, message: 'it is an Output of Pulumi, whose value is not known yet.' };
}

/** Rules about values that are known only while a program is deployed. */
export const knownRules: readonly Rule[] = [
  {
    id: 'fields/known',
    severity: 'error',
    unknown: 'refused',
    title: 'What decides hosts, volumes, ports and names of an installation is known',
    why: 'Services, policies and alerts are derived from them, and nothing could be said about the installation.',
    fix: 'write a plain value. Outputs fit in settings, files, images, resources, annotations and names of Secrets.',
    source: 'design of this library',
    check: forEach(textsOf, decidedLate),
  },
];
