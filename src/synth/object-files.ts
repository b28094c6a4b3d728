import { createHash } from 'node:crypto';
import { isClusterScoped } from '../kubernetes/kinds';
import type { Manifest } from '../kubernetes/manifest';

/** Longest file name that every usual file system takes, less what a temporary copy may add. */
const longest = 240;

/**
 * Names of the files of objects, in their order: `<kind>.<name>.yaml`, below a folder for each namespace that is not
 * the one of the chart. Two kinds of the same name in different API groups are told apart by their group.
 */
export function objectFiles(objects: readonly Manifest[], namespace?: string): readonly string[] {
  const short = objects.map((object) => fileOf(object, namespace, object.kind));
  const taken = new Map<string, number>();
  for (const file of short) taken.set(file, (taken.get(file) ?? 0) + 1);
  return objects.map((object, index) => {
    const file = short[index] ?? '';
    return taken.get(file) === 1
      ? file
      : fileOf(object, namespace, `${object.kind}@${object.apiVersion.split('/')[0]}`);
  });
}

function fileOf({ apiVersion, kind, metadata }: Manifest, own: string | undefined, prefix: string): string {
  const { namespace, name } = metadata;
  const elsewhere = namespace !== undefined && namespace !== own && !isClusterScoped(apiVersion, kind);
  return `${elsewhere ? `${namespace}/` : ''}${fileName(`${prefix.toLowerCase()}.${encoded(String(name))}`)}`;
}

/** Names of Roles may hold anything; files may differ in more than the case of letters only, and hold no colon. */
function encoded(name: string): string {
  return name.replaceAll(/[^a-z0-9.-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`);
}

function fileName(name: string): string {
  if (name.length <= longest) return `${name}.yaml`;
  return `${name.slice(0, longest - 10)}-${createHash('sha256').update(name).digest('hex').slice(0, 9)}.yaml`;
}
