import { forEach, isKeeper, textsOf } from '../../altinity/rules/installations';
import { containersOf, faultAt, itemsAt, levelsOf, placeAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';

/** Releases of the servers of an installation; undefined among them where an image does not say. */
function releasesIn(object: Manifest): readonly (string | undefined)[] {
  const { releaseOf } = require('../../settings/releases') as typeof import('../../settings/releases');
  const images = containersOf(object)
    .filter(({ node }) => node.name === 'clickhouse')
    .map(({ node }) => releaseOf(text(node.image) ?? ''));
  return images.length > 0 ? [...new Set(images)] : [undefined];
}

function* wrongNames(object: Manifest, rule: 'settings/unknown' | 'settings/obsolete'): Generator<Fault> {
  if (isKeeper(object)) return;
  const configuration = placeAt(specOf(object), 'configuration');
  const releases = releasesIn(object);
  // What is common has to suit every server; what is special, one that is not looked for here.
  const some = releases.length === 1 ? releases : [undefined];
  const items = [
    ...itemsAt(configuration, 'profiles').map((item) => ['profiles', item, releases] as const),
    ...itemsAt(configuration, 'settings').map((item) => ['settings', item, releases] as const),
    ...levelsOf(object).flatMap((level) => itemsAt(level, 'settings').map((item) => ['settings', item, some] as const)),
  ];
  if (items.length === 0) return;
  const { pathFault } = require('../../settings/judge') as typeof import('../../settings/judge');
  for (const [section, { key, place }, readers] of items) {
    const faults = readers.map((release) => pathFault(section, key, release));
    const fault = faults.find((each) => each?.rule === rule);
    if (fault) yield faultAt(object, place, [], fault.message, fault.fix);
  }
}

/** Rules about what settings are called and hold. */
export const settingNameRules: readonly Rule[] = [
  {
    id: 'settings/unknown',
    severity: 'warning',
    title: 'The release of the server knows every setting',
    why: 'It refuses a profile with an unknown setting and does not start; an unknown part of its configuration is ignored.',
    fix: 'write the name that the message suggests, or let it through with allowUnknown({ ... }).',
    source: 'system.settings, system.server_settings and system.merge_tree_settings of ClickHouse 25.8 to 26.9',
    check: forEach(textsOf, (object) => wrongNames(object, 'settings/unknown')),
  },
  {
    id: 'settings/obsolete',
    severity: 'warning',
    title: 'Settings do something in the release of the server',
    why: 'It accepts obsolete ones for the sake of old configurations and ignores them, while their author believes them to act.',
    fix: 'remove it.',
    source: 'system.settings, column is_obsolete',
    check: forEach(textsOf, (object) => wrongNames(object, 'settings/obsolete')),
  },
  {
    id: 'settings/value',
    severity: 'error',
    title: 'Values of settings have the type and the range of the setting',
    why: 'The server refuses the file, and does not start.',
    fix: 'write a value as the message says.',
    source: 'system.settings, column type; ClickHouse, Core/SettingsFields.cpp',
  },
  {
    id: 'settings/owned',
    severity: 'error',
    title: 'What the operator or this library writes is not set by hand',
    why: 'Ports, paths and users stand in several places that have to agree: Services, policies, probes, volumes.',
    fix: 'use the prop that the message names, or transform.installation.',
    source: 'operator, pkg/model/chi/config; design of this library',
  },
];
