import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { list, type Manifest, record, text } from '../../kubernetes/manifest';
import { suggest } from '../../kubernetes/suggest';
import { forEach, installationsOf, isWhole, textsOf } from './installations';
import { entriesAt, faultAt, itemsAt, levelsOf, once, type Place, placeAt, podTemplatesOf, specOf } from './places';

/** Lists of templates, by the fields that name their entries. */
const listOfField: Readonly<Record<string, string>> = {
  hostTemplate: 'hostTemplates',
  podTemplate: 'podTemplates',
  dataVolumeClaimTemplate: 'volumeClaimTemplates',
  logVolumeClaimTemplate: 'volumeClaimTemplates',
  volumeClaimTemplate: 'volumeClaimTemplates',
  serviceTemplate: 'serviceTemplates',
  serviceTemplates: 'serviceTemplates',
  clusterServiceTemplate: 'serviceTemplates',
  shardServiceTemplate: 'serviceTemplates',
  replicaServiceTemplate: 'serviceTemplates',
};
const lists = [...new Set(Object.values(listOfField))];

/** What happens to whoever names a template that does not exist. */
const consequence: Readonly<Record<string, string>> = {
  hostTemplates: 'the host gets the usual ports',
  podTemplates: 'the operator makes up a pod with the newest image and without limits',
  volumeClaimTemplates: 'there is no volume',
  serviceTemplates: 'the operator makes its own Service',
};

/** A place that names a template. */
interface Reference {
  readonly place: Place;
  readonly name: string;
  /** The list that the template has to stand in. */
  readonly list: string;
}

const referencesIn = once((installation): readonly Reference[] =>
  [placeAt(specOf(installation), 'defaults'), ...levelsOf(installation)].flatMap((level) =>
    itemsAt(level, 'templates').flatMap(({ key, value, place }) => {
      const target = Object.hasOwn(listOfField, key) ? listOfField[key] : undefined;
      if (target === undefined) return [];
      if (key !== 'serviceTemplates') return text(value) ? [{ place, name: String(value), list: target }] : [];
      return list(value).flatMap((name, index) =>
        text(name) ? [{ place: level.to('templates', key, index), name: String(name), list: target }] : [],
      );
    }),
  ),
);

function namesIn(installation: Manifest, templates: string): readonly string[] {
  return entriesAt(specOf(installation), 'templates', templates).map(({ node }) => String(node.name));
}

function* danglingReferences(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const reference of referencesIn(installation)) {
    const known = namesIn(installation, reference.list);
    if (known.includes(reference.name)) continue;
    const meant = suggest(reference.name, known) ?? (known.length === 1 ? known[0] : undefined);
    const message = `no entry of ${reference.list} is called '${reference.name}': ${consequence[reference.list]}.`;
    yield faultAt(installation, reference.place, [], message, meant && `write '${meant}'.`);
  }
}

function* duplicates(installation: Manifest): Generator<Fault> {
  for (const templates of lists) {
    const seen = new Set<unknown>();
    for (const template of entriesAt(specOf(installation), 'templates', templates)) {
      const { name } = template.node;
      if (seen.has(name) && text(name))
        yield faultAt(installation, template, ['name'], `there are several '${name}' in ${templates}.`);
      seen.add(name);
    }
  }
}

function* unusedTemplates(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  const used = new Set(referencesIn(installation).map(({ list: target, name }) => `${target} ${name}`));
  for (const { name } of mountsOf(installation)) used.add(`volumeClaimTemplates ${name}`);
  for (const templates of lists) {
    for (const template of entriesAt(specOf(installation), 'templates', templates)) {
      const { name } = template.node;
      if (text(name) && !used.has(`${templates} ${name}`))
        yield faultAt(installation, template, ['name'], `nothing names '${name}', so it has no effect.`);
    }
  }
}

/** A volume that a container mounts. */
interface Mount {
  readonly place: Place;
  readonly name: string;
  readonly template: Place;
}

const mountsOf = once((installation): readonly Mount[] =>
  podTemplatesOf(installation).flatMap((template) =>
    ['containers', 'initContainers'].flatMap((containers) =>
      entriesAt(template, 'spec', containers).flatMap((container) =>
        entriesAt(container, 'volumeMounts').flatMap((place) => {
          const name = text(place.node.name);
          return name ? [{ place, name, template }] : [];
        }),
      ),
    ),
  ),
);

function* danglingMounts(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  const claims = namesIn(installation, 'volumeClaimTemplates');
  for (const mount of mountsOf(installation)) {
    const volumes = entriesAt(mount.template, 'spec', 'volumes').map(({ node }) => String(node.name));
    const known = [...volumes, ...claims];
    if (known.includes(mount.name) || isMadeByOperator(installation, mount.name)) continue;
    const meant = suggest(mount.name, known);
    const message = `neither the volumes of the pod nor volumeClaimTemplates have a '${mount.name}'.`;
    yield faultAt(installation, mount.place, ['name'], message, meant && `write '${meant}'.`);
  }
}

/** Volumes of the operator: its ConfigMaps, and the Secrets that `files` refer to. */
function isMadeByOperator(installation: Manifest, volume: string): boolean {
  if (/^ch[ik]-/.test(volume)) return true;
  const files = record(record(specOf(installation).node.configuration).files);
  return Object.keys(files).some((file) => file.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') === volume);
}

/** Rules about templates and the places that name them. */
export const templateRules: readonly Rule[] = [
  {
    id: 'templates/dangling-reference',
    severity: 'error',
    title: 'A template that is named exists',
    why: 'The operator ignores names that it does not find, without an error: a pod or volume is made up or left out.',
    fix: 'write the name of a template, or add the template.',
    source: 'operator, pkg/model/chi/normalizer; operator #1339',
    check: forEach(installationsOf, danglingReferences),
  },
  {
    id: 'templates/duplicate',
    severity: 'error',
    title: 'Templates of one list have distinct names',
    why: 'Only the last one of a name counts; what stands in the others is ignored.',
    fix: 'rename one of them, or remove it.',
    source: 'operator, pkg/apis/clickhouse.altinity.com/v1, template indexes',
    check: forEach(textsOf, duplicates),
  },
  {
    id: 'templates/unused',
    severity: 'warning',
    title: 'A template is named somewhere',
    why: 'Defining a template changes nothing until defaults, a cluster, a shard or a replica name it.',
    fix: 'name it where it should apply, for example in spec.defaults.templates, or remove it.',
    source: 'operator #1312',
    check: forEach(installationsOf, unusedTemplates),
  },
  {
    id: 'templates/dangling-mount',
    severity: 'error',
    title: 'A volume that a container mounts exists',
    why: 'The API server refuses the pods, which shows in the events of the StatefulSet only.',
    fix: 'add the volume to the pod, or a volume claim template of that name.',
    source: 'Kubernetes, volumes of a pod',
    check: forEach(installationsOf, danglingMounts),
  },
];
