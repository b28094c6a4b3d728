import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, list, type Manifest, record } from '../../kubernetes/manifest';
import { topologyOf } from '../topology';
import { madeUpServers } from './images';
import { clickhousesOf, forEach, installationsOf, isWhole } from './installations';
import { containersOf, faultAt, podTemplatesOf } from './places';

function* withoutResources(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const container of containersOf(installation)) {
    const { resources, name } = container.node;
    const missing = [
      ['requests', 'cpu'],
      ['requests', 'memory'],
      ['limits', 'memory'],
    ].filter((path) => at(resources, ...path) === undefined);
    // A limit is the request, too, where none is given.
    const absent = missing.filter(
      ([kind, what = '']) => kind === 'limits' || at(resources, 'limits', what) === undefined,
    );
    if (absent.length > 0)
      yield faultAt(
        installation,
        container,
        [],
        `container '${name}' has no ${absent.map((path) => path.join('.')).join(', ')}.`,
      );
  }
  for (const place of madeUpServers(installation)) {
    yield faultAt(installation, place, [], 'the container that the operator makes up has none.');
  }
}

function* logContainers(installation: Manifest): Generator<Fault> {
  const logged = new Set(
    topologyOf(installation)
      .hosts.filter(({ logClaimTemplate }) => logClaimTemplate !== undefined)
      .map(({ podTemplate }) => podTemplate),
  );
  for (const template of podTemplatesOf(installation)) {
    const names = list(at(template.node, 'spec', 'containers')).map((container) => record(container).name);
    if (logged.has(String(template.node.name)) && !names.includes('clickhouse-log'))
      yield faultAt(
        installation,
        template,
        [],
        `hosts of '${template.node.name}' have a log volume, but no container 'clickhouse-log'.`,
      );
  }
}

/** Rules about containers. */
export const containerRules: readonly Rule[] = [
  {
    id: 'pods/resources',
    severity: 'warning',
    title: 'Every container requests processors and memory, and limits its memory',
    why: 'The scheduler places a pod without requests anywhere, and the first to go when memory runs out is the database.',
    fix: 'write resources.requests.cpu, resources.requests.memory and resources.limits.memory.',
    source: 'Kubernetes, resource management for pods; operator #1944',
    check: forEach(installationsOf, withoutResources),
  },
  {
    id: 'pods/log-container',
    severity: 'warning',
    title: "A pod with a log volume has its own container 'clickhouse-log'",
    why: 'The operator adds one otherwise: with an image that is not pinned, without resources, and refused by Pod Security.',
    fix: "add a container 'clickhouse-log' with an image, resources and a security context.",
    source: 'operator #1944',
    check: forEach(clickhousesOf, logContainers),
  },
];
