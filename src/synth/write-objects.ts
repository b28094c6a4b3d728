import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type App, type Chart, Yaml } from 'cdk8s';
import { chartFolder } from '../kubernetes/chart-folder';
import { objectFiles } from './object-files';
import { objectsByChart } from './synthesize-manifests';

/** First line of every file, by which they are known again. */
const header = '# Made by anyhouse from a program. Do not edit: the next run writes it again.\n';

/** What {@link writeObjects} did. Paths begin at its directory. */
export interface WrittenObjects {
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Files that were right already. */
  readonly unchanged: readonly string[];
  /** Files of earlier runs that no object has any more. */
  readonly removed: readonly string[];
  /** Folders of earlier runs that no chart has any more. They are kept: remove them yourself. */
  readonly leftover: readonly string[];
}

/**
 * Writes a program as a folder for each chart with a file for each object, and a `kustomization.yaml` that lists them:
 * what Argo CD and Flux apply. Git then shows a change where it is, in the file of its object.
 *
 * ```ts
 * const app = new App();
 * databases(app);
 * const { leftover } = writeObjects(app, 'deploy');
 * ```
 *
 * Nothing is written when the program is wrong. Files that this function has not written are neither replaced nor removed.
 * @throws Error with the findings when a check of the program fails, when two charts share a folder, or when a file of
 * somebody else is in the way
 */
export function writeObjects(app: App, directory: string): WrittenObjects {
  const files = filesOf(app);
  const foreign = [...files.keys()].filter(
    (file) => existsSync(join(directory, file)) && !isOurs(join(directory, file)),
  );
  if (foreign.length > 0)
    throw new Error(
      `${directory}: ${foreign.join(', ')} ${foreign.length > 1 ? 'were' : 'was'} not written by anyhouse and would be replaced. ` +
        'Fix: move what is there, or write to another directory. Nothing was written.',
    );
  const folders = new Set([...files.keys()].map((file) => file.split('/')[0] ?? ''));
  const known = [...folders].flatMap((folder) => oursBelow(directory, folder));

  const changed = [...files].filter(([file, text]) => contentOf(join(directory, file)) !== text);
  for (const [file, text] of changed) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  const removed = known.filter((file) => !files.has(file)).sort();
  for (const file of removed) rmSync(join(directory, file));
  const written = changed.map(([file]) => file);
  return {
    written,
    unchanged: [...files.keys()].filter((file) => !written.includes(file)),
    removed,
    leftover: leftoverIn(directory, folders),
  };
}

/** All files, by their path. */
function filesOf(app: App): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const [chart, objects] of objectsByChart(app)) {
    if (objects.length === 0) continue;
    const folder = folderOf(chart);
    const taken = folders.get(folder.toLowerCase());
    if (taken !== undefined)
      throw new Error(
        `Charts '${taken}' and '${chart.node.path}' would both be written to folder '${folder}'. Fix: rename one of them.`,
      );
    folders.set(folder.toLowerCase(), chart.node.path);
    const names = objectFiles(objects, chart.namespace);
    for (const [index, object] of objects.entries()) files.set(`${folder}/${names[index]}`, header + print(object));
    const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: names };
    files.set(`${folder}/kustomization.yaml`, header + print(kustomization));
  }
  return files;
}

function folderOf(chart: Chart): string {
  const folder = chartFolder(chart);
  if (/^[\w-][\w.-]*$/.test(folder)) return folder;
  throw new Error(
    `Chart '${chart.node.path}' has no folder: '${folder}' holds more than letters, digits, ".", "_" and "-". Fix: rename it.`,
  );
}

function print(object: object): string {
  return Yaml.stringify(object);
}

function contentOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Whether a file is one that this function wrote, and no directory or link. Git may have changed the ends of its lines. */
function isOurs(file: string): boolean {
  return lstatSync(file).isFile() && readFileSync(file, 'utf8').startsWith(header.trimEnd());
}

/** Files of ours in a folder and in the folders of namespaces inside it. Links are not followed. */
function oursBelow(directory: string, folder: string): readonly string[] {
  const path = join(directory, folder);
  if (!existsSync(path) || !lstatSync(path).isDirectory()) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return oursBelow(directory, file);
    return entry.isFile() && entry.name.endsWith('.yaml') && isOurs(join(directory, file)) ? [file] : [];
  });
}

function leftoverIn(directory: string, folders: ReadonlySet<string>): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !folders.has(entry.name))
    .map(({ name }) => name)
    .filter((name) => {
      const kustomization = join(directory, name, 'kustomization.yaml');
      return existsSync(kustomization) && isOurs(kustomization);
    })
    .sort();
}
