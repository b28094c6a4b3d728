import type { Row } from './row';

/** Tables of settings: those of queries, of the server, and of MergeTree tables. */
export type SettingKind = 'query' | 'server' | 'merge-tree';

/** What is known about a setting. */
export interface KnownSetting {
  readonly name: string;
  /** Type as the newest server calls it. */
  readonly type: string;
  readonly fallback: string;
  /** First and last release that was read and has it; absent where it was there before, or still is. */
  readonly since?: string;
  readonly until?: string;
  /** First release that was read in which it does nothing. */
  readonly obsolete?: string;
  /** The setting that this is another name of. */
  readonly alias?: string;
  readonly tier?: string;
  /** Whether a running server takes a new value. */
  readonly live?: string;
  /** Words that it takes; undefined where it takes anything of its type. */
  readonly words?: readonly string[];
  /** Whether it takes several of the words, with commas. */
  readonly several: boolean;
}

const tables = new Map<SettingKind, ReadonlyMap<string, KnownSetting>>();

/** All settings of a kind, by name. Read at the first use: the tables are large. */
export function settingsOf(kind: SettingKind): ReadonlyMap<string, KnownSetting> {
  const known = tables.get(kind) ?? new Map(rowsOf(kind).map((row) => [row[0], settingOf(row)]));
  tables.set(kind, known);
  return known;
}

/** Releases that were read, oldest first. */
export function catalogueReleases(): readonly string[] {
  return (require('./generated/releases') as typeof import('./generated/releases')).releases;
}

function rowsOf(kind: SettingKind): readonly Row[] {
  if (kind === 'query') return (require('./generated/query') as typeof import('./generated/query')).rows;
  if (kind === 'server') return (require('./generated/server') as typeof import('./generated/server')).rows;
  return (require('./generated/merge-tree') as typeof import('./generated/merge-tree')).rows;
}

function settingOf([name, type, fallback, marks = '']: Row): KnownSetting {
  const found: Record<string, string> = {};
  for (const mark of marks.split(' ')) {
    const colon = mark.indexOf(':');
    if (colon > 0) found[mark.slice(0, colon)] = mark.slice(colon + 1);
  }
  const { one, several, ...rest } = found;
  return { name, type, fallback, ...rest, words: (one ?? several)?.split(','), several: several !== undefined };
}
