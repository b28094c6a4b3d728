import { forEach, textsOf } from '../../altinity/rules/installations';
import { faultAt, type Place } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { fileMapsOf } from './maps';
import { isFromSecret } from './user-fields';

/** Folders of configuration, by the prefixes that mean them. */
const folders: Readonly<Record<string, string>> = {
  'config.d': 'config.d',
  'keeper_config.d': 'config.d',
  '{common}': 'config.d',
  'users.d': 'users.d',
  '{users}': 'users.d',
  'conf.d': 'conf.d',
  '{hosts}': 'conf.d',
};

/** A file of an installation. */
interface File {
  readonly key: string;
  readonly place: Place;
  /** Its key, taken apart: single slashes, none around. */
  readonly parts: readonly string[];
  readonly fromSecret: boolean;
  /** Folder of files without a prefix. */
  readonly usual: 'config.d' | 'conf.d';
}

/** Files of each level: of the installation first, then of clusters, shards, replicas and hosts. */
function filesOf(object: Manifest): readonly (readonly File[])[] {
  return fileMapsOf(object).map((items, index) =>
    items.map(({ key, value, place }) => ({
      key,
      place,
      parts: key.split('/').filter((part) => part !== ''),
      fromSecret: isFromSecret(value),
      usual: index === 0 ? 'config.d' : 'conf.d',
    })),
  );
}

/** Folder that a file goes to; undefined when its prefix means none. */
function folderOf({ parts, usual }: File): string | undefined {
  const [first = ''] = parts;
  const prefix = first.toLowerCase();
  if (parts.length < 2) return usual;
  return Object.hasOwn(folders, prefix) ? folders[prefix] : undefined;
}

function* wrongKeys(object: Manifest): Generator<Fault> {
  for (const file of filesOf(object).flat()) {
    const { key, place, parts, usual, fromSecret } = file;
    if (fromSecret) continue;
    const folder = folderOf(file);
    const fault = (message: string, fix?: string) => faultAt(object, place, [], message, fix);
    if (folder === undefined) {
      yield fault(`'${parts[0]}' is no folder of configuration, so '${key}' is ignored.`);
    } else if (usual === 'conf.d' && folder !== usual) {
      const fix = 'move it to spec.configuration.files, or to conf.d.';
      yield fault(`below a cluster only conf.d is read, so '${key}' is ignored.`, fix);
    } else if (parts.length > 2) {
      yield fault(`there are no folders inside of ${folder}: it becomes '${folder}/${parts.at(-1)}'.`);
    }
  }
}

function* collisions(object: Manifest): Generator<Fault> {
  for (const files of filesOf(object)) {
    const seen = new Map<string, string>();
    for (const file of files) {
      const { key, place, parts, fromSecret } = file;
      const folder = folderOf(file);
      const target = fromSecret ? `volume '${volumeOf(key)}'` : folder && `file '${folder}/${parts.at(-1)}'`;
      if (target === undefined) continue;
      const other = seen.get(target);
      if (other !== undefined) yield faultAt(object, place, [], `'${other}' and '${key}' are both the ${target}.`);
      seen.set(target, key);
    }
  }
}

/** Name of the volume that the operator makes for a file from a Secret. */
function volumeOf(key: string): string {
  return key
    .toLowerCase()
    .replace(/^[^a-z]+/, '')
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, 63);
}

/** Rules about files of configuration. */
export const fileRules: readonly Rule[] = [
  {
    id: 'files/key',
    severity: 'error',
    title: 'A file of configuration stands in config.d, users.d or conf.d, and in no folder inside of them',
    why: 'The operator leaves files of other folders out, and drops folders inside, without a word.',
    fix: "write 'config.d/NAME', 'users.d/NAME' or 'conf.d/NAME'.",
    source: 'operator, pkg/apis/clickhouse.altinity.com/v1/type_settings.go',
    check: forEach(textsOf, wrongKeys),
  },
  {
    id: 'files/collision',
    severity: 'error',
    title: 'Files of configuration do not overwrite each other',
    why: 'A prefix is optional, and names of volumes keep only letters, digits and "-", so that two files can become one.',
    fix: 'rename one of them.',
    source: 'operator, pkg/util/rfc1035.go and pkg/model/chi/config',
    check: forEach(textsOf, collisions),
  },
];
