import { parseImage } from '../altinity/images';
import { compareReleases } from '../altinity/versions';
import { catalogueReleases, type KnownSetting, type SettingKind, settingsOf } from './catalogue';

/** Release of an image, `26.3`; undefined where its tag does not say. */
export function releaseOf(image: string): string | undefined {
  return /^v?(\d{2}\.\d{1,2})(?=[.-]|$)/.exec(parseImage(image)?.tag ?? '')?.[1];
}

/** Servers before that listed some of their own settings only, so nothing follows from one that is missing. */
const completeSince: Readonly<Record<SettingKind, string>> = { query: '0', 'merge-tree': '0', server: '26.1' };

/** Whether the tables say for sure what a release knows: from the oldest to the newest one that was read. */
export function covers(kind: SettingKind, release: string | undefined): release is string {
  const releases = catalogueReleases();
  const [oldest = '', newest = ''] = [releases[0], releases.at(-1)];
  return (
    release !== undefined &&
    compareReleases(release, oldest) >= 0 &&
    compareReleases(release, newest) <= 0 &&
    compareReleases(release, completeSince[kind]) >= 0
  );
}

/** The releases around one: itself where it was read, else those before and after it. */
function around(release: string): readonly [string, string] {
  const releases = catalogueReleases();
  const before = releases.filter((each) => compareReleases(each, release) <= 0).at(-1) ?? '';
  const after = releases.find((each) => compareReleases(each, release) >= 0) ?? '';
  return [before, after];
}

/** Whether a release has a setting. A release between two that were read has what either of them has. */
export function has({ since, until }: KnownSetting, kind: SettingKind, release: string | undefined): boolean {
  if (!covers(kind, release)) return true;
  const [before, after] = around(release);
  const started = since === undefined || since === completeSince[kind] || compareReleases(since, after) <= 0;
  return started && (until === undefined || compareReleases(until, before) >= 0);
}

/** Whether a setting does nothing in a release; in the newest one that was read where the release is not known. */
export function isObsolete({ obsolete }: KnownSetting, kind: SettingKind, release: string | undefined): boolean {
  if (obsolete === undefined) return false;
  return !covers(kind, release) || compareReleases(obsolete, around(release)[0]) <= 0;
}

const namesByRelease = new Map<string, readonly string[]>();

/** Names of the settings that a release has and that do something. */
export function namesIn(kind: SettingKind, release: string | undefined): readonly string[] {
  const key = `${kind} ${release}`;
  const names =
    namesByRelease.get(key) ??
    [...settingsOf(kind).values()]
      .filter((setting) => has(setting, kind, release) && !isObsolete(setting, kind, release))
      .map(({ name }) => name);
  namesByRelease.set(key, names);
  return names;
}
