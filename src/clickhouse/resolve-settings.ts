import { allowedSetting } from '../altinity/setting-marks';
import type { Acknowledge } from '../checks/acknowledge';
import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';
import type { SettingsProfile } from '../settings/query-profile';
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
    checkParent(problems, name, profiles ?? {});
    checks().checkProfile({ ...profile }, inside('profiles', name), check);
  }
  if (settings !== undefined) checks().checkServerSettings({ ...settings }, 'settings', check);
}

/** A server with a profile that rests on an unknown one, or on itself, does not read its users. */
function checkParent(problems: Problems, name: string, profiles: Readonly<Record<string, SettingsProfile>>): void {
  const rule = 'users/unknown-profile';
  const prop = inside(inside('profiles', name), 'profile');
  const chain = [name];
  for (let next = profiles[name]?.profile; typeof next === 'string'; next = profiles[next]?.profile) {
    const known = ['default', ...Object.keys(profiles)];
    if (chain.length === 1 && !known.includes(next)) {
      const fix = "declare it in profiles, or use 'default'.";
      problems.add({ rule, prop, must: `be one of ${known.join(', ')}`, got: next, fix });
    } else if (next === name) {
      const got = [...chain, next].join(' > ');
      problems.add({ rule, prop, must: 'not rest on itself', got, fix: 'remove one of these.' });
    }
    if (chain.includes(next)) return;
    chain.push(next);
  }
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
      const holds = section === 'settings' || name === 'constraints';
      const inner = holds && typeof value === 'object' && value !== null ? Object.entries(value) : [];
      return inner.flatMap(([key, each]) => (allowedSetting(each) ? [[section, `${path}/${key}`] as const] : []));
    }),
  );
}
