import { allowedSetting } from '../altinity/setting-marks';
import type { Acknowledge } from '../checks/acknowledge';
import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';
import type { ClickHouseClusterProps, ResolvedCluster } from './options';

/*
 * The tables of settings are large, so everything that reads them is loaded when there is a setting to look up.
 */
const checks = () => require('../settings/check-settings') as typeof import('../settings/check-settings');
const releases = () => require('../settings/releases') as typeof import('../settings/releases');
const judge = () => require('../settings/judge') as typeof import('../settings/judge');

/** Checks profiles and the configuration of the server against what the release of the image knows. */
export function checkSettings(
  problems: Problems,
  image: string,
  { profiles, settings }: Pick<ClickHouseClusterProps, 'profiles' | 'settings'>,
): void {
  if (problems.has('profiles') || problems.has('settings') || problems.has('image')) return;
  if (Object.keys(profiles ?? {}).length === 0 && settings === undefined) return;
  const check = { release: releases().releaseOf(image), problems };
  for (const [name, profile] of Object.entries(profiles ?? {})) {
    checks().checkProfile({ ...profile }, inside('profiles', name), check);
  }
  if (settings !== undefined) checks().checkServerSettings({ ...settings }, 'settings', check);
}

/** What `allowUnknown` let through is acknowledged: the rule would warn about it at every synthesis. */
export function letThrough({ image, profiles, settings, layout }: ResolvedCluster): Acknowledge {
  const own = layout.flatMap((shard) => [shard, ...shard.hosts]).flatMap((place) => place.settings);
  const allowed = [
    ...allowedIn(profiles, 'profiles'),
    ...[settings, ...own].flatMap((each) => allowedIn({ settings: each }, 'settings')),
  ];
  if (allowed.length === 0) return {};
  const release = releases().releaseOf(image);
  const unknown = allowed.filter(([section, path]) => {
    return judge().pathFault(section, path, release)?.rule === 'settings/unknown';
  });
  const names = [...new Set(unknown.map(([, path]) => path))].join(', ');
  return unknown.length > 0 ? { 'settings/unknown': `allowUnknown lets ${names} through` } : {};
}

type Section = 'profiles' | 'settings';

/** Slash paths of values that `allowUnknown` marked, one or two names deep. */
function allowedIn(owners: object, section: Section): readonly (readonly [section: Section, path: string])[] {
  return Object.entries(owners).flatMap(([owner, settings]) =>
    Object.entries(settings ?? {}).flatMap(([name, value]) => {
      const path = section === 'profiles' ? `${owner}/${name}` : name;
      if (allowedSetting(value)) return [[section, path] as const];
      const inner = section === 'settings' && typeof value === 'object' && value !== null ? Object.entries(value) : [];
      return inner.flatMap(([key, each]) => (allowedSetting(each) ? [[section, `${path}/${key}`] as const] : []));
    }),
  );
}
