import { suggest } from '../kubernetes/suggest';
import { catalogueReleases, type KnownSetting, type SettingKind, settingsOf } from './catalogue';
import { openSettings, ownedSettings, systemLogs } from './known-sections';
import { covers, has, isObsolete, namesIn } from './releases';

/** Why a name is not right, and what to write instead. */
export interface NameFault {
  readonly rule: 'settings/unknown' | 'settings/obsolete';
  /** Completes "must ...". */
  readonly must: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  readonly fix: string;
}

const places: Readonly<Record<SettingKind, string>> = {
  query: 'profiles: { name: { ... } }',
  server: 'settings: { ... }',
  'merge-tree': 'settings: { merge_tree: { ... } }',
};

/** What is wrong with the name of a setting in a release; undefined where the release knows it. */
export function nameFault(kind: SettingKind, name: string, release: string | undefined): NameFault | undefined {
  const known = settingsOf(kind).get(name);
  const server = covers(kind, release) ? `ClickHouse ${release}` : `ClickHouse ${catalogueRange()}`;
  if (known && has(known, kind, release)) {
    if (!isObsolete(known, kind, release)) return undefined;
    return {
      rule: 'settings/obsolete',
      must: `do something in ${server}`,
      message: `'${name}' does nothing in ${server}.`,
      fix: 'remove it.',
    };
  }
  return {
    rule: 'settings/unknown',
    must: `be a setting of ${server}`,
    message: `'${name}' is no setting of ${server}.`,
    fix: wayOut(kind, name, release, known),
  };
}

function wayOut(kind: SettingKind, name: string, release: string | undefined, known: KnownSetting | undefined): string {
  if (known?.until !== undefined && known.since === undefined) return `remove it: ${known.until} is the last with it.`;
  if (known) return `remove it, or use an image of ${known.since} or later.`;
  const others = (['query', 'server', 'merge-tree'] as const).filter((other) => other !== kind);
  const home = others.find((other) => settingsOf(other).has(name));
  if (home) return `move it to ${places[home]}.`;
  const meant = nearest(name, kind, release);
  return meant ? `write "${meant}".` : 'see system.settings of the server; allowUnknown({ ... }) lets it through.';
}

/** The setting that a misspelt name most likely means. */
export function nearest(name: string, kind: SettingKind, release: string | undefined): string | undefined {
  const sections =
    kind === 'server' ? ['logger', 'merge_tree', 'replicated_merge_tree', ...systemLogs, ...openSettings] : [];
  const names = [...namesIn(kind, release), ...sections];
  return suggest(name, withSameLetters(name, names)) ?? sameWords(name, names);
}

/** The names with the most letters in common: only these are worth the comparison letter by letter, which is slow. */
function withSameLetters(name: string, names: readonly string[]): readonly string[] {
  const wanted = letters(name);
  const apart = (other: string) =>
    letters(other).reduce((sum, count, at) => sum + Math.abs(count - (wanted[at] ?? 0)), 0);
  return names
    .map((each) => [each, apart(each)] as const)
    .sort((a, b) => a[1] - b[1])
    .slice(0, 40)
    .map(([each]) => each);
}

/** How often each letter stands in a text. */
function letters(text: string): readonly number[] {
  const counts = new Array<number>(26).fill(0);
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < 26) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Words in another order, or a few of them left out: `memory_max_usage`, `max_memory`. */
function sameWords(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().split('_');
  const holding = names.filter((each) => {
    const words = each.split('_');
    return wanted.length > 1 && wanted.every((word) => words.includes(word)) && words.length <= wanted.length + 1;
  });
  return holding.sort((a, b) => a.length - b.length)[0];
}

/** The same for a slash path of a manifest: `web/max_threads` of profiles, `merge_tree/max_suspicious_broken_parts`. */
export function pathFault(
  section: 'profiles' | 'settings',
  path: string,
  release: string | undefined,
): NameFault | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  if (section === 'profiles') {
    const name = second === 'constraints' ? third : second;
    return ['', 'profile'].includes(name) || isCustom(name) ? undefined : nameFault('query', name, release);
  }
  if (/^(replicated_)?merge_tree$/.test(first)) {
    return second === '' || isCustom(second) ? undefined : nameFault('merge-tree', second, release);
  }
  return parts.length === 0 || isCustom(first) || isSection(first) ? undefined : nameFault('server', first, release);
}

/** Names with macros, and those with a prefix that the server may be told to take. */
function isCustom(name: string): boolean {
  return /[{}]|^SQL_/.test(name);
}

/** Whether a name is known without a look into the large tables. */
function isSection(name: string): boolean {
  return (
    name === 'logger' ||
    (systemLogs as readonly string[]).includes(name) ||
    (openSettings as readonly string[]).includes(name) ||
    Object.keys(ownedSettings).some((owned) => owned.split('/')[0] === name)
  );
}

function catalogueRange(): string {
  const releases = catalogueReleases();
  return `${releases[0]} to ${releases.at(-1)}`;
}
