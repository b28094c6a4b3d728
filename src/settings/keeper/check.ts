import { allowedSetting } from '../../altinity/setting-marks';
import { compareReleases } from '../../altinity/versions';
import { isUnknown } from '../../kubernetes/late';
import type { Problems } from '../../kubernetes/prop-error';
import { inside } from '../../kubernetes/shape';
import { suggest } from '../../kubernetes/suggest';
import { checkAnything, isSection } from '../check-anything';
import { checkKeys } from '../check-keys';
import { checkListed } from '../check-settings';
import { loggerSettings, logLevels } from '../known-sections';
import { releaseOf } from '../releases';
import { valueFault } from '../value-fault';
import {
  coordinationSettings,
  type KeeperSetting,
  keeperServerSettings,
  openKeeperSections,
  openKeeperServerSections,
  ownedKeeperSettings,
} from './catalogue';

/** A section of the configuration: its settings, its sections, and what is open. */
interface Section {
  readonly settings: Readonly<Record<string, KeeperSetting>>;
  readonly open: readonly string[];
  readonly sections: readonly string[];
}

const connections = { type: 'UInt64', fallback: '4096' } as const;

/** By slash path with a slash at its end. */
const sections: Readonly<Record<string, Section>> = {
  '': { settings: { max_connections: connections }, open: openKeeperSections, sections: ['logger', 'keeper_server'] },
  'keeper_server/': {
    settings: keeperServerSettings,
    open: openKeeperServerSections,
    sections: ['coordination_settings'],
  },
  'keeper_server/coordination_settings/': { settings: coordinationSettings, open: [], sections: [] },
};

/** Checks the configuration of Keeper against what the release of an image knows. */
export function checkKeeperSettings(settings: object, prop: string, image: string, problems: Problems): void {
  checkSection({ ...settings }, '', prop, { release: releaseOf(image), problems });
}

interface Check {
  readonly release: string | undefined;
  readonly problems: Problems;
}

function checkSection(given: unknown, path: string, prop: string, check: Check): void {
  const { problems } = check;
  if (!isSection(given)) {
    problems.add({ rule: 'settings/value', prop, must: 'be a section', got: given, fix: 'write { name: value }.' });
    return;
  }
  const known = sections[path];
  for (const [name, value] of checkKeys(given, prop, problems)) {
    const place = inside(prop, name);
    const inner = `${path}${name}`;
    if (isUnknown(value, place, problems, { decides: 'the mark by which members restart' })) continue;
    const allowed = allowedSetting(value);
    const owner = Object.hasOwn(ownedKeeperSettings, inner) ? ownedKeeperSettings[inner] : undefined;
    if (owner !== undefined) {
      const fix = 'remove it; transform.installation can still change what is emitted.';
      problems.add({ rule: 'settings/owned', prop: place, must: `not be set: ${owner}`, got: inner, fix });
    } else if (allowed) checkAnything(allowed.value, place, problems);
    else if (path === 'logger/') checkListed(name, value, place, problems, loggerSettings);
    else if (known?.sections.includes(name)) checkSection(value, `${inner}/`, place, check);
    else if (known?.open.includes(name)) checkAnything(value, place, problems);
    else checkSetting(name, value, place, known, check);
  }
}

function checkSetting(name: string, value: unknown, prop: string, known: Section | undefined, check: Check): void {
  const { release, problems } = check;
  const { settings = {}, open = [], sections: inner = [] } = known ?? {};
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (setting === undefined) {
    const meant = suggest(name, [...Object.keys(settings), ...open, ...inner]) ?? homeOf(name);
    const fix = meant ? `write "${meant}".` : 'see the documentation of Keeper; allowUnknown({ ... }) lets it through.';
    problems.add({ rule: 'settings/unknown', prop, must: 'be a setting of ClickHouse Keeper', got: name, fix });
  } else if (setting.since && release && compareReleases(release, setting.since) < 0) {
    const must = `be a setting of ClickHouse Keeper ${release}, which does not start with it`;
    const fix = `remove it, or use an image of ${setting.since} or later.`;
    problems.add({ rule: 'settings/unknown', prop, must, got: name, fix });
  } else checkValue(name, setting, value, prop, problems);
}

function checkValue(name: string, setting: KeeperSetting, value: unknown, prop: string, problems: Problems): void {
  const words = setting.type === 'LogsLevel' ? logLevels : undefined;
  const fault = valueFault({ ...setting, name, words, several: false }, value);
  if (fault) problems.add({ rule: 'settings/value', prop, got: value, ...fault });
  else checkAnything(value, prop, problems);
  if (name === 'four_letter_word_white_list' && !/(^|,)\s*(\*|ruok)\s*(,|$)/.test(String(value))) {
    const must = 'allow ruok, which the liveness probe of the operator asks';
    problems.add({ rule: 'settings/value', prop, must, got: value, fix: "write 'ruok,mntr,srvr,stat', or '*'." });
  }
}

/** Where a setting of another section belongs, as nested objects. */
function homeOf(name: string): string | undefined {
  const home = Object.entries(sections).find(
    ([, { settings, sections: inner }]) => name in settings || inner.includes(name),
  );
  if (!home) return undefined;
  const path = [...home[0].split('/').filter(Boolean), name];
  return `${path.join(': { ')}: ...${' }'.repeat(path.length - 1)}`;
}
