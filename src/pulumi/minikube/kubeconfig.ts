import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import { list, record, text } from '../../kubernetes/manifest';
import type { Problems } from '../../kubernetes/prop-error';

/*
 * Kubeconfigs as kubectl reads them. The client library of Kubernetes would do that, too, but it is an optional peer,
 * loads as a promise, and falls back to the current context. Here nothing may fall back to anything.
 */

/** Fields of a cluster, a user or a context. */
export type Entry = Readonly<Record<string, unknown>>;

/** One or several files, as one. */
export interface Kubeconfig {
  /** Where it comes from, for messages. */
  readonly source: string;
  readonly contexts: ReadonlyMap<string, Entry>;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
}

const home = '~/.kube/config';

/**
 * Reads a kubeconfig, or reports why there is none.
 * @param given path of a file, or the text of one. Unset, `$KUBECONFIG`, which may list several files; else the file in
 * the home directory
 */
export function readKubeconfig(given: string | undefined, problems: Problems): Kubeconfig | undefined {
  if (given !== undefined && isText(given)) return parts('the given text', [{ text: given, folder: '.' }], problems);
  const listed = given !== undefined ? [given] : (process.env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  const files = listed.length > 0 ? listed : [home];
  // kubectl passes over files of the list that are not there.
  const found = files.filter((file) => statSync(expanded(file), { throwIfNoEntry: false })?.isFile());
  if (found.length === 0) {
    const told = given !== undefined ? undefined : listed.length > 0 ? `$KUBECONFIG=${process.env.KUBECONFIG}` : home;
    problems.add({
      rule: 'kubeconfig/file',
      prop: 'kubeconfig',
      must: 'be a file that exists, or the text of one',
      ...(told === undefined ? { got: given } : { gotText: `nothing at ${told}` }),
      fix: 'start the cluster first: minikube start writes ~/.kube/config; or write the path.',
    });
    return undefined;
  }
  const contents = found.map((file) => ({
    text: readFileSync(expanded(file), 'utf8'),
    folder: dirname(expanded(file)),
  }));
  return parts(found.join(delimiter), contents, problems);
}

/** A path has no line breaks and does not start like an object. */
function isText(given: string): boolean {
  return given.includes('\n') || given.trimStart().startsWith('{');
}

function expanded(file: string): string {
  return resolve(file.startsWith('~/') ? join(homedir(), file.slice(2)) : file);
}

/** @see https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/ (merging) */
function parts(
  source: string,
  contents: readonly { readonly text: string; readonly folder: string }[],
  problems: Problems,
): Kubeconfig | undefined {
  const merged = {
    contexts: new Map<string, Entry>(),
    clusters: new Map<string, Entry>(),
    users: new Map<string, Entry>(),
  };
  for (const { text: content, folder } of contents) {
    const config = parsed(content);
    if (config === undefined) {
      problems.add({
        rule: 'kubeconfig/file',
        prop: 'kubeconfig',
        must: 'be a kubeconfig, in YAML or JSON',
        // A kubeconfig holds keys, so that nothing of it may be printed.
        gotText: `something else in ${source}`,
        fix: 'kubectl config view --raw prints the one that kubectl uses.',
      });
      return undefined;
    }
    collect(merged.contexts, config.contexts, 'context');
    collect(merged.clusters, config.clusters, 'cluster', (cluster) =>
      withPaths(cluster, folder, ['certificate-authority']),
    );
    collect(merged.users, config.users, 'user', (user) => userWithPaths(user, folder));
  }
  return { source, ...merged };
}

function parsed(content: string): Entry | undefined {
  try {
    if (content.trim() === '') return {};
    const config = record(parse(content));
    return config.contexts === undefined && config.clusters === undefined ? undefined : config;
  } catch {
    return undefined;
  }
}

/** Where several files name the same, the first one wins. */
function collect(
  into: Map<string, Entry>,
  from: unknown,
  field: string,
  change = (entry: Entry): Entry => entry,
): void {
  for (const entry of list(from).map(record)) {
    const name = text(entry.name);
    if (name !== undefined && !into.has(name)) into.set(name, change(record(entry[field])));
  }
}

/** Paths are relative to their file, which the provider never sees. */
function withPaths(entry: Entry, folder: string, fields: readonly string[]): Entry {
  const absolute = fields.flatMap((field) => {
    const path = text(entry[field]);
    return path === undefined || path === '' ? [] : [[field, resolve(folder, path)] as const];
  });
  return { ...entry, ...Object.fromEntries(absolute) };
}

/** A command with a slash is a path, too; others are looked up in `$PATH`. */
function userWithPaths(user: Entry, folder: string): Entry {
  const absolute = withPaths(user, folder, ['client-certificate', 'client-key', 'tokenFile']);
  const exec = record(user.exec);
  const command = text(exec.command);
  return command?.includes(sep) ? { ...absolute, exec: { ...exec, command: resolve(folder, command) } } : absolute;
}
