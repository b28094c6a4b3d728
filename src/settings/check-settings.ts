import { allowedSetting, isSecretValue } from '../altinity/setting-marks';
import { isUnknown } from '../kubernetes/late';
import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';
import { suggest } from '../kubernetes/suggest';
import { isOutput, isToken } from '../kubernetes/token';
import { type SettingKind, settingsOf } from './catalogue';
import { checkAnything, isSection } from './check-anything';
import { checkConstraints } from './check-constraints';
import { checkKeys } from './check-keys';
import { nameFault } from './judge';
import {
  insideEngine,
  loggerSettings,
  logLevels,
  openSettings,
  ownedSettings,
  systemLogSettings,
  systemLogs,
} from './known-sections';
import { covers } from './releases';
import { valueFault } from './value-fault';

/** Where settings are checked: the release that will read them, and where faults go. */
export interface SettingsCheck {
  /** Release of the image; undefined where its tag does not say. */
  readonly release: string | undefined;
  readonly problems: Problems;
}

type Entries = Readonly<Record<string, unknown>>;

/** Checks the settings of a profile. */
export function checkProfile(settings: Entries, prop: string, check: SettingsCheck): void {
  for (const [name, value] of checkKeys(settings, prop, check.problems)) {
    if (name === 'profile' && typeof value === 'string') continue;
    if (name === 'constraints') checkConstraints(value, inside(prop, name), check);
    else checkCatalogued('query', name, value, inside(prop, name), check);
  }
}

/** Checks the configuration of a server. */
export function checkServerSettings(settings: Entries, prop: string, check: SettingsCheck): void {
  for (const [name, value] of checkKeys(settings, prop, check.problems)) {
    const place = inside(prop, name);
    if (checkOwned(name, allowedSetting(value)?.value ?? value, place, check)) continue;
    if (/^(replicated_)?merge_tree$/.test(name)) checkSection(value, place, check, 'merge-tree');
    else if (name === 'logger') checkSection(value, place, check, loggerSettings);
    else if ((systemLogs as readonly string[]).includes(name)) {
      if (value !== '_removed_') checkSection(value, place, check, systemLogSettings);
      if (isSection(value)) checkEngine(value, place, check.problems);
    } else if ((openSettings as readonly string[]).includes(name)) checkAnything(value, place, check.problems);
    else checkCatalogued('server', name, value, place, check);
  }
}

/** A section with settings of a table, or of a list of names. */
function checkSection(
  section: unknown,
  prop: string,
  check: SettingsCheck,
  known: 'merge-tree' | readonly string[],
): void {
  const { problems } = check;
  const allowed = allowedSetting(section);
  if (allowed) checkAnything(allowed.value, prop, problems);
  else if (isSection(section)) {
    for (const [name, value] of checkKeys(section, prop, problems)) {
      const place = inside(prop, name);
      if (known === 'merge-tree') checkCatalogued('merge-tree', name, value, place, check);
      else checkListed(name, value, place, problems, known);
    }
  } else if (!isUnknown(section, prop, problems)) {
    const fix = 'write { name: value }.';
    problems.add({ rule: 'settings/value', prop, must: 'be a section', got: section, fix });
  }
}

/** An engine says everything about its table. */
function checkEngine({ engine, ...others }: Entries, prop: string, problems: Problems): void {
  if (engine === undefined || engine === '_removed_') return;
  for (const name of insideEngine.filter((each) => others[each] !== undefined && others[each] !== '_removed_')) {
    problems.add({
      rule: 'settings/log-engine',
      prop: inside(prop, name),
      must: 'be part of engine, which is given, too',
      got: others[name],
      fix: 'write all of it in engine, or leave engine out.',
    });
  }
}

/** Checks a setting of a section whose names are a list. */
export function checkListed(
  name: string,
  value: unknown,
  prop: string,
  problems: Problems,
  known: readonly string[],
): void {
  const allowed = allowedSetting(value);
  if (!allowed && !known.includes(name)) {
    const meant = suggest(name, known);
    const fix = meant ? `write "${meant}".` : `use one of ${known.join(', ')}.`;
    problems.add({ rule: 'settings/unknown', prop, must: 'be a setting of its section', got: name, fix });
  } else if (isToken(value)) {
    // Any text is written as it is.
  } else if (/^(level|console_log_level)$/.test(name) && !(logLevels as readonly unknown[]).includes(value)) {
    const must = `be one of ${logLevels.join(', ')}`;
    problems.add({ rule: 'settings/value', prop, must, got: value, fix: "write 'information'." });
  } else checkAnything(allowed ? allowed.value : value, prop, problems);
}

function checkCatalogued(kind: SettingKind, name: string, value: unknown, prop: string, check: SettingsCheck): void {
  const allowed = allowedSetting(value);
  if (allowed) checkAnything(allowed.value, prop, check.problems);
  else if (checkName(kind, name, prop, check)) checkValue(kind, name, value, prop, check.problems);
}

/** Whether the server may know a setting; reported where it does not. */
export function checkName(
  kind: SettingKind,
  name: string,
  prop: string,
  { release, problems }: SettingsCheck,
): boolean {
  const fault = nameFault(kind, name, release);
  // Newer and older servers than those that were read may know it: a rule warns instead.
  if (!fault || (fault.rule === 'settings/unknown' && !covers(kind, release))) return true;
  problems.add({ rule: fault.rule, prop, must: fault.must, got: name, fix: fault.fix });
  return false;
}

/** Checks a value of a setting that the tables of the server list. */
export function checkValue(kind: SettingKind, name: string, value: unknown, prop: string, problems: Problems): void {
  const known = isToken(value) ? undefined : settingsOf(kind).get(name);
  const wrong = known && !isSecretValue(value) && !isOutput(value) ? valueFault(known, value) : undefined;
  if (wrong) problems.add({ rule: 'settings/value', prop, got: value, ...wrong });
  else checkAnything(value, prop, problems);
}

/** Whether a setting, or one inside of it, is written by somebody else. */
function checkOwned(name: string, value: unknown, prop: string, check: SettingsCheck): boolean {
  const paths = [name, ...(isSection(value) ? Object.keys(value).map((key) => `${name}/${key}`) : [])];
  const owned = paths.find((path) => Object.hasOwn(ownedSettings, path));
  if (owned === undefined) return false;
  const inner = owned.split('/')[1];
  check.problems.add({
    rule: 'settings/owned',
    prop: inner === undefined ? prop : inside(prop, inner),
    must: `not be set: ${ownedSettings[owned]}`,
    got: owned,
    fix: 'remove it; transform.installation can still change what is emitted.',
  });
  return true;
}
