import { asText, record } from '../../kubernetes/manifest';
import type { Conversion } from './conversion';
import { toRange } from './convert';
import { holdsSecret, secretRefusal, setSetting, settingCode } from './map-settings';
import type { ValuePath } from './values';

const hashKeys = 'keys password and password_sha256_hex';
const everybody = '0.0.0.0/0';
const loopback = '127.0.0.1/32';

/** The chart's administrator is `default`; here it is `admin`. */
export function mapAdministrator({ values, fates, cluster, name, notes }: Conversion): void {
  const user = ['clickhouse', 'defaultUser'];
  fates.map(...user);
  const secret = values.text(...user, 'password_secret_name');
  const whose = "User admin takes the place of 'default', which is left to the servers themselves.";
  if (secret !== '') {
    cluster.set(['admin', 'password', 'name'], secret, [...user, 'password_secret_name']);
    notes.push(`${whose} Copy Secret ${secret} into the new namespace, with the ${hashKeys}.`);
  } else {
    const copied = values.text(...user, 'password') === '' ? '' : '; the one in the values is not copied';
    notes.push(`${whose} Its password is in Secret ${name}-admin, ${hashKeys}${copied}.`);
  }
  const external = values.flag(...user, 'allowExternalAccess');
  const source = [...user, external ? 'allowExternalAccess' : 'hostIP'];
  const given = external ? everybody : values.text(...user, 'hostIP') || loopback;
  const range = toRange(given);
  if (range === undefined) {
    fates.refuse(source, 'it is no address range', "Write admin: { networks: ['10.0.0.0/8'] }");
  } else if (!['127.0.0.1/32', '127.0.0.0/8', '::1/128'].includes(range)) {
    cluster.set(['admin', 'networks'], [range], source);
    if (range === everybody) cluster.remark(['admin', 'networks'], 'Everybody may try passwords: narrow it.');
  }
}

/** Profiles of settings. */
export function mapProfiles({ values, fates, cluster }: Conversion): void {
  const path = ['clickhouse', 'profiles'];
  fates.map(...path);
  for (const [profile, settings] of Object.entries(values.map(...path))) {
    cluster.supply(['profiles', profile], {}, [...path, profile]);
    for (const [name, value] of Object.entries(record(settings))) {
      const source = [...path, profile, name];
      if (holdsSecret(name, value)) fates.refuse(source, ...secretRefusal);
      else setSetting(cluster, ['profiles', profile, name], settingCode('query', name, value), source);
    }
  }
}

/** Users of applications. */
export function mapUsers(conversion: Conversion): void {
  const { values, fates } = conversion;
  const path = ['clickhouse', 'users'];
  fates.map(...path);
  const seen = new Set<unknown>();
  for (const [index, given] of values.list(...path).entries()) {
    const user = record(given);
    const at = [...path, String(index)];
    if (typeof user.name !== 'string')
      fates.refuse(at, 'it has no name', 'Write users: { name: { networks, grants } }');
    else if (seen.has(user.name)) fates.refuse(at, 'a user of this name is there already', 'Choose another name');
    else mapUser(conversion, user.name, user, at);
    seen.add(user.name);
  }
}

function mapUser(conversion: Conversion, name: string, user: Readonly<Record<string, unknown>>, at: ValuePath): void {
  const { fates, cluster } = conversion;
  const prop = ['users', name];
  cluster.set(prop, {}, at);
  mapNetworks(conversion, prop, user.hostIP, [...at, 'hostIP']);
  mapGrants(conversion, prop, user, at);
  mapPassword(conversion, name, user, at);
  if (typeof user.profile === 'string' && user.profile !== '') {
    cluster.set([...prop, 'profile'], user.profile, [...at, 'profile']);
  }
  for (const key of Object.keys(user)) {
    const path = [...at, key];
    if (key === 'settings') {
      for (const setting of Object.keys(record(user.settings))) mapUserSetting(conversion, prop, user, at, setting);
    } else if (!known.includes(key)) {
      fates.refuse(path, 'the chart reads nothing of this name', `Use one of ${known.join(', ')}, settings`);
    }
  }
}

const known = [
  'name',
  'hostIP',
  'accessManagement',
  'password_secret_name',
  'password_sha256_hex',
  'profile',
  'grants',
];

function mapNetworks({ fates, cluster }: Conversion, prop: ValuePath, given: unknown, source: ValuePath): void {
  const texts = (Array.isArray(given) ? given : [given]).filter(
    (each) => each !== undefined && each !== null && each !== '',
  );
  const networks = [...prop, 'networks'];
  const ranges = texts.map((text) => toRange(asText(text)));
  const right = [...new Set(ranges.filter((range) => range !== undefined))];
  if (texts.length === 0) {
    cluster.supply(networks, [everybody], source);
    cluster.remark(networks, 'The chart lets users in from everywhere: write the ranges that this one connects from.');
  } else if (right.length > 0) cluster.set(networks, right, source);
  else cluster.supply(networks, [loopback], source);
  for (const [index, range] of ranges.entries()) {
    if (range !== undefined) continue;
    const place = Array.isArray(given) ? [...source, String(index)] : source;
    fates.refuse(place, 'it is no address range', "Write ranges such as networks: ['10.0.0.0/8']");
  }
}

/**
 * Rights. Without grants, a user of a configuration file has all of them but those to manage users; the server refuses
 * `access_management` beside grants.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Access/UsersConfigParser.cpp
 */
function mapGrants(
  { fates, cluster }: Conversion,
  prop: ValuePath,
  user: Readonly<Record<string, unknown>>,
  at: ValuePath,
): void {
  const grants = [...prop, 'grants'];
  const given = Array.isArray(user.grants) ? user.grants.map(asText) : [];
  const manages = Number(user.accessManagement ?? 0) === 1;
  if (user.grants !== undefined && user.grants !== null && !Array.isArray(user.grants)) {
    fates.refuse([...at, 'grants'], 'it is no list', "Write grants: ['SELECT ON events.*']");
  } else if (given.length > 0) {
    cluster.set(
      grants,
      given.map((grant) => grant.trim().replace(/^GRANT\s+/i, '')),
      [...at, 'grants'],
    );
    if (!manages) return;
    const reason = 'ClickHouse refuses it beside grants';
    fates.refuse(
      [...at, 'accessManagement'],
      reason,
      "Add a grant such as 'ACCESS MANAGEMENT ON *.*', if it is needed",
    );
  } else if (manages) {
    cluster.set(grants, ['ALL ON *.* WITH GRANT OPTION'], [...at, 'accessManagement']);
    cluster.remark(grants, 'The chart lets this user do everything and manage users: narrow it.');
  } else {
    cluster.supply(grants, ['SELECT, INSERT, ALTER, CREATE, DROP, TRUNCATE, OPTIMIZE, SHOW ON *.*'], [...at, 'grants']);
    cluster.remark(grants, 'In the chart, a user without grants has nearly every right: write those that it needs.');
  }
}

function mapPassword(
  { cluster, notes, name: installation }: Conversion,
  name: string,
  user: Readonly<Record<string, unknown>>,
  at: ValuePath,
): void {
  const { password_secret_name: secret, password_sha256_hex: hash } = user;
  if (typeof secret === 'string' && secret !== '') {
    cluster.set(['users', name, 'password', 'name'], secret, [...at, 'password_secret_name']);
    notes.push(`Copy Secret ${secret} of user ${name} into the new namespace, with the ${hashKeys}.`);
    return;
  }
  const copied = hash === undefined ? '' : '; the hash in the values is not copied';
  const own = `${installation}-${name.replaceAll('_', '-')}`;
  notes.push(`The password of user ${name} is in Secret ${own}, ${hashKeys}${copied}.`);
}

/**
 * The chart writes settings right under the user, where ClickHouse looks for a few names only.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Access/UsersConfigParser.cpp
 */
function mapUserSetting(
  { fates, cluster }: Conversion,
  prop: ValuePath,
  user: Readonly<Record<string, unknown>>,
  at: ValuePath,
  setting: string,
): void {
  const source = [...at, 'settings', setting];
  const value = record(user.settings)[setting];
  if (setting === 'quota' && typeof value === 'string') cluster.set([...prop, 'quota'], value, source);
  else {
    const reason = 'ClickHouse does not read settings under a user, so this one had no effect';
    fates.refuse(source, reason, 'Put it into a profile, and name that in the profile of the user');
  }
}
