import { createHash } from 'node:crypto';
import { appliesLive, isShared } from '../altinity/keeper-settings';
import { escapeFor, renderPaths } from '../altinity/setting-paths';
import type { Settings } from '../altinity/spec/values';
import type { OperatorVersion } from '../altinity/versions';
import { knownText } from '../kubernetes/token';
import { metricsSettings } from '../monitoring/endpoint';
import type { ResolvedMember } from './options';

/** Settings where they take effect: in the configuration of all members, or in that of one. */
export interface KeeperSettingPlaces {
  readonly shared: Settings;
  /** Of each member. A change there restarts that member alone. */
  readonly members: readonly Settings[];
}

const usual: Settings = { 'logger/count': 5, 'logger/level': 'information', 'logger/size': '100M' };

/**
 * Divides the settings of members. The resolved value guarantees that those which all share are the same in all.
 * @param encryption settings of TLS, which all members share
 */
export function renderKeeperSettings(
  members: readonly ResolvedMember[],
  version: OperatorVersion,
  encryption: Settings,
): KeeperSettingPlaces {
  const paths = members.map(({ settings }) => renderPaths(settings, escapeFor(version)));
  const shared = (paths[0] ?? []).filter(([path]) => isShared(path));
  return {
    shared: sorted([...Object.entries({ ...usual, ...encryption }), ...shared]),
    members: paths.map((own, member) =>
      sorted([
        ...own.filter(([path]) => !isShared(path)),
        ...(members[member]?.metrics ? Object.entries(metricsSettings) : []),
      ]),
    ),
  };
}

/**
 * A mark of what a member restarts for. Without it the operator can leave a member without a pod: it scales its
 * StatefulSet to zero, reads the old one once more, and finds that nothing is to do. Tried with operator 0.26.0: with the
 * mark, a member comes back.
 */
export function settingsAnnotation(places: KeeperSettingPlaces, member: number): Readonly<Record<string, string>> {
  const all = Object.entries({ ...places.shared, ...places.members[member] }).filter(([path]) => !appliesLive(path));
  if (all.length === 0) return {};
  const text = knownText(JSON.stringify(all), 'The mark of a member that restarts');
  return { 'anyhouse.dev/settings': createHash('sha256').update(text).digest('hex').slice(0, 16) };
}

function sorted(entries: readonly (readonly [path: string, value: Settings[string]])[]): Settings {
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
