import { record } from '../../kubernetes/manifest';
import { type SettingKind, settingsOf } from '../../settings/catalogue';
import { loggerSettings, openSettings, systemLogs } from '../../settings/known-sections';
import { Allowed, type Code, isObject } from '../typescript/code';
import type { Conversion } from './conversion';
import type { Draft } from './draft';
import type { ValuePath } from './values';

/** Names of settings that may hold what nobody but a Secret should. */
const secretName = /pass(word|wd|phrase)|secret|token|credential|connection_string|(^|[_/.-])key$/i;

/** Whether a setting may hold a password: by its name, or as a part of an address. */
export function holdsSecret(name: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([key, inner]) =>
      holdsSecret(Array.isArray(value) ? name : `${name}/${key}`, inner),
    );
  }
  const text = String(value ?? '');
  return /:\/\/[^/\s]*:[^/\s]*@/.test(text) || (secretName.test(name) && !/^(\d{0,3}|true|false)$/.test(text));
}

/** What to say of one. */
export const secretRefusal = [
  'it may be a password, which no program should hold',
  "Put it into a Secret, and write { valueFrom: { secretKeyRef: { name: 'my-secret', key: 'key' } } }",
] as const;

/** Configuration of the server: slash paths become nested sections. */
export function mapServerSettings({ values, fates, cluster }: Conversion): void {
  const path = ['clickhouse', 'settings'];
  fates.map(...path);
  for (const [name, value, source] of flat(values.map(...path), path)) {
    const parts = name.split('/').filter((part) => part !== '');
    const prop = ['settings', ...parts];
    const reference = secretReference(value);
    if (!reference && holdsSecret(name, value)) {
      fates.refuse(source, ...secretRefusal);
    } else if (parts.length === 0 || hasSection(cluster, prop)) {
      fates.refuse(source, 'another setting says something else of the same section', 'Keep one of them');
    } else setSetting(cluster, prop, reference ?? serverSetting(parts, value), source);
  }
}

/** Configuration of Keeper: slash paths become nested sections. The constructs judge the names. */
export function mapKeeperSettings({ values, fates }: Conversion, keeper: Draft): void {
  const path = ['keeper', 'settings'];
  fates.map(...path);
  for (const [name, value, source] of flat(values.map(...path), path)) {
    const parts = name.split('/').filter((part) => part !== '');
    const prop = ['settings', ...parts];
    if (secretReference(value) || holdsSecret(name, value)) fates.refuse(source, ...secretRefusal);
    else if (parts.length === 0 || hasSection(keeper, prop))
      fates.refuse(source, 'another setting says something else of the same section', 'Keep one of them');
    else keeper.set(prop, /^(true|false)$/.test(String(value)) ? String(value) === 'true' : numberOf(value), source);
  }
}

/** Sets a setting. One that no known release has, or a section of that kind, is let through, which somebody should know. */
export function setSetting(draft: Draft, prop: ValuePath, code: Code, source: ValuePath): void {
  const remark = 'Not known to anyhouse, and let through as it is.';
  if (!(code instanceof Allowed)) draft.set(prop, code, source);
  else if (prop[0] === 'settings' && prop.length > 2 && !isTyped(prop[1] ?? '')) {
    const section = prop.slice(0, 2);
    if (!hasSection(draft, section)) {
      draft.supply(section, new Allowed({}), source);
      draft.remark(section, remark);
    }
    draft.set(prop, code.value, source);
  } else {
    draft.set(prop, code, source);
    draft.remark(prop, remark);
  }
}

/** Whether types say what a section may hold. */
function isTyped(section: string): boolean {
  return /^(replicated_)?merge_tree$|^logger$/.test(section);
}

type Flat = readonly (readonly [name: string, value: unknown, source: ValuePath])[];

/** Settings with slash paths; maps of them are taken apart. */
function flat(settings: Readonly<Record<string, unknown>>, source: ValuePath, prefix = ''): Flat {
  return Object.entries(settings).flatMap(([key, value]) => {
    const [name, at] = [`${prefix}${key}`, [...source, key]];
    const inner = record(value);
    const isLeaf = Object.keys(inner).length === 0 || secretReference(value) !== undefined;
    return isLeaf ? [[name, value, at] as const] : flat(inner, at, `${name}/`);
  });
}

/** Whether a path leads into a value, or to a section that is there. */
function hasSection(draft: Draft, path: ValuePath): boolean {
  let at: Code = draft.props;
  for (const key of path) {
    const members: Code = at instanceof Allowed ? at.value : at;
    if (!isObject(members)) return true;
    const member: Code | undefined = Object.hasOwn(members, key) ? members[key] : undefined;
    if (member === undefined) return false;
    at = member;
  }
  return true;
}

function secretReference(value: unknown): Code | undefined {
  const { name, key } = record(record(record(value).valueFrom).secretKeyRef);
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return { valueFrom: { secretKeyRef: { name, key } } };
}

function serverSetting([first = '', second = '']: readonly string[], value: unknown): Code {
  if (/^(replicated_)?merge_tree$/.test(first)) return settingCode('merge-tree', second, value);
  if (first === 'logger') return known(loggerSettings, second) ? loggerCode(second, value) : new Allowed(scalar(value));
  return known(systemLogs, first) || known(openSettings, first) ? scalar(value) : settingCode('server', first, value);
}

const known = (names: readonly string[], name: string) => names.includes(name);

function loggerCode(name: string, value: unknown): Code {
  if (name === 'console') return switchOf(value) ?? scalar(value);
  return name === 'count' ? numberOf(value) : scalar(value);
}

/** A value of a setting, in the form that its type takes. The chart makes text of all of them. */
export function settingCode(kind: SettingKind, name: string, value: unknown): Code {
  const setting = settingsOf(kind).get(name);
  if (kind === 'query' && name === 'profile') return scalar(value);
  if (!setting) return new Allowed(scalar(value));
  if (setting.words) return typeof value === 'boolean' ? Number(value).toString() : String(scalar(value));
  if (/^Bool/.test(setting.type)) return switchOf(value) ?? scalar(value);
  const numeric = /^(U?Int|NonZero|MaxThreads|Float|Double|Seconds|Milliseconds)/.test(setting.type);
  return numeric ? numberOf(value) : scalar(value);
}

function switchOf(value: unknown): boolean | undefined {
  if (['1', 'true'].includes(String(value))) return true;
  return ['0', 'false'].includes(String(value)) ? false : undefined;
}

/** Numbers that are exact as numbers; the rest stays text. */
function numberOf(value: unknown): Code {
  const text = String(value);
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) && !/^-?0\d/.test(text) ? Number(text) : scalar(value);
}

function scalar(value: unknown): Code {
  if (Array.isArray(value)) return value.map(scalar);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scalar(inner)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
}
