import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from './input-error';
import { parseManifests } from './parse';
import type { ManifestSource, SkippedDocument, SourcedManifest } from './source';

/** Files above this are no manifests that anybody wrote; reading them would take the memory of the machine. */
const largestFile = 32 * 1024 * 1024;

const manifestFile = /\.(ya?ml|json)$/;

/**
 * Reads manifests from files and directories.
 * In a directory, files with `.yaml`, `.yml` and `.json` are read, also those in directories below it; documents that
 * are no Kubernetes objects are left out there, but refused in a file that was named.
 * @param paths files, directories, or `-` for standard input
 * @param standardInput reads it to its end
 * @throws InputError naming everything that cannot be read
 */
export function readManifests(
  paths: readonly string[],
  standardInput: () => string = () => readFileSync(0, 'utf8'),
): readonly ManifestSource[] {
  const problems: string[] = [];
  const sources = paths.map((path) => read(path, standardInput, problems));
  if (problems.length > 0) throw new InputError(problems);
  return sources;
}

function read(path: string, standardInput: () => string, problems: string[]): ManifestSource {
  const manifests: SourcedManifest[] = [];
  const skipped: SkippedDocument[] = [];
  const directory = path !== '-' && existsSync(path) && statSync(path).isDirectory();
  const before = problems.length;
  const files = directory ? filesBelow(path, problems) : [path];
  let lines = 0;
  for (const file of files) {
    const content = file === '-' ? standardInput() : contentOf(file, problems);
    if (content === undefined) continue;
    lines += content.split('\n').filter((line) => line.trim() !== '').length;
    const parsed = parseManifests(content, file);
    manifests.push(...parsed.manifests);
    problems.push(...parsed.problems);
    // What kustomize reads lies beside the manifests that it lists.
    if (directory) skipped.push(...(/(^|[\\/])kustomization\.ya?ml$/.test(file) ? [] : parsed.others));
    else problems.push(...parsed.others.map((other) => `${file}:${other.line}: ${notAnObject(other)}.`));
  }
  if (problems.length === before && manifests.length === 0) problems.push(nothingIn(path, directory, files));
  return { path, files, manifests, skipped, lines };
}

/** Why a document was left out, as a sentence without its end. */
function notAnObject({ reason }: SkippedDocument): string {
  return `this is no Kubernetes object: it ${reason}`;
}

function nothingIn(path: string, directory: boolean, files: readonly string[]): string {
  if (path === '-') return 'Standard input holds no Kubernetes object.';
  if (!directory) return `${path}: holds no Kubernetes object.`;
  if (files.length === 0) return `${path}: holds no .yaml, .yml or .json file.`;
  return `${path}: holds ${files.length === 1 ? '1 file' : `${files.length} files`}, but no Kubernetes object.`;
}

function filesBelow(directory: string, problems: string[]): readonly string[] {
  return entriesOf(directory, problems).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : filesBelow(path, problems);
    const file = entry.isFile() || (entry.isSymbolicLink() && existsSync(path) && statSync(path).isFile());
    return file && manifestFile.test(entry.name) ? [path] : [];
  });
}

function entriesOf(directory: string, problems: string[]): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(`${directory}: ${reasonOf(error)}.`);
    return [];
  }
}

/**
 * Reads one file as text.
 * @param path a file, or `-` for standard input
 * @throws InputError when it cannot be read
 */
export function readText(path: string, standardInput: () => string): string {
  const problems: string[] = [];
  const content = path === '-' ? standardInput() : contentOf(path, problems);
  if (content === undefined) throw new InputError(problems);
  return content;
}

function contentOf(file: string, problems: string[]): string | undefined {
  try {
    const { size } = statSync(file);
    if (size <= largestFile) return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    problems.push(`${file}: has ${Math.round(size / 1024 / 1024)} MB; files of more than 32 MB are not read.`);
  } catch (error) {
    problems.push(`${file}: ${reasonOf(error)}.`);
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read',
  EISDIR: 'is a directory, not a file',
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'there is no such file or directory',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not text in UTF-8',
};
